"""A page to pay at: the intent is committed, the provider is called, the outcome is committed.

A crash in between leaves the intent: asking for the same again goes on with it, under the same key.
"""

from datetime import datetime

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.collect.account import collector_of, open_rail
from flow.collect.begin import Asked, begin
from flow.collect.look import look
from flow.collect.record import Job, end, job_of, locked, record
from flow.household.rights import Actor, acting_as
from flow.wiring import Wiring
from models.database import reading
from models.errors.collect import OtherMode
from models.errors.orders import RailRefused
from models.errors.providers import ProviderAway, ProviderKeyRefused
from models.tables import CollectionState
from models.words import Lang
from pay.rail import Answer, Handover
from pay.rails.stripe.checkout import StripeCheckout


def make_page(wiring: Wiring, actor: Actor, asked: Asked, lang: Lang, now: datetime) -> int:
    """The number of the collection, whose row says where to pay.

    Raises what `begin` raises, RailRefused for an amount or payee that cannot be collected,
    ProviderAway, ProviderKeyRefused, AnswerDiffers. After the last the page may exist: it is looked up.
    """
    handover = Handover(lang, now)
    with Session(reading(wiring.engine)) as session:
        collector = collector_of(session, actor.household_id)
    with open_rail(wiring, collector) as rail:
        job, fresh = _begun(wiring, rail, actor, asked, handover)
        passed("collect_begun")
        answer = _submitted(wiring, rail, job, handover, fresh=fresh)
        passed("collect_called")
        if not record(wiring, job, answer, now):
            look(wiring, rail, job.id, now)
    return job.id


def _begun(
    wiring: Wiring, rail: StripeCheckout, actor: Actor, asked: Asked, handover: Handover
) -> tuple[Job, bool]:
    """The intent, committed; nothing of it when the rail refuses the order."""
    with Session(wiring.engine) as session, session.begin():
        now_actor = acting_as(session, actor.member_id, actor.door)
        row, fresh = begin(session, now_actor, asked, handover.now)
        if row.live != rail.account.live:
            raise OtherMode(id=row.id)  # the key was changed at this very moment
        job = job_of(session, row)
        why = rail.refuses(job.order, handover)
        if why is not None:
            raise RailRefused(**{**why.plain(), "why": why.sentence})
        passed("collect_beginning")
        return job, fresh


def _submitted(
    wiring: Wiring, rail: StripeCheckout, job: Job, handover: Handover, *, fresh: bool
) -> Answer:
    """The provider's answer. What surely never reached it, at the first try, leaves nothing behind."""
    try:
        return rail.submit(job.order, job.attempt, handover)
    except (ProviderAway, ProviderKeyRefused) as problem:
        if fresh:
            _give_up(wiring, job, problem.code, handover.now)
        raise


def _give_up(wiring: Wiring, job: Job, code: str, now: datetime) -> None:
    """Unless somebody else went on with it meanwhile."""
    with Session(wiring.engine) as session, session.begin():
        row = locked(session, job.id)
        if row.version == job.version and row.state is CollectionState.UNKNOWN:
            end(session, row, code, now)
