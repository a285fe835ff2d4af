"""`facteur pay`: a bill becomes an order that is checked, approved, and handed over to you."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli.entries import day_of, name_of
from cli.options import Json, LangName
from cli.order_asked import approve_shown, place_for, rail_named
from cli.order_options import Again, Instant, Papers, SecretCode, Yes
from cli.order_shown import made_row, order_row, say_made, say_order
from cli.output import Out
from cli.pay_again import make_again, must_fit, take_back
from cli.pay_credit import after_credit, credit_chosen
from cli.pay_plan import make_plan
from cli.typed_part import typed_part
from cli.wired_door import wired_door
from flow.order_draft import Wish
from flow.order_handover import hand_over
from flow.order_link import handover_for
from flow.order_look import Looked, look
from flow.placing import Place
from flow.wiring import Wiring
from models.words import mark
from pay.rail import Rail


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
    target: Papers = None,
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
    instant: Instant = False,
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
    credit: Annotated[
        int | None,
        typer.Option(
            "--credit", help=mark("Set this credit note of the biller off first (its id).")
        ),
    ] = None,
    instalments: Annotated[
        int | None,
        typer.Option(
            "--instalments",
            help=mark(
                "Plan so many, a month apart, the first on the day of --on; 1 ends the plan."
            ),
        ),
    ] = None,
    instalment: Annotated[
        int | None,
        typer.Option("--instalment", help=mark("Pay this one of its instalments, as 2.")),
    ] = None,
    again: Again = False,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help=mark("Take the order back: you did not send it."))
    ] = False,
    yes: Yes = False,
    code: SecretCode = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Prepare the payment of a bill: check it, approve it, get what your bank needs. No money moves."""
    with wired_door(lang, as_json) as (out, wiring):
        now, day = datetime.now(UTC), day_of(out, on)
        must_fit(out, {"--part": part, "--instalment": instalment, "--instalments": instalments})
        must_fit(out, {"--credit": credit, "--instalments": instalments})
        if withdraw:
            take_back(out, wiring, number, yes=yes)
            return
        way = _way(out, rail, target, host)
        wish = Wish(
            on=day,
            part=typed_part(out, wiring, number, part),
            payee=name_of(out, payee),
            instant=instant,
            rail=rail or "",
            contact_bill=confirmed_by,
            credit=credit,
            instalment=instalment,
        )
        if again:
            make_again(out, wiring, number, wish, (target, host or ""))
            return
        if instalments is not None:
            make_plan(out, wiring, number, (instalments, day), now, yes=yes)
            wish = replace(wish, on=None)
        if instalments is None or way.rail is not None:
            _prepare(out, wiring, number, wish, way, now, yes=yes, code=code)


@dataclass(frozen=True, slots=True)
class _Way:
    """How the person pays: None, and nothing is prepared."""

    rail: Rail | None
    place: Place | None
    host: str


def _way(out: Out, name: str | None, target: Path | None, host: str | None) -> _Way:
    """Raises UsageWrong for a way that is none, or a place that cannot be."""
    rail = rail_named(out, name)
    return _Way(rail, place_for(out, rail, target) if rail else None, host or "")


def _prepare(
    out: Out, wiring: Wiring, number: int, wish: Wish, way: _Way, now: datetime, *, yes: bool,
    code: str | None,
) -> None:  # fmt: skip
    """The order is shown, asked about, approved and handed over; without a way it is only shown."""
    offered = wish.credit is None and way.rail is not None
    if offered:
        wish = replace(wish, credit=credit_chosen(out, wiring, number, yes=yes))
    if not after_credit(out, wiring, number, wish, now, yes=yes, offered=offered):
        return
    looked = look(wiring, number, wish, now, keep=way.rail is not None)
    say_order(out, looked)
    if way.rail is None:
        _only_shown(out, looked)
        return
    beside = handover_for(wiring, looked, now, host=way.host)
    approve_shown(out, wiring, looked, (way.rail, beside, way.place), yes=yes, code=code)
    made = hand_over(wiring, looked.payment_id, way.rail, beside, way.place, once=True)
    out.emit({**order_row(out, looked), **made_row(out, made)})
    say_made(out, made, looked.notes)


def _only_shown(out: Out, looked: Looked) -> None:
    out.emit(order_row(out, looked))
    if looked.stops:
        out.say(mark("Nothing was prepared."))
        raise typer.Exit(1)
    if looked.order.payee.iban is None:
        words = mark(
            "Nothing was prepared. Pay on the biller’s page or by hand, and `facteur pay {id} --rail "
            "by-hand` keeps it; --help lists the other ways."
        )
        out.say(words, id=looked.order.bill.removeprefix("bill-"))
        return
    words = mark(
        "Nothing was prepared. `facteur pay {id} --rail sepa-sheet --out FOLDER` does it; --help lists "
        "the other ways."
    )
    out.say(words, id=looked.order.bill.removeprefix("bill-"))
