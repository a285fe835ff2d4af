"""From a received mail to a card: what joins and what does not, on both databases."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.decide import decide_message
from flow.round import pick_up
from flow.timeline import reminder_asks
from flow.wiring import Wiring
from models.money import Money
from models.tables import Bill, BillMessage, Filing, Judgement, Message, Step
from models.verdict import Kind, State
from tests.flow.post import account, letter, post, travel
from tests.flow.road import BILL, CHATTER, DEBIT, RECEIPT, REMINDER, only_bill


def test_a_bill_and_its_reminder_are_one_card(wiring: Wiring) -> None:
    box = account(wiring)
    for raw in (letter(BILL), letter(REMINDER, subject="Relance facture EV-2026-1177", number="2")):
        assert travel(wiring, post(wiring, box, raw)) == "done"
    bill = only_bill(wiring)
    assert str(bill.amount) == "84.20"
    assert bill.kind is Kind.TO_PAY
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(BillMessage)) == 2


def test_the_card_is_the_same_whichever_mail_comes_first(wiring: Wiring) -> None:
    box = account(wiring)
    late = letter(REMINDER, subject="Relance facture EV-2026-1177", number="2")
    for raw in (late, letter(BILL)):
        travel(wiring, post(wiring, box, raw))
    assert only_bill(wiring).kind is Kind.TO_PAY


@pytest.mark.parametrize("order", [1, -1])
def test_a_reminder_with_fees_is_of_its_bill_whichever_comes_first(
    wiring: Wiring, order: int
) -> None:
    box = account(wiring)
    late = REMINDER.replace("84,20", "92,20")
    mails = [letter(BILL), letter(late, subject="Relance facture EV-2026-1177", number="2")]
    for raw in mails[::order]:
        travel(wiring, post(wiring, box, raw))
    bill = only_bill(wiring)
    assert str(bill.amount) == "84.20"
    assert "reminder_asks:92.20 EUR" in bill.warnings
    assert reminder_asks(bill) == Money.of("92.20", "EUR")


def test_every_step_may_be_repeated(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    for _ in range(3):
        assert travel(wiring, message_id) == "done"
    with Session(wiring.engine) as session:
        for table in (Bill, BillMessage, Judgement, Filing):
            assert session.scalar(select(func.count()).select_from(table)) == 1


def test_chatter_makes_no_card_and_stays_where_it_is(wiring: Wiring) -> None:
    box = account(wiring)
    raw = letter(CHATTER, subject="Samedi", name="Bob Martin", domain="mail.example")
    travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Bill)) == 0
        assert session.scalar(select(func.count()).select_from(Filing)) == 0


@pytest.mark.parametrize("order", [1, -1])
def test_a_receipt_settles_its_bill_whichever_comes_first(wiring: Wiring, order: int) -> None:
    box = account(wiring)
    mails = [
        letter(BILL),
        letter(RECEIPT, subject="Paiement reçu - facture EV-2026-1177", number="3"),
    ]
    for raw in mails[::order]:
        travel(wiring, post(wiring, box, raw))
    bill = only_bill(wiring)
    assert bill.kind is Kind.RECEIPT
    assert bill.state in {State.PAID, State.REVIEW}
    assert str(bill.amount) == "84.20"


@pytest.mark.parametrize("order", [1, -1])
def test_a_debit_notice_outweighs_the_request(wiring: Wiring, order: int) -> None:
    box = account(wiring)
    mails = [
        letter(BILL),
        letter(DEBIT, subject="Prélèvement de votre facture EV-2026-1177", number="3"),
    ]
    for raw in mails[::order]:
        travel(wiring, post(wiring, box, raw))
    assert only_bill(wiring).kind is Kind.TO_BE_DEBITED


def test_one_number_and_two_amounts_are_two_debts(wiring: Wiring) -> None:
    box = account(wiring)
    for raw in (letter(BILL), letter(BILL.replace("84,20", "900,00"), number="2")):
        travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        amounts = {str(bill.amount) for bill in session.scalars(select(Bill))}
    assert amounts == {"84.20", "900.00"}


def test_a_short_number_joins_nothing(wiring: Wiring) -> None:
    box = account(wiring)
    for number in ("1", "2"):
        raw = letter(BILL.replace("EV-2026-1177", "2"), number=number)
        travel(wiring, post(wiring, box, raw))
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Bill)) == 2


def test_a_message_that_was_not_read_is_not_judged(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert decide_message(wiring, message_id) == "done"
    with Session(wiring.engine) as session:
        assert session.get_one(Message, message_id).step is Step.RECEIVED


def test_two_accounts_never_share_a_card(wiring: Wiring) -> None:
    alice, bob = account(wiring), account(wiring, "bob@example.org")
    for box in (alice, bob):
        travel(wiring, post(wiring, box, letter(BILL)))
    with Session(wiring.engine) as session:
        assert session.scalars(select(Bill.account_id).order_by(Bill.account_id)).all() == [
            alice,
            bob,
        ]


def test_what_was_put_off_is_tried_at_once_when_a_person_waits(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    again: list[int] = []

    class Delayed:
        """Everything has a job, but that job is put off."""

        def enqueue(self, _session: Session, message_id: int) -> None:
            again.append(message_id)

        enqueue_again = enqueue

        def on_road(self, *, later: bool = True) -> set[int]:
            return {message_id} if later else set()

    pick_up(wiring, box, Delayed())
    assert again == []
    pick_up(wiring, box, Delayed(), now=True)
    assert again == [message_id]
