"""The contract of a rail: orders in, an artefact for the person out; online, answers of a provider too.

A new rail is one file in `pay/rails`, one line in `pay.ways.RAILS` and one order in the contract tests.
An artefact is values only: nothing here touches a disk, a network or a clock. An online rail calls its
provider, for one household with its own key, so it is made from that and stands in no list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models.errors.values import DateNaive
from models.iban import Iban
from models.money import Money
from models.order import Order, Outcome
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


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try to give an order to a provider: noted, and kept, before the first call. Raises DateNaive.

    at: when it was first tried. provider_id: the provider's id of it, "" until an answer brought one.
    """

    at: datetime
    provider_id: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise DateNaive


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider says about one order.

    provider_id: to keep with the attempt; "" when no answer came. link: where the payer pays, as long
    as that is possible. returned: what went back to the payer, of an order that was paid.
    """

    outcome: Outcome
    provider_id: str = ""
    link: str = ""
    returned: Money | None = None


class OnlineRail(Protocol):
    """A way of paying that a provider carries out and whose answer is evidence.

    Commit the attempt, call with no transaction open, commit the answer. ProviderAway says that this
    call left nothing there; an earlier one may have. After any other failure of `submit` the order
    counts as Unknown. An Unknown is looked up; `submit` with the same attempt may follow, for the order's
    key is the idempotency key. A page that is still open is withdrawn before the order is paid otherwise.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    def refuses(self, order: Order, handover: Handover) -> Said | None:
        """Why this order cannot go this way; None when it can. Calls nobody."""
        ...

    def submit(self, order: Order, attempt: Attempt, handover: Handover) -> Answer:
        """Gives the order to the provider, once however often it is called.

        Raises RailRefused, ProviderAway, ProviderKeyRefused or AnswerDiffers.
        """
        ...

    def look_up(self, order: Order, attempt: Attempt, now: datetime) -> Answer:
        """What has become of it; changes nothing there.

        Raises ProviderAway, ProviderKeyRefused or AnswerDiffers.
        """
        ...

    def withdraw(self, order: Order, attempt: Attempt, now: datetime) -> Answer:
        """Takes the order back while it is unpaid; when it is too late, what has become of it.

        Raises ProviderAway, ProviderKeyRefused or AnswerDiffers.
        """
        ...

    def show(self, order: Order, answer: Answer, handover: Handover) -> Artefact:
        """What the payer is shown for `answer`. Calls nobody."""
        ...
