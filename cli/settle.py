"""`facteur settle`: who stands how, who sends what to whom, and what became of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from cli.entries import amount_of, currency_of, day_of
from cli.house_options import House, Who
from cli.options import Json, LangName
from cli.order_options import Again, Instant, Papers, SecretCode, Yes
from cli.output import Out
from cli.settle_became import BECAME, say_became
from cli.settle_lowered import agree_beyond, say_too_much
from cli.settle_pay import PayWish, pay_settlement, refuse_without_number
from cli.settle_shown import emit_settlement, say_nothing_to_send, say_settlement, show_standing
from cli.wired_door import wired_door
from flow.household.announcing import announce, announce_proposed
from flow.household.door import acting, looking
from flow.household.rights import Actor, member_called
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.money import Money
from models.tables import Settlement
from models.words import mark
from pay.people import Person
from pay.transfers import Transfer


def settle(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(
            min=1,
            metavar=mark("NUMBER"),
            help=mark(
                "Settlements' numbers. Without --paid, --received or --withdraw one is paid, as "
                "`facteur pay` a bill."
            ),
        ),
    ] = None,
    make: Annotated[
        bool,
        typer.Option("--make", help=mark("Announce the transfers, each with its own reference.")),
    ] = False,
    direct: Annotated[
        bool, typer.Option("--direct", help=mark("Who owes whom really, not the fewest transfers."))
    ] = False,
    paid: Annotated[
        bool, typer.Option("--paid", help=mark("You sent the money of these settlements."))
    ] = False,
    came: Annotated[
        bool, typer.Option("--received", help=mark("You have the money of these settlements."))
    ] = False,
    off: Annotated[
        bool,
        typer.Option(
            "--withdraw",
            help=mark("These settlements are called off. Without a number you are asked which."),
        ),
    ] = False,
    sender: Annotated[
        str | None, typer.Option("--from", help=mark("With --amount: who sends; you without it."))
    ] = None,
    receiver: Annotated[
        str | None, typer.Option("--to", help=mark("With --amount: who receives."))
    ] = None,
    amount: Annotated[
        str | None, typer.Option("--amount", help=mark("Announce this amount instead, as 20.00."))
    ] = None,
    currency: Annotated[str, typer.Option("--currency", help=mark("Of --amount, as EUR."))] = "EUR",
    on: Annotated[
        str | None, typer.Option("--on", help=mark("The day of it; today without it."))
    ] = None,
    rail: Annotated[
        str | None,
        typer.Option(
            "--rail",
            help=mark(
                "With NUMBER, the way: sepa-sheet (payment code and lines to copy), sepa-file (for your "
                "bank), by-hand. Without it, the order is only shown."
            ),
        ),
    ] = None,
    target: Papers = None,
    instant: Instant = False,
    asked: Annotated[
        bool,
        typer.Option(
            "--asked", help=mark("You asked the receiver, face to face: the new account is theirs.")
        ),
    ] = False,
    again: Again = False,
    yes: Yes = False,
    code: SecretCode = None,
    who: Who = None,
    house: House = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show who owes whom, and settle it: announced, sent, received."""
    with wired_door(lang, as_json) as (out, wiring):
        day, chosen, given = day_of(out, on), numbers or [], (sender, receiver, amount)
        said = _one_thing(
            out,
            {
                "--paid": paid, "--received": came, "--withdraw": off, "--make": make,
                "--amount": any(given),
            },
        )  # fmt: skip
        wish = PayWish(rail, target, day, instant, asked, again, yes, code)
        if not said and len(chosen) == 1:
            pay_settlement(out, wiring, chosen[0], (house, who), wish)
            return
        refuse_without_number(out, wish)
        if said in BECAME:
            say_became(out, wiring, (house, who), (said, chosen), day or _today(), yes=yes)
        elif chosen:
            why = mark("Numbers go with --paid, --received or --withdraw; one alone is paid.")
            raise UsageWrong(why=out.words(why))
        elif said:
            with looking(wiring, house, who) as (session, actor):
                typed = None if make else _typed(out, session, actor, given, currency)
                if typed is not None:
                    agree_beyond(out, session, actor, typed, yes=yes)
            _announce(out, wiring, (house, who), typed, direct=direct)
        else:
            with looking(wiring, house, who) as (session, actor):
                show_standing(out, session, actor, direct=direct)
                say_too_much(out, session, actor)


def _one_thing(out: Out, said: Mapping[str, bool]) -> str:
    """The one option of these that was given, "" for none. Raises UsageWrong for several."""
    given = [option for option, on in said.items() if on]
    if len(given) > 1:
        words = mark("Say one thing at a time, not {all}.")
        raise UsageWrong(why=out.words(words, all=" ".join(given)))
    return given[0] if given else ""


def _today() -> date:
    return datetime.now().astimezone().date()


def _typed(
    out: Out, session: Session, actor: Actor, given: tuple[str | None, str | None, str | None],
    currency: str,
) -> Transfer:  # fmt: skip
    sender, receiver, text = given
    number = amount_of(out, text)
    if receiver is None or number is None:
        raise UsageWrong(why=out.words(mark("Say both: --to NAME and --amount 20.00.")))
    source = member_called(session, actor, sender).id if sender else actor.member_id
    target = member_called(session, actor, receiver).id
    money = Money.of(number, currency_of(out, currency) or "EUR")
    return Transfer(Person(source), Person(target), money)


def _announce(
    out: Out, wiring: Wiring, whose: tuple[int | None, str | None], typed: Transfer | None,
    *, direct: bool,
) -> None:  # fmt: skip
    """Announces the transfer that was typed, else those that are proposed."""
    with out.held(), acting(wiring, *whose) as (session, actor):
        if typed is None:
            rows = announce_proposed(session, actor, direct=direct)
        else:
            rows = announce(session, actor, [typed])
        _tell(out, session, actor, rows, direct=direct)


def _tell(
    out: Out, session: Session, actor: Actor, rows: list[Settlement], *, direct: bool
) -> None:
    if not rows:
        say_nothing_to_send(out, session, actor, direct=direct)
    for row in rows:
        emit_settlement(out, session, actor, row)
        say_settlement(out, session, actor, row)
