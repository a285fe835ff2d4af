"""What a line of the journal is about: numbers become names, an order becomes its bill."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.journal_words import DONE
from models.errors.values import AmountInvalid
from models.money import Money
from models.rails import RAIL_WORDS
from models.said import Said, said
from models.tables import Account, Bill, JournalLine, Member, Outlet, Settlement
from models.words import mark

_NUMBERED = re.compile(r"([a-z_]+)[ -](\d{1,18})")
_DRAWN = ("order_drawn_up", "order_redrawn")
_BY_US = frozenset({"facteur", "matching"})
_HOUSE = "Facteur"
_THINGS = {
    "bill": mark("bill {id}, {name}"),
    "settlement": mark("settlement {id}"),
    "payment": mark("payment {id}"),
    "message": mark("mail m{id}"),
    "bank_file": mark("statement {name}"),
    "bank_match": mark("match {id}"),
    "account": mark("mailbox {name}"),
    "household": mark("household {id}"),
    "member": mark("member {id}, {name}"),
    "outlet": mark("channel {name}"),
    "dispatch": mark("message {id}"),
    "collection": mark("collection {id}"),
    "collector": mark("payee {name}"),
    "quarantine": mark("kept mail {id}"),
    "caps": mark("caps: {transfer} a payment, {month} a month"),
}
"""By the noun of a line; without a name, the noun and its number stand alone."""
_NAMELESS = mark("bill {id}")
_OTHERS = {
    "archive": mark("everything"),
    "owner": mark("yourself"),
    "secret code of owner": mark("secret code"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line as it is kept, and its detail opened. kind, number: what it is about, "" and 0 for none."""

    at: datetime
    who: str
    what: str
    on_what: str
    where: str
    kept: str
    detail: dict[str, object]
    kind: str
    number: int

    @property
    def done(self) -> str:
        """What was done, to be translated; the code itself when it comes from a later version."""
        return DONE.get(self.what, self.what)

    @property
    def rail(self) -> str:
        """The way of an order as a word to be translated, "" for none."""
        name = self._text("rail")
        return RAIL_WORDS.get(name, name)

    @property
    def amount(self) -> Money | None:
        """What the line itself tells."""
        return self.money("amount")

    def money(self, name: str) -> Money | None:
        """What the line calls so, in its currency."""
        try:
            return Money.of(self._text(name), self._text("currency"))
        except AmountInvalid:
            return None

    @property
    def name(self) -> str:
        """What the line itself calls its thing: a file, a payee."""
        return self._text("name") or self._text("payee")

    def _text(self, name: str) -> str:
        value = self.detail.get(name)
        return value if isinstance(value, str) else ""


def event_of(line: JournalLine) -> Event:
    """The line with what it is about: an order and a match stand for what they pay."""
    found = json.loads(line.detail)
    detail = found if isinstance(found, dict) else {}
    about = detail.get("about") if line.on_what.startswith("payment ") else detail.get("pays")
    about = str(about).partition(",")[0] if about else line.on_what
    numbered = _NUMBERED.fullmatch(about) or _NUMBERED.fullmatch(line.on_what)
    kind, number = (numbered[1], int(numbered[2])) if numbered else ("", 0)
    return Event(
        line.at,
        line.who,
        line.what,
        line.on_what,
        line.where_from,
        line.detail,
        detail,
        kind,
        number,
    )


@dataclass(frozen=True, slots=True)
class Names:
    """What the rows behind a few lines are called, by kind and number; and the orders' amounts."""

    names: dict[tuple[str, int], str]
    amounts: dict[tuple[str, int], Money]
    drawn: dict[str, list[tuple[datetime, Money]]]

    def who(self, event: Event) -> str:
        """A name; "" for the person at this machine."""
        if event.who in _BY_US:
            return _HOUSE
        numbered = _NUMBERED.fullmatch(event.who)
        return self.names.get(("member", int(numbered[2])), event.who) if numbered else ""

    def thing(self, event: Event) -> Said:
        """What it was done to."""
        if event.kind not in _THINGS:
            file = event.on_what.removeprefix("file ")
            return said(_OTHERS.get(event.on_what, file))
        name = self.names.get((event.kind, event.number), "") or event.name
        words = _NAMELESS if event.kind == "bill" and not name else _THINGS[event.kind]
        caps = {one: event.money(one) or "–" for one in ("transfer", "month")}
        return said(words, id=event.number, name=name or str(event.number), **caps)

    def amount(self, event: Event) -> Money | None:
        """As the line tells; of an order as it stood then; of a bill or a settlement as it stands now."""
        if event.amount is not None:
            return event.amount
        then = [money for at, money in self.drawn.get(event.on_what, ()) if at <= event.at]
        return then[-1] if then else self.amounts.get((event.kind, event.number))


def names_for(session: Session, events: Sequence[Event]) -> Names:
    """What the lines need to be told: a query for each kind of row."""
    names: dict[tuple[str, int], str] = {}
    amounts: dict[tuple[str, int], Money] = {}
    numbers = {kind: {one.number for one in events if one.kind == kind} for kind in _THINGS}
    for bill in session.scalars(select(Bill).where(Bill.id.in_(numbers["bill"]))):
        names["bill", bill.id] = bill.biller or ""
        if bill.amount is not None:
            amounts["bill", bill.id] = bill.amount
    settlements = select(Settlement).where(Settlement.id.in_(numbers["settlement"]))
    for settlement in session.scalars(settlements):
        amounts["settlement", settlement.id] = settlement.amount
    accounts = select(Account).where(Account.id.in_(numbers["account"]))
    names |= {("account", row.id): row.address for row in session.scalars(accounts)}
    outlets = select(Outlet).where(Outlet.id.in_(numbers["outlet"]))
    names |= {("outlet", row.id): row.name for row in session.scalars(outlets)}
    names |= {("member", row.id): row.name for row in session.scalars(select(Member))}
    return Names(names, amounts, _drawn(session, events))


def _drawn(session: Session, events: Sequence[Event]) -> dict[str, list[tuple[datetime, Money]]]:
    """When each order was drawn up, for how much: the oldest first."""
    orders = {one.on_what for one in events if one.on_what.startswith("payment ")}
    query = (
        select(JournalLine)
        .where(JournalLine.on_what.in_(orders), JournalLine.what.in_(_DRAWN))
        .order_by(JournalLine.id)
    )
    found: dict[str, list[tuple[datetime, Money]]] = {}
    for event in map(event_of, session.scalars(query)):
        if event.amount is not None:
            found.setdefault(event.on_what, []).append((event.at, event.amount))
    return found
