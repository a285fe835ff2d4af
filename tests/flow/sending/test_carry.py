"""A message leaves once, whoever asks how often; what is not known is not sent again blindly."""

from datetime import timedelta
from email import message_from_bytes

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flow.sending.carry import STALE, carry, send, waiting
from flow.sending.own_mail import as_own
from flow.sending.prepare import Errand, call_off, prepare
from flow.sending.set_up import remove_outlet
from flow.sending.told import dropped, unsettled
from models.errors.reminding import DispatchBusy, DispatchStuck, MailOutMissing, MessageDiffers
from models.errors.sending import ChannelRefused
from models.journal import verify
from models.tables import Dispatch, DispatchState, Outlet
from models.verdict import Because, Category, Kind, Verdict
from notify.post_office import PostOffice
from tests.flow.order_house import OrderHouse
from tests.flow.paid_bills import written
from tests.flow.sending.conftest import Posted, letter
from tests.models import rows
from tests.notify.notices import notice
from tests.notify.post import says, scripted

ERRAND = Errand("letter", "bill 1")


def row(house: OrderHouse, number: int) -> Dispatch:
    with house.session() as session:
        return session.get_one(Dispatch, number)


def _outlet_at(house: OrderHouse, office: PostOffice) -> None:
    """Alice sends through this server."""
    with house.session() as session, session.begin():
        session.add(
            Outlet(
                channel="email", name="alice@example.org", host=office.host, port=office.port,
                security=office.security, created_at=house.now,
            )
        )  # fmt: skip


def test_a_message_leaves_once_however_often_it_is_asked_for(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    first = send(house.wiring, letter(), ERRAND, house.now)
    assert first.state is DispatchState.SENT
    for _ in range(3):
        assert send(house.wiring, letter(), ERRAND, house.now) == first
        assert carry(house.wiring, first.id, house.now, again=True) == first
    (mail,) = posted.box.mails
    assert mail.rcpt_tos == ["bob@example.org"]
    (source,) = posted.box.sources()
    assert message_from_bytes(source)["Message-ID"] == first.message_id
    assert [what for what, on in written(house.wiring) if on == "bill 1"] == [
        "message_prepared",
        "message_sent",
    ]
    with house.session() as session:
        assert verify(session)


def test_what_is_written_down_is_what_is_sent(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    said = letter(text="Chère Énergie,\n\nma facture est fausse.", title="Re: Votre facture")
    with house.session() as session, session.begin():
        number = prepare(session, said, ERRAND, house.now).id
    kept = row(house, number)
    assert (kept.state, kept.attempts, kept.title) == (
        DispatchState.WAITING,
        0,
        "Re: Votre facture",
    )
    assert waiting(house.wiring, house.now) == [number]
    carry(house.wiring, number, house.now)
    told = message_from_bytes(posted.box.sources()[0])
    assert told.get_payload(decode=True) == f"{kept.text}\r\n".encode().replace(
        b"\n\n", b"\r\n\r\n"
    )
    assert told["Auto-Submitted"] is None


def test_another_message_under_the_same_key_is_refused(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    send(house.wiring, letter(), ERRAND, house.now)
    with pytest.raises(MessageDiffers):
        send(house.wiring, letter(text="Pay me instead."), ERRAND, house.now)
    with pytest.raises(MessageDiffers):
        send(house.wiring, letter(to="charlie@example.org"), ERRAND, house.now)
    assert len(posted.box.mails) == 1


def test_without_a_mail_account_nothing_is_written(house: OrderHouse) -> None:
    with pytest.raises(MailOutMissing):
        send(house.wiring, letter(), ERRAND, house.now)
    with house.session() as session:
        assert session.scalar(select(func.count(Dispatch.id))) == 0


def test_an_address_that_is_none_is_refused_before_it_is_written(posted: Posted) -> None:
    posted.connect()
    with pytest.raises(ChannelRefused, match="not a mail address"):
        send(posted.house.wiring, letter(to="bob"), ERRAND, posted.house.now)


def test_a_refusal_is_kept_with_the_servers_words_and_never_tried_again_by_itself(
    posted: Posted,
) -> None:
    posted.connect()
    house = posted.house
    done = send(house.wiring, letter(to="nobody@example.org"), ERRAND, house.now)
    assert done.state is DispatchState.REFUSED
    assert "550 5.1.1" in str(done.problem)
    assert str(carry(house.wiring, done.id, house.now).problem) == str(done.problem)
    assert waiting(house.wiring, house.now + timedelta(days=9)) == []


def test_what_was_refused_is_sent_once_more_on_the_persons_word(house: OrderHouse) -> None:
    refused = says("250 ok", "250 ok", "250 ok", "354 go on", "554 spam", until_end=4)
    taken = says("250 ok", "250 ok", "250 ok", "354 go on", "250 taken", "221 bye", until_end=4)
    with scripted(refused, taken) as office:
        _outlet_at(house, office)
        done = send(house.wiring, letter(), ERRAND, house.now)
        assert done.state is DispatchState.REFUSED
        again = carry(house.wiring, done.id, house.now, again=True)
        assert (again.state, again.message_id) == (DispatchState.SENT, done.message_id)


def test_what_was_refused_can_be_laid_aside(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    done = send(house.wiring, letter(to="nobody@example.org"), ERRAND, house.now)
    assert [one.id for one in unsettled(house.wiring, house.now)] == [done.id]
    dropped(house.wiring, done.id, house.now)
    assert unsettled(house.wiring, house.now) == ()


def test_what_is_not_taken_now_waits_and_is_given_up_after_two_days(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    done = send(house.wiring, letter(to="full@example.org"), ERRAND, house.now)
    assert done.state is DispatchState.WAITING
    assert waiting(house.wiring, house.now) == []
    tries = 1
    while waiting(house.wiring, house.now + timedelta(days=30)):
        house.later(hours=6)
        done = carry(house.wiring, done.id, house.now)
        tries += 1
        assert tries < 12
    assert done.state is DispatchState.REFUSED
    assert tries > 4
    assert "452" in str(done.problem)


def test_a_wrong_password_keeps_the_message_for_when_it_is_right(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    with house.session() as session, session.begin():
        outlet = session.scalars(select(Outlet)).one()
        outlet.secret, right = house.wiring.secrets.encrypt("no longer"), outlet.secret
    done = send(house.wiring, letter(), ERRAND, house.now)
    assert (done.state, done.problem and done.problem.code) == (
        DispatchState.WAITING, "login_refused",
    )  # fmt: skip
    with house.session() as session, session.begin():
        session.scalars(select(Outlet)).one().secret = right
    assert carry(house.wiring, done.id, house.now, again=True).state is DispatchState.SENT


def test_a_silence_after_the_message_is_unknown_until_the_person_says_send(
    house: OrderHouse,
) -> None:
    silent = says("250 ok", "250 ok", "250 ok", "354 go on", "", until_end=4)
    taken = says("250 ok", "250 ok", "250 ok", "354 go on", "250 taken", "221 bye", until_end=4)
    with scripted(silent, taken) as office:
        _outlet_at(house, office)
        done = send(house.wiring, letter(), ERRAND, house.now)
        assert done.state is DispatchState.UNKNOWN
        assert carry(house.wiring, done.id, house.now).state is DispatchState.UNKNOWN
        assert waiting(house.wiring, house.now + timedelta(days=9)) == []
        again = carry(house.wiring, done.id, house.now, again=True)
        assert (again.state, again.message_id) == (DispatchState.SENT, done.message_id)


def left_in_between(house: OrderHouse) -> Dispatch:
    """A message whose process ended while it was sent."""
    with house.session() as session, session.begin():
        made = prepare(session, letter(), ERRAND, house.now)
        made.state, made.attempts = DispatchState.SENDING, 1
        number = made.id
    return row(house, number)


def test_a_message_that_another_process_sends_is_left_alone(posted: Posted) -> None:
    posted.connect()
    number = left_in_between(posted.house).id
    with pytest.raises(DispatchBusy):
        carry(posted.house.wiring, number, posted.house.now, again=True)
    assert posted.box.mails == []


def test_what_a_dead_process_left_is_unknown_and_found_again_in_the_mailbox(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    kept = left_in_between(house)
    house.now += STALE + timedelta(seconds=1)
    assert waiting(house.wiring, house.now) == [kept.id]
    assert carry(house.wiring, kept.id, house.now).state is DispatchState.UNKNOWN
    assert waiting(house.wiring, house.now) == []
    with Session(house.wiring.engine) as session, session.begin():
        session.add(rows.message(house.account_id, message_id=kept.message_id))
    assert waiting(house.wiring, house.now) == [kept.id]
    assert carry(house.wiring, kept.id, house.now, again=True).state is DispatchState.SENT
    assert posted.box.mails == []


def test_a_message_is_called_off_before_it_leaves_not_after(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    with house.session() as session, session.begin():
        number = prepare(session, letter(), ERRAND, house.now).id
        call_off(session, number, house.now)
    assert carry(house.wiring, number, house.now, again=True).state is DispatchState.DROPPED
    sent = send(house.wiring, letter(2), ERRAND, house.now)
    with house.session() as session, pytest.raises(DispatchStuck):
        call_off(session, sent.id, house.now)
    assert len(posted.box.mails) == 1


def test_a_removed_account_sends_nothing_more(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    with house.session() as session, session.begin():
        number = prepare(session, notice(), ERRAND, house.now).id
    remove_outlet(house.wiring, "alice@example.org", house.now)
    done = carry(house.wiring, number, house.now)
    assert (done.state, done.problem and done.problem.code) == (
        DispatchState.WAITING, "mail_out_missing",
    )  # fmt: skip


def test_what_comes_back_is_known_as_ours_and_is_no_bill(posted: Posted) -> None:
    posted.connect()
    house = posted.house
    sent = send(house.wiring, letter(), ERRAND, house.now)
    verdict = Verdict(Kind.TO_PAY, Category.ENERGY, "Factures", 0.99, 0.99, (Because("It asks."),))
    with house.session() as session, session.begin():
        for known, number in ((True, sent.message_id), (False, "<other@example.org>")):
            mail = rows.message(house.account_id, str(known) * 16, message_id=number)
            told = as_own(session, mail, verdict)
            assert (told is not None) is known
            assert told is None or (told.kind, told.folder) == (Kind.OTHER, "")
