"""A credit note of the payee, set off before anything is paid: asked, told, and the end where it pays all."""

from datetime import datetime

import typer

from cli.options import asks
from cli.output import Out
from cli.questions import agreed, says_yes
from flow.order_draft import Wish
from flow.set_off import Taken
from flow.set_off_door import credits_for, plan_set_off, set_off_whole
from flow.wiring import Wiring
from models.money import Money
from models.said import amount_in
from models.words import mark

_WHOLE = mark(
    "Credit note {credit} pays what is left of bill {id}: {amount}. Close the bill without a payment?"
)
_PART = mark("Set {amount} of credit note {credit} off against bill {id}? {left} are left to pay.")
_OFFER = mark("There is a credit of {left} of this biller (credit note {credit}). Set it off?")


def credit_chosen(out: Out, wiring: Wiring, number: int, *, yes: bool) -> int | None:
    """The credit note that the person takes when they are asked; a script names it with --credit."""
    if yes or out.as_json or not asks():
        return None
    for one in credits_for(wiring, number):
        question = out.words(_OFFER, left=_told(out, one.left), credit=one.credit_id)
        if says_yes(out, question):
            return one.credit_id
    return None


def after_credit(
    out: Out, wiring: Wiring, number: int, wish: Wish, now: datetime, *, yes: bool, offered: bool
) -> bool:
    """True when an order is to be made, of the rest, and the person agreed; False when the credit note
    pays it whole, which is done then.

    Without a way of paying the rest is only shown, so nothing is asked and nothing is set off. offered:
    they were asked already whether to set it off.
    """
    if wish.credit is None:
        return True
    taken = plan_set_off(wiring, number, wish.credit, now)
    if taken.closes:
        _ask(out, _WHOLE, number, taken, yes=yes)
        _say_closed(out, number, set_off_whole(wiring, number, wish.credit, now))
        return False
    if wish.rail and not offered:
        _ask(out, _PART, number, taken, yes=yes)
    return True


def _ask(out: Out, question: str, number: int, taken: Taken, *, yes: bool) -> None:
    told = out.words(
        question,
        id=number,
        credit=taken.credit_id,
        amount=_told(out, taken.amount),
        left=_told(out, taken.left),
    )
    if not agreed(out, told, yes=yes):
        raise typer.Abort


def _say_closed(out: Out, number: int, taken: Taken) -> None:
    out.emit(
        {
            "bill": number, "credit": taken.credit_id, "set_off": str(taken.amount),
            "currency": taken.amount.currency, "left": str(taken.left), "rest": str(taken.rest),
        }
    )  # fmt: skip
    out.say(
        mark("{amount} of credit note {credit} are set off against bill {id}: nothing is left to pay."),
        amount=_told(out, taken.amount), credit=taken.credit_id, id=number,
    )  # fmt: skip
    if taken.rest.minor:
        words = mark("Left of credit note {credit}: {rest}.")
        out.say(words, credit=taken.credit_id, rest=_told(out, taken.rest))
    out.say(mark("`facteur pay {id} --withdraw` takes this back."), id=number)


def _told(out: Out, amount: Money) -> str:
    return f"{amount_in(out.lang, amount)} {amount.currency}"
