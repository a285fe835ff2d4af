"""A provider's notification, as a web door hands it on: checked, then only a reason to look."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.collect.account import open_rail
from flow.collect.look import look
from flow.collect.record import heard
from flow.wiring import Wiring
from models.database import reading
from models.errors.providers import NoticeForged
from models.tables import Collection, Collector
from pay.rails.stripe.account import PROVIDER
from pay.rails.stripe.notice import Notice, hear, is_signed, whose


def take_notice(wiring: Wiring, body: bytes, signature: str, now: datetime) -> int | None:
    """Looks at the page that a webhook tells of; returns the collection's number, None for no page of ours.

    body: exactly the bytes that came; signature: the header Stripe-Signature. The door answers 2xx after
    a return, 400 after NoticeForged, and 503 after any other Problem, so that Stripe sends it again.
    Raises NoticeForged (no payee's secret signed it in the last 300 s), ProviderAway,
    ProviderKeyRefused, AnswerDiffers.
    """
    collector, notice = _heard_by(wiring, body, signature)
    if notice is None:
        return None
    with Session(reading(wiring.engine)) as session:
        if heard(session, collector.id, notice.id):
            return None
    with open_rail(wiring, collector) as rail:
        key = whose(rail, notice)
        with Session(reading(wiring.engine)) as session:
            mine = (Collection.collector_id == collector.id, Collection.live == collector.live)
            number = session.scalar(select(Collection.id).where(*mine, Collection.key == key))
        if number is not None:
            look(wiring, rail, number, now, notice.id)
    return number


def _heard_by(wiring: Wiring, body: bytes, signature: str) -> tuple[Collector, Notice | None]:
    """The payee whose secret signed it. Raises NoticeForged."""
    with Session(reading(wiring.engine)) as session:
        query = select(Collector).where(Collector.webhook_secret.is_not(None))
        collectors = list(session.scalars(query.order_by(Collector.id)))
    for collector in collectors:
        secret = wiring.secrets.decrypt(collector.webhook_secret or b"")
        if is_signed(secret, body, signature):
            with open_rail(wiring, collector) as rail:
                return collector, hear(rail, body, signature)
    raise NoticeForged(provider=PROVIDER)
