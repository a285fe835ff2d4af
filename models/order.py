"""An order to pay and what became of it: values that cannot be wrong."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from models.errors.orders import OrderInvalid
from models.errors.values import DateNaive
from models.iban import Iban
from models.money import Money
from models.payment_text import one_line
from models.reference import Reference
from models.words import mark

LONGEST_NAME = 140
"""Characters of a party's name (ISO 20022 Max140Text); SEPA and payment codes carry 70."""
_KEY = re.compile(r"[a-z0-9]{8,35}")
_BILL = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PLACE = {"street": 70, "house": 16, "postcode": 16, "town": 35}
"""Characters of the parts of an address (Swiss QR-bill 2.3, section 4.2.2; the same in SEPA)."""


class Step(StrEnum):
    """Where an order stands.

    CANCELLED: withdrawn before it was handed over. REFUSED: evidence says that it will not be paid.
    """

    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"
    HANDED_OVER = "handed_over"
    SEEN = "seen"
    CANCELLED = "cancelled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """A structured address; `country` in ISO 3166. Raises OrderInvalid without postcode or town."""

    street: str
    house: str
    postcode: str
    town: str
    country: str

    def __post_init__(self) -> None:
        for name, most in _PLACE.items():
            object.__setattr__(self, name, one_line(getattr(self, name), most))
        if not (self.postcode and self.town and _COUNTRY.fullmatch(self.country)):
            raise OrderInvalid(why=mark("the payee’s address has no postcode, town or country"))


@dataclass(frozen=True, slots=True)
class Payee:
    """Who receives the money, by the legal name that the bill prints: banks compare it.

    The name is kept as one line without hidden signs. `iban` is None where the person pays without
    one (biller's page, cash, direct debit). Raises OrderInvalid for an empty name or a wrong BIC.
    """

    name: str
    iban: Iban | None = None
    bic: str = ""
    address: PostalAddress | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name, LONGEST_NAME))
        if not any(c.isalnum() for c in self.name):
            raise OrderInvalid(why=mark("the payee has no name"))
        if self.bic and not _BIC.fullmatch(self.bic):
            raise OrderInvalid(why=mark("the payee’s BIC is not one"))

    @property
    def country(self) -> str:
        """The country of the account, else of the address, else ""."""
        if self.iban is not None:
            return self.iban.country
        return self.address.country if self.address else ""


@dataclass(frozen=True, slots=True)
class Order:
    """One payment that a person wants made.

    key: 8 to 35 small letters and digits, unique and made before anything else; it is the transfer's
    end-to-end id (Max35Text) and every provider's idempotency key. bill: our id of the bill or
    settlement. on: the day on which it should leave. made_at: an aware moment. instant: as an instant
    credit transfer. Raises OrderInvalid or DateNaive.
    """

    key: str
    bill: str
    amount: Money
    payee: Payee
    reference: Reference | None
    on: date
    made_at: datetime
    due_on: date | None = None
    instant: bool = False

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key) or not _BILL.fullmatch(self.bill):
            raise OrderInvalid(why=mark("its number is not usable"))
        if self.amount.minor <= 0:
            raise OrderInvalid(why=mark("its amount is not above zero"))
        if isinstance(self.on, datetime) or isinstance(self.due_on, datetime):
            raise OrderInvalid(why=mark("its day is a moment"))
        _aware(self.made_at)


@dataclass(frozen=True, slots=True)
class Settled:
    """Evidence says that it was paid: a statement, a provider or the receiver; `proof` names it."""

    at: datetime
    proof: str

    def __post_init__(self) -> None:
        _aware(self.at)


@dataclass(frozen=True, slots=True)
class Pending:
    """Handed over and not yet seen. `waits_for`: machine word ("bank", "payer", "settlement")."""

    since: datetime
    waits_for: str

    def __post_init__(self) -> None:
        _aware(self.since)


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not and will not be paid. `code`: the bank's or provider's own word ("AC04")."""

    at: datetime
    code: str

    def __post_init__(self) -> None:
        _aware(self.at)


@dataclass(frozen=True, slots=True)
class Unknown:
    """The call was made and no answer came: look it up by the order's key, never send again blindly."""

    since: datetime

    def __post_init__(self) -> None:
        _aware(self.since)


Outcome = Settled | Pending | Refused | Unknown


def _aware(moment: datetime) -> None:
    if moment.tzinfo is None:
        raise DateNaive
