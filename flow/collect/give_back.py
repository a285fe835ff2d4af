"""Giving back what was collected: the intent is committed, the provider is called, then the outcome."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.collect.account import open_rail
from flow.collect.look import collection_of, look
from flow.collect.record import job_at, told
from flow.household.rights import Actor, acting_as
from flow.step_up import code_state, spend_code
from flow.wiring import Wiring
from models.database import reading
from models.errors.collect import NothingToGiveBack, NotPaidIn
from models.errors.orders import SecretNeeded
from models.errors.providers import ProviderAway, ProviderKeyRefused
from models.money import Money
from models.order import Outcome, Pending, Refused, Settled, Unknown
from models.tables import Collection, CollectionState, Collector, GiveBackState, GivenBack, Role
from models.words import mark
from pay.rail import Attempt
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.refund import GiveBack, give_back, look_up_refund

_WHY = mark("Money goes back to the payer.")


@dataclass(frozen=True, slots=True)
class Back:
    """What shall go back: of which collection, how much (None: all that is left), and the code."""

    number: int
    amount: Money | None = None
    code: str = field(default="", repr=False)


def what_goes_back(wiring: Wiring, actor: Actor, number: int, amount: Money | None = None) -> Money:
    """How much `return_money` gives back; what it refuses is known here, before anybody is asked.

    Raises CollectionUnknown, RightMissing, OtherMode, NotPaidIn, NothingToGiveBack.
    """
    with Session(reading(wiring.engine)) as session:
        row, _ = _allowed(session, actor, number, lock=False)
        return _wanted(session, row, amount)[1]


def return_money(wiring: Wiring, actor: Actor, back: Back, now: datetime) -> GiveBackState:
    """Gives money back to who paid it: once, however often it is asked.

    The payee's own word, or an owner's. Raises CollectionUnknown, RightMissing, OtherMode, NotPaidIn,
    NothingToGiveBack, SecretNeeded, CodeWrong, CodeLocked, ProviderAway, ProviderKeyRefused, AnswerDiffers.
    """
    what_goes_back(wiring, actor, back.number, back.amount)
    if code_state(wiring).is_set:
        if not back.code:
            raise SecretNeeded(why=_WHY)
        spend_code(wiring, back.code, now)
    with Session(wiring.engine) as session, session.begin():
        row, collector = _allowed(session, actor, back.number)
        one, fresh = _intent(session, row, back.amount, now)
        back_id = one.id
        told(session, row, "giving_back", f"member {actor.member_id}")
        rail = open_rail(wiring, collector)
    passed("give_back_begun")
    with rail:
        return _carry_out(wiring, rail, back_id, now, fresh=fresh)


def look_at_refund(wiring: Wiring, rail: StripeCheckout, back_id: int, now: datetime) -> None:
    """What has become of one that was begun. Raises ProviderAway, ProviderKeyRefused, AnswerDiffers."""
    back, attempt, number = _job(wiring, back_id)
    _record(wiring, back_id, look_up_refund(rail, back, attempt, now), now)
    look(wiring, rail, number, now)
    _let_go(wiring, back_id)


def _allowed(
    session: Session, actor: Actor, number: int, *, lock: bool = True
) -> tuple[Collection, Collector]:
    row, collector = collection_of(session, actor, number, lock=lock)
    acting_as(session, actor.member_id, actor.door).answers_for(collector.member_id, Role.OWNER)
    return row, collector


def _intent(
    session: Session, row: Collection, amount: Money | None, now: datetime
) -> tuple[GivenBack, bool]:
    """The one that is under way already, else a new one; and whether it is new."""
    before, wanted = _wanted(session, row, amount)
    if before is not None:
        return before, False
    one = GivenBack(
        collection_id=row.id, open_slot=1, key=secrets.token_hex(12), amount_minor=wanted.minor,
        state=GiveBackState.UNKNOWN, proof="", attempted_at=now, created_at=now, updated_at=now,
    )  # fmt: skip
    session.add(one)
    session.flush()
    return one, True


def _wanted(
    session: Session, row: Collection, amount: Money | None
) -> tuple[GivenBack | None, Money]:
    """The one that is under way already when it is for the same amount; and how much is wanted."""
    under_way = select(GivenBack).where(GivenBack.collection_id == row.id, GivenBack.open_slot == 1)
    before = session.scalar(under_way)
    left = row.amount - row.returned
    if before is not None:
        if amount is not None and amount.minor != before.amount_minor:
            raise NothingToGiveBack(id=row.id, left="0.00", currency=row.currency)
        return before, Money(before.amount_minor, row.currency)
    if row.state is not CollectionState.PAID:
        raise NotPaidIn(id=row.id)
    wanted = amount or left
    if wanted.currency != row.currency or not 0 < wanted.minor <= left.minor:
        raise NothingToGiveBack(id=row.id, left=str(left), currency=row.currency)
    return None, wanted


def _carry_out(
    wiring: Wiring, rail: StripeCheckout, back_id: int, now: datetime, *, fresh: bool
) -> GiveBackState:
    back, attempt, number = _job(wiring, back_id)
    try:
        outcome = give_back(rail, back, attempt, now)
    except (ProviderAway, ProviderKeyRefused) as problem:
        if fresh:
            _record(wiring, back_id, Refused(now, problem.code), now)
        raise
    passed("give_back_called")
    state = _record(wiring, back_id, outcome, now)
    passed("give_back_recorded")
    look(wiring, rail, number, now)
    passed("give_back_looked")
    _let_go(wiring, back_id)
    return state


def _job(wiring: Wiring, back_id: int) -> tuple[GiveBack, Attempt, int]:
    with Session(reading(wiring.engine)) as session:
        one = session.get_one(GivenBack, back_id)
        key, minor, at, number = one.key, one.amount_minor, one.attempted_at, one.collection_id
    job = job_at(wiring, number)
    money = Money(minor, job.order.amount.currency)
    return GiveBack(key, job.order, job.attempt.provider_id, money), Attempt(at), number


def _record(wiring: Wiring, back_id: int, outcome: Outcome, now: datetime) -> GiveBackState:
    """One that ended stays as it ended: a later answer to an earlier question changes nothing."""
    with Session(wiring.engine) as session, session.begin():
        query = select(GivenBack).where(GivenBack.id == back_id).with_for_update()
        one = session.scalars(query).one()
        if one.open_slot is None:
            return one.state
        match outcome:
            case Settled(proof=proof):
                one.state, one.proof = GiveBackState.DONE, proof
            case Refused(code=code):
                one.state, one.refusal, one.open_slot = GiveBackState.REFUSED, code, None
            case Pending():
                one.state = GiveBackState.PENDING
            case Unknown():
                pass
        one.updated_at = now
        passed("give_back_recording")
        return one.state


def _let_go(wiring: Wiring, back_id: int) -> None:
    """The collection knows what went back, so another may follow.

    Not before: after a crash in between, the same wish would be taken for a second one.
    """
    with Session(wiring.engine) as session, session.begin():
        one = session.get_one(GivenBack, back_id, with_for_update=True)
        if one.state is GiveBackState.DONE:
            one.open_slot = None
