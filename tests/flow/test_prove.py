"""Evidence pays bills, and nothing else does: once, and back again when it is taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from flow.bill_shown import show_bill
from flow.decide_match import confirm, pair, unmatch
from flow.pair_doubts import pair_doubt
from flow.wiring import Wiring
from models.errors.statements import EntryComesIn, EntryGoesOut, EntryUnknown, MatchUnknown
from models.errors.values import NotFound
from models.journal import verify
from models.tables import MatchState
from models.verdict import Kind, State
from tests.flow.paid_bills import (
    LANDLORD,
    OWN,
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
from tests.pay.evidence.shapes import camt

POWER = Asked()
RENT = Asked("650.00", "", date(2026, 11, 5), "SCI des Tilleuls", LANDLORD)
BY_NUMBER = Line("-84.20", "VIR ENERGIE FACTURE F-2031-77")
BY_IBAN = Line("-650.00", "VIREMENT LOYER", date(2026, 11, 4), LANDLORD)
BY_NAME = Line("-84.20", "PRLV ENERGIE DU VALLON")


def test_number_and_account_pay_a_bill_by_themselves(wiring: Wiring) -> None:
    power, rent = arrive(wiring, POWER), arrive(wiring, RENT)
    assert bring(wiring, csv_file(BY_NUMBER, BY_IBAN)).new == 2
    assert (state(wiring, power), state(wiring, rent)) == (State.PAID, State.PAID)
    assert matches(wiring) == [
        ("automatic", "reference", f"bill {power}"),
        ("automatic", "iban", f"bill {rent}"),
    ]
    assert written(wiring) == [
        ("bill_paid", f"bill {power}"),
        ("bill_paid", f"bill {rent}"),
        ("statement_imported", "bank_file 1"),
    ]
    with Session(wiring.engine) as session:
        assert verify(session) == 3


def test_a_name_only_asks_and_one_step_confirms(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NAME))
    assert state(wiring, power) is State.OPEN
    assert matches(wiring) == [("suggested", "name", f"bill {power}")]
    assert confirm(wiring, 1) is MatchState.CONFIRMED
    assert state(wiring, power) is State.PAID
    before = written(wiring)
    assert confirm(wiring, 1) is MatchState.CONFIRMED
    assert written(wiring) == before
    assert before[-2:] == [("bill_paid", f"bill {power}"), ("match_confirmed", "bank_match 1")]


def test_a_match_taken_apart_opens_the_bill_and_is_never_made_again(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NUMBER))
    assert unmatch(wiring, 1) is MatchState.UNDONE
    assert state(wiring, power) is State.OPEN
    bring(wiring, csv_file(BY_NUMBER))
    assert matches(wiring) == [("undone", "reference", f"bill {power}")]
    assert state(wiring, power) is State.OPEN
    assert confirm(wiring, 1) is MatchState.CONFIRMED
    assert state(wiring, power) is State.PAID


def test_a_file_imported_twice_changes_nothing(wiring: Wiring) -> None:
    arrive(wiring, POWER)
    data = csv_file(BY_NUMBER, BY_IBAN, BY_NAME)
    assert bring(wiring, data).new == 3
    before = matches(wiring), written(wiring)
    again = bring(wiring, data)
    assert (again.new, again.known) == (0, 3)
    assert (matches(wiring), written(wiring)) == before


WINTER = Asked(number="F-2031", due=date(2026, 1, 10), issued=date(2025, 12, 20))
NAMELESS = b"Date;Libelle;Montant;Devise\n05/01/2026;PRLV ENERGIE DU VALLON;-84,20;EUR\n"


@pytest.mark.parametrize("nameless_first", [False, True])
def test_a_file_that_names_no_account_leaves_the_proof_of_the_same_movement(
    wiring: Wiring, *, nameless_first: bool
) -> None:
    power = arrive(wiring, WINTER)
    first, second = (NAMELESS, camt())[:: 1 if nameless_first else -1]
    assert bring(wiring, first).known == 0
    assert bring(wiring, second).known == 1
    assert state(wiring, power) is State.PAID
    assert matches(wiring) == [("automatic", "reference", f"bill {power}")]
    before = matches(wiring), written(wiring)
    assert [bring(wiring, data).new for data in (first, second)] == [0, 0]
    assert (matches(wiring), written(wiring)) == before


def test_overlapping_files_tell_a_movement_once(wiring: Wiring) -> None:
    arrive(wiring, POWER)
    bring(wiring, csv_file(BY_IBAN, BY_NUMBER))
    second = bring(wiring, csv_file(BY_NUMBER, Line("-5.00", "CB LIBRAIRIE", date(2026, 11, 12))))
    assert (second.new, second.known) == (1, 1)


def test_a_returned_payment_opens_the_bill_with_a_warning(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NUMBER))
    back = Line("84.20", "REJET PRLV ENERGIE FACTURE F-2031-77", date(2026, 11, 13))
    bring(wiring, csv_file(back))
    assert state(wiring, power) is State.OPEN
    assert [one.partition(":")[0] for one in bill(wiring, power).warnings] == ["payment_returned"]
    assert matches(wiring) == [("returned", "reference", f"bill {power}")]
    assert ("bill_reopened", f"bill {power}") in written(wiring)
    again = Line("-84.20", "VIR ENERGIE F-2031-77", date(2026, 11, 16))
    bring(wiring, csv_file(again))
    assert state(wiring, power) is State.PAID
    assert bill(wiring, power).warnings == []


def test_a_mail_that_comes_later_does_not_open_a_paid_bill(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NUMBER))
    assert arrive(wiring, Asked(kind=Kind.REMINDER)) == power
    assert state(wiring, power) is State.PAID


def test_a_bill_to_review_waits_for_the_persons_word(wiring: Wiring) -> None:
    power = arrive(wiring, Asked(sure=0.5))
    bring(wiring, csv_file(BY_NUMBER))
    assert state(wiring, power) is State.REVIEW
    assert matches(wiring) == [("suggested", "reference", f"bill {power}")]
    confirm(wiring, 1)
    assert state(wiring, power) is State.PAID


def test_a_held_bill_is_never_proven(wiring: Wiring) -> None:
    power = arrive(wiring, POWER, suspicious=True)
    bring(wiring, csv_file(BY_NUMBER))
    assert (state(wiring, power), matches(wiring)) == (State.STOPPED, [])
    assert pair(wiring, 1, power)[1] is MatchState.SUGGESTED
    assert state(wiring, power) is State.STOPPED


def test_the_person_may_pair_any_entry_with_a_bill(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(Line("-50.00", "CHEQUE 12", date(2026, 11, 12))))
    number, now = pair(wiring, 1, power)
    assert now is MatchState.CONFIRMED
    assert state(wiring, power) is State.OPEN
    assert bill(wiring, power).warnings == ["paid_in_part:50.00 EUR"]
    bring(wiring, csv_file(Line("-34.20", "CHEQUE 13", date(2026, 11, 14))))
    pair(wiring, 2, power)
    assert state(wiring, power) is State.PAID
    assert bill(wiring, power).warnings == []
    unmatch(wiring, number)
    assert bill(wiring, power).warnings == ["paid_in_part:34.20 EUR"]


def test_money_that_comes_in_pays_no_bill_and_what_goes_out_no_credit(wiring: Wiring) -> None:
    power, credit = (
        arrive(wiring, POWER),
        arrive(wiring, Asked("40.00", "A-7", kind=Kind.CREDIT_NOTE)),
    )
    bring(wiring, csv_file(Line("2300.00", "VIR SALAIRE"), Line("-40.00", "CB LIBRAIRIE")))
    with pytest.raises(EntryComesIn):
        pair(wiring, 1, power)
    with pytest.raises(EntryGoesOut):
        pair(wiring, 2, credit)
    assert (matches(wiring), state(wiring, power)) == ([], State.OPEN)
    bring(wiring, csv_file(Line("40.00", "VIREMENT RECU")))
    assert pair(wiring, 3, credit)[1] is MatchState.CONFIRMED


def test_money_that_comes_back_opens_a_bill_up_to_what_was_paid(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NUMBER, Line("84.21", "VIREMENT"), Line("84.20", "VIREMENT DEUX")))
    assert pair_doubt(wiring, 1, power) is None
    with pytest.raises(EntryComesIn):
        pair_doubt(wiring, 2, power)
    doubt = pair_doubt(wiring, 3, power)
    assert doubt is not None
    assert "brings 84.20 EUR in" in doubt.told("en")
    for _ in range(2):
        assert pair(wiring, 3, power)[1] is MatchState.CONFIRMED
    assert state(wiring, power) is State.OPEN
    assert pair_doubt(wiring, 3, power) is None


def test_a_refund_leaves_the_match_of_the_payment_that_it_takes_back(wiring: Wiring) -> None:
    power = arrive(wiring, POWER)
    bring(wiring, csv_file(BY_NUMBER, Line("84.20", "VIREMENT", date(2026, 11, 20))))
    before = matches(wiring)
    assert pair(wiring, 2, power)[1] is MatchState.CONFIRMED
    assert matches(wiring) == [*before, ("confirmed", "person", f"bill {power}")]
    assert (state(wiring, power), bill(wiring, power).warnings) == (State.OPEN, [])


def test_what_is_not_there_cannot_be_decided(wiring: Wiring) -> None:
    for number in (7, 2**70):
        with pytest.raises(MatchUnknown):
            confirm(wiring, number)
        with pytest.raises(EntryUnknown):
            pair(wiring, number, 1)
    bring(wiring, csv_file(BY_NUMBER))
    with pytest.raises(NotFound):
        pair(wiring, 1, 9)


def test_a_creditor_that_the_bill_prints_is_evidence(wiring: Wiring) -> None:
    power = arrive(wiring, Asked(kind=Kind.TO_BE_DEBITED, creditor="FR72ZZZ123456", number=""))
    text = "PRLV SEPA VALLON ICS FR72ZZZ123456 RUM 77"
    bring(wiring, csv_file(Line("-84.20", text, date(2026, 11, 10))))
    assert matches(wiring) == [("automatic", "creditor", f"bill {power}")]
    assert state(wiring, power) is State.PAID


def test_nothing_is_waited_for_of_a_debit_that_was_paid_before_its_day(wiring: Wiring) -> None:
    today = datetime.now(UTC).date()
    due, issued = today + timedelta(days=30), today - timedelta(days=20)
    power = arrive(wiring, Asked(kind=Kind.TO_BE_DEBITED, due=due, issued=issued))
    bring(wiring, csv_file(Line("-84.20", "CHEQUE 12", today), Line("-1.00", "CAFE", today)))
    debit = show_bill(wiring, power)["debit"]
    assert debit is not None
    assert debit["verdict"] == "not_yet"
    pair(wiring, 1, power)
    card = show_bill(wiring, power)
    assert (card["row"]["state"], card["debit"]) == ("paid", None)


def test_an_own_account_is_no_biller(wiring: Wiring) -> None:
    arrive(wiring, Asked(iban=OWN))
    bring(wiring, csv_file(Line("-12.00", "CB BOULANGERIE")))
    assert matches(wiring) == []
