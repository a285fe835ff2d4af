"""A flat whose bills are split and settled by commands, inside this process."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.database import home_url, open_engine
from models.tables import Bill
from tests.doors.forked import Facteur
from tests.doors.inside import inside
from tests.models import rows


@pytest.fixture
def indoors(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:
    """The command in this process, on a database of this test."""
    assert sqlite_url == home_url(tmp_path / "home")
    return inside(tmp_path / "home", monkeypatch, capsys)


@pytest.fixture
def two_bills(indoors: Facteur, sqlite_url: str) -> Facteur:
    """Alice's mailbox with bills 1 and 2 of one biller, 84.20 and 90.00 euros."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        account = rows.account(session).id
        for number, minor in ((1, 8420), (2, 9000)):
            bill: Bill = rows.bill(account, identity=str(number), amount_minor=minor)
            bill.biller = "Énergie du Val"
            session.add(bill)
    engine.dispose()
    return indoors
