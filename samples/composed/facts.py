"""What one bill says: its parties, dates, lines, totals and what is due now."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samples.composed.firms import Firm
from samples.composed.phrases import Book
from samples.composed.places import Party

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Item:
    """A line: quantity times price is its net amount, in the prices of the bill."""

    name: str
    unit: str
    quantity: Decimal
    price: Decimal
    rate: Decimal

    @property
    def total(self) -> Decimal:
        """Quantity times price, to the cent."""
        return (self.quantity * self.price).quantize(CENT)


@dataclass
class Bill:
    """The facts of one bill. `amount` is the answer: what is due now, negative for a credit."""

    book: Book
    state: str
    firm: Firm
    customer: Party
    issued: date
    number: str
    client: str
    reference: str
    items: list[Item]
    gross_prices: bool
    adjustments: list[tuple[str, Decimal]] = field(default_factory=list)
    rule: str = "printed"
    days: int = 30
    due: date | None = None
    paid_on: date | None = None
    period: tuple[date, date] | None = None
    plan: list[tuple[date, Decimal]] = field(default_factory=list)
    traps: list[str] = field(default_factory=list)

    @property
    def subtotal(self) -> Decimal:
        """The sum of the lines, in the prices of the bill."""
        return sum((item.total for item in self.items), Decimal(0))

    @property
    def taxes(self) -> list[tuple[Decimal, Decimal, Decimal]]:
        """Rate, base and tax of every rate above nil."""
        found = []
        for rate in sorted({item.rate for item in self.items if item.rate}):
            whole = sum((i.total for i in self.items if i.rate == rate), Decimal(0))
            if self.gross_prices:
                base = (whole * 100 / (100 + rate)).quantize(CENT)
                found.append((rate, base, whole - base))
            else:
                found.append((rate, whole, (whole * rate / 100).quantize(CENT)))
        return found

    @property
    def tax(self) -> Decimal:
        """All value added tax."""
        return sum((tax for _, _, tax in self.taxes), Decimal(0))

    @property
    def gross(self) -> Decimal:
        """The total with tax, before adjustments."""
        return self.subtotal if self.gross_prices else self.subtotal + self.tax

    @property
    def net(self) -> Decimal:
        """The total without tax."""
        return self.gross - self.tax

    @property
    def balance(self) -> Decimal:
        """What the adjustments leave: positive, also on a credit note."""
        return self.gross + sum((amount for _, amount in self.adjustments), Decimal(0))

    @property
    def amount(self) -> Decimal:
        """What a careful reader answers."""
        if self.state == "schedule":
            return self.plan[0][1]
        return -self.balance if self.state == "credit_note" else self.balance

    @property
    def sign(self) -> int:
        """-1 on credit notes."""
        return -1 if self.state == "credit_note" else 1
