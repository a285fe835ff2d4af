"""What the originals of a bill tell a payment beside its fields: their documents, sender and links.

Originals are opened in the child processes, never here.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.original import original_of
from flow.wiring import Wiring
from models.database import reading
from models.errors.problem import Problem
from models.tables import BillMessage, Message

_MOST_MAILS = 5
"""Mails of one bill that are opened, the first ones: reminders repeat the same documents."""


@dataclass(frozen=True, slots=True)
class Papers:
    """documents: digests of those that name an amount; authenticated: None when nobody says; resembles:
    the biller whose address the sender's imitates, or ""; links: https, as the mail has them.
    """

    documents: frozenset[str] = frozenset()
    authenticated: bool | None = None
    resembles: str = ""
    links: tuple[str, ...] = ()


def papers_of(wiring: Wiring, bill_ids: Sequence[int]) -> Papers:
    """What the mails of these bills tell together; a mail that cannot be opened tells nothing."""
    query = (
        select(Message)
        .join(BillMessage, BillMessage.message_id == Message.id)
        .where(BillMessage.bill_id.in_(bill_ids))
        .order_by(Message.id)
        .limit(_MOST_MAILS)
    )
    with Session(reading(wiring.engine)) as session:
        originals = [original_of(session, message) for message in session.scalars(query)]
    told = []
    for original in originals:
        with suppress(Problem):
            told.append(original.ask(wiring, "papers"))
    return _together(told)


def _together(told: Sequence[dict[str, object]]) -> Papers:
    results = [one["authenticated"] for one in told]
    known = [result for result in results if isinstance(result, bool)]
    resembles = [str(one["resembles"]) for one in told if one["resembles"]]
    return Papers(
        frozenset(digest for one in told for digest in cast("list[str]", one["documents"])),
        all(known) if known else None,
        resembles[0] if resembles else "",
        tuple(dict.fromkeys(link for one in told for link in cast("list[str]", one["links"]))),
    )
