"""Killed at each boundary of a sending, on each database: nothing doubled, nothing lost, nothing guessed."""

import signal
import subprocess
import sys

import pytest
from sqlalchemy import select

from flow.sending.carry import STALE, carry, send, waiting
from flow.sending.prepare import Errand
from models.journal import verify
from models.tables import Dispatch, DispatchState
from tests.flow.sending.conftest import Posted, letter

# Point, mails that arrived by then, and where the message stands after the next look.
POINTS = [
    ("message_prepared", 0, DispatchState.SENT),
    ("message_sending", 0, DispatchState.UNKNOWN),
    ("message_called", 1, DispatchState.UNKNOWN),
]


@pytest.mark.parametrize(("point", "arrived", "state"), POINTS)
def test_a_kill_at_each_boundary_doubles_nothing(
    posted: Posted, point: str, arrived: int, state: DispatchState
) -> None:
    posted.connect()
    house = posted.house
    settings = house.wiring.settings
    words = [sys.executable, "-m", "tests.flow.sending.killed_sender", settings.url]
    done = subprocess.run(
        [*words, str(settings.home), point], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(posted.box.mails) == arrived
    house.now += STALE * 2
    (number,) = waiting(house.wiring, house.now)
    assert carry(house.wiring, number, house.now).state is state
    for _ in range(2):
        told = send(house.wiring, letter(), Errand("letter", "bill 1"), house.now)
        assert told.state is state
    assert len(posted.box.mails) == max(arrived, state is DispatchState.SENT)
    with house.session() as session:
        assert [row.attempts for row in session.scalars(select(Dispatch))] == [1]
        assert verify(session)
