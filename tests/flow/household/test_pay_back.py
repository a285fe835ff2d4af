"""Paying back whoever advanced a bill: how much, to whom, and never twice."""

from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest
from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from flow.household.back_ways import BackStep, PayBack, Standing
from flow.household.consent import pay_for_all
from flow.household.members import Change, change_member
from flow.household.pay_back import announce_back, pay_back
from flow.household.rights import Actor
from flow.household.settling import sent, settlements
from flow.household.share_links import DAYS, Opened, opened, share_link
from flow.household.share_page import own_shares, share_page
from models.database import reading
from models.errors.household import LinkClosed, NothingHere, RightMissing, ShareMissing
from models.errors.problem import Problem
from models.errors.shares import RepaymentInvalid
from models.errors.values import NotFound
from models.journal import verify
from models.money import Money
from models.secrets import Secrets
from pay.shares.rule import Equally
from tests.flow.household.flat import TODAY, Flat, people

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def back(flat: Flat, actor: Actor, bill: int) -> PayBack:
    with flat.session() as session:
        return pay_back(session, actor, bill, "en", NOW)


def amounts(flat: Flat, actor: Actor, bill: int) -> list[tuple[str, str, BackStep]]:
    ways = back(flat, actor, bill).ways
    return [(way.receiver, str(way.amount), way.step) for way in ways]


def three(flat: Flat, amount: str) -> int:
    bill = flat.bill(amount)
    flat.split(bill, Equally(people(flat.alice, flat.bob, flat.dora)))
    return bill


def test_two_who_paid_are_each_paid_back_in_proportion(flat: Flat) -> None:
    """Alice advanced 50.00 and Dora 40.00 of 90.00: they paid 20.00 and 10.00 beyond their thirds."""
    bill = three(flat, "90.00")
    assert back(flat, flat.bob, bill).standing is Standing.UNPAID
    paid = [("Alice", Money.of("50", "EUR")), ("Dora", None)]
    with flat.session() as session:
        pay_for_all(session, flat.dora, bill, paid, TODAY)
    assert amounts(flat, flat.bob, bill) == [
        ("Alice", "20.00", BackStep.TO_ANNOUNCE), ("Dora", "10.00", BackStep.TO_ANNOUNCE),
    ]  # fmt: skip
    assert back(flat, flat.alice, bill).standing is Standing.NOTHING


def test_advances_that_are_taken_back_ask_for_nothing(flat: Flat) -> None:
    bill = three(flat, "90.00")
    flat.paid(bill, "Alice")
    flat.paid(bill)
    assert back(flat, flat.bob, bill) == PayBack(Standing.UNPAID)


def test_the_ways_of_a_share_follow_its_settlement(flat: Flat) -> None:
    bill = three(flat, "90.00")
    flat.paid(bill, "Alice")
    with flat.session() as session:
        row = announce_back(session, flat.bob, bill, flat.alice.member_id)
        assert announce_back(session, flat.bob, bill, flat.alice.member_id).id == row.id
        number = row.id
    assert amounts(flat, flat.bob, bill) == [("Alice", "30.00", BackStep.ANNOUNCED)]
    with flat.session() as session:
        sent(session, flat.bob, number, TODAY)
    assert amounts(flat, flat.bob, bill) == [("Alice", "30.00", BackStep.SENT)]
    with flat.session() as session, pytest.raises(RepaymentInvalid):
        announce_back(session, flat.bob, bill, flat.alice.member_id)
    more = three(flat, "30.00")
    flat.paid(more, "Alice")
    assert amounts(flat, flat.bob, more) == [("Alice", "10.00", BackStep.TO_ANNOUNCE)]


def test_to_somebody_who_advanced_nothing_nothing_is_announced(flat: Flat) -> None:
    bill = three(flat, "90.00")
    flat.paid(bill, "Alice")
    with flat.session() as session:
        for number in (flat.dora.member_id, flat.charlie.member_id, 10**18, 0):
            with pytest.raises(NotFound):
                announce_back(session, flat.bob, bill, number)
        with pytest.raises(NotFound):
            announce_back(session, flat.charlie, bill, flat.alice.member_id)
        assert settlements(session, flat.alice, ended=True) == []


def test_ten_who_press_at_once_announce_one_settlement(flat: Flat) -> None:
    bill = three(flat, "90.00")
    flat.paid(bill, "Alice")
    problems: list[Problem] = []

    def press() -> None:
        try:
            with Session(flat.engine) as session, session.begin():
                announce_back(session, flat.bob, bill, flat.alice.member_id)
        except Problem as problem:
            problems.append(problem)

    threads = [Thread(target=press) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with flat.session() as session:
        assert len(settlements(session, flat.alice, ended=True)) == 1
        verify(session)
    assert problems == []


def test_a_page_is_read_without_writing(flat: Flat) -> None:
    bill = three(flat, "90.00")
    flat.paid(bill, "Alice")
    with flat.session() as session:
        change_member(session, flat.alice, "Alice", Change(iban="DE02120300000000202051"))
        announce_back(session, flat.bob, bill, flat.alice.member_id)
    with Session(reading(flat.engine)) as session:
        page = share_page(session, Opened(flat.bob, bill), bill, "fr", NOW)
        assert [row.bill_id for row in own_shares(session, Opened(flat.bob, None))] == [bill]
        with pytest.raises(NothingHere):
            share_page(session, Opened(flat.bob, bill + 1), bill, "fr", NOW)
    (way,) = page.back.ways
    assert way.sheet is not None
    assert way.sheet.code is not None
    assert (str(page.mine), page.why) == ("30.00", "1 part égale sur 3")


def keys() -> Secrets:
    return Secrets(Fernet.generate_key().decode())


def test_a_share_link_ends_after_its_last_day(light: Flat) -> None:
    bill, secrets = light.bill(), keys()
    light.split(bill)
    with light.session() as session:
        token = share_link(session, light.alice, secrets, ("bob", bill), TODAY)
        last = TODAY + timedelta(days=DAYS)
        assert opened(session, token, secrets, last).bill_id == bill
        assert opened(session, token, secrets, last).actor.member_id == light.bob.member_id
        for other, day in ((secrets, last + timedelta(days=1)), (keys(), TODAY)):
            with pytest.raises(LinkClosed):
                opened(session, token, other, day)


def test_a_new_key_before_the_old_one_leaves_old_links_open(light: Flat) -> None:
    bill, old, new = light.bill(), Fernet.generate_key().decode(), Fernet.generate_key().decode()
    light.split(bill)
    with light.session() as session:
        token = share_link(session, light.alice, Secrets(old), ("bob", bill), TODAY)
        assert opened(session, token, Secrets(f"{new},{old}"), TODAY).bill_id == bill
        with pytest.raises(LinkClosed):
            opened(session, token, Secrets(new), TODAY)


def test_a_link_closes_with_its_share(light: Flat) -> None:
    bill, secrets = light.bill(), keys()
    light.split(bill)
    with light.session() as session:
        token = share_link(session, light.alice, secrets, ("bob", bill), TODAY)
    light.split(bill, Equally(people(light.alice, light.dora)))
    with light.session() as session, pytest.raises(LinkClosed):
        opened(session, token, secrets, TODAY)


def test_who_may_make_a_link_to_a_share(light: Flat) -> None:
    """An owner anybody's, a member their own, nobody one that is not there."""
    bill, secrets = light.bill(), keys()
    light.split(bill)
    with light.session() as session:
        share_link(session, light.bob, secrets, ("Bob", bill), date(2026, 1, 1))
        for actor, name, problem in (
            (light.dora, "Bob", RightMissing), (light.alice, "Dora", ShareMissing),
            (light.charlie, "Charlie", NotFound),
        ):  # fmt: skip
            with pytest.raises(problem):
                share_link(session, actor, secrets, (name, bill), TODAY)
        with pytest.raises(NotFound):
            share_link(session, light.alice, secrets, ("Bob", 10**15), TODAY)
    assert light.lines(f"bill {bill}") == ["bill_split", "share_link_made"]
