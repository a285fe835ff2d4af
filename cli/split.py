"""`facteur split`: who bears what of a bill, by which rule, and what each says of it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from cli.entries import day_of, is_none
from cli.house_options import House, Who
from cli.options import Json, LangName
from cli.order_options import Yes
from cli.output import Out
from cli.parts import paid_people
from cli.settle_lowered import telling_lowered
from cli.split_shown import show_shared, show_split
from cli.split_ways import WayAsked, way_asked
from cli.wired_door import wired_door
from flow.household.consent import approve, dispute, pay_for_all
from flow.household.cut import way_of_split
from flow.household.door import acting, looking
from flow.household.rights import Actor, bill_seen
from flow.household.rules import keep_rule
from flow.household.splitting import split_bill, take_back
from models.errors.values import UsageWrong
from models.words import mark


def split(
    number: Annotated[
        int | None, typer.Argument(help=mark("A bill's id; without it, all shared bills."))
    ] = None,
    equal: Annotated[bool, typer.Option("--equal", help=mark("The same for each."))] = False,
    shares: Annotated[
        str | None, typer.Option("--shares", help=mark("In parts, as alice=2,bob=1."))
    ] = None,
    percent: Annotated[
        str | None, typer.Option("--percent", help=mark("In percent, as alice=60,bob=40."))
    ] = None,
    exact: Annotated[
        str | None,
        typer.Option("--exact", help=mark("Amounts, as alice=12.50; --between shares the rest.")),
    ] = None,
    income: Annotated[
        str | None,
        typer.Option("--income", help=mark("In proportion to incomes, as alice=2000,bob=1500.")),
    ] = None,
    days: Annotated[
        bool, typer.Option("--days", help=mark("By the days of the bill that each was here."))
    ] = False,
    per_person: Annotated[
        bool,
        typer.Option(
            "--per-person", help=mark("With --days: a day costs the same for each (water).")
        ),
    ] = False,
    meter: Annotated[
        str | None, typer.Option("--meter", help=mark("By the meters of this name, as water."))
    ] = None,
    fixed: Annotated[
        str | None,
        typer.Option("--fixed", help=mark("With --meter: the part that does not depend on use.")),
    ] = None,
    between: Annotated[
        str | None, typer.Option("--between", help=mark("Only these people, as alice,bob."))
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", help=mark("The bill's first day, when it says none."))
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help=mark("The bill's last day."))] = None,
    rule: Annotated[
        bool, typer.Option("--rule", help=mark("Split every next bill of this biller so."))
    ] = False,
    payer: Annotated[
        str | None, typer.Option("--payer", help=mark("With --rule: who usually pays it."))
    ] = None,
    approved: Annotated[
        bool, typer.Option("--approved", help=mark("No further word of each person is needed."))
    ] = False,
    paid: Annotated[
        str | None,
        typer.Option("--paid", help=mark("Who advanced the money, as alice or alice=40,bob.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help=mark("The day it was paid; today without it."))
    ] = None,
    agree: Annotated[bool, typer.Option("--approve", help=mark("Approve your share."))] = False,
    everybody: Annotated[
        bool, typer.Option("--all", help=mark("With --approve: all shares that wait."))
    ] = False,
    disputed: Annotated[
        str | None, typer.Option("--dispute", help=mark("Hold your share, and say why."))
    ] = None,
    drop: Annotated[bool, typer.Option("--drop", help=mark("Share this bill no more."))] = False,
    yes: Yes = False,
    who: Who = None,
    house: House = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Split a bill between the people of the household, or show how it is split."""
    way = WayAsked(
        equal, shares, percent, exact, income, days, meter, per_person, fixed, between, first, last,
        payer, approved,
    )  # fmt: skip
    asked = _Asked(way, rule, paid, on, agree, everybody, disputed, drop, yes)
    with wired_door(lang, as_json) as (out, wiring):
        if number is None:
            if asked != _NOTHING:
                raise UsageWrong(why=out.words(mark("Say which bill: its id comes first.")))
            with looking(wiring, house, who) as (session, actor):
                show_shared(out, session, actor)
            return
        if asked != _NOTHING:
            with (
                out.held(),
                acting(wiring, house, who) as (session, actor),
                telling_lowered(out, session, actor),
            ):
                _carry_out(out, session, actor, number, asked)
        if drop:
            out.emit({"bill": number, "shared": False})
            out.say(mark("Bill {id} is not shared any more."), id=number)
            return
        with looking(wiring, house, who) as (session, actor):
            show_split(out, session, actor, number)


@dataclass(frozen=True, slots=True)
class _Asked:
    way: WayAsked = field(default_factory=WayAsked)
    rule: bool = False
    paid: str | None = None
    on: str | None = None
    agree: bool = False
    everybody: bool = False
    disputed: str | None = None
    drop: bool = False
    yes: bool = False


_NOTHING = _Asked()


def _carry_out(out: Out, session: Session, actor: Actor, number: int, asked: _Asked) -> None:
    """Everything that was asked, or nothing of it: it is one transaction."""
    _check(out, asked)
    if asked.way != WayAsked() or asked.rule:
        _cut(out, session, actor, number, asked)
    if asked.paid is not None:
        _, row = bill_seen(session, actor, number)
        paid = (
            ()
            if is_none(asked.paid)
            else paid_people(out, asked.paid, row.currency if row else "EUR")
        )
        today = datetime.now().astimezone().date()
        day = day_of(out, asked.on) or today
        if day > today:
            raise UsageWrong(
                why=out.words(mark("{day} is still to come: nobody paid on it."), day=day)
            )
        pay_for_all(session, actor, number, paid, day, sure=asked.yes)
    if asked.agree:
        approve(session, actor, number, "*" if asked.everybody else "")
    if asked.disputed is not None:
        dispute(session, actor, number, asked.disputed)
    if asked.drop:
        take_back(session, actor, number)


def _check(out: Out, asked: _Asked) -> None:
    """Raises UsageWrong for an option that would be ignored."""
    if asked.on is not None and asked.paid is None:
        raise UsageWrong(why=out.words(mark("Say with --paid who paid on that day.")))
    if asked.everybody and not asked.agree:
        raise UsageWrong(why=out.words(mark("--all goes with --approve.")))


def _cut(out: Out, session: Session, actor: Actor, number: int, asked: _Asked) -> None:
    bill, row = bill_seen(session, actor, number)
    if asked.way.chosen:
        way = way_asked(out, session, actor, bill, asked.way)
        split_bill(session, actor, number, way)
    elif row is not None and asked.way == WayAsked():
        way = replace(way_of_split(row), period=None)
    else:
        raise UsageWrong(
            why=out.words(
                mark("Say how to split it: --equal, --shares, --percent, --exact, --days …")
            )
        )
    if asked.rule:
        keep_rule(session, actor, bill, replace(way, period=None))
