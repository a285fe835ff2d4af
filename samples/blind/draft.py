"""One blind document: invented company, customer, numbers and dates, and what a reader must say.

It shares no company, wording or layout with the rest of samples/: what is drawn here measures a
reader on what nobody taught it. Nothing here may be used to train or to write rules.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import identifiers
from samples.blind.places import PEOPLE, SEATS
from samples.formats import next_weekday
from samples.page import Sheet

Answer = dict[str, object]
Result = tuple[bytes, Answer]
LANDS = {"fr": "FR", "en": "GB", "de": "DE", "es": "ES", "it": "IT", "nl": "NL"}
CURRENCY = {"GB": "GBP", "US": "USD", "CH": "CHF", "CA": "CAD"}
LAST = date(2026, 11, 20)  # no document of the set is issued later
LETTER = (215.9, 279.4)


def account(country: str, rng: Random) -> str:
    """An IBAN with right check digits; Spain's two control digits are right as well."""
    if country == "ES":
        bank, own = "9" + identifiers.digits(rng, 7), identifiers.digits(rng, 10)
        return identifiers.close_iban("ES", bank + control("00" + bank) + control(own) + own)
    if country == "IT":
        bank = f"9{identifiers.digits(rng, 9)}"
        return identifiers.close_iban(
            "IT", rng.choice("ABCDEFGH") + bank + "000" + identifiers.digits(rng, 9)
        )
    return identifiers.iban(country, rng)


def control(number: str) -> str:
    """The control digit of ten digits of a Spanish account: weights 2**place modulo 11."""
    rest = 11 - sum(int(char) * 2**place for place, char in enumerate(number)) % 11
    return {11: "0", 10: "1"}.get(rest, str(rest))


class Draft:
    """What one variant of a blind layout is drawn from; all follows from name and variant."""

    def __init__(self, name: str, variant: int):
        self.name, self.variant = name, variant
        self.lang, second = name.split("-")[:2]
        self.country = second.upper() if second in ("us", "ca", "ch", "be") else LANDS[self.lang]
        self.rng = Random(f"blind-{name}-{variant}")
        self.issued = date(2024, 10, 1) + timedelta(days=self.rng.randrange(770))
        places = list(PEOPLE[self.country])
        self.rng.shuffle(places)
        self.party, self.other = places[0], places[1]
        self.seat = self.rng.choice(SEATS[self.country])
        self.siren = identifiers.siren(self.rng)
        self.account = ""
        self.trade = self.legal = ""
        self.fill: Callable[[Sheet], object] | None = None

    def dated(self, month: int, day: int) -> None:
        """Issue it on that day of its year, or a year before when the day is yet to come."""
        self.issued = self.issued.replace(month=month, day=day)
        if self.issued > LAST:
            self.issued = self.issued.replace(year=LAST.year - 1)

    def of(self, *options: str) -> str:
        """The option of this variant."""
        return options[self.variant % len(options)]

    def firm(self, *names: str) -> tuple[str, str]:
        """Trade and legal name of this variant, each option written "Trade|Legal name"."""
        self.trade, self.legal = (self.of(*names).split("|") * 2)[:2]
        return self.trade, self.legal

    def sheet(self, face: str = "Helvetica") -> Sheet:
        """A fresh sheet, US letter in North America and A4 elsewhere."""
        return Sheet(face, LETTER if self.country in ("US", "CA") else (210.0, 297.0))

    def money(self, low: int, high: int) -> Decimal:
        """An amount between two whole numbers, to the cent."""
        return Decimal(self.rng.randrange(low * 100, high * 100)) / 100

    def no(self, pattern: str) -> str:
        """The pattern with each # replaced by a digit from 1 to 9."""
        return "".join(str(self.rng.randrange(1, 10)) if c == "#" else c for c in pattern)

    def iban(self) -> str:
        """The biller's account as printed, in groups of four."""
        self.account = self.account or account(self.country, self.rng)
        return identifiers.spaced(self.account)

    def masked(self) -> str:
        """The customer's own account, mostly hidden."""
        own = account(self.country, self.rng)
        return f"{own[:4]} {own[4:8]} XXXX XXXX XXXX X{own[-3:]}"

    def after(self, days: int) -> date:
        """The working day `days` after the issue date."""
        return next_weekday(self.issued + timedelta(days=days))

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
        amount: Decimal,
        *,
        due: date | None = None,
        number: str | None = None,
        customer: str | None = None,
        period: tuple[date, date] | None = None,
        reference: str | None = None,
        iban: bool = False,
        means: str | None = None,
        biller: Iterable[str] = (),
        traps: Iterable[str] = (),
        skip: Iterable[str] = (),
    ) -> Result:
        """The saved sheet and its answer; `iban` when the document asks to pay to the account.

        `fill` draws last, on the last page. `skip` names fields on which
        careful people would differ: left out, so not scored.
        """
        if self.fill:
            self.fill(sheet)
        answer: Answer = {
            "family": f"blind-{self.name}",
            "lang": self.lang,
            "kind": kind,
            "biller": list(dict.fromkeys([self.trade, self.legal, *biller])),
            "amount": f"{amount:.2f}",
            "currency": CURRENCY.get(self.country, "EUR"),
            "due_date": due.isoformat() if due else None,
            "issue_date": self.issued.isoformat(),
            "invoice_number": number,
            "customer_number": customer,
            "period": period and {"from": period[0].isoformat(), "to": period[1].isoformat()},
            "iban": self.account if iban else None,
            "reference": reference,
            "means": means,
            "traps": list(traps),
        }
        for field in skip:
            del answer[field]
        return sheet.save(), answer
