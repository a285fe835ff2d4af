"""A mail as values: where it lies, who sent it, what hangs on it."""

from dataclasses import dataclass, field
from datetime import datetime

from models.errors.values import DateNaive

OWN_FIELD = "Facteur-Notice"
"""The header of every mail that Facteur sends; its value is the notice's key."""


@dataclass(frozen=True, slots=True)
class MailRef:
    """Where a message lies: IMAP's only stable address (RFC 3501 section 2.3.1.1)."""

    mailbox: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Address:
    """A display name (may be empty) and an addr-spec in lower case (may be empty when broken)."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What stands after the last @, or ""."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that may be a document. `path` ("0.1.m.1") is stable, names are only what senders say."""

    path: str
    name: str
    content_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Authenticity:
    """What the account's own provider said of the sender (topmost Authentication-Results only).

    spf, dkim, dmarc hold the method's result in lower case ("pass", "fail", ...) or "" when absent;
    `flags` are short machine words for what looks wrong ("reply_to_elsewhere", "lookalike:edf", ...).
    A pass proves the domain, never the biller (measured: 28 % of real phishing has dkim=pass).
    """

    spf: str = ""
    dkim: str = ""
    dmarc: str = ""
    dkim_domain: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mail:
    """A parsed message. `received_at` is aware (UTC) or None when the header has no usable date.

    `text` is the readable body (plain part, or the HTML's text), `html` the raw HTML or "".
    `forwarded` holds the senders of messages found inside, outermost first.
    `remarks` are machine words for what was refused or repaired ("zip_ratio", "base64_cut", ...).
    """

    message_id: str
    sender: Address
    reply_to: Address | None
    recipients: tuple[Address, ...]
    subject: str
    received_at: datetime | None
    text: str = field(repr=False)
    html: str = field(repr=False)
    attachments: tuple[Attachment, ...]
    authenticity: Authenticity
    bulk: bool = False
    """True when the headers say mailing list or bulk (List-Unsubscribe, Precedence)."""
    forwarded: tuple[Address, ...] = ()
    remarks: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    """Message-IDs of In-Reply-To, then of References with the nearest first (RFC 5322 3.6.4), at most 60."""
    marked: bool = False
    """True when its own header has OWN_FIELD, which anybody may write."""

    def __post_init__(self) -> None:
        if self.received_at is not None and self.received_at.tzinfo is None:
            raise DateNaive
