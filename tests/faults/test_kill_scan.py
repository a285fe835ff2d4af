"""kill -9 anywhere in a scan: the file is kept once, read once, one bill, and the journal is whole."""

import os
from pathlib import Path

import pytest
from sqlalchemy import select

from jobs.engine import prepare
from models.journal import verify
from models.tables import Bill, BillMessage, Judgement, Message, Step
from tests.extract.papers import listing
from tests.faults.forks import rough
from tests.flow.order_house import OrderHouse, order_house

KILLS = int(os.environ.get("SCAN_KILLS", "10"))
"""On each database; a whole count is 100."""
SHARE = 0.15


def paper(folder: Path, number: int) -> Path:
    path = folder / f"bill-{number}.pdf"
    lines = (
        "Énergie du Val",
        f"Facture n° EV-2026-{2000 + number} du 02/11/2026",
        "Montant à payer : 84,20 €",
        "Date limite de paiement : 25/11/2026",
    )
    path.write_bytes(listing(*lines))
    return path


def must_be_whole(house: OrderHouse, count: int) -> None:
    with house.session() as session:
        verify(session)
        messages = session.scalars(select(Message)).all()
        assert {message.step for message in messages} == {Step.DONE}
        for table in (Bill, BillMessage, Judgement):
            assert len(session.scalars(select(table.id)).all()) == len(messages) == count


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_scan_that_is_killed_and_typed_again_is_one_bill(
    database_url: str, tmp_path: Path
) -> None:
    with order_house(database_url, tmp_path / "home") as house:
        prepare(database_url)
        given = (database_url, tmp_path / "home", SHARE)
        number = 0
        with rough("tests.faults.scanning", *given, first=3) as killed:
            while killed.kills < KILLS:
                number += 1
                killed.until_done(paper(tmp_path, number))
                must_be_whole(house, number)
