"""A year of one invented household: its billers, its bills as Facteur read them, its payments."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

from models.iban import Iban
from models.money import Money
from models.reading import Means
from pay.match.expected import Expected, to_be_seen

FIRST = date(2025, 1, 1)
TODAY = date(2026, 1, 15)
OWN = "FR7630006000011234567890189"
NAMES = [
    "Énergie du Vallon",
    "Energie du Val",
    "Eaux de Morteval",
    "Eau de Mortain",
    "Mobile Alto",
    "Mobile Alta",
    "Fibre Nord",
    "SCI des Tilleuls",
    "Syndic Tilleul",
    "Mutuelle Aster",
    "Assurances Astrée",
    "Crèche Pom",
    "Cantine de Brive",
    "Docteur Lemoine",
    "Cabinet Lemoine",
    "Garage Roux",
    "Trésor de Brive",
    "Presse Lune",
    "Ramonage Petit",
    "Alarme Vigie",
]
PRICES = (999, 1999, 2990, 4990, 5000, 65000)


@dataclass(slots=True)
class Biller:
    name: str
    iban: str
    creditor: str
    mandate: str
    fixed: int
    debits: bool
    every: int
    lines: int
    customer: str
    own_reference: bool


@dataclass(slots=True)
class Payment:
    """A movement before the bank writes it, with the bills it truly pays."""

    on: date
    minor: int
    biller: Biller | None
    said: str = ""
    end_to_end: str = ""
    bills: tuple[str, ...] = ()
    returned: bool = False


@dataclass(slots=True)
class House:
    expected: list[Expected] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)


def iban(r: random.Random) -> str:
    body = f"{r.randrange(10**23):023d}"
    check = 98 - int(body + "152700") % 97
    return f"FR{check:02d}{body}"


def creditor(r: random.Random) -> str:
    body = f"{r.randrange(10**6):06d}"
    check = 98 - int(body + "152700") % 97
    return f"FR{check:02d}ZZZ{body}"


def billers(r: random.Random) -> list[Biller]:
    made: list[Biller] = []
    for name in r.sample(NAMES, r.randint(7, 12)):
        known = made[-1].iban if made and r.random() < 0.05 else iban(r)
        fixed = r.choice(PRICES) if r.random() < 0.5 else 0
        every = r.choice((1, 1, 1, 2, 3, 6))
        lines = 2 if r.random() < 0.12 else 1
        numbers = (f"RUM{r.randrange(10**8)}", f"{r.randrange(10**9):09d}")
        debits = r.random() < 0.5
        own = r.random() < 0.7
        made.append(
            Biller(
                name, known, creditor(r), numbers[0], fixed, debits, every, lines, numbers[1], own
            )
        )
    return made


@dataclass(frozen=True, slots=True)
class Debt:
    """One bill as its biller made it. asked: what must be written; before: what was, last time."""

    key: str
    biller: Biller
    due: date
    minor: int
    number: str
    before: str

    @property
    def asked(self) -> str:
        return self.number if self.biller.own_reference else self.biller.customer

    @property
    def order(self) -> str:
        return f"FCT{self.key}{self.number}".replace("-", "")


def house(r: random.Random) -> House:
    home = House()
    for place, biller in enumerate(billers(r)):
        serial, before = r.randrange(1000, 90000), ""
        for month, line in product(range(0, 12, biller.every), range(biller.lines)):
            serial += r.randint(1, 40)
            due = FIRST + timedelta(days=30 * month + 3 + place * 2 + line)
            minor = biller.fixed or r.randrange(800, 30000)
            debt = Debt(
                f"{place}-{month}-{line}", biller, due, minor, f"F-{due:%y}-{serial}", before
            )
            before = debt.asked
            if r.random() < 0.85:
                home.expected.append(seen(r, debt))
            if r.random() > 0.07:  # never paid, or from an account that is not here
                pay(r, home, debt)
    joint(r, home)
    noise(r, home)
    return home


def seen(r: random.Random, debt: Debt) -> Expected:
    """The bill as Facteur read it: some fields missing, some numbers misread."""
    biller, issued = debt.biller, debt.due - timedelta(days=r.randint(10, 28))
    one = to_be_seen(
        debt.key,
        Money(debt.minor, "EUR"),
        due_on=debt.due if r.random() < 0.9 else None,
        issued_on=issued if r.random() < 0.8 else None,
        today=issued,
    )
    read = debt.number if r.random() < 0.97 else debt.number[:-1] + str(r.randrange(10))
    return replace(
        one,
        payee=biller.name,
        payee_iban=Iban(biller.iban) if r.random() < 0.7 and not biller.debits else None,
        reference=debt.asked if r.random() < 0.8 else "",
        number=read if r.random() < 0.9 else "",
        end_to_end=debt.order,
        creditor_id=biller.creditor if biller.debits and r.random() < 0.6 else "",
        mandate=biller.mandate if biller.debits and r.random() < 0.5 else "",
        means=Means.DIRECT_DEBIT if biller.debits else Means.TRANSFER,
    )


def pay(r: random.Random, home: House, debt: Debt) -> None:
    home.payments += debited(r, debt) if debt.biller.debits else transferred(r, home, debt)


def debited(r: random.Random, debt: Debt) -> list[Payment]:
    """A direct debit; now and then it comes back, and is presented again."""
    on = debt.due + timedelta(days=r.randint(0, 3))
    said = debt.asked if r.random() < 0.6 else ""
    first = Payment(on, -debt.minor, debt.biller, said, bills=(debt.key,))
    if r.random() > 0.015:
        return [first]
    back = replace(first, on=on + timedelta(days=r.randint(1, 6)), minor=debt.minor, returned=True)
    again = replace(first, on=on + timedelta(days=12))
    return [first, back, again] if r.random() < 0.6 else [first, back]


def transferred(r: random.Random, home: House, debt: Debt) -> list[Payment]:
    """A transfer, mostly near its day: in parts, twice, or partly refunded now and then."""
    on = debt.due + timedelta(days=r.randint(-9, 7) if r.random() < 0.93 else r.randint(8, 55))
    known = any(one.key == debt.key for one in home.expected)
    sent = debt.order if known and r.random() < 0.15 else ""
    whole = Payment(on, -debt.minor, debt.biller, typed(r, debt), sent, (debt.key,))
    made = [whole]
    if r.random() < 0.02:
        half = debt.minor // 2
        later = replace(whole, on=on + timedelta(days=20), minor=half - debt.minor)
        made = [replace(whole, minor=-half), later]
    if r.random() < 0.01:
        made.append(replace(whole, on=on + timedelta(days=r.randint(1, 9))))
    if r.random() < 0.01:
        made.append(Payment(on + timedelta(days=25), debt.minor // 2, debt.biller, "AVOIR"))
    return made


def typed(r: random.Random, debt: Debt) -> str:
    """What the payer writes: the reference, nothing, a typo, or last month's reference."""
    if r.random() < 0.25:
        return ""
    if r.random() < 0.04:
        return typo(r, debt.asked)
    return debt.before if debt.before and r.random() < 0.01 else debt.asked


def typo(r: random.Random, text: str) -> str:
    at = r.randrange(len(text))
    return text[:at] + str(r.randrange(10)) + text[at + 1 :]


def joint(r: random.Random, home: House) -> None:
    """Two bills of one payee paid by one transfer, now and then."""
    single = [p for p in home.payments if p.biller and not p.biller.debits and len(p.bills) == 1]
    for first in r.sample(single, k=min(len(single), 2)):
        others = [p for p in single if p.biller is first.biller and p is not first and p.minor < 0]
        near = [p for p in others if timedelta() < p.on - first.on < timedelta(days=35)]
        if near and first.minor < 0 and r.random() < 0.3 and first in home.payments:
            home.payments.remove(near[0])
            first.minor += near[0].minor
            first.said = f"{first.said} {near[0].said}"
            first.bills += near[0].bills
            single = [p for p in single if p is not near[0]]


def noise(r: random.Random, home: House) -> None:
    """Shops, friends, subscriptions, wages; some with the very amount of a bill, some to its payee."""
    amounts = [-one.amount.minor for one in home.expected]
    for _ in range(250):
        on = FIRST + timedelta(days=r.randrange(370))
        same = amounts and r.random() < 0.05
        minor = r.choice(amounts) if same else r.choice((r.randrange(200, 20000), *PRICES))
        name = r.choice(
            ("MARCHE BIO", "LIBRAIRIE", "VIR A BOB", "STREAMING", "STATION", *NAMES[:4])
        )
        home.payments.append(
            Payment(on, -minor if r.random() < 0.93 else minor, None, f"CB {name}")
        )
