"""Settlements on statements: the sender's shows that money left, the receiver's that it came."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from flow.decide_match import confirm, unmatch
from flow.household.balances import standing
from flow.household.settling import received
from flow.prove import match_again
from flow.prove_told import report
from models.errors.statements import MatchUnknown
from models.journal import verify
from models.tables import JournalLine
from tests.flow.paid_bills import Line
from tests.flow.settling_house import ALICE_IBAN, BOB_IBAN, DAY, Settling, settling


@pytest.fixture
def flat(database_url: str, tmp_path: Path) -> Iterator[Settling]:
    with settling(database_url, tmp_path / "home") as made:
        yield made


def left(flat: Settling, number: int, amount: str = "45.00") -> Line:
    return Line(f"-{amount}", f"VIREMENT {flat.row(number).reference}", DAY, BOB_IBAN)


def came(flat: Settling, number: int, amount: str = "45.00") -> Line:
    return Line(amount, f"VIREMENT RECU {flat.row(number).reference}", DAY, ALICE_IBAN)


def stands(flat: Settling, number: int) -> tuple[str, list[str]]:
    return flat.state(number), flat.steps(number)


def told(flat: Settling, number: int, thing: str = "settlement") -> list[str]:
    with flat.house.session() as session:
        verify(session)
        mine = JournalLine.on_what == f"{thing} {number}"
        return list(session.scalars(select(JournalLine.what).where(mine).order_by(JournalLine.id)))


def test_the_sender_s_statement_shows_that_it_left_and_the_receiver_s_that_it_came(
    flat: Settling,
) -> None:
    number = flat.owe()
    flat.pay(number)
    flat.bring(left(flat, number))
    assert stands(flat, number) == ("sent", ["seen"])
    flat.bring(came(flat, number), who=flat.bob)
    assert stands(flat, number) == ("received", ["seen"])
    row = flat.row(number)
    assert (row.received_on, row.proof) == (DAY, "bank_match 2")
    assert told(flat, number) == [
        "settlement_announced", "settlement_sent", "settlement_received",
    ]  # fmt: skip
    with flat.house.session() as session:
        alice, bob = (one.net.minor for one in standing(session, flat.alice))
    assert (alice, bob) == (45_00, -45_00)
    again = told(flat, number)
    flat.bring(came(flat, number), who=flat.bob)
    match_again(flat.house.wiring)
    assert told(flat, number) == again


def test_money_that_came_proves_the_order_too(flat: Settling) -> None:
    number = flat.owe()
    flat.pay(number)
    flat.bring(came(flat, number), who=flat.bob)
    assert stands(flat, number) == ("received", ["seen"])


def test_a_word_is_no_statement(flat: Settling) -> None:
    said, shown = flat.owe(), flat.owe("20.00")
    for number in (said, shown):
        flat.pay(number)
    with flat.house.session() as session, session.begin():
        received(session, flat.bob, said, DAY)
    flat.bring(came(flat, shown, "20.00"), who=flat.bob)
    orders = (flat.orders(said)[0].id, flat.orders(shown)[0].id)
    lines = [told(flat, order, "payment")[-1] for order in orders]
    assert lines == ["order_arrived", "order_seen"]


def test_a_statement_settles_what_was_never_ordered(flat: Settling) -> None:
    number = flat.owe(back=True)
    flat.bring(Line("45.00", f"VIR DE BOB {flat.row(number).reference}", DAY))
    assert stands(flat, number) == ("received", [])


def test_a_match_taken_apart_takes_the_proof_back(flat: Settling) -> None:
    number = flat.owe()
    flat.pay(number)
    flat.bring(left(flat, number))
    flat.bring(came(flat, number), who=flat.bob)
    unmatch(flat.house.wiring, 2, flat.bob.member_id)
    assert stands(flat, number) == ("sent", ["seen"])
    unmatch(flat.house.wiring, 1)
    assert stands(flat, number) == ("announced", ["handed_over"])
    confirm(flat.house.wiring, 2, flat.bob.member_id)
    assert stands(flat, number) == ("received", ["seen"])
    assert told(flat, number)[-3:] == [
        "settlement_reopened", "settlement_reopened", "settlement_received",
    ]  # fmt: skip


def test_the_receiver_s_word_outlives_a_match_taken_apart(flat: Settling) -> None:
    number = flat.owe()
    flat.pay(number)
    flat.bring(left(flat, number))
    with flat.house.session() as session, session.begin():
        received(session, flat.bob, number, DAY)
    unmatch(flat.house.wiring, 1)
    assert stands(flat, number) == ("received", ["seen"])


def test_money_that_came_back_is_owed_again(flat: Settling) -> None:
    number = flat.owe()
    flat.pay(number)
    flat.bring(left(flat, number))
    key = flat.row(number).key.upper()
    flat.bring(
        left(flat, number), Line("45.00", f"REJET VIREMENT {key} {flat.row(number).reference}", DAY)
    )
    assert stands(flat, number) == ("announced", ["refused"])
    again = flat.pay(number)
    assert again.order.key != flat.row(number).key
    assert flat.steps(number) == ["refused", "handed_over"]


def test_a_part_is_asked_about_and_settles_nothing(flat: Settling) -> None:
    number = flat.owe()
    flat.bring(came(flat, number, "20.00"), who=flat.bob)
    found = report(flat.house.wiring, None, DAY, flat.bob.member_id)
    assert [row["bills"][0]["settlement"] for row in found["suggested"]] == [number]
    assert stands(flat, number) == ("announced", [])


def test_nobody_sees_or_decides_on_another_s_statement(flat: Settling) -> None:
    number = flat.owe()
    flat.bring(left(flat, number), Line("-9.99", "CB LIBRAIRIE", DAY))
    mine = report(flat.house.wiring, None, DAY)
    assert (len(mine["matched"]), len(mine["unknown"])) == (1, 1)
    for other in (flat.bob, flat.dora):
        theirs = report(flat.house.wiring, None, DAY, other.member_id)
        assert (theirs["matched"], theirs["suggested"], theirs["unknown"]) == ([], [], [])
        with pytest.raises(MatchUnknown):
            unmatch(flat.house.wiring, 1, other.member_id)
    assert stands(flat, number) == ("sent", [])
    with flat.house.session() as session:
        asked = select(func.count()).where(JournalLine.what == "match_undone")
        assert session.scalar(asked) == 0
