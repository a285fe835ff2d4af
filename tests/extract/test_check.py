"""What cannot be right is kept, doubted and named."""

from dataclasses import replace
from datetime import date

import pytest

from extract.check import checked
from models.reading import Reading
from tests.extract.cast import bill, found


def with_days(issued: date, due: date) -> Reading:
    return replace(bill(due=due), issued_on=found(issued))


@pytest.mark.parametrize(
    ("issued", "due", "warning"),
    [
        (date(2026, 4, 2), date(2026, 4, 1), "due_before_issued"),
        (date(2026, 1, 1), date(2027, 6, 1), "due_far_away"),
    ],
)
def test_an_impossible_due_date_is_doubted(issued: date, due: date, warning: str) -> None:
    reading = checked(with_days(issued, due))
    assert reading.warnings == (warning,)
    assert reading.due_on is not None
    assert reading.due_on.value == due
    assert reading.due_on.confidence == pytest.approx(0.4)


@pytest.mark.parametrize("due", [date(2026, 4, 1), date(2026, 5, 1)])
def test_a_likely_due_date_is_left_alone(due: date) -> None:
    reading = with_days(date(2026, 4, 1), due)
    assert checked(reading) == reading


def test_check_digits_of_an_iban_are_checked_once() -> None:
    wrong = replace(bill(), payee_iban=found("FR7630006000011234567890188"))
    first = checked(wrong)
    assert first.warnings == ("iban_invalid",)
    assert checked(first) == first
    right = replace(bill(), payee_iban=found("FR7630006000011234567890189"))
    assert checked(right) == right


@pytest.mark.parametrize("text", ["RF18539007547034", "RF18 5390 0754 7034", "F-2031", "RF", "123"])
def test_a_right_or_free_reference_is_left_alone(text: str) -> None:
    reading = replace(bill(), reference=found(text))
    assert checked(reading) == reading


@pytest.mark.parametrize("text", ["RF18539007547035", "210000000003139471430009018"])
def test_a_creditor_reference_with_wrong_check_digits_is_doubted(text: str) -> None:
    reading = checked(replace(bill(), reference=found(text)))
    assert reading.warnings == ("reference_invalid",)
    assert reading.reference is not None
    assert reading.reference.value == text


def test_a_reference_for_the_bank_is_hardly_the_number_of_the_bill() -> None:
    reference = found("RF18539007547034", "qr", 0.99)
    page = replace(bill(number="RF18 5390 0754 7034"), reference=reference)
    other = replace(bill(number="F-2031"), reference=reference)
    xml = replace(bill("facturx", number="RF18539007547034"), reference=reference)
    for reading, doubted in ((page, True), (other, False), (xml, False)):
        assert reading.number is not None
        number = checked(reading).number
        assert number is not None
        assert (number.confidence < reading.number.confidence) is doubted
