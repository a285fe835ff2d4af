"""`facteur paid`: you sent the money; a statement will prove it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from cli.options import Json, LangName
from cli.order_options import Yes
from cli.output import STATE_WORDS, Out
from cli.questions import agreed
from cli.typed_part import typed_part
from cli.wired_door import wired_door
from flow.order_word import Sent, say_sent
from flow.sent_doubts import INSTEAD, UNSURE, sent_doubts
from flow.wiring import Wiring
from models.errors.files import EmptyFile, FileUnreadable, TooLarge
from models.money import Money
from models.rails import rail_in
from models.said import amount_in
from models.verdict import State
from models.words import mark
from pay.rail import Proof

_NOTED = mark("Noted: you sent {amount} {currency} for bill {id} ({state}). Left: {left}.")
_AGAIN = mark(
    "It was noted already: you sent {amount} {currency} for bill {id} ({state}). Left: {left}."
)
_CALL = mark(
    "This bill stays held: call your bank at once, say that it may be a fraud, and ask it to call the "
    "money back."
)
_MOST_PROOF = 20_000_000
"""Bytes of a proof: a photograph has 2 to 12 million."""


def paid(
    number: Annotated[int, typer.Argument(help=mark("A bill's id, as `facteur list` prints it."))],
    proof: Annotated[
        Path | None,
        typer.Option("--proof", help=mark("A receipt or photograph to keep with it.")),
    ] = None,
    part: Annotated[
        str | None, typer.Option("--part", help=mark("You sent a part of it, as 40.00."))
    ] = None,
    yes: Yes = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Say that you sent the money of a bill. It is “paid” once a statement shows it."""
    with wired_door(lang, as_json) as (out, wiring):
        said = typed_part(out, wiring, number, part)
        answered = _asked(out, wiring, number, said, yes=yes)
        sent = say_sent(
            wiring,
            number,
            datetime.now(UTC),
            part=said,
            proof=_proof(proof) if proof else None,
            answered=answered,
        )
        out.emit(
            {
                "bill": number, "order": sent.key, "amount": str(sent.amount),
                "currency": sent.amount.currency, "rail": sent.rail, "left": str(sent.left),
                "state": sent.state.value, "proof": sent.proof, "taken_back": _taken_back(sent),
            }
        )  # fmt: skip
        out.say(
            _AGAIN if sent.again and proof is None else _NOTED,
            amount=amount_in(out.lang, sent.amount), currency=sent.amount.currency, id=number,
            left=amount_in(out.lang, sent.left),
            state=out.words(STATE_WORDS[sent.state]),
        )  # fmt: skip
        if sent.set_aside is not None:
            out.warn(
                mark("The order over {amount} {currency} ({rail}) is taken back: do not send its papers."),
                amount=sent.set_aside.amount, currency=sent.set_aside.amount.currency,
                rail=rail_in(out.lang, sent.set_aside.rail),
            )  # fmt: skip
        if sent.state is State.STOPPED:
            out.warn(_CALL)
        else:
            out.say(mark("It counts as paid once a bank statement shows it."))


def _asked(
    out: Out, wiring: Wiring, number: int, part: Money | None, *, yes: bool
) -> frozenset[str]:
    """The doubts that the person answered. Raises UsageWrong where nobody can be asked."""
    flags = sent_doubts(wiring, number, part)
    for flag in flags:
        if not agreed(
            out, out.words(_question(flag.rule), reason=flag.because.told(out.lang)), yes=yes
        ):
            raise typer.Abort
    return frozenset(flag.rule for flag in flags)


def _question(rule: str) -> str:
    if rule.startswith(INSTEAD):
        return mark("{reason} Did you send this part instead of it?")
    if rule == UNSURE:
        return mark("{reason} Did you send this amount?")
    return mark("{reason} Did the money leave all the same?")


def _taken_back(sent: Sent) -> dict[str, str] | None:
    if sent.set_aside is None:
        return None
    order, amount = sent.set_aside, sent.set_aside.amount
    return {
        "order": order.key, "amount": str(amount), "currency": amount.currency, "rail": order.rail,
    }  # fmt: skip


def _proof(path: Path) -> Proof:
    """The file, at most 20 MB. Raises FileUnreadable, TooLarge, EmptyFile."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_PROOF + 1)
    except OSError as cause:
        raise FileUnreadable(file=str(path)) from cause
    if len(data) > _MOST_PROOF:
        raise TooLarge(limit="20 MB")
    if not data:
        raise EmptyFile
    return Proof(path.name, data)
