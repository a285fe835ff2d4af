"""Mail that is set aside, and tried again, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.decide import decide_message
from flow.quarantine import set_aside
from flow.quarantine_told import list_quarantine, try_again
from flow.read import MOST_ATTEMPTS, read_message
from flow.second_look import requeue_due
from flow.wiring import Wiring
from models.codec import EXTRACTION
from models.errors.reading import Damaged, ReaderDied
from models.errors.values import NotFound
from models.extraction import Extraction
from models.reading import Reading
from models.tables import Bill, BillMessage, Extracted, Judgement, Message, Step
from tests.flow.post import account, letter, post, travel
from tests.flow.road import BILL, only_bill

SAMPLES = Path(__file__).parents[2] / "samples"


def test_a_document_that_cannot_be_opened_is_listed_and_its_mail_goes_on(wiring: Wiring) -> None:
    box = account(wiring)
    raw = (SAMPLES / "hostile" / "bomb-mail.eml").read_bytes()
    broken = (
        letter(BILL).replace(b"text/plain", b"application/pdf").replace(b"Bonjour", b"%PDF-1.7 x")
    )
    message_id = post(wiring, box, broken)
    assert travel(wiring, message_id) == "done"
    rows = list_quarantine(wiring)
    assert [row.where for row in rows] == [f"m{message_id}"]
    assert rows[0].reason("fr") != rows[0].reason("en")
    assert travel(wiring, post(wiring, box, raw)) == "done"


def test_a_reader_that_dies_sets_the_mail_aside_and_it_is_tried_again(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))

    def die(*_words: object, **_more: object) -> dict[str, object]:
        raise ReaderDied

    with monkeypatch.context() as patched:
        patched.setattr(type(wiring.sandbox), "ask", die)
        assert read_message(wiring, message_id) == "quarantined"
    row = list_quarantine(wiring)[0]
    try_again(wiring, [row.id])
    again: list[int] = []
    assert requeue_due(wiring, box, lambda _session, number: again.append(number)) == 1
    assert again == [message_id]
    assert travel(wiring, message_id) == "done"
    assert only_bill(wiring).number == "EV-2026-1177"
    assert list_quarantine(wiring) == []
    with pytest.raises(NotFound):
        try_again(wiring, [row.id])


def try_once_more(wiring: Wiring, box: int, message_id: int) -> None:
    """The person asks for another try of the one row, and the mail goes its road again."""
    assert try_again(wiring) == [list_quarantine(wiring)[0].id]
    again: list[int] = []
    assert requeue_due(wiring, box, lambda _session, number: again.append(number)) == 1
    assert again == [message_id]
    assert travel(wiring, message_id) == "done"


def test_a_mail_that_was_judged_is_read_and_judged_anew_when_it_is_tried_again(
    wiring: Wiring,
) -> None:
    box = account(wiring)
    broken = (
        letter(BILL).replace(b"text/plain", b"application/pdf").replace(b"Bonjour", b"%PDF-1.7 x")
    )
    message_id = post(wiring, box, broken)
    assert travel(wiring, message_id) == "done"
    assert list_quarantine(wiring)[0].attempts == 1
    for attempts in (2, 3):
        try_once_more(wiring, box, message_id)
        rows = list_quarantine(wiring)
        assert [(row.where, row.attempts) for row in rows] == [(f"m{message_id}", attempts)]
    with Session(wiring.engine) as session:
        assert session.get_one(Message, message_id).step is Step.DONE
        for table in (Bill, BillMessage, Judgement, Extracted):
            assert session.scalar(select(func.count()).select_from(table)) == 1


def test_another_try_reads_what_the_first_could_not(wiring: Wiring) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert travel(wiring, message_id) == "done"
    with Session(wiring.engine) as session, session.begin():
        row = session.scalars(select(Extracted)).one()
        nothing = Extraction(Reading("mail_body"), problems=(("bill.pdf", "damaged"),))
        row.extraction = EXTRACTION.write(nothing)
        set_aside(session, session.get_one(Message, message_id), Damaged(what="PDF"))
    try_once_more(wiring, box, message_id)
    assert list_quarantine(wiring) == []
    with Session(wiring.engine) as session:
        text = session.scalars(select(Extracted.extraction)).one()
    assert EXTRACTION.read(text).reading.number is not None


def test_a_message_that_cannot_be_judged_is_set_aside_in_the_end(
    wiring: Wiring, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = account(wiring)
    message_id = post(wiring, box, letter(BILL))
    assert read_message(wiring, message_id) == "done"

    def fail(*_words: object, **_more: object) -> dict[str, object]:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(type(wiring.sandbox), "ask", fail)
        for _ in range(MOST_ATTEMPTS):
            with pytest.raises(RuntimeError):
                decide_message(wiring, message_id)
        assert decide_message(wiring, message_id) == "quarantined"
    assert [row.where for row in list_quarantine(wiring)] == [f"m{message_id}"]
    try_once_more(wiring, box, message_id)
    assert list_quarantine(wiring) == []
    assert only_bill(wiring).number == "EV-2026-1177"
