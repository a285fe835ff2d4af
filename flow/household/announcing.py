"""A settlement is announced: its key and reference are written down before any money moves."""

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from stdnum.iso7064 import mod_97_10

from flow.household.balances import proposed
from flow.household.rights import Actor, note
from models.errors.household import SettlementOpen
from models.errors.shares import RepaymentInvalid
from models.errors.values import NotFound
from models.reference import CreditorReference
from models.tables import Household, Member, Role, Settlement, SettlementState
from pay.transfers import Transfer


def announce(
    session: Session,
    actor: Actor,
    transfers: Iterable[Transfer],
    *,
    beside: bool = False,
    bill_id: int | None = None,
) -> list[Settlement]:
    """Writes settlements down, each with its key and reference, before any money moves.

    One's own to send, or an approver's word for others. Raises RightMissing, RepaymentInvalid,
    NotFound for somebody of elsewhere, SettlementOpen where one of the two people's is still
    announced in that direction and currency; not with `beside`, for who made sure that it is owed.
    bill_id: the bill whose shares they pay back.
    """
    actor.must(Role.MEMBER)
    session.get_one(Household, actor.household_id, with_for_update=True)
    rows = []
    for one in transfers:
        actor.answers_for(one.sender)
        _both_here(session, actor, one)
        if not beside:
            _refuse_twin(session, actor, one)
        row = new_settlement(actor.household_id, one, bill_id)
        session.add(row)
        session.flush()
        note(
            session, actor, "settlement_announced", f"settlement {row.id}",
            {
                "from": row.sender_id, "to": row.receiver_id, "amount": str(row.amount),
                "currency": row.currency, "reference": row.reference, "bill": bill_id,
            },
        )  # fmt: skip
        rows.append(row)
    return rows


def announce_proposed(session: Session, actor: Actor, *, direct: bool = False) -> list[Settlement]:
    """Announces what is proposed: an approver all, a member their own. Raises RightMissing.

    What is announced between two people already, by hand or for a page, is left out of it, so that this
    is what is owed beside it; asked for twice at once, it is announced once.
    """
    session.get_one(Household, actor.household_id, with_for_update=True)
    everybody = actor.may(Role.APPROVER)
    moves = proposed(session, actor, direct=direct)
    own = [one for one in moves if everybody or one.sender == actor.member_id]
    return announce(session, actor, own, beside=True)


def _both_here(session: Session, actor: Actor, one: Transfer) -> None:
    if one.sender == one.receiver or one.amount.minor <= 0:
        raise RepaymentInvalid
    for number in (one.sender, one.receiver):
        member = session.get(Member, number)
        if member is None or member.household_id != actor.household_id:
            raise NotFound(what="member", id=number)


def _refuse_twin(session: Session, actor: Actor, one: Transfer) -> None:
    open_one = session.scalar(
        select(Settlement.id).where(
            Settlement.household_id == actor.household_id,
            Settlement.sender_id == one.sender,
            Settlement.receiver_id == one.receiver,
            Settlement.currency == one.amount.currency,
            Settlement.state == SettlementState.ANNOUNCED,
        )
    )
    if open_one is not None:
        raise SettlementOpen(id=open_one)


def new_settlement(household_id: int, one: Transfer, bill_id: int | None) -> Settlement:
    """An announced settlement with its key and reference, not stored yet."""
    now = datetime.now(UTC)
    key = secrets.token_hex(12)
    return Settlement(
        household_id=household_id, sender_id=one.sender, receiver_id=one.receiver,
        bill_id=bill_id, amount_minor=one.amount.minor, currency=one.amount.currency, key=key,
        reference=_reference(key), state=SettlementState.ANNOUNCED, created_at=now, updated_at=now,
    )  # fmt: skip


def _reference(key: str) -> str:
    """An RF reference (ISO 11649) from the key's beginning: banks check its digits, nobody guesses it."""
    body = key[:16].upper()
    return CreditorReference(f"RF{mod_97_10.calc_check_digits(f'{body}RF')}{body}").text
