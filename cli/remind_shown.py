"""How `facteur remind` shows messages, before and after they left, and what each person wishes."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from cli.output import Out
from cli.remind_rows import emit_planned, name_of, say_planned
from flow.reminding.left_out import REASONS, left_out
from flow.reminding.people import Someone
from flow.reminding.planned import BY_ITSELF, Planned
from flow.reminding.reasons import people_named, unreached
from flow.reminding.remind import Reminded
from flow.sending.carry import Carried
from flow.sending.prepare import STATE_WORDS
from flow.sending.told import unsettled
from flow.wiring import Wiring
from models.errors.problem import Problem
from models.tables import Digest, DispatchState
from models.words import mark

_MOST_SAID = 20
"""Bills of which a person reads why they are not told; a script gets all."""
_DIGESTS = {
    Digest.NONE: mark("no digest"),
    Digest.DAILY: mark("a digest every day"),
    Digest.WEEKLY: mark("a digest every week"),
}


class NotAllSent(Problem):
    """A message did not leave; each one's own reason was said."""

    sentence = mark("Not every message left: `facteur channel` shows them, and what can be done.")


def show_planned(
    out: Out, wiring: Wiring, planned: list[Planned], now: datetime, *, all_shown: bool = False,
    one_bill: bool = False,
) -> None:  # fmt: skip
    """What would be sent, who is reached by nothing, and what is not told, unless one bill alone was asked
    for. all_shown: it is all that waits already.
    """
    for one in planned:
        emit_planned(out, one, "planned")
    if planned:
        out.say(mark("Would be sent; --send sends it:"))
        say_planned(out, planned, now)
    alone = unreached(wiring, now)
    if not planned and not alone:
        out.say(mark("Nobody is to be reminded of anything now."))
    _say_stuck(out, wiring, now)
    for who, count in alone:
        name = who.name or out.words(mark("you"))
        out.emit({"to": name, "reached": False, "bills": count})
        if who.is_here:
            words = mark("Nothing reaches you: `facteur channel add mail` sets your mail up.")
        else:
            words = mark(
                "Nothing reaches {name} (bills: {count}): `facteur remind --to {name} --address "
                "ADDRESS`, once `facteur channel` has a mail account."
            )
        out.say(words, name=name, count=count)
    if not one_bill:
        told = {one.due.bill for each in planned if each.who.is_here for one in each.told}
        _say_left_out(out, wiring, told, now)
    if not planned and not all_shown:
        out.say(mark("`facteur remind --digest` shows everything that waits."))


def say_sent(out: Out, wiring: Wiring, done: list[Reminded], tried: Sequence[Carried] = ()) -> None:
    """What became of each, and of those that waited and were tried again. Raises NotAllSent."""
    for waited in tried:
        out.emit({"message": waited.id, "state": waited.state.value})
        state_words = out.words(STATE_WORDS[waited.state])
        out.say(mark("Message {id}: {state}."), id=waited.id, state=state_words)
    for one in done:
        state = one.carried.state if one.carried else DispatchState.WAITING
        emit_planned(out, one.planned, state.value)
        words = mark("{name}, through {through}: {state}.")
        name = name_of(out, one.planned.who)
        said = out.words(STATE_WORDS[state])
        out.say(words, name=name, through=one.planned.through, state=said)
        if one.problem is not None:
            out.refuse(one.problem)
    if not done and not tried:
        out.say(mark("Nobody is to be reminded of anything now."))
        _say_stuck(out, wiring, datetime.now(UTC))
        _say_left_out(out, wiring, (), datetime.now(UTC))
    left = [one.carried for one in done]
    if any(one is None or one.state is not DispatchState.SENT for one in (*left, *tried)):
        raise NotAllSent


def _say_stuck(out: Out, wiring: Wiring, now: datetime) -> None:
    """Reminders that were to be sent, and that nobody took: they are not shown as to be sent again."""
    count = sum(
        row.purpose in BY_ITSELF and row.state is not DispatchState.SENDING
        for row in unsettled(wiring, now)
    )
    if count:
        words = mark(
            "Reminders that did not arrive for sure: {count}. `facteur channel` shows them."
        )
        out.say(words, count=count)


def _say_left_out(out: Out, wiring: Wiring, told: Collection[int], now: datetime) -> None:
    """Each bill that waits and of which the person is not told now, why not, and what to do."""
    if not people_named(wiring, [])[0].wishes.wanted:
        out.say(mark("You are reminded of nothing by itself: `facteur remind --on` changes that."))
    found = left_out(wiring, told, now)
    if found:
        out.say(mark("Not told now:"))
    for place, one in enumerate(found):
        why = out.words(REASONS[one.reason], id=one.bill)
        day = one.due_on.isoformat() if one.due_on else None
        out.emit(
            {
                "bill": one.bill, "biller": one.biller, "due_date": day, "told": False,
                "reason": one.reason, "why": why,
            }
        )  # fmt: skip
        if place < _MOST_SAID:
            out.say(mark("  {id}, {biller}: {why}"), id=one.bill, biller=one.biller, why=why)
    if len(found) > _MOST_SAID:
        words = mark("  And {count} more: `facteur remind --json` names each.")
        out.say(words, count=len(found) - _MOST_SAID)


def show_wishes(out: Out, people: list[Someone]) -> None:
    """What people wish, as it stands now."""
    for who in people:
        wishes = who.wishes
        out.emit(
            {
                "person": name_of(out, who), "on": wishes.wanted, "days": list(wishes.days),
                "every": wishes.digest.value, "debits": wishes.debits, "address": who.address,
                "speaks": who.lang,
            }
        )  # fmt: skip
        days = ", ".join(map(str, wishes.days)) or "–"
        words = mark(
            "{name}: {days} days before, when late, and {digest}; {debits}. Mail goes to: {address}."
        )
        off = mark("{name} is not reminded by itself.")
        debits = mark("debits are announced") if wishes.debits else mark("debits are not announced")
        out.say(
            words if wishes.wanted else off, name=name_of(out, who), days=days,
            digest=out.words(_DIGESTS[wishes.digest]), debits=out.words(debits),
            address=who.address or "–",
        )  # fmt: skip
