"""A restore that is killed anywhere leaves the house as it was, or as the backup has it."""

from pathlib import Path
from typing import Any

import pytest

from flow.archive.backup import save
from flow.archive.contents import Purpose
from models.journal import verify
from models.tables import Bill
from tests.faults.forks import DONE, KILLED, rough
from tests.flow.archive.filled import everything
from tests.flow.archive.restoring import POINTS
from tests.flow.order_house import OrderHouse
from tests.flow.post import account, post


def state(house: OrderHouse) -> dict[str, list[Any]]:
    """All rows, the journal without the lines of arrivals; the chain holds."""
    with house.session() as session:
        verify(session)
    found = everything(house.wiring.engine)
    found["journal"] = [row for row in found["journal"] if row["what"] != "archive_taken_in"]  # type: ignore[index]
    return found


def two_states(house: OrderHouse, folder: Path) -> list[dict[str, list[Any]]]:
    """The house before and after something happened, each with its backup "0.zip", "1.zip"."""
    box = account(house.wiring, "bob@example.org")
    first = house.bill()
    house.code_app()
    save(house.wiring, folder / "0.zip", Purpose.BACKUP, force=False)
    states = [state(house)]
    post(house.wiring, box, b"Subject: one\r\n\r\nbody")
    house.bill()
    with house.session() as session, session.begin():
        session.delete(session.get_one(Bill, first))
    save(house.wiring, folder / "1.zip", Purpose.BACKUP, force=False)
    return [*states, state(house)]


@pytest.mark.timeout(150)
def test_either_the_old_or_the_new(each: OrderHouse, tmp_path: Path) -> None:
    states = two_states(each, tmp_path)
    seen, ends, now = set(), [], 1
    where = (each.wiring.settings.url, each.wiring.settings.home)
    with rough("tests.flow.archive.restoring", *where, first=0) as killed:
        for _ in POINTS:
            ends.append(killed.once(tmp_path / f"{1 - now}.zip"))
            found = state(each)
            assert found in states
            now = states.index(found)
            seen.add(now)
    assert set(ends) <= {DONE, KILLED}
    assert killed.kills >= len(POINTS) - 1
    assert seen == {0, 1}
    for digest in each.wiring.originals.digests():
        each.wiring.originals.read(digest)
