"""All that the rules look at, gathered by the road before it asks them."""

from dataclasses import dataclass
from datetime import date, datetime

from models.errors.values import DateNaive
from models.money import Money
from models.order import Order
from pay.policy.caps import NO_CAPS, Caps
from pay.policy.steps import Step


@dataclass(frozen=True, slots=True)
class Fitting:
    """A movement of the payer's own account that may have paid the bill, which nobody has said yet.

    match: its number, for the person to confirm or refuse; amount: what left the account.
    """

    match: int
    amount: Money
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What is known of the bill behind an order.

    due: what the bill asks for. documents: digests of its originals. disagree: machine words of the
    fields on which QR, XML and print differ. authenticated: what DKIM and DMARC say of the sender,
    None for paper. resembles: the biller whose domain the sender's imitates, or "". vat_country: of the
    biller's VAT number, or "". disputed: why the person does not accept the bill, or "". fitting: what
    statements show that may have paid it.
    """

    due: Money
    number: str = ""
    documents: frozenset[str] = frozenset()
    received_on: date | None = None
    disagree: tuple[str, ...] = ()
    authenticated: bool | None = None
    resembles: str = ""
    vat_country: str = ""
    disputed: str = ""
    fitting: tuple[Fitting, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPayee:
    """A payee met before: its accounts that were paid or confirmed (compact), its earlier amounts."""

    accounts: frozenset[str]
    amounts: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """The person asked the payee, through another channel, whether `account` is right.

    contact_from: the bill that the contact was taken from; contact_on: the day of that bill.
    """

    account: str
    contact_from: str
    contact_on: date


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another order, of this bill or another, with the facts by which a double payment is known."""

    key: str
    bill: str
    step: Step
    amount: Money
    on: date
    payee: str
    account: str = ""
    number: str = ""
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """One order and all that the rules need. `now` is aware.

    payee: None when never met. owner: another payee's name that has this account, or "". home: the
    household's country. credits: credit notes set against the bill. spent: what this month's other
    orders take. Raises DateNaive.
    """

    order: Order
    bill: BillFacts
    home: str
    now: datetime
    payee: KnownPayee | None = None
    owner: str = ""
    earlier: tuple[Earlier, ...] = ()
    confirmation: Confirmation | None = None
    credits: tuple[Money, ...] = ()
    caps: Caps = NO_CAPS
    spent: Money | None = None

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise DateNaive
