"""The biller's answer is kept with the bill that was asked about, and is no bill by being an answer."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from flow.bill_shown import show_bill
from flow.listing import list_mail
from flow.receive import receive_account
from flow.talks.answers import Came, take_answer
from inbox.parse import parse_mail
from models.journal import verify
from models.tables import About, Account, DispatchState, Filing, Message, Missive
from tests.doors.conftest import user
from tests.dovecot import Dovecot
from tests.extract.papers import listing
from tests.flow.paid_bills import written
from tests.flow.post import account, travel
from tests.flow.talks.talk_house import SERVICE, TalkHouse
from tests.notify.test_compose import strange

ANSWER = """\
From: {sender}
To: alice@example.org
Subject: {subject}
Message-ID: <{number}@eaux-du-vallon.example>
{references}Date: Mon, 23 Nov 2026 08:00:00 +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour Madame,
Le relevé du compteur était estimé ; une facture corrigée suit.
Eaux du Vallon

> Customer number: C-F-20311
> Bill number: F-20311
> Montant à payer : 84,20 EUR
> À régler avant le 30 novembre 2026 par virement.
"""
OLD = "<1@elsewhere.example>"

__all__ = ["user"]


def asked(house: TalkHouse, **said: object) -> tuple[int, str]:
    """A bill about which a letter left; the Message-ID of the letter."""
    bill = house.bill()
    house.set_up_mail()
    house.write(bill, **({"to": SERVICE} | said))  # type: ignore[arg-type]
    return bill, house.send(bill).message_id


def answer(
    references: str = "", *, subject: str = "Votre demande", sender: str = SERVICE, number: str = "a1"
) -> str:  # fmt: skip
    return ANSWER.format(references=references, subject=subject, sender=sender, number=number)


def with_paper(sent: str) -> str:
    """An answer with a corrected bill as PDF."""
    paper = listing(
        "Eaux du Vallon", "1 rue du Puits, 26000 Valence", "FACTURE RECTIFICATIVE",
        ("Facture n°", "F-20999"), ("Date de facture", "20/11/2026"),
        ("Montant à payer", "61,10 EUR"), ("À régler avant le", "15/12/2026"),
    )  # fmt: skip
    mail = EmailMessage(policy=SMTPUTF8)
    mail["From"], mail["To"], mail["Subject"] = SERVICE, "alice@example.org", "Votre demande"
    mail["Message-ID"], mail["In-Reply-To"] = "<c1@eaux-du-vallon.example>", sent
    mail.set_content("Bonjour,\nvoici la facture corrigée.\n")
    mail.add_attachment(paper, maintype="application", subtype="pdf", filename="facture.pdf")
    return mail.as_string().replace("\r\n", "\n")


@pytest.mark.parametrize(
    "fields",
    [
        "In-Reply-To: {id}\n",
        "References: {id}\n",
        f"References: {OLD}\n {{id}} <2@ticket.example>\nIn-Reply-To: <2@ticket.example>\n",
        "in-reply-to: Message of Sunday {id} (mail)\n",
    ],
)
def test_an_answer_is_kept_with_its_bill_and_makes_none(talks: TalkHouse, fields: str) -> None:
    bill, sent = asked(talks)
    before = (talks.bills(), show_bill(talks.wiring, bill))
    number = talks.arrive(answer(fields.format(id=sent)))
    letter, came = talks.rows(bill)
    assert (came["direction"], came["state"], came["address"]) == ("in", "received", SERVICE)
    assert came["text"].startswith("Bonjour Madame,\nLe relevé")
    assert not came["elsewhere"]
    assert letter["state"] == "sent"
    assert (talks.bills(), show_bill(talks.wiring, bill)["timeline"]) == (
        before[0],
        before[1]["timeline"],
    )
    (mail,) = [row for row in list_mail(talks.wiring) if row["mail"] == number]
    assert (mail["kind"], mail["bill"]) == ("other", None)
    with talks.session() as session:
        assert session.scalar(select(Filing.id).where(Filing.message_id == number)) is None
        verify(session)
    assert ("answer_received", f"bill {bill}") in written(talks.wiring)


def test_the_same_words_without_our_letter_are_judged_as_any_mail(talks: TalkHouse) -> None:
    bill, _ = asked(talks)
    number = talks.arrive(answer(f"In-Reply-To: {OLD}\n"))
    assert [row["direction"] for row in talks.rows(bill)] == ["out"]
    with talks.session() as session:
        assert session.scalar(select(Missive.id).where(Missive.received_id == number)) is None


def test_an_answer_is_known_by_subject_and_domain_where_a_server_changed_the_message_id(
    talks: TalkHouse,
) -> None:
    bill, _ = asked(talks)
    subject = f"RE: {talks.rows(bill)[0]['subject']}"
    talks.arrive(answer(subject=subject, number="b1"))
    talks.arrive(answer(subject=subject, sender="service@vallon.example", number="b2"))
    talks.arrive(answer(subject="RE: Votre facture", number="b3"))
    talks.later(days=200)
    talks.arrive(answer(subject=subject, number="b4"))
    assert [row["direction"] for row in talks.rows(bill)] == ["out", "in"]


def test_an_answer_from_elsewhere_is_kept_and_marked(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    talks.arrive(answer(f"In-Reply-To: {sent}\n", sender="help@paiement-eaux.example"))
    assert talks.rows(bill)[1]["elsewhere"]


def test_a_failure_notice_of_a_mail_server_is_no_answer_of_the_biller(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    talks.arrive(answer(f"References: {sent}\n", sender="MAILER-DAEMON@mx.example.org"))
    (_, came) = talks.rows(bill)
    assert (came["undelivered"], came["elsewhere"]) == (True, False)


def test_what_the_person_wrote_elsewhere_is_told_as_theirs(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    talks.arrive(answer(f"In-Reply-To: {sent}\n", sender="Alice <alice@example.org>"))
    assert [row["direction"] for row in talks.rows(bill)] == ["out", "own"]


def test_our_own_letter_in_a_folder_that_is_read_is_no_bill_and_no_answer(
    talks: TalkHouse,
) -> None:
    bill, _ = asked(talks)
    bills = talks.bills()
    (source,) = talks.box.sources()
    number = talks.arrive(source.decode().replace("\r\n", "\n"))
    assert (talks.bills(), len(talks.rows(bill))) == (bills, 1)
    (mail,) = [row for row in list_mail(talks.wiring) if row["mail"] == number]
    assert mail["kind"] == "other"


def test_an_answer_that_brings_a_bill_is_both(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    bills = talks.bills()
    talks.arrive(with_paper(sent))
    assert talks.bills() == bills + 1
    assert [row["direction"] for row in talks.rows(bill)] == ["out", "in"]


def test_anothers_mailbox_is_not_told_from(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    other = account(talks.wiring, "bob@example.org")
    talks.arrive(answer(f"In-Reply-To: {sent}\n"), other)
    assert [row["direction"] for row in talks.rows(bill)] == ["out"]


def test_the_answer_may_come_to_the_mailbox_that_the_letter_left_from(talks: TalkHouse) -> None:
    other = account(talks.wiring, "alice.martin@example.net")
    bill = talks.bill()
    talks.set_up_mail("alice.martin@example.net")
    talks.write(bill, to=SERVICE)
    sent = talks.send(bill).message_id
    talks.arrive(answer(f"In-Reply-To: {sent}\n"), other)
    talks.arrive(answer(f"In-Reply-To: {sent}\n"))
    assert [row["direction"] for row in talks.rows(bill)] == ["out", "in"]


def test_a_question_goes_on_with_the_conversation(each_talks: TalkHouse) -> None:
    bill, sent = asked(each_talks)
    each_talks.arrive(answer(f"In-Reply-To: {sent}\n", subject="Re: [#77] Votre demande"))
    each_talks.later(hours=1)
    made = each_talks.write(bill, text="When does it come?")
    assert (made.address, made.subject) == (SERVICE, "Re: [#77] Votre demande")
    each_talks.send(bill)
    mail = message_from_bytes(each_talks.box.sources()[1])
    assert mail["In-Reply-To"] == "<a1@eaux-du-vallon.example>"
    assert mail["References"].split() == [sent, "<a1@eaux-du-vallon.example>"]
    each_talks.later(hours=1)
    each_talks.arrive(answer(f"References: {mail['Message-ID']}\n", number="a2"))
    assert [row["direction"] for row in each_talks.rows(bill)] == ["out", "in", "out", "in"]


def test_the_mediator_is_told_when_and_whether_the_biller_answered_and_talks_apart(
    talks: TalkHouse,
) -> None:
    bill, sent = asked(talks)
    talks.arrive(answer(f"In-Reply-To: {sent}\n"))
    talks.later(days=70)
    said = {"text": "They do not correct it.", "to": "mediation@eau.example"}
    made = talks.write(bill, About.MEDIATOR, **said)
    assert "I complained in writing on 22 November 2026; the answer did not settle it." in made.text
    talks.send(bill)
    assert message_from_bytes(talks.box.sources()[1])["References"] is None


def test_a_letter_that_never_left_and_what_a_server_wrote_are_nothing_to_refer_to(
    each_talks: TalkHouse,
) -> None:
    house = each_talks
    bill, sent = asked(house)
    house.arrive(
        answer(
            f"References: {sent}\n", subject="Not delivered", sender="MAILER-DAEMON@mx.example.org"
        )
    )
    house.write(bill, to="nobody@vallon.example", text="Is anybody there?")
    assert house.send(bill).state is DispatchState.REFUSED
    made = house.write(bill, to=SERVICE, text="And why twice?")
    assert "Not delivered" not in made.subject
    assert house.send(bill).state is DispatchState.SENT
    assert message_from_bytes(house.box.sources()[-1])["References"] == sent


def test_an_answer_is_taken_once_however_often_its_mail_is_read(talks: TalkHouse) -> None:
    bill, sent = asked(talks)
    number = talks.arrive(answer(f"In-Reply-To: {sent}\n"))
    with talks.session() as session, session.begin():
        message = session.get_one(Message, number)
        assert not take_answer(session, message, Came((sent,), "Again."))
    assert len(talks.rows(bill)) == 2


@given(ids=st.lists(strange, max_size=4).map(tuple), text=strange, subject=strange, sender=strange)
@settings(max_examples=60, deadline=None)
def test_the_ids_of_a_strangers_mail_are_ids_or_nothing(
    ids: tuple[str, ...], text: str, subject: str, sender: str
) -> None:
    references = " ".join(ids)
    raw = f"From: {sender}\nSubject: {subject}\nReferences: {references}\n\n{text}"
    mail = parse_mail(raw.encode("utf-8", "replace"))
    assert len(mail.answers) <= 60
    assert all(one.startswith("<") and one.endswith(">") and " " not in one for one in mail.answers)


def test_the_nearest_reference_comes_first_and_a_flood_is_cut() -> None:
    flood = " ".join(f"<{number}@flood.example>" for number in range(500))
    mail = parse_mail(f"References: {flood}\nIn-Reply-To: <7@x.example>\n\nHi".encode())
    assert mail.answers[:2] == ("<7@x.example>", "<499@flood.example>")
    assert len(mail.answers) == 60


def test_an_answer_comes_from_a_real_mailbox(dovecot: Dovecot, talks: TalkHouse, user: str) -> None:
    login = dovecot.login(user)
    with talks.session() as session, session.begin():
        session.execute(
            update(Account).values(
                address=login.address, host=login.host, port=login.port, user=login.user,
                secret=talks.wiring.secrets.encrypt(login.secret.value),
            )
        )  # fmt: skip
    bill, sent = asked(talks)
    dovecot.deliver(answer(f"In-Reply-To: {sent}\n").replace("\n", "\r\n").encode(), user=user)
    jobs: list[int] = []
    receive_account(
        talks.wiring, talks.account_id, enqueue=lambda _session, number: jobs.append(number)
    )
    for number in jobs:
        travel(talks.wiring, number)
    assert [row["direction"] for row in talks.rows(bill)] == ["out", "in"]
