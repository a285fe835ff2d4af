"""What one e-invoice says, before it is written in one syntax or another."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples.companies import Company, company
from samples.identifiers import iban
from samples.people import Party, address, customer


@dataclass
class Deal:
    """An invoice of two lines at one VAT rate; amounts in `currency`, due = gross - prepaid."""

    name: str
    country: str
    trade: str
    variant: int = 0
    rate: Decimal = Decimal(20)
    prepaid: Decimal = Decimal(0)
    credit: bool = False
    means: str = "58"
    terms: str = ""
    currency: str = "EUR"
    due_dates: int = 1
    rng: Random = field(init=False)
    seller: Company = field(init=False)
    buyer: Party = field(init=False)
    street: list[str] = field(init=False)
    issued: date = field(init=False)
    number: str = field(init=False)
    lines: list[Decimal] = field(init=False)
    payer_iban: str = field(init=False)

    def __post_init__(self) -> None:
        self.rng = Random(f"einvoice-{self.name}")
        self.seller = company(self.country, self.trade, self.variant, self.rng)
        self.buyer = customer(self.country, self.variant)
        self.street = address(self.country, self.rng)
        self.issued = date(2025, 3, 3) + timedelta(days=self.rng.randrange(500))
        self.number = f"{self.issued.year}-{self.rng.randrange(1000, 9999)}"
        self.lines = [Decimal(self.rng.randrange(3000, 60000)) / 100 for _ in range(2)]
        self.payer_iban = iban(self.country, self.rng)

    @property
    def net(self) -> Decimal:
        """Sum of the lines."""
        return sum(self.lines, Decimal(0))

    @property
    def tax(self) -> Decimal:
        """VAT, rounded to the cent."""
        return (self.net * self.rate / 100).quantize(Decimal("0.01"))

    @property
    def gross(self) -> Decimal:
        """Grand total."""
        return self.net + self.tax

    @property
    def payable(self) -> Decimal:
        """What is due."""
        return self.gross - self.prepaid

    @property
    def dues(self) -> list[date]:
        """Due dates, a month apart."""
        return [self.issued + timedelta(days=30 * (i + 1)) for i in range(self.due_dates)]

    def answer(self, file: str, traps: list[str]) -> dict[str, object]:
        """What a reader must say."""
        debit = self.means == "59"
        kind = "credit_note" if self.credit else "to_be_debited" if debit else "to_pay"
        pays = not self.credit and not debit
        return {
            "file": file,
            "family": "einvoice-" + self.name,
            "lang": {"FR": "fr", "DE": "de", "BE": "fr", "GB": "en"}[self.country],
            "kind": kind,
            "biller": self.seller.names,
            "amount": (
                [f"{-self.payable:.2f}", f"{self.payable:.2f}"]
                if self.credit
                else f"{self.payable:.2f}"
            ),
            "currency": self.currency,
            "due_date": None if self.credit else self.dues[-1].isoformat(),
            "issue_date": self.issued.isoformat(),
            "invoice_number": self.number,
            "customer_number": None,
            "period": None,
            "iban": self.seller.iban if pays else None,
            "reference": self.number if pays else None,
            "means": "direct_debit" if debit else None if self.credit else "transfer",
            "traps": ["xml", *traps],
        }
