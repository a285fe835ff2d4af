"""Reminders leave in time, once, to whom they concern, with their own part."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.message import Message as Mail

import pytest
from sqlalchemy import func, select

from flow.reminding.planned import Planned
from flow.reminding.plans import Changed
from flow.reminding.remind import (
    asked_messages,
    due_messages,
    has_reminders,
    remind_all,
    remind_asked,
)
from flow.reminding.untold import set_reminded
from flow.sending.set_up import ServiceAsked, add_service, remove_outlet
from flow.sending.told import unsettled
from models.errors.reminding import AddressUnusable, DaysUnclear
from models.journal import verify
from models.tables import Bill, Digest, Dispatch, DispatchState, JournalLine, Occasion
from models.verdict import Kind, State
from tests.flow.reminding.conftest import MONDAY, Home
from tests.notify.hooks import hooks


def mails(home: Home) -> dict[str, list[Mail]]:
    """What arrived, by recipient."""
    found: dict[str, list[Mail]] = {}
    for mail, source in zip(home.box.mails, home.box.sources(), strict=True):
        found.setdefault(mail.rcpt_tos[0], []).append(message_from_bytes(source))
    return found


def text(mail: Mail) -> str:
    for part in mail.walk():
        if part.get_content_type() == "text/plain":
            return bytes(part.get_payload(decode=True) or b"").decode()
    raise AssertionError("no text")


def told(planned: list[Planned]) -> list[tuple[str, str, list[tuple[int, str]]]]:
    return [
        (one.who.name, one.purpose, [(each.due.bill, each.occasion) for each in one.told])
        for one in planned
    ]


def run(home: Home) -> list[str]:
    """Sends what is due; to whom."""
    return [one.planned.who.name for one in remind_all(home.wiring, home.now)]


def test_each_gets_one_mail_with_their_own_part(each: Home) -> None:
    each.connect()
    for amount in ("90.00", "30.00"):
        each.flat.split(each.bill(3, amount))
    each.bill(40)
    assert told(due_messages(each.wiring, each.now)) == [
        ("Alice", "reminder", [(1, "before-3"), (2, "before-3")]),
        ("Bob", "reminder", [(2, "before-3"), (1, "before-3")]),
    ]
    assert each.box.mails == []
    assert run(each) == ["Alice", "Bob"]
    found = mails(each)
    assert {to: len(sent) for to, sent in found.items()} == {
        "alice@example.org": 1, "bob@example.org": 1,
    }  # fmt: skip
    (bob,) = found["bob@example.org"]
    assert "€45.00" in text(bob)
    assert "€90.00" not in text(bob)
    assert "give €45.00 back to Alice" in text(bob)
    assert bob["Auto-Submitted"] == "auto-generated"
    assert "Hello Bob," in text(bob)
    assert "€" not in str(bob["Subject"])
    (alice,) = found["alice@example.org"]
    assert "pay €90.00 to Énergie du Val; your share of it is €45.00." in text(alice)


def test_an_occasion_comes_once_however_often_it_is_run(each: Home) -> None:
    each.connect()
    each.bill(3)
    for _ in range(4):
        run(each)
        each.later(hours=5)
    assert len(each.box.mails) == 1
    with each.session() as session:
        assert session.scalar(select(func.count(Occasion.id))) == 1
        assert verify(session)


def test_before_on_the_day_and_late_each_once_and_then_no_more(home: Home) -> None:
    home.connect()
    home.bill(8)
    days = []
    for number in range(36):
        if run(home):
            days.append(number - 8)
        home.later(days=1)
    assert days == [-7, -3, 0, 1, 8, 15, 22]


def test_a_day_that_was_missed_skips_no_reminder(home: Home) -> None:
    home.connect()
    home.bill(3)
    home.later(days=2)
    assert run(home) == ["Alice"]
    assert home.box.mails


def test_the_days_are_ones_own(home: Home) -> None:
    home.connect()
    home.wish("me", days=(14, 1))
    home.bill(14)
    home.bill(7, biller="Other")
    assert [one.told[0].occasion for one in due_messages(home.wiring, home.now)] == ["before-14"]
    home.wish("me", days=())
    assert due_messages(home.wiring, home.now) == []
    home.wish("me", wanted=False, days=(14,))
    assert due_messages(home.wiring, home.now) == []
    with pytest.raises(DaysUnclear):
        home.wish("me", days=(365,))
    with pytest.raises(AddressUnusable):
        home.wish("bob", address="bob")


def test_what_is_debited_by_itself_is_announced_only_where_it_is_wished(home: Home) -> None:
    home.connect()
    home.bill(3, kind=Kind.TO_BE_DEBITED)
    home.bill(-3, kind=Kind.TO_BE_DEBITED)
    assert run(home) == []
    home.wish("me", debits=True)
    assert run(home) == ["Alice"]
    (mail,) = mails(home)["alice@example.org"]
    assert "NOTHING TO DO" in text(mail)
    assert "What to do" not in text(mail)


def test_a_bill_that_was_paid_meanwhile_is_not_told(home: Home) -> None:
    home.connect()
    number = home.bill(3)
    with home.session() as session, session.begin():
        session.get_one(Bill, number).state = State.PAID
    assert run(home) == []


def test_the_digest_tells_everything_once_a_period_and_no_reminder_beside_it(each: Home) -> None:
    each.connect()
    each.wish("me", digest=Digest.WEEKLY)
    each.bill(3)
    each.bill(30, biller="Later")
    each.bill(None, biller="Some day")
    assert told(due_messages(each.wiring, each.now)) == [
        ("Alice", "digest", [(1, "before-3"), (2, ""), (3, "")])
    ]
    for _ in range(3):
        run(each)
        each.later(hours=12)
    assert len(each.box.mails) == 1
    assert "Some day" in text(mails(each)["alice@example.org"][0])
    each.now = MONDAY + timedelta(days=3)
    assert [one.purpose for one in due_messages(each.wiring, each.now)] == ["reminder"]
    each.now = MONDAY + timedelta(days=7)
    assert [one.purpose for one in due_messages(each.wiring, each.now)] == ["digest"]
    each.wish("me", digest=Digest.DAILY)
    run(each)
    each.later(days=1)
    assert [one.purpose for one in due_messages(each.wiring, each.now)] == ["digest"]


def test_a_service_gets_few_words_without_amounts_unless_asked(each: Home) -> None:
    each.bill(3)
    with hooks() as web:
        for name, amounts in (("phone", False), ("own", True)):
            url = f"json://127.0.0.1:{web.port}/{name}"
            add_service(each.wiring, ServiceAsked(url, name, amounts), each.now)
        web.got.clear()
        assert run(each) == ["Alice", "Alice"]
        said = {path: body.decode() for path, body in web.got}
    assert "90" not in said["/phone"]
    assert "90.00" in said["/own"]
    with each.session() as session:
        assert {row.recipient for row in session.scalars(select(Dispatch))} == {""}


def test_nobody_is_told_of_what_is_anothers_alone(home: Home) -> None:
    home.connect()
    home.wish("charlie", address="charlie@example.net")
    home.bill(3, account_id=home.flat.strange)
    assert due_messages(home.wiring, home.now) == []


def test_what_is_asked_for_goes_now_to_those_who_owe_and_once_a_day(each: Home) -> None:
    each.connect()
    number = each.bill(20)
    each.flat.split(number)
    assert told(asked_messages(each.wiring, number, (), each.now)) == [
        ("Bob", "asked", [(number, "asked-2026-11-23")])
    ]
    (done,) = remind_asked(each.wiring, number, (), each.now)
    assert done.carried is not None
    assert done.carried.state is DispatchState.SENT
    assert remind_asked(each.wiring, number, (), each.now) == []
    each.later(days=1)
    assert len(remind_asked(each.wiring, number, (), each.now)) == 1
    assert list(mails(each)) == ["bob@example.org"]


@pytest.mark.parametrize("wrong", ["nobody@example.org", "full@example.org"])
def test_who_has_another_address_is_told_there_what_the_one_before_did_not_take(
    each: Home, wrong: str
) -> None:
    each.connect()
    number = each.bill(3)
    each.flat.split(number)
    each.wish("bob", address=wrong)
    run(each)
    assert remind_asked(each.wiring, number, (), each.now) == []
    set_reminded(each.wiring, [each.person("bob")], Changed(address="bob@example.org"), each.now)
    assert run(each) == ["Bob"]
    assert run(each) == []
    assert list(mails(each)) == ["alice@example.org", "bob@example.org"]
    assert unsettled(each.wiring, each.now) == ()


def test_in_french_for_who_reads_french(home: Home) -> None:
    home.connect()
    home.wish("bob", lang="fr")
    home.flat.split(home.bill(3))
    run(home)
    assert "Bonjour Bob," in text(mails(home)["bob@example.org"][0])


def test_a_share_has_its_link_where_the_house_has_pages(home: Home) -> None:
    home.connect()
    home.flat.split(home.bill(3))
    settings = replace(home.wiring.settings, web_address="https://bills.example.org")
    home.wiring = replace(home.wiring, settings=settings)
    run(home)
    found = mails(home)
    assert "https://bills.example.org/s/" in text(found["bob@example.org"][0])
    assert "https://" not in text(found["alice@example.org"][0])


def test_what_could_not_be_sent_yesterday_is_told_anew_in_todays_words(home: Home) -> None:
    home.connect()
    home.wish("me", address="full@example.org")
    home.bill(3)
    (done,) = remind_all(home.wiring, home.now)
    assert done.carried is not None
    assert done.carried.state is DispatchState.WAITING
    home.later(hours=3)
    assert run(home) == []
    home.wish("me", address="alice@example.org")
    home.later(days=1)
    assert run(home) == ["Alice"]
    (mail,) = mails(home)["alice@example.org"]
    assert "in 2 days" in text(mail)
    with home.session() as session:
        states = list(session.scalars(select(Dispatch.state).order_by(Dispatch.id)))
        by = select(JournalLine.who).where(JournalLine.what == "message_called_off")
        assert list(session.scalars(by)) == ["facteur"], "nobody else asked for it"
    assert states == [DispatchState.DROPPED, DispatchState.SENT]


def test_by_itself_nobody_is_woken_at_night_nor_when_nothing_is_due(home: Home) -> None:
    home.connect()
    home.now = home.now.astimezone().replace(hour=8)
    assert not has_reminders(home.wiring, home.now)
    home.bill(3)
    assert has_reminders(home.wiring, home.now)
    assert not has_reminders(home.wiring, home.now.replace(hour=5))
    run(home)
    assert not has_reminders(home.wiring, home.now)


def test_without_any_channel_nothing_is_sent_and_nothing_is_lost(home: Home) -> None:
    home.bill(3)
    assert run(home) == []
    home.connect()
    remove_outlet(home.wiring, "alice@example.org", home.now)
    assert run(home) == []
    home.connect()
    assert run(home) == ["Alice"]


def test_several_workers_at_once_send_each_once(each: Home) -> None:
    each.connect()
    each.flat.split(each.bill(3))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: remind_all(each.wiring, each.now), range(4)))
    assert {to: len(sent) for to, sent in mails(each).items()} == {
        "alice@example.org": 1, "bob@example.org": 1,
    }  # fmt: skip
