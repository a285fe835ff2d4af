"""The contract of a rail: orders in, an artefact for the person out.

A new rail is one file in `pay/rails`, one line in `pay.ways.RAILS` and one order in the contract tests.
An artefact is values only: nothing here touches a disk, a network or a clock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models.errors import DateNaive
from models.iban import Iban
from models.order import Order
from models.said import Said
from models.words import Lang
from pay.mandate import Mandate


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose account pays: the name that their bank knows and, where a rail needs it, the account."""

    name: str
    iban: Iban | None = None
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that a person attaches to say "paid": a photographed receipt, a bank's confirmation."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Handover:
    """What a rail may need beside the orders. Raises DateNaive.

    lang: of every text that is made. link and known_hosts: the biller's page and the hosts known of
    this biller from older bills or from the person, never from this bill alone.
    """

    lang: Lang
    now: datetime
    payer: Payer | None = None
    link: str = ""
    known_hosts: frozenset[str] = frozenset()
    mandate: Mandate | None = None
    proof: Proof | None = None

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise DateNaive


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file to save or show: its name, media type, content, and SHA-256 of the content in hex."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class CopyText:
    """One thing to copy: what it is, how it is shown, and what the button puts on the clipboard."""

    label: Said
    shown: str
    copied: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """What a rail made: files, lines to copy, a checked link, and what the person must do next.

    notes: what they should know, such as a late arrival or a name that was spelt otherwise.
    """

    rail: str
    next_step: Said
    files: tuple[MadeFile, ...] = ()
    copy: tuple[CopyText, ...] = ()
    link: str = ""
    notes: tuple[Said, ...] = ()


class Rail(Protocol):
    """One way of paying that the person, or somebody they chose, carries out.

    `name` is what the command line takes; `proven_against` says in words what it was tried on (in each
    rail's file: PROVEN_AGAINST); `most_orders` is how many go into one artefact.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    @property
    def most_orders(self) -> int: ...

    def refuses(self, order: Order, handover: Handover) -> Said | None:
        """Why this order cannot go this way; None when it can."""
        ...

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """The artefact of 1 to `most_orders` orders.

        Raises RailRefused when it refuses one of them, HandoverDiffers when what was made does not
        say what the orders say.
        """
        ...
