"""A raise of caps is told to the person at this machine: once, at any hour, while it stands."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from flow.caps_asked import Wanted, ask_caps, raises_cap
from flow.reminding.plans import Changed
from flow.reminding.raises import caps_raised
from flow.reminding.remind import due_messages, has_reminders, remind_all, remind_in_time
from flow.reminding.untold import set_reminded
from flow.sending.set_up import ServiceAsked, add_service
from flow.sending.told import dropped
from models.money import Money
from models.tables import CapRequest, Dispatch, DispatchState
from tests.flow.reminding.conftest import Home
from tests.flow.reminding.test_remind import mails, run, text
from tests.notify.hooks import hooks


def asked(
    home: Home, transfer: str | None, month: str | None = None, currency: str = "EUR"
) -> None:
    """Whoever has the code asks for these caps now."""
    minor = [Money.of(one, currency).minor if one else None for one in (transfer, month)]
    with home.session() as session, session.begin():
        session.add(
            CapRequest(
                transfer_minor=minor[0], month_minor=minor[1], currency=currency, asked_by="owner",
                asked_at=home.now,
            )
        )  # fmt: skip
    home.later(minutes=1)


def raised(home: Home) -> None:
    """Alice's caps of 50 and 500 become 90 and 500 tomorrow."""
    asked(home, "50", "500")
    asked(home, "90", "500")


def cut(home: Home, transfer: str) -> None:
    ask_caps(home.wiring, Wanted(transfer=Money.of(transfer, "EUR")), home.now)


def states(home: Home) -> list[DispatchState]:
    with home.session() as session:
        return list(session.scalars(select(Dispatch.state).order_by(Dispatch.id)))


def test_a_raise_is_told_once_however_often_it_is_run(each: Home) -> None:
    each.connect()
    raised(each)
    (planned,) = due_messages(each.wiring, each.now)
    assert (planned.who.name, planned.purpose, planned.told) == ("Alice", "caps_raised", ())
    for _ in range(5):
        run(each)
        each.later(hours=13)
    found = mails(each)
    assert list(found) == ["alice@example.org"]
    (mail,) = found["alice@example.org"]
    assert "€90.00 instead of €50.00" in text(mail)
    assert "For one month" not in text(mail)
    assert "`facteur caps --transfer 50.00`" in text(mail)
    assert "€" not in str(mail["Subject"])


def test_several_workers_at_once_tell_it_once(each: Home) -> None:
    each.connect()
    raised(each)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: remind_all(each.wiring, each.now), range(4)))
    assert len(each.box.mails) == 1
    assert states(each) == [DispatchState.SENT]


def test_it_is_told_at_night_and_to_who_wishes_no_reminders_and_bills_are_not(home: Home) -> None:
    home.connect()
    home.wish("me", wanted=False, days=())
    home.flat.split(home.bill(3))
    home.now = home.now.astimezone().replace(hour=3)
    assert not has_reminders(home.wiring, home.now)
    raised(home)
    assert has_reminders(home.wiring, home.now)
    assert [one.planned.purpose for one in remind_in_time(home.wiring, home.now)] == ["caps_raised"]
    assert not has_reminders(home.wiring, home.now)
    assert list(mails(home)) == ["alice@example.org"]


def test_what_was_withdrawn_before_the_message_left_is_not_told(home: Home) -> None:
    home.connect()
    raised(home)
    cut(home, "50")
    assert due_messages(home.wiring, home.now) == []
    home.wish("me", address="full@example.org")
    raised(home)
    (done,) = remind_all(home.wiring, home.now)
    assert done.carried is not None
    assert done.carried.state is DispatchState.WAITING
    cut(home, "50")
    home.wish("me", address="alice@example.org")
    home.later(hours=2)
    assert run(home) == []
    assert (states(home), home.box.mails) == ([DispatchState.DROPPED], [])


def test_of_what_was_made_smaller_before_the_message_left_the_rest_is_told(home: Home) -> None:
    home.connect()
    home.wish("me", address="full@example.org")
    raised(home)
    run(home)
    cut(home, "70")
    home.wish("me", address="alice@example.org")
    assert run(home) == ["Alice"]
    (mail,) = mails(home)["alice@example.org"]
    assert "€70.00 instead of €50.00" in text(mail)
    cut(home, "60")
    assert run(home) == []


def test_what_waits_is_told_at_another_address_and_a_second_raise_leaves_it_alone(
    home: Home,
) -> None:
    home.connect()
    home.wish("me", address="full@example.org")
    raised(home)
    run(home)
    asked(home, "200", "500")
    set_reminded(home.wiring, home.people()[:1], Changed(address="alice@example.org"), home.now)
    assert run(home) == ["Alice", "Alice"]
    first, second = mails(home)["alice@example.org"]
    assert "€90.00 instead of €50.00" in text(first)
    assert "€200.00 instead of €90.00" in text(second)


def test_what_the_person_calls_off_is_not_told_again(home: Home) -> None:
    home.connect()
    home.wish("me", address="full@example.org")
    raised(home)
    (done,) = remind_all(home.wiring, home.now)
    assert done.carried is not None
    dropped(home.wiring, done.carried.id, home.now)
    home.later(hours=20)
    assert run(home) == []


def test_where_nothing_ran_while_it_waited_it_is_told_within_a_week(home: Home) -> None:
    home.connect()
    raised(home)
    home.later(days=3)
    assert run(home) == ["Alice"]
    assert "This has counted since" in text(mails(home)["alice@example.org"][0])
    asked(home, "95", "500")
    home.later(days=9)
    assert run(home) == []


def test_without_a_channel_nothing_is_written_and_a_service_gets_no_amounts(home: Home) -> None:
    raised(home)
    assert (run(home), states(home)) == ([], [])
    with hooks() as web:
        add_service(home.wiring, ServiceAsked(f"json://127.0.0.1:{web.port}/phone"), home.now)
        web.got.clear()
        run(home)
        ((_, body),) = web.got
    assert b"Higher caps" in body
    assert b"90.00" not in body
    assert b"50.00" not in body


@pytest.mark.parametrize(
    "caps",
    [
        [("50", "500", "EUR"), ("90", "900", "EUR")],
        [("50", "500", "EUR"), (None, None, "EUR")],
        [("50", None, "EUR"), ("90", None, "EUR"), ("300", None, "EUR")],
        [("50", None, "USD"), (None, None, "EUR")],
        [("50", None, "EUR"), ("60", "600", "USD")],
        [("50", "500", "EUR"), ("90", "500", "EUR"), ("90", "900", "EUR")],
        [("800", None, "EUR")],
    ],
)
def test_the_command_that_is_told_is_a_cut_and_takes_it_back(
    home: Home, caps: list[tuple[str | None, str | None, str]]
) -> None:
    for one in caps:
        asked(home, *one)
    with home.session() as session:
        (*_, (_, last)) = caps_raised(session, home.now)
        count = len(caps_raised(session, home.now))
    words = dict(zip(*[iter(last.take_back.split()[2:])] * 2, strict=True))
    unit = words.get("--currency", "EUR")
    transfer, month = (
        Money.of(one, unit) if one and one != "none" else None
        for one in (words.get("--transfer"), words.get("--month"))
    )
    wanted = Wanted(
        transfer, month, words.get("--transfer") == "none", words.get("--month") == "none"
    )
    assert not raises_cap(home.wiring, wanted, home.now)
    ask_caps(home.wiring, wanted, home.now)
    with home.session() as session:
        assert len(caps_raised(session, home.now)) == count - 1


def test_in_french_for_who_reads_french(home: Home) -> None:
    home.connect()
    home.wish("me", lang="fr")
    raised(home)
    run(home)
    (mail,) = mails(home)["alice@example.org"]
    assert "Bonjour Alice," in text(mail)
    assert "90,00\xa0€ au lieu de 50,00\xa0€" in text(mail)
