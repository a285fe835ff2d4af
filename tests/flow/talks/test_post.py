"""A letter leaves once, as it was shown, from the person's own account; never again without a word."""

import threading
from email import message_from_bytes
from email.policy import default

import pytest

from flow.checkpoints import listeners
from flow.talks.door import letter
from flow.talks.post import post_letter
from models.errors.problem import Problem
from models.errors.reminding import MailOutMissing
from models.errors.talks import ContactUnproven, LetterMissing, MediatorMissing, NoContact
from models.journal import verify
from models.tables import About, DispatchState
from tests.dovecot import free_port
from tests.flow.paid_bills import written
from tests.flow.talks.talk_house import SERVICE, TalkHouse


class KilledError(BaseException):
    """The process ends here."""


def test_what_was_shown_is_what_is_sent_from_the_persons_own_address(each_talks: TalkHouse) -> None:
    house = each_talks
    house.bill("F-20311")
    bill = house.bill("F-20444")
    house.set_up_mail()
    shown = house.write(bill)
    done = house.send(bill)
    assert (done.state, done.recipient) == (DispatchState.SENT, SERVICE)
    (source,) = house.box.sources()
    mail = message_from_bytes(source, policy=default)
    assert (mail["From"], mail["To"]) == ("Alice Martin <alice@example.org>", SERVICE)
    assert (mail["Subject"], mail["Message-ID"]) == (shown.subject, done.message_id)
    assert mail.get_content().replace("\r\n", "\n").removesuffix("\n") == shown.text
    assert mail["Auto-Submitted"] is None
    (row,) = house.rows(bill)
    assert (row["direction"], row["state"], row["text"]) == ("out", "sent", shown.text)
    told = [what for what, on in written(house.wiring) if on == f"bill {bill}"]
    assert told[-4:] == ["letter_drafted", "message_prepared", "letter_posted", "message_sent"]


def test_the_same_letter_asked_for_again_is_not_sent_again(talks: TalkHouse) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    for _ in range(3):
        made = talks.write(bill, to=SERVICE)
        post_letter(talks.wiring, bill, talks.now, made.missive_id)
    assert len(talks.box.mails) == 1
    assert made.posted
    assert len(talks.rows(bill)) == 1
    other = talks.write(bill, to="help@vallon.example")
    post_letter(talks.wiring, bill, talks.now, other.missive_id)
    talks.write(bill, text="And why twice?", to=SERVICE)
    talks.send(bill)
    assert len(talks.box.mails) == 3


def test_a_letter_that_is_asked_for_again_leaves_the_draft_alone(talks: TalkHouse) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    first = talks.write(bill, to=SERVICE)
    talks.send(bill)
    draft = talks.write(bill, text="Another thing.", to=SERVICE)
    same = talks.write(bill, to=SERVICE)
    assert (same.missive_id, same.posted) == (first.missive_id, True)
    post_letter(talks.wiring, bill, talks.now, same.missive_id)
    assert len(talks.box.mails) == 1
    assert letter(talks.wiring, bill, None, "", talks.now).missive_id == draft.missive_id


def test_many_who_send_at_once_send_one_mail(each_talks: TalkHouse) -> None:
    house = each_talks
    bill = house.bill()
    house.set_up_mail()
    house.write(bill, to=SERVICE)
    met: list[Exception] = []

    def send() -> None:
        try:
            house.send(bill)
        except Exception as problem:  # noqa: BLE001 - looked at below
            met.append(problem)

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(isinstance(problem, Problem) and not problem.permanent for problem in met), met
    assert len(house.box.mails) == 1
    assert [row["state"] for row in house.rows(bill)] == ["sent"]


def test_what_keeps_a_letter_here_is_said_and_the_draft_stays(talks: TalkHouse) -> None:
    bill, silent = talks.bill(), talks.bill("F-20444", contact="")
    with pytest.raises(LetterMissing):
        talks.send(bill)
    talks.write(bill)
    with pytest.raises(ContactUnproven) as unproven:
        talks.send(bill)
    assert SERVICE in unproven.value.told("en")
    talks.write(bill, to=SERVICE)
    with pytest.raises(MailOutMissing):
        talks.send(bill)
    assert [row["state"] for row in talks.rows(bill)] == ["draft"]
    talks.hold(bill)
    talks.write(silent)
    with pytest.raises(NoContact):
        talks.send(silent)
    talks.write(silent, About.MEDIATOR, text="They do not answer.", on=(talks.now.date(),))
    with pytest.raises(MediatorMissing):
        talks.send(silent)
    assert talks.box.mails == []


def test_a_held_bill_is_never_asked_at_its_own_address(talks: TalkHouse) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    talks.hold(bill)
    talks.write(bill)
    with pytest.raises(NoContact):
        talks.send(bill)


@pytest.mark.parametrize("point", ["letter_posting", "letter_posted", "message_sending"])
def test_killed_before_the_mail_left_it_leaves_once_later(talks: TalkHouse, point: str) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    talks.write(bill, to=SERVICE)

    def killed_at(name: str) -> None:
        if name == point:
            raise KilledError

    listeners.append(killed_at)
    try:
        with pytest.raises(KilledError):
            talks.send(bill)
    finally:
        listeners.remove(killed_at)
    if point == "message_sending":
        talks.later(minutes=16)
        assert talks.send(bill).state is DispatchState.UNKNOWN
    assert talks.send(bill, again=True).state is DispatchState.SENT
    assert talks.send(bill, again=True).state is DispatchState.SENT
    assert len(talks.box.mails) == 1
    with talks.session() as session:
        verify(session)


def test_what_may_have_gone_is_sent_again_on_the_persons_word_alone_as_the_same_mail(
    talks: TalkHouse,
) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    talks.write(bill, to=SERVICE)

    def killed_at(name: str) -> None:
        if name == "message_called":
            raise KilledError

    listeners.append(killed_at)
    try:
        with pytest.raises(KilledError):
            talks.send(bill)
    finally:
        listeners.remove(killed_at)
    talks.later(minutes=16)
    assert talks.send(bill).state is DispatchState.UNKNOWN
    assert talks.send(bill).state is DispatchState.UNKNOWN
    assert len(talks.box.mails) == 1
    assert talks.send(bill, again=True).state is DispatchState.SENT
    ids = {message_from_bytes(source)["Message-ID"] for source in talks.box.sources()}
    assert (len(talks.box.mails), len(ids)) == (2, 1)


def test_a_refused_letter_says_why_and_may_be_tried_anew(talks: TalkHouse) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    talks.write(bill, to="nobody@vallon.example")
    done = talks.send(bill)
    assert done.state is DispatchState.REFUSED
    assert done.problem is not None
    (told,) = talks.talk(bill).told
    assert (told.row["state"], told.row["problem"]) == ("refused", "mail_refused")
    again = talks.write(bill, to="nobody@vallon.example")
    assert not again.posted
    talks.write(bill, to=SERVICE)
    assert talks.send(bill).state is DispatchState.SENT


def test_a_letter_that_waits_is_tried_at_once_when_the_person_says_send(talks: TalkHouse) -> None:
    bill = talks.bill()
    talks.set_up_mail()
    talks.mail_port(free_port())
    talks.write(bill, to=SERVICE)
    assert talks.send(bill).state is DispatchState.WAITING
    talks.mail_port(talks.office.port)
    assert talks.send(bill).state is DispatchState.SENT
    assert len(talks.box.mails) == 1
