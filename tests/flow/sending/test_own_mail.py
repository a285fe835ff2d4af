"""Mail that a Facteur before this one sent is its own too; what others write or pass on is not."""

from email.message import EmailMessage

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.sending.own_mail import ANSWER, MARKED
from flow.sending.prepare import LETTER, Errand, prepare
from flow.wiring import Wiring
from models.codec import VERDICT
from models.tables import Bill, Filing, Judgement, Outlet
from models.verdict import Kind
from notify.channels.smtp.compose import compose
from tests.flow.post import account, letter, post, travel
from tests.flow.road import BILL
from tests.flow.talks.test_answers import with_paper
from tests.notify.notices import ALICE, MORNING, notice

SENT = compose(
    notice(to="alice@example.org", title="Votre facture", text=BILL, html=""), ALICE
).data
"""As Facteur sent it from Alice's address, with all the words of a bill."""


def judged(wiring: Wiring, box: int, raw: bytes) -> tuple[Kind, list[str], int]:
    """Kind, reasons and how many bills there are, once the mail went its road."""
    number = post(wiring, box, raw)
    assert travel(wiring, number) == "done"
    with Session(wiring.engine) as session:
        row = session.scalars(select(Judgement).where(Judgement.message_id == number)).one()
        reasons = [one.sentence for one in VERDICT.read(row.verdict).because]
        return row.kind, reasons, len(session.scalars(select(Bill.id)).all())


def test_what_an_earlier_facteur_sent_is_no_bill_and_stays_where_it_is(wiring: Wiring) -> None:
    assert judged(wiring, account(wiring), SENT) == (Kind.OTHER, [MARKED], 0)
    with Session(wiring.engine) as session:
        assert session.scalars(select(Filing.id)).all() == []


def test_it_may_be_from_the_address_that_mail_is_sent_under(wiring: Wiring) -> None:
    box = account(wiring, "anybody@example.org")
    assert judged(wiring, box, SENT)[2] == 1
    with Session(wiring.engine) as session, session.begin():
        session.add(Outlet(channel="email", name="Alice@Example.org", created_at=MORNING))
    again = SENT.replace(b"Date: Mon", b"Date: mon")
    assert judged(wiring, box, again)[:2] == (Kind.OTHER, [MARKED])


def test_a_stranger_who_writes_the_mark_is_read_as_any_other(wiring: Wiring) -> None:
    forged = b"Facteur-Notice: 0123456789\r\n" + letter(BILL)
    kind, reasons, bills = judged(wiring, account(wiring), forged)
    assert (kind, bills) == (Kind.TO_PAY, 1)
    assert MARKED not in reasons


def test_so_is_one_of_which_the_provider_says_that_its_sender_is_forged(wiring: Wiring) -> None:
    failed = b"Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\r\n"
    assert judged(wiring, account(wiring), failed + SENT)[2] == 1


def test_so_is_what_alice_passes_on(wiring: Wiring) -> None:
    """The mark of a mail that hangs on another one is not that one's."""
    mail = EmailMessage()
    mail["From"] = mail["To"] = "alice@example.org"
    mail["Subject"], mail["Message-ID"] = "Fwd: Votre facture", "<passed-on@example.org>"
    mail.set_content(BILL)
    mail.add_attachment(SENT, maintype="application", subtype="octet-stream", filename="a.eml")
    assert judged(wiring, account(wiring), mail.as_bytes())[2] == 1


def reply(wiring: Wiring, purpose: str) -> bytes:
    """Bob's answer, in words that quote the bill, to a message of ours that was kept for `purpose`."""
    with Session(wiring.engine) as session, session.begin():
        session.add(Outlet(channel="email", name="alice@example.org", created_at=MORNING))
        session.flush()
        sent = prepare(session, notice(), Errand(purpose), MORNING).message_id
    return f"In-Reply-To: {sent}\r\n".encode() + letter(BILL, name="Bob")


@pytest.mark.parametrize("purpose", ["reminder", "digest", "asked"])
def test_an_answer_in_words_to_a_reminder_is_no_bill(wiring: Wiring, purpose: str) -> None:
    box = account(wiring)
    assert judged(wiring, box, reply(wiring, purpose)) == (Kind.OTHER, [ANSWER], 0)


def test_an_answer_to_no_message_of_ours_and_to_a_letter_are_judged_elsewhere(
    wiring: Wiring,
) -> None:
    box = account(wiring)
    assert judged(wiring, box, b"In-Reply-To: <a@b.example>\r\n" + letter(BILL))[2] == 1
    assert ANSWER not in judged(wiring, box, reply(wiring, LETTER))[1]


def test_a_bill_that_hangs_on_the_answer_is_one(wiring: Wiring) -> None:
    sent = reply(wiring, "reminder").partition(b"\r\n")[0].decode().partition(": ")[2]
    assert judged(wiring, account(wiring), with_paper(sent).encode())[2] == 1
