"""Whom a lesson does not help: strangers, frauds, other accounts; and how much of it a reader gets."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.memory.lesson import MOST_BYTES, MOST_LESSONS
from flow.correct import fix_bill
from flow.fix import Fix
from flow.lessons import memory_for
from flow.taught import LESSON, MEMORY
from flow.wiring import Wiring
from models.tables import (
    Identifier,
    Teaching,
)
from models.verdict import State
from tests.flow.post import account
from tests.flow.taught_bills import FIRST, NEXT, OTHER
from tests.flow.teaching import RIGHT, active, arrive, corrected


def test_another_biller_with_the_same_software_gains_and_loses_nothing(
    wiring: Wiring, box: int
) -> None:
    corrected(wiring, box)
    stranger = replace(
        NEXT, name="Fernwaerme Birkenau AG", domain="birkenau.example", iban=OTHER
    )  # fmt: skip
    bill = arrive(wiring, box, stranger)
    assert (str(bill.amount), bill.due_on) == ("402.10", None)
    assert "memory" not in str(bill.evidence)


@pytest.mark.parametrize("proved", [True, False])
def test_a_fraud_under_the_billers_name_gains_nothing(
    wiring: Wiring,
    box: int,
    proved: bool,  # noqa: FBT001
) -> None:
    first, _ = corrected(wiring, box)
    fix_bill(wiring, first.id, Fix(confirmed=True))
    fraud = replace(NEXT, iban=OTHER, domain="hohenfels-zahlung.example", proved=proved)
    bill = arrive(wiring, box, fraud)
    assert "memory" not in str(bill.evidence)
    assert bill.state is State.STOPPED


def test_a_fraud_from_the_billers_own_mailbox_gains_nothing_either(
    wiring: Wiring, box: int
) -> None:
    corrected(wiring, box)
    bill = arrive(wiring, box, replace(NEXT, iban=OTHER))
    assert "memory" not in str(bill.evidence)
    assert str(bill.amount) == "402.10"


def test_a_name_that_the_person_gave_goes_with_the_account(wiring: Wiring, box: int) -> None:
    first = arrive(wiring, box, FIRST)
    at_first_sight = first.confidences["biller"]
    fix_bill(wiring, first.id, Fix(biller="Die Wasserkraft"))
    second = arrive(wiring, box, NEXT)
    assert second.biller == "Die Wasserkraft"
    assert second.confidences["biller"] >= 0.9
    fraud = arrive(wiring, box, replace(NEXT, iban=OTHER, number="HF-9", proved=False))
    assert fraud.confidences["biller"] <= at_first_sight
    assert fraud.state is State.REVIEW


def test_a_held_bill_teaches_nothing(wiring: Wiring, box: int) -> None:
    first, _ = corrected(wiring, box)
    fix_bill(wiring, first.id, Fix(confirmed=True))
    held = arrive(wiring, box, replace(NEXT, domain="hohenfels-zahlung.example"))
    assert held.state is State.STOPPED
    before = active(wiring)
    assert fix_bill(wiring, held.id, Fix(amount=Decimal("91.75"))).learned == ()
    assert active(wiring) == before


def test_what_a_document_is_read_with_is_bounded_and_the_senders_own_comes_first(
    wiring: Wiring, box: int
) -> None:
    corrected(wiring, box)
    with Session(wiring.engine) as session, session.begin():
        row = session.scalars(select(Teaching)).first()
        assert row is not None
        lesson = LESSON.read(row.lesson)
        for number in range(3 * MOST_LESSONS):
            other = LESSON.write(replace(lesson, biller=f"Biller {number}"))
            session.add(
                Teaching(
                    account_id=box, bill_id=None, domain=f"d{number}.example", field="amount",
                    lesson=other, created_at=row.created_at,
                )
            )  # fmt: skip
    with Session(wiring.engine) as session:
        text = memory_for(session, box, "hohenfels.example")
    assert len(text.encode()) <= MOST_BYTES
    memory = MEMORY.read(text)
    assert len(memory.lessons) <= MOST_LESSONS
    assert memory.lessons[0].biller == FIRST.name


def test_one_accounts_lessons_are_not_anothers(wiring: Wiring, box: int) -> None:
    corrected(wiring, box)
    bob = account(wiring, "bob@example.org")
    assert str(arrive(wiring, bob, NEXT).amount) == "402.10"


def test_the_numbers_of_a_message_are_kept_once(wiring: Wiring, box: int) -> None:
    corrected(wiring, box)
    with Session(wiring.engine) as session:
        values = session.scalars(select(Identifier.value)).all()
    assert values == [f"account:{FIRST.iban}"]


def test_what_was_taught_from_a_file_helps_the_mail_too(wiring: Wiring, box: int) -> None:
    first = arrive(wiring, box, FIRST)
    fix_bill(wiring, first.id, RIGHT)
    with Session(wiring.engine) as session, session.begin():
        for row in session.scalars(select(Teaching)):
            row.account_id = row.bill_id = None
            row.domain = ""
    assert str(arrive(wiring, box, NEXT).amount) == "91.75"
