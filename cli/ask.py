"""`facteur ask`: write to a biller about a bill, see what was said, dispute the bill."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated

import typer

from cli.entries import amount_of, day_of
from cli.letter_shown import emit_letter, say_letter, say_sent, say_way_out
from cli.options import Json, LangName
from cli.output import Out
from cli.talk_shown import say_disputed, say_lifted, show_talk
from cli.wired_door import wired_door
from flow.sending.carry import Carried
from flow.talks.door import dispute as dispute_bill
from flow.talks.door import letter, resolve, talk
from flow.talks.letters import Prepared
from flow.talks.post import post_letter
from flow.talks.wishes import Asked
from flow.wiring import Wiring
from models.errors.problem import Problem
from models.errors.reminding import MailOutMissing
from models.errors.talks import ContactUnproven, MediatorMissing, NoContact
from models.errors.values import UsageWrong
from models.tables import About
from models.words import Lang, mark

_BY_HAND = (MailOutMissing, ContactUnproven, MediatorMissing, NoContact)
"""What keeps a letter from being sent from here; the person may still copy it."""
_NEEDED = {
    About.QUESTION: mark("Say with --text what you want to know."),
    About.AMOUNT: mark("Say with --text why the amount is wrong, and with --amount what is right."),
    About.READING: mark("Say with --text what your meter shows, with its unit."),
    About.MEDIATOR: mark("Say with --text what the mediator should know."),
}


def ask(
    number: Annotated[int, typer.Argument(help=mark("A bill's id, as `facteur list` prints it."))],
    about: Annotated[
        About | None,
        typer.Option(
            "--about",
            help=mark(
                "The letter: a question, a wrong amount, a wrong meter reading, a double debit, the "
                "end of the contract, or to the mediator."
            ),
        ),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(
            "--text",
            help=mark(
                "Your question, why the amount is wrong, what your meter shows, or what the mediator "
                "should know."
            ),
        ),
    ] = None,
    amount: Annotated[
        str | None,
        typer.Option("--amount", help=mark("With --about wrong-amount: what is right, as 64.20.")),
    ] = None,
    on: Annotated[
        list[str] | None,
        typer.Option(
            "--on",
            help=mark(
                "The day, as 2026-12-01: of the reading, of your complaint, of the contract's end; "
                "twice for two debits."
            ),
        ),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help=mark("Write to this address, which you checked."))
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help=mark("Your name, if payer_name is not set."))
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help=mark("Your postal address, below your name."))
    ] = None,
    language: Annotated[
        Lang | None,
        typer.Option("--language", help=mark("The letter's language; without it, the bill's own.")),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help=mark("Show the letter and keep it (usual)."))
    ] = False,
    send: Annotated[
        bool, typer.Option("--send", help=mark("Send the letter from your own mail account."))
    ] = False,
    again: Annotated[
        bool,
        typer.Option("--again", help=mark("With --send: once more, if it may not have gone.")),
    ] = False,
    thread: Annotated[
        bool, typer.Option("--thread", help=mark("Show letters and answers with their text."))
    ] = False,
    dispute: Annotated[
        str | None,
        typer.Option("--dispute", help=mark("Hold the bill: why you do not accept it.")),
    ] = None,
    lift: Annotated[
        bool, typer.Option("--resolve", help=mark("Lift the dispute: the bill goes on."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Write to a biller about a bill, read the answers, dispute the bill."""
    with wired_door(lang, as_json) as (out, wiring):
        now = datetime.now(UTC)
        days = tuple(day for one in on or () if (day := day_of(out, one)))
        right = amount_of(out, amount)
        clash = (preview and send) or (lift and dispute is not None)
        _check(out, about, text, days, clash=clash, more=bool(language or name or place))
        _check_amount(out, about, right)
        if again and not send:
            raise UsageWrong(why=out.words(mark("--again goes with --send.")))
        if dispute is not None:
            say_disputed(out, number, dispute_bill(wiring, number, dispute, now))
        if lift:
            resolve(wiring, number, now)
            say_lifted(out, number)
        asked = None if about is None else Asked(
            about, language, out.lang, text or "", days, to or "", name or "", place or "", right
        )  # fmt: skip
        if asked or to or send or preview:
            made = letter(wiring, number, asked, to or "", now)
            if send:
                _send(out, wiring, made, again=again)
            else:
                _only_shown(out, wiring, made)
        elif dispute is None and not lift:
            show_talk(out, talk(wiring, number), whole=thread)


def _check(
    out: Out, about: About | None, text: str | None, days: tuple[date, ...], *, clash: bool, more: bool
) -> None:  # fmt: skip
    """Raises UsageWrong for options that do not go together; more: others that are of a new letter."""
    if clash:
        why = mark("Say either --preview or --send, and either --dispute or --resolve.")
        raise UsageWrong(why=out.words(why))
    if about is None:
        if text is not None or days or more:
            raise UsageWrong(why=out.words(mark("Say with --about which letter it is.")))
        return
    if about in _NEEDED and not (text or "").strip():
        raise UsageWrong(why=out.words(_NEEDED[about]))
    if about not in _NEEDED and text is not None:
        why = mark("This letter has no place for words of yours: --about question has.")
        raise UsageWrong(why=out.words(why))
    if about in {About.QUESTION, About.AMOUNT} and days:
        raise UsageWrong(why=out.words(mark("This letter needs no day.")))


def _check_amount(out: Out, about: About | None, right: Decimal | None) -> None:
    """Raises UsageWrong for an amount where none is needed, none where one is, and one below zero."""
    if (about is About.AMOUNT) != (right is not None):
        why = _NEEDED[About.AMOUNT] if right is None else mark("--amount is for a wrong amount.")
        raise UsageWrong(why=out.words(why))
    if right is not None and right < 0:
        raise UsageWrong(why=out.words(mark("What is right is zero or more.")))


def _only_shown(out: Out, wiring: Wiring, made: Prepared) -> None:
    own = talk(wiring, made.bill_id).own
    emit_letter(out, made, None)
    say_letter(out, made)
    say_way_out(out, made, own)


def _send(out: Out, wiring: Wiring, made: Prepared, *, again: bool) -> None:
    """Sends what is shown. Raises the Problem that kept it from being sent."""
    try:
        done: Carried = post_letter(
            wiring, made.bill_id, datetime.now(UTC), made.missive_id, again=again
        )
    except _BY_HAND:
        emit_letter(out, made, None)
        say_letter(out, made)
        say_way_out(out, made, talk(wiring, made.bill_id).own)
        raise
    emit_letter(out, made, done)
    say_letter(out, made)
    problem: Problem | None = say_sent(out, made, done)
    if problem is not None:
        raise problem
