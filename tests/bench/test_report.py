"""Tables that line up and say what was counted, and targets beside what was reached."""

from pathlib import Path

from bench.items import Item, Truth
from bench.measure import Answer, Measured
from bench.overview import overview, overview_by_family, sure_table
from bench.report import fields_table, kept_out_table, peer_table, summary
from bench.sets import SETS, STATE, set_of
from bench.tables import table
from bench.tally import Row
from bench.targets import TARGETS, never_invented, sure_right, targets_table, version_seconds

TRUTH: Truth = {"biller": "EDF", "amount": "1.00", "due_date": None, "state": "to_pay"}
RIGHT: Answer = {"biller": "EDF", "amount": "1.00", "kind": "to_pay"}
SURE: Answer = RIGHT | {"confidence": dict.fromkeys(RIGHT, 0.95)}


def row(answer: Answer, family: str = "a", seconds: float = 0.05) -> Row:
    item = Item("x", Path(), TRUTH, family, "", is_image=False)
    return item, Measured(answer, seconds, seconds, 90.0)


ROWS = [row(SURE), row(SURE), row({}, "b"), row(SURE | {"amount": "2.00"}, "c", 0.2)]


def cells(text: str, first: str) -> list[str]:
    """The cells of the line that begins with `first`."""
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    return next(line for line in lines if line[0] == first)


def test_tables_line_up() -> None:
    lines = table(["field", "n"], [["due_date", "1"], ["kind", "100"]]).splitlines()
    assert len({len(line) for line in lines}) == 1


def test_a_field_stands_with_its_worth_and_the_lower_end_of_the_interval() -> None:
    amount = cells(fields_table(ROWS), "amount")
    assert amount[1:] == ["4", "0", "0", "3", "50.0", "33.3", "66.7", "75.0", "66.7", "20.8"]
    assert cells(fields_table(ROWS), "due_date")[1:4] == ["0", "4", "0"]


def test_documents_and_families_are_told_apart() -> None:
    blind = set_of("blind")
    assert blind is not None
    sets = [(blind, ROWS)]
    assert cells(overview(sets), "blind")[1:4] == ["4", "75.0", "50.0"]
    assert cells(overview_by_family(sets), "blind")[1:4] == ["3", "66.7", "33.3"]
    four = cells(sure_table(sets), "blind: biller, amount, due_date, state")
    assert four[1:] == ["4", "50.0", "33.3", "2/3", "75.0", "66.7", "20.8", "1"]
    assert cells(kept_out_table(ROWS, STATE), "c")[2:] == [
        "100.0", "0.0", "–", "100.0", "0.0", "1", "0.0",
    ]  # fmt: skip
    assert "4 documents, 0 errors" in summary(blind, ROWS)


def test_the_peer_stands_beside_us_on_the_same_documents() -> None:
    blind = set_of("blind")
    assert blind is not None
    theirs = [row({"amount": "1.00"}, item.family) for item, _ in ROWS]
    told = peer_table(blind, ROWS, {"templates": theirs})
    assert cells(told, "amount")[1:] == ["50.0 / 66.7", "100.0 / 100.0"]
    assert cells(told, "all of biller, amount, due_date")[1:] == ["50.0", "0.0"]


def test_a_target_is_met_or_not_yet() -> None:
    sets = [(one, ROWS) for one in SETS if one.name in ("blind", "zugferd-visual")]
    told = targets_table(sets)
    assert cells(told, "sure bills: all four right")[-1] == "not yet"
    assert cells(told, "seconds a PDF, median")[-1] == "yes"
    assert "receipts, scans: total" not in told


def test_a_sure_bill_that_is_wrong_names_the_families() -> None:
    told = sure_right(0.995)(ROWS)
    assert told is not None
    assert told[0] == "66.7 %, at least 20.8 % (2 of 3; wrong ones in 1 of 3 families)"
    assert not told[1]


def test_a_due_date_that_is_not_there_may_be_guessed_but_never_sure() -> None:
    guess: Answer = {"due_date": "2026-04-01", "confidence": {"due_date": 0.5}}
    told = never_invented([row(guess)])
    assert told is not None
    assert told[1]
    lie = never_invented([row(guess | {"confidence": {"due_date": 0.9}})])
    assert lie is not None
    assert not lie[1]


def test_every_target_names_sets_that_are_measured() -> None:
    names = {one.name for one in SETS}
    assert all(set(target.sets) <= names for target in TARGETS)


def test_the_command_says_its_version_within_seconds() -> None:
    seconds = version_seconds()
    assert seconds is None or 0 < seconds < 10
