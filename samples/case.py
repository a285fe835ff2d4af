"""One document to draw: its company, customer, dates, amounts, and what a reader must answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import formats, identifiers, people
from samples.companies import Company, company
from samples.leaflet import leaflet
from samples.page import Sheet

Answer = dict[str, object]
CURRENCY = {"GB": "GBP", "US": "USD", "CH": "CHF", "CA": "CAD"}


@dataclass(frozen=True)
class Drawn:
    """A drawn document and the expected answer."""

    pdf: bytes
    answer: Answer


class Case:
    """What one variant of a layout is drawn from; everything follows from family and variant."""

    def __init__(self, family: str, country: str, trade: str, variant: int):
        self.family, self.country, self.variant = family, country, variant
        self.rng = Random(f"{family}-{variant}")
        self.firm: Company = company(country, trade, variant, self.rng)
        self.party = people.customer(country, self.rng.randrange(12))
        self.address = people.address(country, self.rng)
        self.issued = date(2024, 9, 2) + timedelta(days=self.rng.randrange(780))
        self.prints_account = False
        self.tint = self.rng.choice(("#0b5cab", "#1d7a46", "#c0392b", "#6b2d8b", "#d35400"))

    def client_firm(self) -> people.Party:
        """A customer that is itself a company: its name must not be taken for the biller's."""
        return people.customer(self.country, self.variant, business=True)

    def of(self, *options: str) -> str:
        """The option of this variant: wording changes from one variant to the next."""
        return options[self.variant % len(options)]

    def sheet(
        self, *faces: str, rotated: bool = False, shift: tuple[float, float] = (0, 0)
    ) -> Sheet:
        """A fresh A4 (or US letter) sheet in the face of this variant."""
        size = (215.9, 279.4) if self.country in ("US", "CA") else (210.0, 297.0)
        face = self.of(*faces) if faces else "Helvetica"
        return Sheet(face, size, rotated=rotated, shift=shift)

    def money(self, low: int, high: int) -> Decimal:
        """An amount between two whole numbers, to the cent."""
        return Decimal(self.rng.randrange(low * 100, high * 100)) / 100

    def number(self, pattern: str) -> str:
        """The pattern with each # replaced by a digit."""
        return "".join(str(self.rng.randrange(1, 10)) if c == "#" else c for c in pattern)

    def iban(self) -> str:
        """The company's IBAN as printed, in groups of four."""
        return identifiers.spaced(self.firm.iban)

    def masked(self) -> str:
        """The customer's own IBAN as bills show it, mostly hidden."""
        own = identifiers.iban(self.country, self.rng)
        return f"{own[:4]} {own[4:8]} **** **** **** **** {own[-3:]}"

    def after(self, days: int) -> date:
        """The working day `days` after the issue date."""
        return formats.next_weekday(self.issued + timedelta(days=days))

    def vat(self, gross: Decimal, rate: str = "20") -> tuple[Decimal, Decimal]:
        """Net and tax of a gross amount, rounded to the cent."""
        net = (gross * 100 / (100 + Decimal(rate))).quantize(Decimal("0.01"))
        return net, gross - net

    def split(self, total: Decimal, parts: int) -> list[Decimal]:
        """`total` cut into uneven parts that sum to it exactly."""
        weights = [self.rng.randrange(10, 60) for _ in range(parts)]
        cuts = [(total * w / sum(weights)).quantize(Decimal("0.01")) for w in weights[:-1]]
        return [*cuts, total - sum(cuts)]

    def done(  # noqa: PLR0913
        self,
        sheet: Sheet,
        kind: str,
        amount: Decimal | None,
        *,
        due: date | None = None,
        number: str | None = None,
        customer: str | None = None,
        period: tuple[date, date] | None = None,
        reference: str | None = None,
        iban: str | None = None,
        means: str | None = None,
        issued: bool = True,
        biller: Sequence[str] | None = None,
        traps: Sequence[str] = (),
    ) -> Drawn:
        """The saved sheet with its expected answer; `iban` is the one to pay to, printed.

        Every third variant ends with a leaflet. An account in the small print of a bill that
        is not to be paid to it is not scored.
        """
        traps = list(traps)
        if self.variant == 2:
            leaflet(sheet, self.family[:2], self.tint)
            traps.append("leaflet_pages")
        answer: Answer = {
            "family": self.family,
            "lang": self.family[:2],
            "kind": kind,
            "biller": list(biller or self.firm.names),
            "amount": None if amount is None else f"{amount:.2f}",
            "currency": CURRENCY.get(self.country, "EUR"),
            "due_date": due.isoformat() if due else None,
            "issue_date": self.issued.isoformat() if issued else None,
            "invoice_number": number,
            "customer_number": customer,
            "period": period and {"from": period[0].isoformat(), "to": period[1].isoformat()},
            "iban": iban,
            "reference": reference,
            "means": means,
            "traps": traps,
        }
        if iban is None and self.prints_account:
            del answer["iban"]
        return Drawn(sheet.save(), answer)
