"""What the person says of a card or a mail, and of the biller's next bill, on both databases."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.correct import fix_bill, fix_mail
from flow.fix import Fix
from flow.wiring import Wiring
from models.errors.values import NotFound
from models.tables import Bill, Filing
from models.verdict import Category, Kind, State
from tests.flow.post import account, letter, post, travel
from tests.flow.road import BILL, CHATTER, FRAUD, only_bill


def test_what_the_person_says_of_a_biller_holds_for_its_next_bill(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(kind=Kind.TO_BE_DEBITED, category=Category.CHARITY))
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert (second.kind, second.category) == (Kind.TO_BE_DEBITED, Category.CHARITY)
    assert second.folder == "Factures/Dons"


def test_a_correction_proves_its_field_and_no_other(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    bill = only_bill(wiring)
    fixed = fix_bill(wiring, bill.id, Fix(biller="Énergie du Val SA", kind=Kind.TO_PAY))
    assert fixed.changed == ("biller",)
    assert "amount" in fixed.doubtful
    after = only_bill(wiring)
    assert after.state is State.REVIEW
    assert after.confidences["biller"] == 1.0
    assert fix_bill(wiring, bill.id, Fix(confirmed=True)).doubtful == ()
    assert only_bill(wiring).state is State.OPEN


def test_a_biller_is_called_what_the_person_called_it_and_still_known(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(biller="Le Val"))
    fix_bill(wiring, first.id, Fix(kind=Kind.TO_BE_DEBITED))
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert (second.biller, second.kind) == ("Le Val", Kind.TO_BE_DEBITED)


def test_paid_is_never_concluded_from_another_bill(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    first = only_bill(wiring)
    fix_bill(wiring, first.id, Fix(kind=Kind.RECEIPT))
    assert only_bill(wiring).state is State.PAID
    travel(
        wiring, post(wiring, box, letter(BILL.replace("EV-2026-1177", "EV-2026-2288"), number="9"))
    )
    with Session(wiring.engine) as session:
        second = session.scalars(select(Bill).where(Bill.id != first.id)).one()
    assert second.state is State.REVIEW


def test_a_held_bill_is_released_only_by_a_person_who_asked(wiring: Wiring) -> None:
    box = account(wiring)
    travel(
        wiring, post(wiring, box, letter(FRAUD, subject="Changement de nos coordonnées bancaires"))
    )
    bill = only_bill(wiring)
    assert bill.state is State.STOPPED
    assert bill.suspicions
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Filing)) == 0
    fix_bill(wiring, bill.id, Fix(kind=Kind.TO_PAY))
    assert only_bill(wiring).state is State.STOPPED
    fix_bill(wiring, bill.id, Fix(genuine=True, confirmed=True))
    assert only_bill(wiring).state is State.OPEN
    with Session(wiring.engine) as session:
        assert session.scalar(select(func.count()).select_from(Filing)) == 1


def test_a_confirmed_biller_that_writes_from_elsewhere_is_held(wiring: Wiring) -> None:
    box = account(wiring)
    travel(wiring, post(wiring, box, letter(BILL)))
    fix_bill(wiring, only_bill(wiring).id, Fix(confirmed=True))
    other = letter(
        BILL.replace("1177", "3300"), domain="energie-du-val-paiement.example", number="7"
    )
    travel(wiring, post(wiring, box, other))
    with Session(wiring.engine) as session:
        states = session.scalars(select(Bill.state).order_by(Bill.id)).all()
    assert list(states) == [State.OPEN, State.STOPPED]


def test_a_mail_that_was_called_no_bill_can_be_made_one(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(
        wiring, box, letter(CHATTER, subject="Samedi", name="Bob", domain="mail.example")
    )
    travel(wiring, message_id)
    fix_mail(wiring, message_id, Fix(kind=Kind.TO_PAY, biller="Bob"))
    assert only_bill(wiring).biller == "Bob"
    with pytest.raises(NotFound):
        fix_mail(wiring, 9999, Fix(kind=Kind.TO_PAY))
