"""What the classifier looks at: one mail or file, and what was read in it."""

from dataclasses import dataclass, field

from models.extraction import Extraction
from models.mail import Mail


@dataclass(frozen=True, slots=True)
class Case:
    """`mail` is None for a file that came alone; `documents` are (name, form) of what was read.

    `known_kind` and `known_category` are what the person taught for this biller ("" when nothing).
    """

    extraction: Extraction
    mail: Mail | None = None
    documents: tuple[tuple[str, str], ...] = ()
    known_kind: str = ""
    known_category: str = ""
    known_domains: tuple[str, ...] = field(default=())
    """Sender domains of this biller's bills that the person has confirmed."""
