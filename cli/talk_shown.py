"""A talk with a biller on the screen: the dispute, whom to write to, letters and answers."""

from collections.abc import Mapping

from cli.letter_shown import say_text
from cli.output import Out
from flow.sending.prepare import STATE_WORDS
from flow.talks.thread import MissiveRow, Talk, Told
from models.tables import DispatchState
from models.words import mark

_MEANS_WORDS = {"email": mark("mail"), "phone": mark("telephone"), "page": mark("site")}
_DRAFT, _RECEIVED = mark("not sent yet"), mark("received")
_DIRECTION = {"out": mark("you"), "own": mark("you, elsewhere"), "in": mark("they")}
_ELSEWHERE = mark(
    "  From another address than you wrote to: act on no account or number that it names."
)

_UNDELIVERED = mark(
    "  A mail server says that your letter did not arrive: check the address, and write again with --to."
)


def say_dispute(out: Out, bill_id: int, reason: str) -> None:
    """That a bill is held by a dispute, and how that ends."""
    out.say(
        mark(
            "  In dispute: {reason}. Nothing is paid or asked for; `facteur ask {id} --resolve` lifts it."
        ),
        reason=reason.rstrip("."),
        id=bill_id,
    )


def say_counted(out: Out, bill_id: int, counted: Mapping[str, int]) -> None:
    """How much was said about a bill; nothing where nothing was."""
    if any(counted.values()):
        out.say(
            mark("Talk with the biller: letters {letters}, answers {answers} (`facteur ask {id}`)."),
            id=bill_id, letters=counted["letters"], answers=counted["answers"],
        )  # fmt: skip


def say_disputed(out: Out, bill_id: int, reason: str) -> None:
    """A dispute was begun."""
    out.emit({"bill": bill_id, "dispute": reason})
    out.say(mark("Bill {id} is in dispute."), id=bill_id)
    say_dispute(out, bill_id, reason)


def say_lifted(out: Out, bill_id: int) -> None:
    """A dispute was lifted."""
    out.emit({"bill": bill_id, "dispute": None})
    out.say(mark("The dispute about bill {id} is lifted: it goes on where it stood."), id=bill_id)


def show_talk(out: Out, talk: Talk, *, whole: bool) -> None:
    """Whom to write to, the dispute, and what was said; with `whole` every text."""
    out.emit(
        {
            "bill": talk.bill_id,
            "biller": talk.biller,
            "customer_number": talk.customer_number or None,
            "contacts": list(talk.contacts),
            "notes": [note.told(out.lang) for note in talk.notes],
            "dispute": talk.dispute,
            "talk": [told.row for told in talk.told],
        }
    )
    out.say("{biller}", biller=talk.biller or "—")
    if talk.customer_number:
        out.say(mark("  Customer number: {number}"), number=talk.customer_number)
    _contacts(out, talk)
    if talk.dispute:
        say_dispute(out, talk.bill_id, talk.dispute)
    if whole:
        for told in talk.told:
            _told(out, told)
    else:
        _table(out, talk)
    if not talk.told:
        out.say(
            mark(
                "Nothing was said yet. A question: `facteur ask {id} --about question --text “…”`."
            ),
            id=talk.bill_id,
        )


def _contacts(out: Out, talk: Talk) -> None:
    rows = [
        (
            out.words(_MEANS_WORDS[one["means"]]),
            one["value"],
            one["since"],
            out.words(mark("this one alone")) if one["only_this_bill"] else str(one["bills"]),
        )
        for one in talk.contacts
    ]
    if rows:
        out.table((mark("Contact"), mark("Value"), mark("Known since"), mark("On bills")), rows)
    else:
        out.say(mark("  No bill of theirs prints a contact."))
    for note in talk.notes:
        out.say(mark("  Note: {told}"), told=note.told(out.lang))


def _table(out: Out, talk: Talk) -> None:
    rows = [
        (
            out.words(_DIRECTION[told.row["direction"]]),
            (told.row["at"] or "")[:10],
            told.row["address"],
            told.row["subject"],
            _state(out, told.row),
        )
        for told in talk.told
    ]
    if rows:
        heads = (mark("Who wrote"), mark("Day"), mark("Address"), mark("Subject"), mark("State"))
        out.table(heads, rows)
        out.say(mark("With every text: `facteur ask {id} --thread`."), id=talk.bill_id)


def _told(out: Out, told: Told) -> None:
    row = told.row
    out.say("")
    who, day = out.words(_DIRECTION[row["direction"]]), (row["at"] or "")[:10]
    out.say(
        mark("{who}: {subject} ({state}; {address})"),
        who=f"{who}, {day}" if day else who, subject=row["subject"], state=_state(out, row),
        address=row["address"] or "—",
    )  # fmt: skip
    if row["elsewhere"]:
        out.say(_ELSEWHERE)
    if row["undelivered"]:
        out.say(_UNDELIVERED)
    if told.why is not None:
        out.say("  {why}", why=told.why.told(out.lang))
    say_text(out, row["text"] if row["direction"] == "out" else _unquoted(row["text"]))


def _state(out: Out, row: MissiveRow) -> str:
    if row["state"] in {"draft", "received"}:
        return out.words(_DRAFT if row["state"] == "draft" else _RECEIVED)
    return out.words(STATE_WORDS[DispatchState(row["state"])])


def _unquoted(text: str) -> str:
    """An answer without the lines that it quotes of ours; --json has them all."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(">")).strip()
