"""A document: bytes of a known form, ready for the readers."""

from dataclasses import dataclass, field
from enum import StrEnum

from models.mail import Mail


class Form(StrEnum):
    """What the bytes are, decided by magic bytes and root element, never by a name."""

    PDF = "pdf"
    XML = "xml"
    IMAGE = "image"
    MAIL = "mail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to read. `name` is what the sender calls it, for the person only.

    For form MAIL, `mail` holds the parsed message (its body is what is read; its attachments are
    Documents of their own). `password` opens an encrypted PDF.
    """

    form: Form
    name: str
    data: bytes = field(repr=False)
    mail: Mail | None = field(default=None, repr=False)
    password: str = field(default="", repr=False)
