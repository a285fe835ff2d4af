"""Values of a paper: who sends it, dates, amounts that add up, numbers.

In a text `{a:5-90}` is an amount with its currency, `{b:..}` without, `{e:..}` with no cents,
`{l:..}` one that adds to `{sum}`, `{m:..}` a movement that changes `{bal}` (negative with
`{w:..}`), `{k:1-9}` and `{p:..}` a quantity and a price with `{kp}` their product (adds to the
sum), `{n:..}` a whole number, `{d:..}` one with a decimal. `=x` keeps it as `{x}`. `{+10}`,
`{-3..9}` are days from `{today}`, `{on}` one after the last `{on}`, `{same}` that again,
`{i}` counts rows and `{when}` is a day in the month of the row;
`{!has_iban}` notes a trap.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import identifiers as ids
from samples.composed.firms import firm
from samples.composed.places import FIRST, SURNAMES, TOWNS, figures, party, pick
from samples.composed.writing import Writing
from samples.papers.senders import sender
from samples.papers.texts import Text

HOLE = re.compile(r"\{([^{}]+)\}")
CHOICE = re.compile(r"<([^<>]+)>")
CENTS = (0, 0, 50, 90, 99, 95)
CENT = Decimal("0.01")


class Values:
    """What the holes of one paper are filled with. Amounts are exact, in the paper's currency."""

    def __init__(self, text: Text, country: str, writing: Writing, rng: Random) -> None:
        self.text, self.country, self.w, self.rng = text, country, writing, rng
        self.firm = sender(text, country, rng)
        self.to = party(text.lang, country, rng, self._company())
        self.today = date(2023, 9, 1) + timedelta(days=rng.randrange(1180))
        self.traps: list[str] = []
        self.total, self.price = Decimal(0), Decimal(0)
        self.balance = Decimal(rng.randrange(20_000, 900_000)) / 100
        self.fresh, self.days, self.row = False, dict[str, int](), 0
        self.count, self.prose, self.running = 1, False, -32
        self.kept = self._known()

    def _company(self) -> str:
        if self.text.head.get("to") != "firm":
            return ""
        return firm(self.text.lang, self.country, "erp", self.rng).legal

    def _known(self) -> dict[str, str]:
        firm, own = self.firm, self.today
        number = self.rng.choice(("######", "#####-##", f"{own:%y}-####", f"{own.year}/#####",
                                  "A#######", "## ### ###", f"{own:%Y%m}-###"))  # fmt: skip
        return {
            "firm": firm.brand, "legal": firm.legal, "street": firm.lines[0],
            "place": firm.lines[1], "town": firm.town, "phone": firm.phone, "mail": firm.mail,
            "site": firm.domain, "bank": firm.bank, "bic": firm.bic,
            "me": self.to.name, "home": ", ".join(self.to.lines[1:]),
            "num": figures(self.rng, number), "ref": figures(self.rng, "#########"),
            "year": str(own.year), "last": str(own.year - 1), "next": str(own.year + 1),
            "month": self.w.month(own), "before": self.w.month(own - timedelta(days=30)),
            "rate": self.rng.choice(("20", "21", "19", "22", "10")),
        }  # fmt: skip

    @property
    def formal(self) -> bool:
        """True of papers of a firm or an office; menus, tickets and private letters are not."""
        return self.text.head.get("form") not in ("private", "ticket", "flyer")

    def fill(self, text: str, *, prose: bool = False) -> str:
        """The text with choices made and holes filled; dates in words when `prose`."""
        self.prose = prose
        text = CHOICE.sub(lambda found: self.rng.choice(found.group(1).split(";")), text)
        text = HOLE.sub(lambda found: self.value(found.group(1)), text)
        return figures(self.rng, text) if "#" in text else text

    def value(self, hole: str) -> str:
        """The value of one hole."""
        hole, _, name = hole.partition("=")
        if hole[0] == "!":
            self.trap(hole[1:])
            return ""
        found = self._value(hole)
        if name:
            self.kept[name] = found
        return found

    def trap(self, name: str) -> None:
        """Note a thing that misleads readers."""
        if name not in self.traps:
            self.traps.append(name)

    def _value(self, hole: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "today": lambda: self.day(0), "sum": lambda: self._sum("1"),
            "tax": lambda: self._sum("0.2"), "gross": lambda: self._sum("1.2"),
            "bal": lambda: self.w.bare(self.balance), "kp": self._product,
            "people": self._person, "first": lambda: pick(self.rng, FIRST[self.text.lang]),
            "city": lambda: pick(self.rng, TOWNS[self.country]),
            "i": self._next, "when": lambda: self.day(30 * self.row + 10),
            "on": self._on, "same": lambda: self.day(self.running),
            "time": self._time, "iban": self._iban, "own": self._own,
        }  # fmt: skip
        if hole in self.kept:
            return self.kept[hole]
        if hole in makers:
            return makers[hole]()
        if hole in self.text.base:
            return self.fill(self.rng.choice(self.text.base[hole]), prose=self.prose)
        if hole[0] in "+-":
            return self.day(self._later(hole))
        return self._drawn(hole)

    def _later(self, hole: str) -> int:
        """Days from the paper's date; one hole is one date throughout, but not in tables."""
        low, _, high = hole[1:].partition("..")
        days = self.rng.randrange(int(low), int(high or low) + 1)
        days = days if hole[0] == "+" else -days
        return days if self.fresh else self.days.setdefault(hole, days)

    def day(self, later: int) -> str:
        """The day `later` days on, as this paper writes it."""
        day = self.today + timedelta(days=later)
        return self.w.day_words(day) if self.prose else self.w.day(day)

    def _drawn(self, hole: str) -> str:
        kind, _, span = hole.partition(":")
        low, _, high = span.partition("-")
        if kind == "n":
            return str(self.rng.randrange(int(low), int(high) + 1))
        if kind == "k":
            self.count = self.rng.randrange(int(low), int(high) + 1)
            return str(self.count)
        if kind == "d":
            return self.w.bare(Decimal(self.rng.randrange(int(low) * 10, int(high) * 10)) / 10, 1)
        return self._money(kind, Decimal(self.rng.randrange(int(low), int(high) + 1)))

    def _money(self, kind: str, whole: Decimal) -> str:
        cents = self.rng.choice(CENTS) if self.rng.random() < 0.6 else self.rng.randrange(100)
        amount = whole + Decimal(cents) / 100
        if kind == "e":
            whole_only = replace(self.w, whole=self.w.whole or " ")
            return whole_only.prose(whole) if self.prose else whole_only.cash(whole)
        if kind == "a":
            return self.w.prose(amount) if self.prose else self.w.cash(amount)
        if kind in ("m", "w"):
            amount = -amount if kind == "w" else amount
            self.balance += amount
        elif kind == "l":
            self.total += amount
        elif kind == "p":
            self.price = amount
        elif kind != "b":
            raise ValueError(f"no such value: {kind}")
        return self.w.bare(amount)

    def _product(self) -> str:
        self.total += self.count * self.price
        return self.w.bare(self.count * self.price)

    def _sum(self, factor: str) -> str:
        if factor != "0.2":
            self.trap("has_total")
        return self.w.cash((self.total * Decimal(factor)).quantize(CENT))

    def _next(self) -> str:
        self.row += 1
        return str(self.row)

    def _on(self) -> str:
        self.running = min(-1, self.running + self.rng.choice((0, 1, 1, 2, 3)))
        return self.day(self.running)

    def _person(self) -> str:
        first, last = (
            pick(self.rng, FIRST[self.text.lang]),
            pick(self.rng, SURNAMES[self.text.lang]),
        )
        return self.rng.choice((f"{first} {last}", f"{first[0]}. {last}", f"{first} {last}"))

    def _time(self) -> str:
        hour, minute = self.rng.randrange(7, 21), self.rng.choice((0, 15, 30, 40, 45, 55))
        mark = {"fr": self.rng.choice(" h :hH")}.get(self.text.lang, ":").strip() or "h"
        return f"{hour:02d}{mark}{minute:02d}"

    def _iban(self) -> str:
        """The sender's account."""
        self.trap("has_iban")
        return ids.spaced(self.firm.iban) or figures(self.rng, "#########")

    def _own(self) -> str:
        """The person's own account, as banks and employers print it."""
        self.trap("has_iban")
        account = self.firm.second_iban or figures(self.rng, "##########")
        hidden = self.rng.random() < 0.4
        return account[:4] + " **** **** " + account[-3:] if hidden else ids.spaced(account)
