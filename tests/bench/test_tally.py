"""The benchmark counts what it says it counts."""

from pathlib import Path

import pytest

from bench.items import SAMPLES, Item, Truth, items_of
from bench.marks import is_right, name_score
from bench.measure import Answer, Measured, measured
from bench.report import fields_table, table
from bench.tally import all_three, mistakes, tally, wilson_low


def row(truth: Truth, answer: Answer, family: str = "a") -> tuple[Item, Measured]:
    return Item("x", Path(), truth, family, "", is_image=False), Measured(answer)


@pytest.mark.parametrize(
    ("field", "truth", "answer"),
    [
        ("amount", "84.2", "84.20"),
        ("biller", ["EDF", "Électricité de France"], "Electricité de France SA"),
        ("biller", "Lieferant GmbH", "LIEFERANT"),
        ("invoice_number", "RE-2018/12", "re-2018 / 12"),
        ("iban", "DE88 2008 0000", "DE8820080000"),
        ("due_date", "2026-04-01", "2026-04-01"),
        ("label", "bill", "reminder"),
        ("label", "phishing", "other"),
    ],
)
def test_a_right_answer_is_right_in_any_notation(field: str, truth: object, answer: object) -> None:
    assert is_right(field, truth, answer)


@pytest.mark.parametrize(
    ("field", "truth", "answer"),
    [
        ("amount", "84.20", "-84.20"),
        ("biller", "La Poste", "Eaux du Vallon"),
        ("invoice_number", "F-1", "F-2"),
        ("label", "other", "to_pay"),
        ("label", "receipt", "to_pay"),
    ],
)
def test_a_wrong_answer_is_wrong(field: str, truth: object, answer: object) -> None:
    assert not is_right(field, truth, answer)


def test_an_invented_answer_counts_against_precision_only() -> None:
    rows = [
        row({"due_date": "2026-04-01"}, {"due_date": "2026-04-01", "confidence": {"due_date": 1}}),
        row({"due_date": None}, {"due_date": "2026-04-01"}),
        row({"due_date": "2026-04-01"}, {}, "b"),
        row({}, {"due_date": "2026-04-01"}),
    ]
    one = tally(rows, "due_date")
    assert (one.has, one.none, one.answered, one.right, one.invented) == (2, 1, 1, 1, 1)
    assert (one.accuracy, one.precision, one.by_family, one.sure) == (0.5, 0.5, 0.5, 1)
    assert len(mistakes(rows, "due_date")) == 2


def test_all_three_asks_for_an_empty_due_date_where_there_is_none() -> None:
    truth: Truth = {"biller": "EDF", "amount": "1.00", "due_date": None}
    sure: Answer = {"biller": "EDF", "amount": "1.00", "confidence": {"biller": 1, "amount": 1}}
    three = all_three([row(truth, sure), row(truth, sure | {"due_date": "2026-04-01"})])
    assert (three.total, three.right, three.sure, three.sure_right) == (2, 1, 1, 1)


def test_a_child_that_dies_or_fails_is_an_error_not_the_end() -> None:
    def fails(_: Path) -> Answer:
        raise ValueError("no")

    assert "ValueError" in measured(fails, Path()).error
    good = measured(lambda path: {"name": path.name}, Path("a"))
    assert good.answer == {"name": "a"}
    assert good.peak_mb > 1


def test_samples_are_found_with_their_truth() -> None:
    items = items_of("samples")
    assert len(items) == len(list(SAMPLES["samples"].glob("*.json"))) > 0
    assert all(item.path.is_file() and "kind" in item.truth for item in items)
    assert items_of("no such set") == []


def test_tables_line_up() -> None:
    lines = table(["field", "n"], [["due_date", "1"], ["kind", "100"]]).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert "due_date" in fields_table([row({"due_date": None}, {})])


def test_wilsons_bound_is_far_from_a_small_perfect_score() -> None:
    low = wilson_low(13, 13)
    assert low is not None
    assert 0.76 < low < 0.78
    assert wilson_low(0, 0) is None
    assert name_score("", "EDF") == 0
