"""What is sent to one person or biller, and what became of it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from models.errors.problem import Problem
from models.errors.sending import ChannelRefused
from models.errors.values import DateNaive
from models.mail import Address
from models.payment_text import one_line
from models.words import mark
from notify.prose import prose

LONGEST_TITLE = 200
"""Characters of a subject or title."""
_KEY = re.compile(r"[a-z0-9]{8,64}")
_LONGEST_TEXT = 100_000
_MESSAGE_ID = re.compile(r"<[!-;=?A-~]{1,120}@[!-;=?A-~]{1,120}>")
"""RFC 5322 section 3.6.4, without blanks and angle brackets inside, at most 243 characters."""
_MOST_REFERENCES = 20


def key_of(*parts: str | int) -> str:
    """40 small letters and digits that name these parts; the same parts give the same key.

    Each part stands behind its length: ("ab", "c") and ("a", "bc") differ.
    """
    told = "".join(f"{len(text)}:{text}" for text in map(str, parts))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Thread:
    """The earlier messages of a conversation by their Message-IDs, oldest first (RFC 5322 3.6.4).

    What is no Message-ID is left out; of a long conversation its first and its latest are kept.
    """

    ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        told = dict.fromkeys(one.strip() for one in self.ids)
        kept = [one for one in told if _MESSAGE_ID.fullmatch(one)]
        if len(kept) > _MOST_REFERENCES:
            kept = [kept[0], *kept[1 - _MOST_REFERENCES :]]
        object.__setattr__(self, "ids", tuple(kept))


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one recipient.

    key: 8 to 64 small letters and digits, made before anything else; the same for every try, so that
    a second copy is recognised. to: a mail address or a service's URL, by the channel; a URL may hold
    a secret and is never shown. title and text are kept without hidden and turning signs, the title in
    one line. html: of our own making, from the same words, or "". reply_to: an address, or "".
    by_machine: sent without a person's click (RFC 3834). Raises ChannelRefused when key, title or text
    is none.
    """

    key: str
    to: str = field(repr=False)
    title: str
    text: str = field(repr=False)
    html: str = field(default="", repr=False)
    reply_to: str = ""
    thread: Thread = Thread()
    by_machine: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", one_line(self.title, LONGEST_TITLE))
        object.__setattr__(self, "text", prose(self.text, _LONGEST_TEXT))
        if not _KEY.fullmatch(self.key):
            raise ChannelRefused(why=mark("the message has no key"))
        if not self.title or not self.text:
            raise ChannelRefused(why=mark("the message says nothing"))


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: an address of their own, and the moment, aware. Raises DateNaive."""

    address: Address
    now: datetime

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise DateNaive


class Fate(StrEnum):
    """What became of one message.

    ACCEPTED: the server or service took it. REFUSED: for good, it is not tried again. LATER: it was
    not taken and may be tried again. UNKNOWN: the connection broke after it was handed over; it
    may have gone, and a second try carries the same key.
    """

    ACCEPTED = "accepted"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of the notice with `key`.

    message_id: as it stands in the mail's header, with angle brackets; "" where a channel has none.
    problem: why it was not accepted, None when it was.
    """

    key: str
    fate: Fate
    message_id: str = ""
    problem: Problem | None = None
