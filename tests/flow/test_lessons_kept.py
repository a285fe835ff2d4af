"""A lesson is kept whole or not at all; bills that wait are read again with it, and later ones replace it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow import checkpoints
from flow.correct import fix_bill
from flow.fix import Fix
from flow.lost import unfinished
from flow.wiring import Wiring
from models.errors.reading import ReaderDied
from models.errors.store import OriginalDamaged
from models.journal import verify
from models.tables import (
    Bill,
    Correction,
    JournalLine,
    Message,
    Step,
    Teaching,
)
from models.verdict import Kind
from tests.flow.post import travel
from tests.flow.taught_bills import FIRST, NEXT
from tests.flow.teaching import RIGHT, active, arrive, card, corrected


def test_waiting_bills_of_the_biller_are_read_again_at_once(wiring: Wiring, box: int) -> None:
    waiting = arrive(wiring, box, NEXT)
    assert str(waiting.amount) == "402.10"
    _, fixed = corrected(wiring, box)
    assert fixed.again == 1
    again = card(wiring, waiting.id)
    assert (str(again.amount), again.due_on) == ("91.75", date(2027, 1, 13))
    with Session(wiring.engine) as session:
        assert set(session.scalars(select(Message.step))) == {Step.DONE}
        assert session.scalar(select(func.count()).select_from(Bill)) == 2


def test_what_the_person_said_of_a_waiting_bill_stays(wiring: Wiring, box: int) -> None:
    waiting = arrive(wiring, box, NEXT)
    fix_bill(wiring, waiting.id, Fix(kind=Kind.TO_PAY, number="X-1"))
    corrected(wiring, box)
    assert card(wiring, waiting.id).number == "X-1"


def test_a_later_correction_takes_the_place_of_the_first(wiring: Wiring, box: int) -> None:
    corrected(wiring, box, Fix(amount=Decimal("310.00")))
    second = arrive(wiring, box, NEXT)
    assert str(second.amount) == "402.10"
    fix_bill(wiring, second.id, Fix(amount=Decimal("91.75")))
    assert active(wiring) == ["amount"]
    third = arrive(wiring, box, replace(NEXT, amount="12,34", number="HF-2027-1", before="99,00"))
    assert str(third.amount) == "12.34"


def test_a_lesson_that_a_later_correction_contradicts_is_dropped(wiring: Wiring, box: int) -> None:
    corrected(wiring, box)
    second = arrive(wiring, box, NEXT)
    fix_bill(wiring, second.id, Fix(amount=Decimal("5.55")))  # printed nowhere
    assert active(wiring) == ["due_on"]


def test_a_lesson_its_correction_and_the_journal_are_one_transaction(
    wiring: Wiring, box: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = arrive(wiring, box, FIRST)

    def fall(*_words: object, **_more: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr("flow.correct.append", fall)
        with pytest.raises(RuntimeError, match="killed"):
            fix_bill(wiring, first.id, RIGHT)
    with Session(wiring.engine) as session:
        for table in (Teaching, Correction):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    fix_bill(wiring, first.id, RIGHT)
    with Session(wiring.engine) as session:
        line = session.scalars(select(JournalLine).order_by(JournalLine.id.desc())).all()
        said = [one.detail for one in line if one.what == "bill_corrected"]
        assert '"learned":["amount","due_on"]' in said[0]
        assert verify(session) == len(line)


@pytest.mark.parametrize("problem", [ReaderDied, OriginalDamaged])
def test_an_original_that_cannot_be_opened_teaches_nothing_and_is_corrected_still(
    wiring: Wiring, box: int, monkeypatch: pytest.MonkeyPatch, problem: type[Exception]
) -> None:
    first = arrive(wiring, box, FIRST)

    def fall(*_words: object, **_more: object) -> dict[str, object]:
        raise problem

    with monkeypatch.context() as patched:
        patched.setattr(type(wiring.sandbox), "ask", fall)
        assert fix_bill(wiring, first.id, RIGHT).learned == ()
    assert str(card(wiring, first.id).amount) == "84.20"


def test_a_second_look_that_is_killed_half_way_is_taken_up_by_the_next_sync(
    wiring: Wiring, box: int
) -> None:
    waiting = arrive(wiring, box, NEXT)

    def kill(point: str) -> None:
        if point == "forgotten":
            raise SystemExit

    checkpoints.listeners.append(kill)
    try:
        with pytest.raises(SystemExit):
            corrected(wiring, box)
    finally:
        checkpoints.listeners.remove(kill)
    lost = unfinished(wiring, box)
    assert len(lost) == 1
    assert travel(wiring, lost[0]) == "done"
    again = card(wiring, waiting.id)
    assert (str(again.amount), again.due_on) == ("91.75", date(2027, 1, 13))
    assert active(wiring) == ["amount", "due_on"]
