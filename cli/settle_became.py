"""What became of settlements: the word for those that are named, or for those asked about where none is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import typer
from sqlalchemy.orm import Session

from cli.options import asks
from cli.output import Out
from cli.questions import agreed, typed
from cli.settle_shown import emit_settlement, say_settlement
from flow.household.door import acting, looking
from flow.household.rights import Actor, members_of
from flow.household.settling import STATE_WORDS, moved, waiting_for
from flow.wiring import Wiring
from models.errors.household import NoneWaits
from models.errors.values import UsageWrong
from models.tables import Settlement, SettlementState
from models.words import mark

Whose = tuple[int | None, str | None]
"""The household and the member's name, as the person said."""
BECAME = {
    "--paid": SettlementState.SENT,
    "--received": SettlementState.RECEIVED,
    "--withdraw": SettlementState.WITHDRAWN,
}
_ONE = {
    "--paid": mark("{settlement} Did you send this money?"),
    "--received": mark("{settlement} Did you receive this money?"),
    "--withdraw": mark("{settlement} Call it off?"),
}
_ALL = {"all", "tout", "tous"}
"""Both languages always, as yes and no."""


def say_became(
    out: Out, wiring: Wiring, whose: Whose, said: tuple[str, Sequence[int]], on: date, *, yes: bool
) -> None:
    """All of them, or none where one is refused. said: one of BECAME, and the settlements' numbers.

    Raises NoneWaits, UsageWrong where none is named, several may be meant and nobody can be asked.
    """
    option, numbers = said
    chosen = numbers or _chosen(out, wiring, whose, option, yes=yes)
    with out.held(), acting(wiring, *whose) as (session, actor):
        for number in dict.fromkeys(chosen):
            row = moved(session, actor, number, BECAME[option], on)
            emit_settlement(out, session, actor, row)
            say_settlement(out, session, actor, row)


def _chosen(out: Out, wiring: Wiring, whose: Whose, option: str, *, yes: bool) -> Iterable[int]:
    with looking(wiring, *whose) as (session, actor):
        rows = waiting_for(session, actor, BECAME[option])
        lines = {row.id: _line(out, session, actor, row) for row in rows}
        if not rows:
            raise NoneWaits(name=actor.name)
        if len(rows) > 1:
            for row in rows:
                emit_settlement(out, session, actor, row)
    if len(lines) == 1:
        (line,) = lines.values()
        if not agreed(out, out.words(_ONE[option], settlement=line), yes=yes):
            raise typer.Abort
        return lines
    return _picked(out, option, lines)


def _picked(out: Out, option: str, lines: Mapping[int, str]) -> Iterable[int]:
    """Of several, those whose numbers are typed."""
    for line in lines.values():
        out.say("{line}", line=line)
    if out.as_json or not asks():
        words = mark(
            "Several settlements wait for that: say which, as `facteur settle {option} {id}`."
        )
        raise UsageWrong(why=out.words(words, option=option, id=min(lines)))
    while True:
        said = typed(out, out.words(mark("Which of them? Their numbers, or “all”")))
        if said.strip().casefold() in _ALL:
            return lines
        picked = said.replace(",", " ").split()
        known = {str(number): number for number in lines}
        if picked and known.keys() >= set(picked):
            return [known[one] for one in picked]


def _line(out: Out, session: Session, actor: Actor, row: Settlement) -> str:
    members = members_of(session, actor)
    return out.words(
        mark("Settlement {id}: {sender} → {receiver}, {amount} {currency} ({state})."), id=row.id,
        sender=members[row.sender_id].name, receiver=members[row.receiver_id].name, amount=row.amount,
        currency=row.currency, state=out.words(STATE_WORDS[row.state]),
    )  # fmt: skip
