"""A bill in instalments: the plan is shown, agreed to, and kept."""

from datetime import date, datetime

import typer

from cli.output import Out
from cli.questions import agreed
from flow.plan import Plan, plan
from flow.wiring import Wiring
from models.words import mark

_HEADS = (mark("Instalment"), mark("Arrives"), mark("Amount"))


def make_plan(
    out: Out,
    wiring: Wiring,
    number: int,
    wanted: tuple[int, date | None],
    now: datetime,
    *,
    yes: bool,
) -> None:
    """Shows the plan, asks, and keeps it; one instalment ends the plan that was."""
    count, first = wanted
    made = plan(wiring, number, count, first, now, keep=False)
    if not out.as_json:
        _show(out, number, made)
    question = (
        out.words(mark("Pay bill {id} in these instalments?"), id=number)
        if count > 1
        else out.words(mark("Pay all that is left of bill {id} at once?"), id=number)
    )
    if not agreed(out, question, yes=yes):
        raise typer.Abort
    made = plan(wiring, number, count, first, now)
    out.emit(_row(number, made))
    if count > 1:
        words = mark("Kept. `facteur pay {id} --instalment 1 --rail …` prepares the first of them.")
    else:
        words = mark("The plan is over: `facteur pay {id}` pays all that is left.")
    out.say(words, id=number)


def _row(number: int, made: Plan) -> dict[str, object]:
    return {
        "bill": number,
        "instalments": [
            {"instalment": one, "due_date": day.isoformat(), "amount": str(money),
             "currency": money.currency}
            for one, day, money in made.instalments
        ],
        "late": made.late,
    }  # fmt: skip


def _show(out: Out, number: int, made: Plan) -> None:
    if made.instalments:
        rows = [
            (str(one), day.isoformat(), out.amount(money)) for one, day, money in made.instalments
        ]
        out.table(_HEADS, rows, right=2)
    if made.late:
        words = mark(
            "The last one arrives after the due date: agree it with the biller first "
            "(`facteur ask {id}` writes to them)."
        )
        out.say(words, id=number)
