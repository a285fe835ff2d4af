"""`facteur settle NUMBER`: a settlement becomes an order that is checked, approved and handed over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import typer

from cli.order_asked import approve_shown, place_for, rail_named
from cli.order_shown import made_row, order_row, say_made, say_order
from cli.output import Out
from flow.household.door import looking
from flow.household.rights import Actor
from flow.order_draft import Wish
from flow.order_handover import hand_over
from flow.order_look import Looked
from flow.settlement_facts import WAYS
from flow.settlement_look import handover_of, look_again_at, look_at_settlement
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.words import mark


@dataclass(frozen=True, slots=True)
class PayWish:
    """What was typed of paying a settlement."""

    rail: str | None
    target: Path | None
    on: date | None
    instant: bool
    asked: bool
    again: bool
    yes: bool
    code: str | None

    @property
    def is_empty(self) -> bool:
        """Nothing was typed that only paying has."""
        return not (
            self.rail or self.target or self.instant or self.asked or self.again or self.code
        )


def pay_settlement(
    out: Out, wiring: Wiring, number: int, whose: tuple[int | None, str | None], wish: PayWish
) -> None:
    """Shows the order of a settlement; with a rail, asks, approves and hands it over.

    whose: the household and the member's name, as the person said.
    """
    with looking(wiring, *whose) as (_, actor):
        pass
    chosen, now = rail_named(out, wish.rail, WAYS), datetime.now(UTC)
    wanted = Wish(on=wish.on, instant=wish.instant, rail=wish.rail or "", asked=wish.asked)
    if wish.again:
        looked = look_again_at(wiring, number, actor.member_id, wanted)
        chosen = rail_named(out, looked.wish.rail)
    else:
        looked = look_at_settlement(
            wiring, number, actor.member_id, wanted, now, keep=chosen is not None
        )
    if chosen is None:
        _only_shown(out, looked)
        return
    place = place_for(out, chosen, wish.target)
    beside = handover_of(wiring, looked, now)
    say_order(out, looked)
    if not wish.again:
        by = f"member {actor.member_id}"
        way = (chosen, beside, place)
        approve_shown(out, wiring, looked, way, yes=wish.yes, code=wish.code, by=by)
    made = hand_over(wiring, looked.payment_id, chosen, beside, place, once=not wish.again)
    out.emit({**order_row(out, looked), **made_row(out, made)})
    say_made(out, made)
    _say_next(out, number, actor, named=whose[1] is not None)


def refuse_without_number(out: Out, wish: PayWish) -> None:
    """Raises UsageWrong for options of paying where no settlement is named."""
    if not wish.is_empty:
        words = mark("Say which settlement is paid: `facteur settle NUMBER --rail WAY`.")
        raise UsageWrong(why=out.words(words))


def _only_shown(out: Out, looked: Looked) -> None:
    out.emit(order_row(out, looked))
    say_order(out, looked)
    if looked.stops:
        out.say(mark("Nothing was prepared."))
        raise typer.Exit(1)
    out.say(mark("Nothing was prepared: choose a way with --rail."))


def _say_next(out: Out, number: int, actor: Actor, *, named: bool) -> None:
    words = f"facteur settle --paid {number}"
    out.say(
        mark("When you have sent the money, say so: `{command}`."),
        command=f"{words} --as {actor.name}" if named else words,
    )
