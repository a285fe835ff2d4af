"""What became of announced settlements when a bill was shared otherwise, or somebody else paid it."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from sqlalchemy.orm import Session

from cli.output import Out
from cli.questions import agreed
from cli.settle_shown import emit_settlement
from flow.household.lowered import not_owed, too_much
from flow.household.rights import Actor, members_of
from flow.household.settling import settlements
from models.money import Money
from models.tables import Settlement, SettlementState
from models.words import mark
from pay.transfers import Transfer

_LOWERED = mark(
    "Less is owed now: settlement {id} asks for {amount} {currency} instead of {was} {currency}."
)
_CALLED_OFF = mark("Nothing of it is owed any more: settlement {id} is called off.")
_MORE = mark(
    "By what is owed and not announced yet, {sender} has no more than {owed} {currency} to send to "
    "{receiver}. Announce {amount} {currency} all the same?"
)
_NOTHING = mark(
    "By what is owed and not announced yet, {sender} has nothing to send to {receiver}. Announce {amount} "
    "{currency} all the same?"
)


@contextmanager
def telling_lowered(out: Out, session: Session, actor: Actor) -> Iterator[None]:
    """Tells which announced settlements were lowered or called off by what is done within."""
    before = {row.id: row.amount for row in _announced(session, actor)}
    yield
    for number, was in before.items():
        row = session.get_one(Settlement, number)
        if row.state is SettlementState.WITHDRAWN:
            emit_settlement(out, session, actor, row)
            out.say(_CALLED_OFF, id=row.id)
        elif row.amount != was:
            emit_settlement(out, session, actor, row)
            out.say(_LOWERED, id=row.id, amount=row.amount, was=was, currency=row.currency)


def say_too_much(out: Out, session: Session, actor: Actor) -> None:
    """What is announced beyond what is owed: its papers are out, or somebody wished to send more."""
    found, members = too_much(session, actor.household_id), members_of(session, actor)
    rows = {
        (row.sender_id, row.receiver_id, row.currency): row for row in _announced(session, actor)
    }
    for pair, minor in found.items():
        row = rows[pair]
        words = mark(
            "{sender} is about to send {receiver} {amount} {currency} more than is owed: unless the money "
            "left, `facteur settle --withdraw {id}` calls settlement {id} off."
        )
        out.warn(
            words, sender=members[row.sender_id].name, receiver=members[row.receiver_id].name,
            amount=Money(minor, row.currency), currency=row.currency, id=row.id,
        )  # fmt: skip


def agree_beyond(out: Out, session: Session, actor: Actor, one: Transfer, *, yes: bool) -> None:
    """Asks before more is announced than is owed. Raises UsageWrong where nobody can be asked."""
    over, members = not_owed(session, actor.household_id, one), members_of(session, actor)
    if not over.minor:
        return
    owed = one.amount - over
    question = out.words(
        _MORE if owed.minor else _NOTHING, sender=members[one.sender].name,
        receiver=members[one.receiver].name, owed=owed, amount=one.amount, currency=over.currency,
    )  # fmt: skip
    if not agreed(out, question, yes=yes):
        raise typer.Abort


def _announced(session: Session, actor: Actor) -> list[Settlement]:
    rows = settlements(session, actor)
    return [row for row in rows if row.state is SettlementState.ANNOUNCED]
