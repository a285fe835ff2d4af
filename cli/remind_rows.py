"""The messages that `facteur remind` shows, one by one: for a script, and for a person."""

from collections.abc import Sequence
from datetime import datetime

from cli.output import Out
from flow.reminding.people import Someone
from flow.reminding.planned import Planned, Told
from models.money import Money
from models.said import amount_in
from models.words import mark
from notify.due import Todo
from notify.raised import CapsRaised, short_raise

_TODO = {
    Todo.PAY: mark("pay {to}"),
    Todo.PAY_BACK: mark("give back to {to}"),
    Todo.PORTAL: mark("pay on the biller’s site"),
    Todo.DEBITED: mark("nothing: it is debited"),
    Todo.NOT_DEBITED: mark("look at the account: it was not debited"),
}


def name_of(out: Out, who: Someone) -> str:
    """As they are called, or "you"."""
    return who.name or out.words(mark("you"))


def say_planned(out: Out, planned: Sequence[Planned], now: datetime) -> None:
    """Raises of caps in sentences, bills in a table."""
    for one in planned:
        if one.raised is not None:
            words = short_raise(one.raised, out.lang, now, amounts=True)
            out.say(
                mark("{name}, through {through}: {state}."),
                name=name_of(out, one.who),
                through=one.through,
                state=words.title,
            )
            for line in words.text.splitlines():
                out.say(mark("  {line}"), line=line)
    if any(one.told for one in planned):
        _table(out, planned)


def _table(out: Out, planned: Sequence[Planned]) -> None:
    heads = (
        mark("To"), mark("Through"), mark("Bill"), mark("Biller"), mark("Their part"), mark("Due"),
        mark("To do"),
    )  # fmt: skip
    rows = [_row(out, one, told) for one in planned for told in one.told]
    out.table(heads, rows, right=4)


def _row(out: Out, one: Planned, told: Told) -> tuple[str, ...]:
    due = told.due
    to_do = out.words(_TODO[due.todo], to=due.to or due.biller)
    day = due.due_on.isoformat() if due.due_on else "–"
    amount = amount_in(out.lang, due.mine)
    return name_of(out, one.who), one.through, str(due.bill), due.biller, amount, day, to_do


def emit_planned(out: Out, one: Planned, state: str) -> None:
    """One message for a script. state: "planned", or where it stands."""
    out.emit(
        {
            "to": name_of(out, one.who), "through": one.through, "kind": one.purpose, "state": state,
            "bills": [
                {
                    "bill": told.due.bill, "biller": told.due.biller, "amount": str(told.due.mine),
                    "currency": told.due.mine.currency, "shared": told.due.shared,
                    "due_date": told.due.due_on.isoformat() if told.due.due_on else None,
                    "todo": told.due.todo.value, "pay_to": told.due.to, "occasion": told.occasion or None,
                }
                for told in one.told
            ],
            **(_caps(one.raised) if one.raised is not None else {}),
        }
    )  # fmt: skip


def _caps(raised: CapsRaised) -> dict[str, object]:
    return {
        "caps": [
            {"cap": each.what.value, "before": _plain(each.before), "after": _plain(each.after)}
            for each in raised.higher
        ],
        "counts_from": raised.counts_from.isoformat(timespec="seconds"),
        "take_back": raised.take_back,
    }


def _plain(cap: Money | None) -> str | None:
    return f"{cap} {cap.currency}" if cap else None
