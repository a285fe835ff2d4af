"""Cut off anywhere on its road, a settlement's order goes on as the same order, under the same key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flow import checkpoints
from models.errors.household import SettlementHandedOver
from models.journal import verify
from models.tables import AttemptState
from tests.flow.settling_house import Settling, settling

POINTS = (
    "order_checking", "order_checked", "order_approving", "order_approved", "order_beginning",
    "order_begun", "order_made", "order_placed", "order_ending", "order_handed_over",
)  # fmt: skip


class CutError(Exception):
    """The end of the process, as a test plays it."""


@pytest.fixture
def flat(database_url: str, tmp_path: Path) -> Iterator[Settling]:
    with settling(database_url, tmp_path / "home") as made:
        yield made


def pay_cut_at(flat: Settling, number: int, point: str) -> None:
    def cut(reached: str) -> None:
        if reached == point:
            raise CutError

    checkpoints.listeners.append(cut)
    try:
        with pytest.raises(CutError):
            flat.pay(number)
    finally:
        checkpoints.listeners.remove(cut)


def test_cut_off_anywhere_it_is_handed_over_once(flat: Settling) -> None:
    for point in POINTS:
        number = flat.owe()
        pay_cut_at(flat, number, point)
        if point == POINTS[-1]:
            with pytest.raises(SettlementHandedOver):
                flat.pay(number)
        else:
            flat.pay(number)
        (order,) = flat.orders(number)
        assert (order.step.value, order.key) == ("handed_over", flat.row(number).key), point
        ends = [attempt.state for attempt in flat.house.attempts(order.id)]
        assert ends.count(AttemptState.MADE) == 1
        assert AttemptState.BEGUN not in ends
        with flat.house.session() as session:
            verify(session)
