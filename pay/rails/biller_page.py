"""The biller's own page: its link is checked and shown; the person alone opens it."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.errors.orders import LinkRefused
from models.order import Order
from models.said import Said, said
from models.words import mark
from pay.links import Link, checked_link
from pay.notes import copy_lines, must_take
from pay.rail import Artefact, Handover

PROVEN_AGAINST = mark("forged links of our own")


@dataclass(frozen=True, slots=True)
class BillerPage:
    """Shows where to pay."""

    name: str = "biller-page"
    proven_against: str = PROVEN_AGAINST
    most_orders: int = 1

    def refuses(self, order: Order, handover: Handover) -> Said | None:  # noqa: ARG002 - contract
        """Why its link is not shown."""
        if not handover.link:
            return said(mark("this bill names no page to pay at"))
        try:
            checked_link(handover.link, handover.known_hosts)
        except LinkRefused as refused:
            details = dict(refused.details)
            return said(str(details.pop("why")), **details)
        return None

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """The checked link, with what the page must ask for. Raises RailRefused."""
        must_take(self, orders, handover)
        link, (order,) = checked_link(handover.link, handover.known_hosts), orders
        next_step = said(
            mark("Open {host} yourself and pay there; compare the payee and the amount first."),
            host=link.host,
        )
        return Artefact(
            self.name,
            next_step,
            copy=copy_lines(order, handover),
            link=link.url,
            notes=_notes(link),
        )


def _notes(link: Link) -> tuple[Said, ...]:
    if not link.shared:
        return ()
    sentence = mark("Many collect money through {host}: it does not prove who asks.")
    return (said(sentence, host=link.host),)
