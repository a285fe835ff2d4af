"""What a rail needs beside the order: the payer, the biller's own page, the mandate of a debit."""

import re
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.order_look import Looked
from flow.order_print import printed_on
from flow.papers import papers_of
from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import LinkRefused, OrderInvalid
from models.iban import Iban
from models.tables import Bill, Payment
from pay.links import checked_link
from pay.mandate import Mandate
from pay.policy.steps import Step
from pay.rail import Handover, Payer, Proof

_PAGE = "biller-page"
_OLDER = 3
"""Older bills whose mails are opened for the hosts they link to."""
_PAYS = re.compile(
    r"pay|paie|regl|r%C3%A9gl|factur|invoice|bill|checkout|zahl|rechnung", re.IGNORECASE
)
_HOST = re.compile(r"https://([^/?#]+)")


def handover_for(
    wiring: Wiring, looked: Looked, now: datetime, *, host: str = "", proof: Proof | None = None
) -> Handover:
    """The beside of an order. `host`: of the biller's page, as the person knows it, or "".

    Links come from this bill; the hosts that make one trusted come from older bills of the same payee
    that were paid, and from the person.
    """
    settings = wiring.settings
    payer = None
    if settings.payer_name and settings.payer_iban:
        payer = Payer(settings.payer_name, Iban(settings.payer_iban), settings.payer_bic)
    hosts: frozenset[str] = frozenset()
    if looked.wish.rail == _PAGE:
        hosts = _known_hosts(wiring, looked) | ({host.lower()} if host else set())
    return Handover(
        lang=settings.lang,
        now=now,
        payer=payer,
        link=_link(looked.papers.links, hosts),
        known_hosts=hosts,
        mandate=_mandate(wiring, looked),
        proof=proof,
    )


def _known_hosts(wiring: Wiring, looked: Looked) -> frozenset[str]:
    with Session(reading(wiring.engine)) as session:
        row = session.get_one(Payment, looked.payment_id)
        older = session.scalars(
            select(Payment.bill_id)
            .where(
                Payment.payee_key == row.payee_key,
                Payment.bill_id != row.bill_id,
                Payment.step.in_((Step.HANDED_OVER, Step.SEEN)),
            )
            .order_by(Payment.id.desc())
            .limit(_OLDER)
        ).all()
    if not older:
        return frozenset()
    links = papers_of(wiring, [number for number in older if number is not None]).links
    found = (_HOST.match(link) for link in links if _PAYS.search(link))
    return frozenset(match[1].lower() for match in found if match)


def _link(links: tuple[str, ...], hosts: frozenset[str]) -> str:
    """The first link that may be shown, else the first that speaks of paying, for its refusal."""
    paying = [link for link in links if _PAYS.search(link)]
    for link in paying:
        try:
            return checked_link(link, hosts).url
        except LinkRefused:
            continue
    return paying[0] if paying else ""


def _mandate(wiring: Wiring, looked: Looked) -> Mandate | None:
    with Session(reading(wiring.engine)) as session:
        row = session.get_one(Payment, looked.payment_id)
        bill = session.get_one(Bill, row.bill_id)
        creditor = printed_on(session, bill).creditor
    try:
        return Mandate(creditor) if creditor else None
    except OrderInvalid:
        return None
