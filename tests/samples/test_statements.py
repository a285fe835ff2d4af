"""The sample statements are read without a question, and pay what the demo mailbox asks for."""

from decimal import Decimal
from pathlib import Path

import pytest

from pay.evidence.columns import Question
from pay.evidence.read import read_statements
from pay.evidence.reader import Source

FOLDER = Path(__file__).parents[2] / "samples" / "statements"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*")), ids=lambda path: path.name)
def test_a_sample_is_read_without_a_question(path: Path) -> None:
    answer = read_statements(Source(path.read_bytes()))
    assert not isinstance(answer, Question)
    assert all(statement.entries and statement.account for statement in answer)


def test_november_pays_the_water_of_the_demo_mailbox() -> None:
    answer = read_statements(Source((FOLDER / "november-2026.csv").read_bytes()))
    assert not isinstance(answer, Question)
    (water,) = [entry for entry in answer[0].entries if "3823479453" in entry.text]
    assert water.amount.decimal == Decimal("-197.57")
