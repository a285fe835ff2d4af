"""What stands beside a date says whether it is due."""

import pytest

from extract.date_scores import due_score


@pytest.mark.parametrize(
    "after", [" mit 2 % Skonto", " mit 2 %. Skonto = 7.153,48 €", "; 2 % Skonto"]
)
def test_the_last_day_of_a_discount_is_not_due(after: str) -> None:
    """The second as OCR read it: a speck behind the sign."""
    assert (due_score("Zahlbar bis", after) < 0) is (";" not in after)


def test_a_discount_in_the_next_sentence_takes_nothing() -> None:
    assert due_score("Zahlbar bis", ". Skonto wird nicht gewährt") > 0
