"""One person's month: rows and a running balance."""

from datetime import date

from models.money import Money
from pay.people import Part
from pay.postings import Posting, Repayment, SharedBill, shared_bill
from pay.recap import Recap, RowKind, month_of, recaps
from pay.shares.rule import Equally
from pay.shares.share import ShareState
from pay.shares.split import split
from tests.pay.cast import ALICE, BOB, CHARLIE, SEPTEMBER, euros

HUNDRED = split(euros("100"), Equally((ALICE, BOB)))
POSTINGS: list[Posting] = [
    Repayment(1, date(2026, 9, 20), BOB, ALICE, euros("80")),
    shared_bill(2, date(2026, 9, 20), HUNDRED, [Part(BOB, 10000)]),
    shared_bill(1, date(2026, 8, 31), HUNDRED, [Part(ALICE, 10000)]),
    shared_bill(3, date(2026, 9, 2), HUNDRED, [Part(ALICE, 4000), Part(BOB, 6000)]),
    shared_bill(4, date(2026, 10, 1), HUNDRED, [Part(ALICE, 10000)]),
]


def of_bob(*postings: Posting) -> Recap:
    (found,) = recaps(postings, BOB, SEPTEMBER)
    return found


def test_rows_stand_in_order_of_day_with_a_running_balance() -> None:
    found = of_bob(*POSTINGS)
    assert [
        (row.kind.value, row.number, str(row.change), str(row.balance)) for row in found.rows
    ] == [
        ("bill", 3, "10.00", "-40.00"),
        ("bill", 2, "50.00", "10.00"),
        ("sent", 1, "80.00", "90.00"),
    ]
    assert (str(found.opening), str(found.closing)) == ("-50.00", "90.00")


def test_a_row_shows_what_was_paid_and_what_is_borne() -> None:
    row = of_bob(*POSTINGS).rows[0]
    assert (str(row.total), str(row.paid), str(row.share)) == ("100.00", "60.00", "50.00")


def test_the_receiver_reads_the_same_settlement_from_the_other_end() -> None:
    (found,) = recaps(POSTINGS, ALICE, SEPTEMBER)
    row = found.rows[-1]
    assert (row.kind, row.other, str(row.change)) == (RowKind.RECEIVED, BOB, "-80.00")


def test_what_waits_is_shown_but_not_counted() -> None:
    disputed = HUNDRED.with_state(ShareState.DISPUTED, BOB)
    bill = shared_bill(1, date(2026, 9, 5), disputed, [Part(ALICE, 10000)])
    sent = Repayment(9, date(2026, 9, 6), BOB, ALICE, euros("20"), received=False)
    found = of_bob(bill, sent)
    assert [(str(row.change), str(row.waiting)) for row in found.rows] == [
        ("0.00", "-50.00"),
        ("0.00", "20.00"),
    ]
    assert str(found.closing) == "0.00"


def test_each_currency_has_its_own_and_a_stranger_has_none() -> None:
    francs = SharedBill(9, date(2026, 9, 9), "CHF", (Part(ALICE, 100),), (Part(BOB, 100),))
    found = recaps([*POSTINGS, francs], BOB, SEPTEMBER)
    assert [one.closing for one in found] == [Money(-100, "CHF"), euros("90")]
    assert recaps(POSTINGS, CHARLIE, SEPTEMBER) == []


def test_a_month_has_its_own_last_day() -> None:
    assert month_of(2028, 2).last == date(2028, 2, 29)
    assert month_of(2026, 9) == SEPTEMBER
