"""What makes a person's word "I sent it" doubtful: asked before it is noted."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from flow.order_left import MOST_ID
from flow.schedule import is_debited
from flow.wiring import Wiring
from models.database import reading
from models.said import said
from models.tables import Bill
from models.verdict import State
from models.words import mark
from pay.policy.flag import Flag, ask


def sent_flags(bill: Bill) -> Iterator[Flag]:
    """sent_to_held, sent_beside_debit (ask); nothing of a bill that is paid."""
    if bill.state is State.STOPPED:
        because = mark("This bill is held as suspicious, and nothing should be sent for it.")
        yield ask("sent_to_held", said(because))
    if is_debited(bill) and bill.state is not State.PAID:
        because = mark("This bill is debited by itself: what you sent besides pays it twice.")
        yield ask("sent_beside_debit", said(because))


def sent_doubts(wiring: Wiring, bill_id: int) -> tuple[Flag, ...]:
    """What to ask before `flow.order_word.say_sent`; nothing of a bill that is not there."""
    with Session(reading(wiring.engine)) as session:
        bill = session.get(Bill, bill_id) if 0 < bill_id <= MOST_ID else None
        return tuple(sent_flags(bill)) if bill else ()
