"""Lost answers, notifications, and other ways of paying: nothing is counted twice or forgotten."""

import pytest

from flow.collect.notice import take_notice
from flow.household.announcing import announce
from flow.household.settling import received, withdraw
from flow.order_draft import Wish
from flow.settlement_look import look_at_settlement
from flow.settlement_order import drawn_for
from models.errors.collect import NotOwed, PageStands
from models.errors.providers import NoticeForged, ProviderAway
from models.money import Money
from models.order import Step
from models.tables import CollectionState
from pay.transfers import Transfer
from tests.flow.collect.foyer import Foyer
from tests.flow.household.flat import TODAY


def test_poll_and_webhook_count_once_whichever_comes_first(each: Foyer) -> None:
    each.webhook()
    for first_hears in (True, False):
        page = each.collect(each.bill())
        each.fake.people.pay_by_card(each.page(page.id))
        event = each.fake.books.events[-1]
        if first_hears:
            each.hear(event)
        each.check()
        each.hear(event)
        each.check()
        assert each.told(page.id).state is CollectionState.PAID
    assert each.settlements() == [("Bob", "45.00", "received")] * 2
    assert each.owed() == "0.00"


def test_money_that_comes_for_a_withdrawn_settlement_counts(live: Foyer) -> None:
    page = live.collect(live.bill())
    with live.flat.session() as session:
        withdraw(session, live.flat.bob, 1)
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert live.settlements() == [("Bob", "45.00", "withdrawn"), ("Bob", "45.00", "received")]
    assert live.owed() == "0.00"


def test_what_the_payee_said_came_before_is_the_same_money(live: Foyer) -> None:
    page = live.collect(live.bill())
    with live.flat.session() as session:
        received(session, live.flat.alice, 1, TODAY)
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert (live.settlements(), live.owed()) == ([("Bob", "45.00", "received")], "0.00")
    live.give_back(page.id, "5.00")
    assert live.owed() == "5.00"


def test_when_stripe_cannot_be_reached_nothing_is_left_behind(live: Foyer) -> None:
    bill = live.bill()
    live.fake.faults["POST"].append("busy")
    with pytest.raises(ProviderAway):
        live.collect(bill)
    assert live.settlements() == [("Bob", "45.00", "withdrawn")]
    assert live.collect(bill).state is CollectionState.OPEN
    assert len(live.fake.books.sessions) == 1


@pytest.mark.parametrize("fault", ["lost", "garbage", "broken"])
def test_a_lost_answer_is_looked_up_and_makes_no_second_page(live: Foyer, fault: str) -> None:
    bill = live.bill()
    live.fake.faults["POST"].append(fault)  # type: ignore[arg-type]
    page = live.collect(bill)
    assert page.state is CollectionState.UNKNOWN
    live.later(minutes=5)
    live.check()
    assert live.told(page.id).state is CollectionState.OPEN
    assert live.collect(bill).id == page.id
    assert len(live.fake.books.sessions) == 1


def test_a_page_that_was_never_made_ends_after_a_day(live: Foyer) -> None:
    bill = live.bill()
    live.fake.faults["POST"].append("unread")
    page = live.collect(bill)
    live.later(hours=2)
    live.check()
    assert live.told(page.id).state is CollectionState.UNKNOWN
    live.later(hours=24)
    live.check()
    assert live.told(page.id).refusal == "never_made"
    assert live.settlements() == [("Bob", "45.00", "withdrawn")]


def test_a_notification_is_a_reason_to_look_and_no_more(live: Foyer) -> None:
    live.webhook()
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    event = live.fake.books.events[-1]
    for forged in ({"secret": "whsec_" + "another"}, {"at": 1_700_000_000}):
        with pytest.raises(NoticeForged):
            live.hear(event, **forged)
    for body, header in ((b"{}", ""), (b"\xff", "t=1,v1=0"), (b"x" * 2_000_000, "t=1,v1=0")):
        with pytest.raises(NoticeForged):
            take_notice(live.wiring, body, header, live.now)
    assert live.told(page.id).state is CollectionState.OPEN
    assert live.hear(event) == page.id
    asked = len(live.fake.calls)
    assert live.hear(event) is None
    assert len(live.fake.calls) == asked
    assert live.told(page.id).state is CollectionState.PAID


def test_what_is_collected_by_card_is_not_paid_by_transfer_meanwhile(live: Foyer) -> None:
    page = live.collect(live.bill())
    with pytest.raises(PageStands):
        look_at_settlement(live.wiring, 1, live.flat.bob.member_id, Wish(), live.now)
    live.later(hours=25)
    live.check()
    assert live.told(page.id).state is CollectionState.ENDED


def test_what_was_handed_over_to_a_bank_is_not_collected_too(live: Foyer) -> None:
    live.bill()
    with live.flat.session() as session:
        transfer = Transfer(live.flat.bob.person, live.flat.alice.person, Money(4500, "EUR"))
        (row,) = announce(session, live.flat.bob, [transfer])
        order = drawn_for(session, row, Wish(), live.now)
        order.step, order.open_slot, order.rail = Step.HANDED_OVER, None, "by-hand"
    with pytest.raises(NotOwed):
        live.collect()
