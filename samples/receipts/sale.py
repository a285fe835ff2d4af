"""What was bought, and how tax, rounding, tip and tender follow from it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from samples.receipts.goods import basket
from samples.receipts.lands import Land

CENT = Decimal("0.01")
STOCKED = ("grocery", "restaurant", "pharmacy", "hardware", "shop")
TIPPING = {"US", "CA", "CAF", "DE", "GB", "ZA"}
SERVICE = {"MY", "SG", "PH", "AE", "ZA", "IN"}


@dataclass(frozen=True)
class Item:
    """One line of goods."""

    name: str
    count: int
    price: Decimal

    @property
    def amount(self) -> Decimal:
        """Price times count."""
        return self.price * self.count


@dataclass(frozen=True)
class Sale:
    """One purchase. `total` is before rounding, `payable` after it, `paid` with the tip.

    means: cash, card or None (a restaurant's bill before it is paid).
    """

    items: tuple[Item, ...]
    gross: Decimal
    discount: Decimal
    service: Decimal
    tax: Decimal
    rate: str
    added: bool
    total: Decimal
    payable: Decimal
    tip: Decimal
    given: Decimal
    means: str | None

    @property
    def paid(self) -> Decimal:
        """What the customer pays in all: the answer."""
        return self.payable + self.tip

    @property
    def net(self) -> Decimal:
        """The total without its tax."""
        return self.total - self.tax

    @property
    def rounding(self) -> Decimal:
        """What rounding to the smallest coin adds or takes."""
        return self.payable - self.total


def cents(amount: Decimal) -> Decimal:
    """Rounded to the cent, halves up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def goods(land: Land, trade: str, rng: Random) -> tuple[Item, ...]:
    """One to fourteen lines; mostly few."""
    tongue = "en" if land.tongue in {"english", "in"} else land.tongue
    count = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 11, 14))
    rows = basket(tongue, trade if trade in STOCKED else "shop", count, land.scale, rng)
    amounts = (1, 1, 1, 1, 1, 2, 2, 3, 4, 12)
    return tuple(Item(name, rng.choice(amounts), price) for name, price in rows)


def tendered(payable: Decimal, scale: int, rng: Random) -> Decimal:
    """Cash handed over: exact one time in five, else a round sum above."""
    if rng.random() < 0.2:
        return payable
    note = Decimal(rng.choice((1, 5, 10, 10, 20, 50, 100)) * scale)
    return (payable // note + 1) * note


def charged(land: Land, gross: Decimal, added: bool, rng: Random) -> tuple[str, Decimal]:  # noqa: FBT001
    """The tax rate as printed and the tax, on top of or inside `gross`."""
    rate = rng.choice(land.rates.split("|"))
    percent = Decimal(rate.replace(",", "."))
    return rate, cents(gross * percent / (100 if added else 100 + percent))


def sell(land: Land, trade: str, items: tuple[Item, ...], rng: Random) -> Sale:
    """The sums of a purchase after the habits of the country."""
    gross = sum((item.amount for item in items), Decimal(0))
    off = cents(gross * rng.randrange(5, 25) / 100) if rng.random() < 0.2 else Decimal(0)
    serves = trade == "restaurant" and land.code in SERVICE and rng.random() < 0.4
    service = cents((gross - off) / 10) if serves else Decimal(0)
    base = gross - off + service
    added = land.added or (land.code in {"MY", "SG", "IN", "AE"} and rng.random() < 0.4)
    rate, tax = charged(land, base, added, rng)
    total = base + tax if added else base
    means = rng.choice(("cash", "cash", "card", "card", "card" if land.scale > 1 else "cash"))
    step = Decimal(land.step)
    rounds = step and (means == "cash" or land.code in {"MY", "IN"})
    payable = cents((total / step).quantize(Decimal(1), ROUND_HALF_UP) * step) if rounds else total
    tips = trade == "restaurant" and land.code in TIPPING and means == "card"
    tip = cents(payable * rng.randrange(10, 26) / 100) if tips and rng.random() < 0.35 else 0
    given = tendered(payable, land.scale, rng) if means == "cash" else payable
    unpaid = trade == "restaurant" and not tip and rng.random() < 0.2
    return Sale(
        items, gross, off, service, tax, rate, added, total, payable,
        Decimal(tip), given, None if unpaid else means,
    )  # fmt: skip
