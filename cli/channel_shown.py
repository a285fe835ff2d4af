"""How `facteur channel` shows what is set up, and what did not arrive for sure."""

from datetime import UTC, datetime

from cli.output import Out
from flow.sending.carry import Carried
from flow.sending.kept import OutletRow
from flow.sending.outlets import MAIL
from flow.sending.prepare import STATE_WORDS
from flow.sending.set_up import outlets
from flow.sending.told import DispatchRow, unsettled
from flow.wiring import Wiring
from models.tables import DispatchState
from models.words import mark
from notify.ways import CHANNELS

_KINDS = {MAIL: mark("mail"), "apprise": mark("service")}
_PROVEN = {one.name: one.proven_against for one in CHANNELS}


def show_channels(out: Out, wiring: Wiring) -> None:
    """Every channel that is set up, then the messages a person should know of."""
    rows = outlets(wiring)
    for row in rows:
        emit_outlet(out, row)
    if rows:
        heads = (mark("Channel"), mark("Kind"), mark("Server"), mark("Amounts"))
        out.table(heads, [_row(out, row) for row in rows])
    if not any(row.channel == MAIL for row in rows):
        out.say(mark("No mail account to send from is set up: `facteur channel add mail` does it."))
    if not any(row.channel != MAIL for row in rows):
        words = mark(
            "`facteur channel add service` adds a phone or chat service (ntfy, Gotify, Signal …)."
        )
        out.say(words)
    _show_unsettled(out, unsettled(wiring, datetime.now(UTC)))


def emit_outlet(out: Out, row: OutletRow) -> None:
    """One channel as a script reads it."""
    out.emit(
        {
            "channel": row.name, "kind": row.channel, "host": row.host, "port": row.port,
            "amounts": row.amounts, "proven_against": _PROVEN.get(row.channel),
        }
    )  # fmt: skip


def say_carried(out: Out, done: Carried) -> None:
    """What became of one message. Raises the problem of one that did not leave."""
    out.emit({"message": done.id, "state": done.state.value})
    if done.state is not DispatchState.SENT and done.problem is not None:
        raise done.problem
    state = out.words(STATE_WORDS[done.state])
    out.say(mark("Message {id}: {state}."), id=done.id, state=state)


def _row(out: Out, row: OutletRow) -> tuple[str, ...]:
    server = f"{row.host}:{row.port}" if row.host else ""
    amounts = mark("told") if row.amounts else mark("not told")
    return row.name, out.words(_KINDS.get(row.channel, row.channel)), server, out.words(amounts)


def _show_unsettled(out: Out, rows: tuple[DispatchRow, ...]) -> None:
    for row in rows:
        why = row.problem.told(out.lang) if row.problem else ""
        out.emit(
            {
                "message": row.id, "state": row.state.value, "purpose": row.purpose, "about": row.about,
                "through": row.channel, "to": row.recipient, "title": row.title, "why": why,
            }
        )  # fmt: skip
    if not rows:
        return
    out.say(mark("Messages that did not arrive for sure:"))
    heads = (mark("Number"), mark("State"), mark("To"), mark("What"), mark("Why"))
    out.table(heads, [_message(out, row) for row in rows])
    words = mark(
        "`facteur channel again NUMBER` sends one once more (programs that know its number show it "
        "once), `facteur channel drop NUMBER` calls one off."
    )
    out.say(words)


def _message(out: Out, row: DispatchRow) -> tuple[str, ...]:
    why = row.problem.told(out.lang) if row.problem else ""
    state = out.words(STATE_WORDS[row.state])
    return str(row.id), state, row.recipient or row.channel, row.title, why
