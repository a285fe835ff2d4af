"""What comes after an order: its papers once more, or the order taken back."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from cli.order_asked import place_for, rail_named
from cli.order_shown import made_row, order_row, say_made, say_order
from cli.output import Out
from cli.questions import agreed
from flow.order_draft import Wish
from flow.order_handover import hand_over
from flow.order_link import handover_for
from flow.order_look import look_again
from flow.order_taken_back import Withdrawn, withdraw_order
from flow.wiring import Wiring
from models.errors.orders import NothingOut
from models.errors.values import UsageWrong
from models.rails import rail_in
from models.said import amount_in
from models.words import mark


def must_fit(out: Out, said: dict[str, object]) -> None:
    """Raises UsageWrong for options of which each names another sum."""
    named = [name for name, value in said.items() if value is not None]
    if len(named) > 1:
        why = mark("{one} and {other} do not go together: each says how much to pay.")
        raise UsageWrong(why=out.words(why, one=named[0], other=named[1]))


def make_again(
    out: Out, wiring: Wiring, number: int, wish: Wish, told: tuple[Path | None, str]
) -> None:
    """The papers of the order that is out, once more; nothing is approved anew. told: the place, and the
    biller's host. Raises NotFound, NothingOut, UsageWrong.
    """
    target, host = told
    looked = look_again(wiring, number, wish)
    if wish.rail not in {"", looked.wish.rail}:
        why = mark(
            "Bill {id} was handed over one way ({rail}), and its papers are made again that way only: leave "
            "--rail out, or take the order back with --withdraw first."
        )
        rail = rail_in(out.lang, looked.wish.rail)
        raise UsageWrong(why=out.words(why, id=number, rail=rail))
    chosen = rail_named(out, looked.wish.rail)
    if chosen is None:
        raise NothingOut(id=number)
    place = place_for(out, chosen, target)
    beside = handover_for(wiring, looked, datetime.now(UTC), host=host)
    say_order(out, looked)
    made = hand_over(wiring, looked.payment_id, chosen, beside, place)
    out.emit({**order_row(out, looked), **made_row(out, made)})
    say_made(out, made)


def take_back(out: Out, wiring: Wiring, number: int, *, yes: bool) -> None:
    """The order is taken back, and with the last one what was set off against the bill.

    Which one is told before it is asked about. Raises NothingOut, NotFound.
    """
    meant = withdraw_order(wiring, number, keep=False)
    if not agreed(out, _question(out, number, meant), yes=yes):
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
        out.say(mark("The order of bill {id} is taken back: do not send its papers."), id=number)
    if back is not None:
        told = f"{amount_in(out.lang, back)} {back.currency}"
        out.say(mark("Given back to the credit note: {amount}."), amount=told)


def _question(out: Out, number: int, meant: Withdrawn) -> str:
    if meant.amount is None:
        words = mark("Give back what was set off against bill {id}?")
        return out.words(words, id=number)
    if meant.out:
        words = mark("Orders of bill {id} that stay out beside it: {count}.")
        out.say(words, id=number, count=meant.out)
    words = mark(
        "Take the order over {amount} {currency} back? You did not send this money, and will not send it "
        "this way."
    )
    return out.words(words, amount=meant.amount, currency=meant.amount.currency)
