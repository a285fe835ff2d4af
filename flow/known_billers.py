"""Billers of earlier bills with the numbers that those bills print."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from extract.memory.identity import identity_with
from extract.memory.lesson import KnownBiller
from extract.memory.plain import plain_quote
from flow.bills import biller_key
from models.tables import Bill, BillMessage, Correction, Identifier
from models.verdict import Kind, State

_MOST_ROWS = 3_000
_SETTLED = (State.OPEN, State.HANDED_OVER, State.PAID)
"""Bills that were sure, or that a person let pass: one to review proves no name."""
_SEVERAL = 2

_Row = tuple[int, str, str, bool, str]
"""Bill, name, name as read, vouched for by the person, one number."""


def known_billers(session: Session, account_id: int | None) -> list[KnownBiller]:
    """The billers of an account's latest bills (None: of all accounts), the most recent first."""
    vouched = exists().where(
        Correction.bill_id == Bill.id, Correction.field.in_(("biller", "confirmed"))
    )
    query = (
        select(Bill.id, Bill.biller, Bill.biller_key, vouched, Identifier.value)
        .join(BillMessage, BillMessage.bill_id == Bill.id)
        .join(Identifier, Identifier.message_id == BillMessage.message_id)
        .where(
            *((Bill.account_id == account_id,) if account_id is not None else ()),
            Bill.biller.is_not(None),
            Bill.kind != Kind.OTHER,
            Bill.state != State.STOPPED,
            or_(Bill.state.in_(_SETTLED), vouched),
        )
        .order_by(Bill.id.desc())
        .limit(_MOST_ROWS)
    )
    by_name: dict[str, list[_Row]] = defaultdict(list)
    for bill, name, read_as, sure, key in session.execute(query):
        by_name[biller_key(name or "")].append((bill, name or "", read_as, bool(sure), key))
    return [_known(rows) for name, rows in by_name.items() if name]


def _known(rows: Sequence[_Row]) -> KnownBiller:
    vouched = any(sure for _, _, _, sure, _ in rows)
    return KnownBiller(
        name=next((name for _, name, _, sure, _ in rows if sure), rows[0][1]),
        identity=identity_with(key for *_, key in rows),
        read_as=frozenset(plain_quote(read_as) for _, _, read_as, _, _ in rows if read_as),
        sure=vouched or len({bill for bill, *_ in rows}) >= _SEVERAL,
    )
