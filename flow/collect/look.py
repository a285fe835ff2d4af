"""What has become of a page: asked of the provider, whatever brought one to ask; and ending it."""

from datetime import datetime

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.collect.account import collector_of, open_rail
from flow.collect.record import job_at, record, told
from flow.household.rights import Actor, acting_as
from flow.wiring import Wiring
from models.errors.collect import CollectionOver, CollectionUnknown, OtherMode
from models.tables import MOST_ID, Collection, CollectionState, Collector
from pay.rails.stripe.checkout import StripeCheckout

_TRIES = 5
"""How often one asks again because somebody else wrote an answer down meanwhile: theirs is as new."""


def look(
    wiring: Wiring, rail: StripeCheckout, number: int, now: datetime, notice: str = ""
) -> None:
    """Asks for one page and writes the answer down.

    Raises ProviderAway, ProviderKeyRefused, AnswerDiffers; then what was known stays.
    """
    for _ in range(_TRIES):
        job = job_at(wiring, number)
        passed("collect_looking")
        answer = rail.look_up(job.order, job.attempt, now)
        passed("collect_looked")
        if record(wiring, job, answer, now, notice):
            return


def call_off(wiring: Wiring, actor: Actor, number: int, now: datetime) -> None:
    """Ends an open page, so that nobody pays there any more; what was paid meanwhile counts.

    The payer's own word, or an approver's. Raises CollectionUnknown, RightMissing, CollectionOver,
    OtherMode, ProviderAway, ProviderKeyRefused, AnswerDiffers.
    """
    with Session(wiring.engine) as session, session.begin():
        row, collector = collection_of(session, actor, number)
        acting_as(session, actor.member_id, actor.door).answers_for(row.member_id)
        if row.state not in {CollectionState.OPEN, CollectionState.UNKNOWN}:
            raise CollectionOver(id=number)
        told(session, row, "collection_called_off", f"member {actor.member_id}")
        rail = open_rail(wiring, collector)
    passed("collect_calling_off")
    with rail:
        job = job_at(wiring, number)
        answer = rail.withdraw(job.order, job.attempt, now)
        passed("collect_called_off")
        if not record(wiring, job, answer, now):
            look(wiring, rail, number, now)


def collection_of(
    session: Session, actor: Actor, number: int, *, lock: bool = True
) -> tuple[Collection, Collector]:
    """A collection of the actor's household that the present key can ask for.

    Raises CollectorMissing, CollectionUnknown, OtherMode.
    """
    collector = collector_of(session, actor.household_id)
    known = 0 < number <= MOST_ID
    row = session.get(Collection, number, with_for_update=lock or None) if known else None
    if row is None or row.collector_id != collector.id:
        raise CollectionUnknown(id=number)
    if row.live != collector.live:
        raise OtherMode(id=number)
    return row, collector
