"""The benchmark counts what it says it counts."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.__main__ import spread
from bench.items import SAMPLES, Item, Truth
from bench.measure import Answer, Measured, measured
from bench.sets import BILL, STATE, items_of
from bench.tally import Row, mistakes, tally, wilson_low
from bench.wholes import is_sure, whole

RIGHT: Answer = {"biller": "EDF", "amount": "1.00", "kind": "to_pay"}


def row(truth: Truth, answer: Answer, family: str = "a") -> Row:
    return Item("x", Path(), truth, family, "", is_image=False), Measured(answer)


def sure(answer: Answer, **but: float) -> Answer:
    return answer | {"confidence": dict.fromkeys(answer, 0.95) | but}


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
    assert one.sure_share == pytest.approx(1 / 3)
    assert len(mistakes(rows, "due_date")) == 2


def test_an_invented_answer_that_is_sure_is_told_apart() -> None:
    invented: Answer = {"due_date": "2026-04-01"}
    rows = [row({"due_date": None}, sure(invented)), row({"due_date": None}, invented)]
    one = tally(rows, "due_date")
    assert (one.invented, one.sure_invented, one.sure_precision) == (2, 1, 0)


def test_all_three_asks_for_an_empty_due_date_where_there_is_none() -> None:
    truth: Truth = {"biller": "EDF", "amount": "1.00", "due_date": None}
    three = whole([row(truth, sure(RIGHT)), row(truth, RIGHT | {"due_date": "2026-04-01"})], BILL)
    assert (three.total, three.right, three.sure, three.sure_right) == (2, 1, 1, 1)
    assert (three.share, three.sure_share, three.sure_precision) == (0.5, 0.5, 1)


def test_a_document_whose_truth_lacks_one_field_is_not_counted() -> None:
    assert whole([row({"biller": "EDF", "amount": "1.00"}, sure(RIGHT))], BILL).total == 0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (sure(RIGHT), True),
        (sure(RIGHT, kind=0.89), False),
        (sure(RIGHT, due_date=0.95), True),
        (sure(RIGHT, due_date=0.4), False),
        ({"biller": "EDF", "amount": "1.00", "confidence": {"amount": 1}}, False),
        (RIGHT, False),
        ({"confidence": {"due_date": 1}}, False),
    ],
)
def test_a_document_is_sure_when_its_least_sure_answer_is_and_no_none_is_in_doubt(
    answer: Answer, *, expected: bool
) -> None:
    assert is_sure(Measured(answer), STATE) is expected


def test_twenty_copies_of_one_layout_count_once() -> None:
    truth: Truth = {"biller": "EDF", "amount": "1.00", "due_date": None, "state": "to_pay"}
    copies: Sequence[Row] = [row(truth, sure(RIGHT), "copied")] * 20
    other = row(truth, sure(RIGHT | {"kind": "receipt"}), "other")
    four = whole([*copies, other], STATE)
    assert four.by_family == 0.5
    assert four.share == pytest.approx(20 / 21)
    assert four.wrong_families == {"other"}


def test_a_child_that_dies_or_fails_is_an_error_not_the_end() -> None:
    def fails(_: Path) -> Answer:
        raise ValueError("no")

    assert "ValueError" in measured(fails, Path()).error
    good = measured(lambda path: {"name": path.name}, Path("a"))
    assert good.answer == {"name": "a"}
    assert good.peak_mb > 1


def test_the_clock_starts_when_the_process_is_warm() -> None:
    prepared: list[str] = []

    def work(path: Path) -> Answer:
        return {"name": path.name, "prepared": len(prepared)}

    got = measured(work, Path("a"), lambda: prepared.append("model"))
    assert got.answer == {"name": "a", "prepared": 1}
    assert got.seconds < 1


def test_samples_are_found_with_their_truth() -> None:
    items = items_of("samples")
    assert len(items) == len(list(SAMPLES["samples"].glob("*.json"))) > 0
    assert all(item.path.is_file() and "kind" in item.truth for item in items)
    assert items_of("no such set") == []


def test_a_few_documents_are_taken_from_all_over_a_set() -> None:
    items = [Item(str(n), Path(), {}, "a", "", is_image=False) for n in range(100)]
    assert [item.name for item in spread(items, 4)] == ["0", "25", "50", "75"]
    assert spread(items, 0) == items
    assert spread(items, 200) == items


def test_wilsons_bound_is_far_from_a_small_perfect_score() -> None:
    low = wilson_low(13, 13)
    assert low is not None
    assert 0.76 < low < 0.78
    assert wilson_low(0, 0) is None
