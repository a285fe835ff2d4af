"""What is announced asks for no more than is owed, also after its bill is shared otherwise."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import select

from flow.household.announcing import announce, announce_proposed
from flow.household.balances import proposed
from flow.household.consent import approve, dispute
from flow.household.lowered import not_owed, too_much
from flow.household.rights import Actor
from flow.household.settling import received, sent
from flow.settlement_order import said_sent
from models.money import Money
from models.tables import Settlement
from pay.shares.rule import ByWeights, Equally, Weight
from pay.transfers import Transfer
from tests.flow.household.flat import TODAY, Flat, people


def owing(flat: Flat) -> int:
    """Bob owes Alice 45.00 of a bill that she paid."""
    bill = flat.bill("90.00")
    flat.split(bill)
    flat.paid(bill, "Alice")
    return bill


def announced(flat: Flat, amount: str = "45.00") -> int:
    with flat.session() as session:
        one = Transfer(flat.bob.person, flat.alice.person, Money.of(amount, "EUR"))
        (row,) = announce(session, flat.bob, [one])
        return row.id


def in_thirds(flat: Flat, bill: int) -> None:
    flat.split(bill, Equally(people(flat.alice, flat.bob, flat.dora)))


def stands(flat: Flat) -> list[tuple[str, str]]:
    with flat.session() as session:
        rows = session.scalars(select(Settlement).order_by(Settlement.id))
        return [(str(row.amount), row.state.value) for row in rows]


def test_a_smaller_share_is_asked_for_and_the_rest_is_proposed_to_others(flat: Flat) -> None:
    bill = owing(flat)
    number = announced(flat)
    in_thirds(flat, bill)
    assert stands(flat) == [("30.00", "announced")]
    assert flat.lines(f"settlement {number}") == ["settlement_announced", "settlement_lowered"]
    with flat.session() as session:
        (left,) = proposed(session, flat.alice)
    assert (left.sender, left.receiver, str(left.amount)) == (
        flat.dora.person, flat.alice.person, "30.00",
    )  # fmt: skip


def test_where_nothing_is_owed_any_more_it_is_called_off(flat: Flat) -> None:
    bill = owing(flat)
    announced(flat)
    flat.paid(bill, "Bob")
    assert stands(flat) == [("45.00", "withdrawn")]


def test_what_was_announced_beyond_what_is_owed_stays_beyond_it(light: Flat) -> None:
    bill = owing(light)
    announced(light, "50.00")
    in_thirds(light, bill)
    assert stands(light) == [("35.00", "announced")]


def test_money_that_left_or_may_have_left_is_left_alone_and_told(light: Flat) -> None:
    bill = owing(light)
    with light.session() as session:
        sent(session, light.bob, announced(light), TODAY)
    in_thirds(light, bill)
    assert stands(light) == [("45.00", "sent")]
    other = light.bill("60.00")
    light.split(other)
    light.paid(other, "Alice")
    number = announced(light, "15.00")
    with light.session() as session:
        said_sent(session, session.get_one(Settlement, number), datetime.now(UTC))
    in_thirds(light, other)
    assert stands(light)[1] == ("15.00", "announced")
    with light.session() as session:
        assert list(too_much(session, light.alice.household_id).values()) == [10_00]


def test_a_disputed_share_lowers_nothing_until_it_is_cut_anew(light: Flat) -> None:
    bill = owing(light)
    announced(light)
    with light.session() as session:
        dispute(session, light.bob, bill, "I was away")
    assert stands(light) == [("45.00", "announced")]
    with light.session() as session:
        assert proposed(session, light.alice) == proposed(session, light.alice, direct=True) == ()
    in_thirds(light, bill)
    assert stands(light) == [("30.00", "announced")]


def test_what_is_lowered_leaves_nobody_to_send_it_back(light: Flat) -> None:
    """Dora owes Alice, Bob owes Dora, Alice owes Bob: Dora's settlement is lowered to all that she owes."""
    first, second, third = light.bill("120.00"), light.bill("20.00"), light.bill("40.00")
    light.split(first, Equally(people(light.alice, light.dora)))
    light.split(second, Equally(people(light.dora, light.bob)))
    light.split(third, Equally(people(light.bob, light.alice)))
    for bill, payer in ((first, "Alice"), (second, "Dora"), (third, "Bob")):
        light.paid(bill, payer)
    with light.session() as session:
        one = Transfer(light.dora.person, light.alice.person, Money.of("40.00", "EUR"))
        announce(session, light.dora, [one])
    light.split(
        first,
        ByWeights((Weight(light.alice.person, Decimal(3)), Weight(light.dora.person, Decimal(1)))),
    )
    assert stands(light) == [("20.00", "announced")]
    with light.session() as session:
        moves = [
            (one.sender, one.receiver, str(one.amount)) for one in proposed(session, light.alice)
        ]
    assert moves == [(light.alice.person, light.bob.person, "10.00")]


def test_a_share_that_was_paid_back_and_is_disputed_since_is_sent_back_to_nobody(
    light: Flat,
) -> None:
    bill = owing(light)
    number = announced(light)
    with light.session() as session:
        received(session, light.alice, number, TODAY)
        dispute(session, light.bob, bill, "I was away")
    with light.session() as session:
        assert proposed(session, light.alice) == proposed(session, light.alice, direct=True) == ()
        assert announce_proposed(session, light.alice) == []
    in_thirds(light, bill)
    with light.session() as session:
        approve(session, light.bob, bill)
    with light.session() as session:
        (dora,) = proposed(session, light.alice, direct=True)[1:]
    assert (dora.sender, str(dora.amount)) == (light.dora.person, "30.00")


def test_what_is_wished_beyond_what_is_owed_is_known_before_it_is_announced(flat: Flat) -> None:
    owing(flat)

    def over(sender: Actor, receiver: Actor, amount: str) -> str:
        with flat.session() as session:
            one = Transfer(sender.person, receiver.person, Money.of(amount, "EUR"))
            return str(not_owed(session, sender.household_id, one))

    assert over(flat.bob, flat.alice, "45.00") == "0.00"
    assert over(flat.bob, flat.alice, "99999") == "99954.00"
    assert over(flat.alice, flat.bob, "5.00") == "5.00"
    announced(flat, "40.00")
    assert over(flat.bob, flat.alice, "5.01") == "0.01"
