"""Two processes follow the same evidence: one of them writes, the other finds it written."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from flow.orders_seen import follow_orders
from flow.settlements_seen import follow_settlements
from models.database import open_engine
from models.journal import verify
from models.order import Step
from models.tables import JournalLine, Mailbox, Payment, Settlement, SettlementState
from tests.flow.paid_bills import Asked, Line, arrive
from tests.flow.settling_house import BOB_IBAN, DAY, NEW_IBAN, Settling, settling

Follow = Callable[[Session, list[int]], None]


@pytest.fixture
def flat(database_url: str, tmp_path: Path) -> Iterator[Settling]:
    with settling(database_url, tmp_path / "home") as made:
        yield made


def both_at_once(url: str, follow: Follow, number: int) -> None:
    """Two processes that both looked at the rows before; the first holds its transaction open until the
    second waits for it."""
    children = [_child(url, follow, number, wait) for wait in (0.0, 0.3)]
    for child in children:
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0


def _child(url: str, follow: Follow, number: int, wait: float) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        engine = open_engine(url)
        with Session(engine) as session, session.begin():
            before = [*session.scalars(select(Payment)), *session.scalars(select(Settlement))]
            time.sleep(wait)
            follow(session, [number])
            assert before
            session.flush()
            time.sleep(0.6 - wait)
        code = 0
    except BaseException as problem:  # noqa: BLE001 - the parent sees the code
        sys.stderr.write(repr(problem))
    finally:
        os._exit(code)
    return 0


def said(flat: Settling, what: str) -> int:
    with flat.house.session() as session:
        verify(session)
        return len(session.scalars(select(JournalLine).where(JournalLine.what == what)).all())


def test_an_order_is_seen_once(flat: Settling, database_url: str) -> None:
    with flat.house.session() as session, session.begin():
        session.add(Mailbox(account_id=flat.house.account_id, name="INBOX", uidvalidity=1))
    bill = arrive(flat.house.wiring, Asked(number="", iban=NEW_IBAN, due=DAY))
    made = flat.house.pay(bill)
    flat.bring(Line(f"-{made.order.amount}", f"VIREMENT {made.order.key.upper()}", DAY))
    with flat.house.session() as session, session.begin():
        waits = update(Payment).values(step=Step.HANDED_OVER, seen_at=None)
        session.execute(waits.where(Payment.bill_id == bill))
    assert said(flat, "order_seen") == 1
    both_at_once(database_url, follow_orders, bill)
    assert said(flat, "order_seen") == 2
    assert [row.step for row in flat.house.orders(bill)] == [Step.SEEN]


def test_a_settlement_is_received_once(flat: Settling, database_url: str) -> None:
    number = flat.owe(back=True)
    reference = flat.row(number).reference
    flat.bring(Line("45.00", f"VIR DE BOB {reference}", DAY, BOB_IBAN))
    with flat.house.session() as session, session.begin():
        waits = update(Settlement).where(Settlement.id == number)
        session.execute(waits.values(state=SettlementState.ANNOUNCED, received_on=None, proof=None))
    both_at_once(database_url, follow_settlements, number)
    assert said(flat, "settlement_received") == 2
    assert flat.state(number) == "received"
