"""A letter on the screen and as a row: its words, where it goes, what became of it."""

from cli.output import Out
from flow.sending.carry import Carried
from flow.sending.prepare import STATE_WORDS
from flow.talks.letters import Prepared
from models.errors.problem import Problem
from models.tables import DispatchState
from models.words import mark


def emit_letter(out: Out, made: Prepared, done: Carried | None) -> None:
    """A letter for a script; with what became of it when it was sent."""
    state = done.state.value if done else "posted" if made.posted else "draft"
    problem = done.problem if done else None
    out.emit(
        {
            "bill": made.bill_id,
            "letter": made.missive_id,
            "about": made.about.value,
            "state": state,
            "to": made.address or None,
            "proposed": made.proposed or None,
            "language": made.lang,
            "subject": made.subject,
            "text": made.text,
            "notes": [note.told(out.lang) for note in made.notes],
            "mailto": made.mailto,
            "message_id": done.message_id if done else None,
            "problem": problem.code if problem else None,
        }
    )


def say_letter(out: Out, made: Prepared) -> None:
    """The letter as it is or was sent, and what to know before."""
    out.say(mark("To: {address}"), address=made.address or "—")
    out.say(mark("Subject: {subject}"), subject=made.subject)
    say_text(out, made.text)
    for note in made.notes:
        out.say(mark("  Note: {told}"), told=note.told(out.lang))


def say_way_out(out: Out, made: Prepared, own: str) -> None:
    """What the person does next with a letter that is only shown; own: where it would leave from."""
    if made.posted:
        out.say(
            mark("This very letter was given to be sent before: `facteur ask {id} --thread`."),
            id=made.bill_id,
        )
        return
    if own and made.address:
        out.say(
            mark("Kept, not sent. To send it from {own}: `facteur ask {id} --send`."),
            own=own,
            id=made.bill_id,
        )
        return
    if made.proposed and not made.address:
        words = mark(
            "Only this bill prints an address: {address}. If you know it is right, say --to {address}."
        )
        out.say(words, address=made.proposed)
    elif not made.address:
        out.say(mark("No address is known to write to: give one with --to."))
    if not own:
        out.say(
            mark(
                "Nothing can be sent from here before `facteur channel add mail`. "
                "Copy the text, or open it in your mail program:"
            )
        )
        out.verbatim(made.mailto)


def say_sent(out: Out, made: Prepared, done: Carried) -> Problem | None:
    """What became of a letter; the problem when it was not sent."""
    if done.state is DispatchState.SENT:
        out.say(
            mark(
                "Sent to {address}. The answer will be kept with bill {id}: `facteur ask {id} --thread`."
            ),
            address=done.recipient,
            id=made.bill_id,
        )
        return None
    if done.state is DispatchState.WAITING:
        out.warn(
            mark("Not sent yet; it will be tried again, or now with `facteur ask {id} --send`."),
            id=made.bill_id,
        )
    elif done.state is DispatchState.UNKNOWN:
        out.warn(
            mark(
                "It may have gone: look into your sent mail. If it is not there, "
                "`facteur ask {id} --send --again` sends it once more."
            ),
            id=made.bill_id,
        )
    else:
        out.warn(mark("It was not sent ({state})."), state=out.words(STATE_WORDS[done.state]))
    return done.problem


def say_text(out: Out, text: str) -> None:
    """Text of several lines: each by itself, so that none can command the terminal, as it is sent."""
    for line in ["", *text.split("\n"), ""]:
        out.verbatim(line)
