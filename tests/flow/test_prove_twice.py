"""A bill that was paid twice stays paid, and what an import opens again is told."""

from datetime import date

from flow.decide_match import confirm, unmatch
from flow.prove_told import report
from flow.wiring import Wiring
from models.verdict import State
from tests.flow.paid_bills import (
    LANDLORD,
    Asked,
    Line,
    arrive,
    bill,
    bring,
    csv_file,
    matches,
    state,
    written,
)

TODAY = date(2026, 11, 20)
FIRST = Line("-84.20", "VIR ENERGIE FACTURE F-2031-77", date(2026, 11, 12))
SECOND = Line("-84.20", "VIR ENERGIE FACTURE F-2031-77", date(2026, 11, 19))


def test_a_second_equal_transfer_opens_no_bill_that_is_proven_paid(wiring: Wiring) -> None:
    power = arrive(wiring, Asked())
    bring(wiring, csv_file(FIRST))
    second = bring(wiring, csv_file(SECOND))
    assert state(wiring, power) is State.PAID
    assert "bill_reopened" not in [what for what, _ in written(wiring)]
    assert matches(wiring) == [
        ("automatic", "reference", f"bill {power}"),
        ("suggested", "reference", f"bill {power}"),
    ]
    told = report(wiring, second, TODAY)
    assert [row["kind"] for row in told["suggested"]] == ["again"]
    assert "second payment" in told["suggested"][0]["because"][1]["sentence"]
    assert told["opened"] == []


def test_a_second_that_is_confirmed_is_told_as_too_much(wiring: Wiring) -> None:
    power = arrive(wiring, Asked())
    bring(wiring, csv_file(FIRST))
    bring(wiring, csv_file(SECOND))
    confirm(wiring, 2)
    assert (state(wiring, power), bill(wiring, power).warnings) == (
        State.PAID,
        ["overpaid:84.20 EUR"],
    )
    unmatch(wiring, 2)
    assert state(wiring, power) is State.PAID


def test_the_earlier_one_proves_the_bill_whichever_file_came_first(wiring: Wiring) -> None:
    power = arrive(wiring, Asked())
    bring(wiring, csv_file(SECOND))
    bring(wiring, csv_file(FIRST))
    assert state(wiring, power) is State.PAID
    told = report(wiring, None, TODAY)["suggested"]
    assert [(row["booked_on"], row["kind"]) for row in told] == [("2026-11-19", "again")]


def test_a_bill_that_an_import_opens_again_is_told(wiring: Wiring) -> None:
    rent = arrive(wiring, Asked("650.00", "", date(2026, 11, 5), "SCI des Tilleuls", LANDLORD))
    bring(wiring, csv_file(Line("-650.00", "LOYER", date(2026, 11, 4), LANDLORD)))
    assert state(wiring, rent) is State.PAID
    second = csv_file(Line("-650.00", "LOYER", date(2026, 11, 8), LANDLORD))
    told = report(wiring, bring(wiring, second), TODAY)
    assert (state(wiring, rent), told["opened"]) == (State.OPEN, [rent])
