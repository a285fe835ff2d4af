"""`facteur pay`: a bill becomes an order that is checked, approved, and handed over to you."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli.entries import amount_of, day_of, name_of
from cli.options import Json, LangName
from cli.order_asked import approve_shown, place_for, rail_named
from cli.order_shown import STEP_WORDS, made_row, order_row, say_made, say_order
from cli.output import Out
from cli.questions import agreed
from cli.wired_door import wired_door
from flow.order_draft import Wish
from flow.order_handover import hand_over
from flow.order_link import handover_for
from flow.order_look import Looked, look, look_again, part_of
from flow.order_word import withdraw_order
from flow.wiring import Wiring
from models.said import amount_in
from models.words import mark


def pay(
    number: Annotated[int, typer.Argument(help=mark("A bill's id, as `facteur list` prints it."))],
    rail: Annotated[
        str | None,
        typer.Option(
            "--rail",
            help=mark(
                "The way: sepa-sheet (payment code and lines to copy), sepa-file (for your bank), "
                "biller-page, direct-debit, by-hand. Without it, the order is only shown."
            ),
        ),
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option("--out", help=mark("The folder of the sheet, or the file of transfers.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help=mark("The day it leaves, as 2026-12-01."))
    ] = None,
    part: Annotated[
        str | None, typer.Option("--part", help=mark("Pay a part of the bill, as 40.00."))
    ] = None,
    payee: Annotated[
        str | None,
        typer.Option("--payee", help=mark("The payee's legal name, if the bill was read wrongly.")),
    ] = None,
    instant: Annotated[
        bool, typer.Option("--instant", help=mark("As an instant transfer."))
    ] = False,
    host: Annotated[
        str | None,
        typer.Option(
            "--host", help=mark("The address of the biller's own page, as you know it yourself.")
        ),
    ] = None,
    confirmed_by: Annotated[
        int | None,
        typer.Option(
            "--confirmed-by",
            help=mark("You asked about a new account by the contact on this older bill (its id)."),
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help=mark("Make the papers of the same order once more."))
    ] = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help=mark("Take the order back: you did not send it."))
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=mark("Answer every question with yes."))
    ] = False,
    code: Annotated[
        str | None,
        typer.Option("--code", help=mark("Your secret code (see `facteur secret`).")),
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Prepare the payment of a bill: check it, approve it, get what your bank needs. No money moves."""
    with wired_door(lang, as_json) as (out, wiring):
        if withdraw:
            _withdraw(out, wiring, number, yes=yes)
            return
        now, money = datetime.now(UTC), amount_of(out, part)
        chosen = rail_named(out, rail)
        wish = Wish(
            on=day_of(out, on),
            part=part_of(wiring, number, money) if money is not None else None,
            payee=name_of(out, payee),
            instant=instant,
            rail=rail or "",
            contact_bill=confirmed_by,
        )
        if again:
            looked = look_again(wiring, number, wish)
            chosen = rail_named(out, looked.wish.rail)
        else:
            looked = look(wiring, number, wish, now, keep=chosen is not None)
        if chosen is None:
            _only_shown(out, looked)
            return
        place = place_for(out, chosen, target)
        beside = handover_for(wiring, looked, now, host=host or "")
        say_order(out, looked)
        if not again:
            approve_shown(out, wiring, looked, (chosen, beside), yes=yes, code=code)
        made = hand_over(wiring, looked.payment_id, chosen, beside, place)
        out.emit({**order_row(out, looked), **made_row(out, made)})
        say_made(out, made)


def _only_shown(out: Out, looked: Looked) -> None:
    out.emit(order_row(out, looked))
    say_order(out, looked)
    out.say(mark("Nothing was prepared: choose a way with --rail."))


def _withdraw(out: Out, wiring: Wiring, number: int, *, yes: bool) -> None:
    question = mark("You did not send this money, and will not send it this way?")
    if not agreed(out, out.words(question), yes=yes):
        raise typer.Abort
    done = withdraw_order(wiring, number)
    back = done.given_back
    out.emit(
        {
            "bill": number, "step": done.step.value if done.step else None,
            "given_back": str(back) if back else None,
        }
    )  # fmt: skip
    if done.step is not None:
        step = out.words(STEP_WORDS[done.step])
        out.say(mark("The order of bill {id} is now: {step}."), id=number, step=step)
    if back is not None:
        told = f"{amount_in(out.lang, back)} {back.currency}"
        out.say(mark("Given back to the credit note: {amount}."), amount=told)
