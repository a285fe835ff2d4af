"""kill -9 at every boundary of a payment: no bill is paid twice, none is lost, the journal is whole."""

import os
from pathlib import Path

import pytest
from lxml import etree
from sqlalchemy import select

from models.journal import verify
from models.order import Step
from models.tables import Assent, Attempt, AttemptState, Bill, Payment
from models.verdict import State
from tests.faults.forks import Rough, rough
from tests.faults.paying import file_of
from tests.flow.order_house import OrderHouse, order_house

KILLS = int(os.environ.get("PAY_KILLS", "20"))
"""On each database; a whole count is 100."""
SHARE = 0.15


def given_to_the_bank(path: Path) -> set[tuple[str, str]]:
    """(end-to-end id, amount) of the file that lies there now, if one does."""
    if not path.exists():
        return set()
    tree = etree.parse(path)
    ids = tree.findall(".//{*}EndToEndId")
    sums = tree.findall(".//{*}InstdAmt")
    return {(str(one.text), str(much.text)) for one, much in zip(ids, sums, strict=True)}


def pay_until_done(house: OrderHouse, killed: Rough, bill: int) -> None:
    """Tries until one ends by itself. The bank sees each file that lies there after a try."""
    bank = set()
    for _ in killed.tries(bill):
        bank |= given_to_the_bank(file_of(house.folder.parent, bill))
        assert len(bank) <= 1
    with house.session() as session:
        amount = session.get_one(Bill, bill).amount
    assert [much for _, much in bank] == [str(amount)]


def must_be_whole(house: OrderHouse, bills: list[int]) -> None:
    """One order, one approval, one handing over for each bill; every line of the journal."""
    with house.session() as session:
        verify(session)
        for number in bills:
            bill = session.get_one(Bill, number)
            (order,) = session.scalars(select(Payment).where(Payment.bill_id == number))
            mine = Attempt.payment_id == order.id
            states = list(session.scalars(select(Attempt.state).where(mine)))
            assents = session.scalars(select(Assent).where(Assent.payment_id == order.id)).all()
            assert (order.step, order.amount) == (Step.HANDED_OVER, bill.amount)
            assert order.sent_at is not None
            assert bill.state is State.HANDED_OVER
            assert states.count(AttemptState.MADE) == 1
            assert AttemptState.BEGUN not in states
            assert [assent.with_secret for assent in assents] == [True]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_payment_killed_anywhere_is_made_once(database_url: str, tmp_path: Path) -> None:
    home, bills = tmp_path / "home", list[int]()
    with order_house(database_url, home) as house:
        given = (database_url, home, house.code_app().secret, SHARE)
        with rough("tests.faults.paying", *given, first=10) as killed:
            while killed.kills < KILLS:
                bills.append(house.bill(amount_minor=200_00 + 7 * len(bills)))
                pay_until_done(house, killed, bills[-1])
        must_be_whole(house, bills)
