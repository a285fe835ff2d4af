"""`facteur import` tells one bill once: what waits for a word, else what became of its debit."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.verdict import Kind
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.doors.test_import import filled
from tests.flow.paid_bills import Asked, Line, csv_file

DUE = datetime.now(UTC).date() - timedelta(days=12)
NEXT = DUE + timedelta(days=1)
ANNOUNCED = (
    Asked("31.50", "", biller="Eaux du Vallon"),
    Asked("94.20", "F-2031-78", biller="Fibre du Vallon"),
    Asked("20.00", "", biller="Gaz du Vallon"),
    Asked("51.00", "", biller="Bois du Vallon"),
)
LINES = (
    Line("-31.50", "PRLV EAUX DU VALLON", NEXT),
    Line("-104.20", "PRLV FIBRE DU VALLON F-2031-78", NEXT),
    Line("-55.00", "PRLV BOIS DU VALLON", NEXT),
)


@pytest.fixture
def told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    issued = DUE - timedelta(days=15)
    bills = [replace(one, kind=Kind.TO_BE_DEBITED, due=DUE, issued=issued) for one in ANNOUNCED]
    filled(tmp_path / "home", *bills)
    (tmp_path / "debits.csv").write_bytes(csv_file(*LINES))
    return inside(tmp_path / "home", monkeypatch, capsys)


def test_each_bill_stands_on_one_line(told: Facteur) -> None:
    for said in (told("import", "debits.csv").out, told("import").out):
        for name in ("Eaux", "Fibre", "Gaz", "Bois"):
            rows = [line for line in said.splitlines() if f"{name} du Vallon" in line]
            assert len(rows) == 1, rows
        assert "debited as announced" not in said
        assert "10.00 EUR more than announced." in said
        assert "Bill 4, Bois du Vallon: debited" in said
        assert "Bill 3, Gaz du Vallon: announced for" in said


def test_a_debit_that_waits_for_a_word_is_not_called_done(told: Facteur) -> None:
    row = told("import", "debits.csv", "--json").rows[0]
    suggested = row["suggested"]
    assert isinstance(suggested, list)
    match = next(one["match"] for one in suggested if one["bills"][0]["bill"] == 1)
    before = told("show", "1").out
    assert ("to confirm: -31.50 EUR" in before, "debited as announced" in before) == (True, False)
    told("import", "--confirm", str(match))
    after = told("show", "1").out
    assert ("confirmed: -31.50 EUR" in after, "debited as announced" in after) == (True, True)
    whole = told("import").out
    assert "Bill 1, Eaux du Vallon: debited as announced" in whole


def test_a_script_still_reads_every_debit(told: Facteur) -> None:
    row = told("import", "debits.csv", "--json").rows[0]
    debits = row["debits"]
    assert isinstance(debits, list)
    assert [one["verdict"] for one in debits] == [
        "as_announced", "other_amount", "not_known", "other_amount",
    ]  # fmt: skip
