"""kill -9 at every boundary of a payment: no bill is paid twice, none is lost, the journal is whole."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lxml import etree
from sqlalchemy import select

from models.journal import verify
from models.order import Step
from models.tables import Assent, Attempt, AttemptState, Bill, Payment
from models.verdict import State
from tests.faults.pay_zygote import file_of
from tests.flow.order_house import OrderHouse, order_house

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("PAY_KILLS", "20"))
"""On each database; a whole count is 100."""
SHARE = 0.15


class Zygote:
    """The process that forks the tries."""

    def __init__(self, url: str, home: Path, secret: str, share: float) -> None:
        command = [
            sys.executable,
            "-m",
            "tests.faults.pay_zygote",
            url,
            str(home),
            secret,
            str(share),
        ]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
        )

    def run(self, seed: int, bill: int) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{seed} {bill}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@contextmanager
def zygote(url: str, home: Path, secret: str, share: float) -> Iterator[Zygote]:
    made = Zygote(url, home, secret, share)
    try:
        yield made
    finally:
        made.close()


def given_to_the_bank(path: Path) -> set[tuple[str, str]]:
    """(end-to-end id, amount) of the file that lies there now, if one does."""
    if not path.exists():
        return set()
    tree = etree.parse(path)
    ids = tree.findall(".//{*}EndToEndId")
    sums = tree.findall(".//{*}InstdAmt")
    return {(str(one.text), str(much.text)) for one, much in zip(ids, sums, strict=True)}


def pay_until_done(house: OrderHouse, rough: Zygote, seed: int, bill: int) -> tuple[int, int]:
    """Tries until one ends by itself: the next seed and the number of kills. The bank sees each file."""
    kills, bank = 0, set()
    while True:
        end = rough.run(seed, bill)
        seed += 1
        bank |= given_to_the_bank(file_of(house.folder.parent, bill))
        assert len(bank) <= 1
        if end == "0":
            break
        assert end == "killed"
        kills += 1
    with house.session() as session:
        amount = session.get_one(Bill, bill).amount
    assert [much for _, much in bank] == [str(amount)]
    return seed, kills


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
    with order_house(database_url, tmp_path / "home") as house:
        app, kills, seed, bills = house.code_app(), 0, 10, list[int]()
        with zygote(database_url, tmp_path / "home", app.secret, SHARE) as rough:
            while kills < KILLS:
                bills.append(house.bill(amount_minor=200_00 + 7 * len(bills)))
                seed, more = pay_until_done(house, rough, seed, bills[-1])
                kills += more
        must_be_whole(house, bills)
