"""What an order is asked about before it counts: the way, the place, the questions, the secret code."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import typer

from cli.order_shown import order_row
from cli.output import Out
from cli.questions import agreed, code_given
from flow.order_approval import Given, approve_order
from flow.order_look import Looked
from flow.order_places import place_must_be_free
from flow.placing import Place
from flow.step_up import OWNER, must_take_codes
from flow.wiring import Wiring
from models.errors.orders import OrderStopped
from models.errors.values import UsageWrong
from models.words import mark
from pay.notes import must_take
from pay.rail import Handover, Rail
from pay.ways import RAILS

_SHEET, _FILE = "sepa-sheet", "sepa-file"


def rail_named(out: Out, name: str | None, only: Sequence[str] = ()) -> Rail | None:
    """The way of that name, None for none; only: those that serve here. Raises UsageWrong."""
    if name is None:
        return None
    known = {rail.name: rail for rail in RAILS if not only or rail.name in only}
    if name not in known:
        why = mark("There is no way of paying called {name}; it may be: {all}.")
        raise UsageWrong(why=out.words(why, name=name, all=", ".join(known)))
    return known[name]


def place_for(out: Out, rail: Rail, target: Path | None) -> Place | None:
    """Where the files go. Raises UsageWrong where a rail that makes some is given no place."""
    if target is None and rail.name in {_SHEET, _FILE}:
        why = mark("Say where to write with --out: a folder for a sheet, a file for transfers.")
        raise UsageWrong(why=out.words(why))
    if target is None:
        return None
    is_file = rail.name == _FILE
    # Unlike those of Path, they do not raise where a folder on the way may not be looked into.
    if is_file and os.path.isdir(target):  # noqa: PTH112
        why = mark("{file} is a folder: name the file of transfers, as {file}/transfers.xml.")
        raise UsageWrong(why=out.words(why, file=str(target)))
    if not is_file and os.path.isfile(target):  # noqa: PTH113
        why = mark("{file} is a file: name the folder into which the sheet is written.")
        raise UsageWrong(why=out.words(why, file=str(target)))
    return Place(target, is_file=is_file)


def approve_shown(
    out: Out, wiring: Wiring, looked: Looked, way: tuple[Rail, Handover, Place | None], *, yes: bool,
    code: str | None, by: str = OWNER,
) -> None:  # fmt: skip
    """Asks what is to be asked, and approves; what is refused whatever is answered is told before."""
    if looked.stops:
        out.emit(order_row(out, looked))
        because = looked.stops[0].because
        raise OrderStopped(**{**because.plain(), "why": because.sentence})
    rail, beside, place = way
    must_take(rail, [looked.order], beside)
    place_must_be_free(wiring, looked.payment_id, rail, beside, place)
    if looked.approved:
        return
    if looked.takes_code:
        must_take_codes(wiring, beside.now)
    for flag in looked.asks:
        question = mark("{reason} Go on?")
        if not agreed(out, out.words(question, reason=flag.because.told(out.lang)), yes=yes):
            raise typer.Abort
    if not looked.asks and not agreed(out, out.words(mark("Approve this payment?")), yes=yes):
        raise typer.Abort
    rules = frozenset(flag.rule for flag in looked.asks)
    secret = code_given(out, code) if looked.takes_code else code or ""
    approve_order(wiring, looked, Given(rules, secret, by), datetime.now(UTC))
