"""A share becomes a page, is paid, counts once, and goes back; what the accounts say follows Stripe."""

import pytest

from flow.collect.notice import take_notice
from flow.household.settling import announce, received, withdraw
from flow.order_draft import Wish
from flow.settlement_look import look_at_settlement
from flow.settlement_order import drawn_for
from models.errors import NoticeForged, ProviderAway, RightMissing
from models.errors_collect import (
    CollectionOver,
    NotCollected,
    NothingToGiveBack,
    NotOwed,
    PageStands,
)
from models.money import Money
from models.order import Step
from models.tables import CollectionState, GiveBackState
from pay.transfers import Transfer
from tests.flow.collect.foyer import Foyer, Stopped, stopped_at
from tests.flow.household.flat import TODAY


def test_a_share_is_collected_from_the_link_to_the_accounts(each: Foyer) -> None:
    bill = each.bill("90.00")
    page = each.collect(bill)
    assert (page.state, str(page.amount), page.live) == (CollectionState.OPEN, "45.00", True)
    assert page.link.startswith("https://checkout.stripe.com/")
    assert each.settlements() == [("Bob", "45.00", "announced")]
    assert each.owed() == "45.00"

    each.fake.people.pay_by_card(each.page(page.id))
    each.check()

    paid = each.told(page.id)
    assert (paid.state, str(paid.counted), paid.link) == (CollectionState.PAID, "45.00", "")
    assert each.settlements() == [("Bob", "45.00", "received")]
    assert each.owed() == "0.00"
    assert each.flat.lines(f"collection {page.id}") == [
        "collection_begun", "collection_open", "collection_paid",
    ]  # fmt: skip


def test_asking_again_gives_the_same_page(live: Foyer) -> None:
    bill = live.bill()
    first, again = live.collect(bill), live.collect(bill)
    assert (first.id, first.link) == (again.id, again.link)
    assert len(live.fake.books.sessions) == 1


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


def test_strong_authentication_stays_pending_until_the_payer_answers(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.ask_3ds(live.page(page.id))
    live.check()
    assert live.told(page.id).state is CollectionState.OPEN
    live.fake.people.answer_3ds(live.page(page.id), passed=False)
    live.check()
    assert live.told(page.id).state is CollectionState.OPEN
    live.fake.people.ask_3ds(live.page(page.id))
    live.fake.people.answer_3ds(live.page(page.id), passed=True)
    live.check()
    assert live.told(page.id).state is CollectionState.PAID


@pytest.mark.parametrize(
    ("honoured", "state", "owed", "settled"),
    [(True, CollectionState.PAID, "0.00", "received"), (False, CollectionState.ENDED, "45.00", "withdrawn")],
)  # fmt: skip
def test_a_debit_counts_days_later_or_never(
    live: Foyer, *, honoured: bool, state: CollectionState, owed: str, settled: str
) -> None:
    page = live.collect(live.bill())
    name = live.page(page.id)
    live.fake.people.pay_by_debit(name)
    live.check()
    assert live.told(page.id).state is CollectionState.SETTLING
    assert live.settlements() == [("Bob", "45.00", "sent")]
    live.later(days=4)
    live.check()
    assert live.told(page.id).state is CollectionState.SETTLING
    live.fake.people.settle_debit(name, paid=honoured)
    live.check()
    assert live.told(page.id).state is state
    assert live.settlements() == [("Bob", "45.00", settled)]
    assert live.owed() == owed


def test_a_page_that_nobody_paid_ends_and_the_debt_stands(live: Foyer) -> None:
    bill = live.bill()
    page = live.collect(bill)
    live.later(hours=25)
    live.check()
    ended = live.told(page.id)
    assert (ended.state, ended.refusal) == (CollectionState.ENDED, "expired")
    assert live.settlements() == [("Bob", "45.00", "withdrawn")]
    again = live.collect(bill)
    assert (again.id != page.id, again.state) == (True, CollectionState.OPEN)


def test_a_refund_takes_it_back_on_its_own_day(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert live.give_back(page.id, "20.00") is GiveBackState.DONE
    assert live.settlements() == [("Bob", "45.00", "received"), ("Alice", "20.00", "received")]
    assert live.owed() == "20.00"
    with pytest.raises(NothingToGiveBack):
        live.give_back(page.id, "25.01")
    assert live.give_back(page.id) is GiveBackState.DONE
    assert live.told(page.id).state is CollectionState.RETURNED
    assert live.owed() == "45.00"
    with pytest.raises(CollectionOver):
        live.give_back(page.id)


def test_a_refund_made_at_stripe_itself_is_found_by_asking(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    (intent,) = live.fake.books.intents
    refund = live.fake.books.refund({"payment_intent": intent, "amount": 1000})
    live.check()
    assert (str(live.told(page.id).returned), live.owed()) == ("10.00", "10.00")
    live.later(days=3)
    live.fake.people.fail_refund(refund)
    live.check()
    assert (str(live.told(page.id).counted), live.owed()) == ("45.00", "0.00")


@pytest.mark.parametrize(("end", "owed"), [("won", "0.00"), ("lost", "45.00")])
def test_a_dispute_opens_the_debt_until_it_is_won(live: Foyer, end: str, owed: str) -> None:
    bill = live.bill()
    page = live.collect(bill)
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    dispute = live.fake.people.dispute(live.page(page.id))
    live.later(days=40)
    live.check()
    assert (live.told(page.id).state, live.owed()) == (CollectionState.DISPUTED, "45.00")
    with pytest.raises(PageStands):
        live.collect(bill)
    live.fake.people.close_dispute(dispute, end)
    live.check()
    assert live.owed() == owed


def test_a_page_is_called_off_and_pays_no_more(live: Foyer) -> None:
    bill = live.bill()
    page = live.collect(bill)
    ended = live.call_off(page.id)
    assert (ended.state, ended.link) == (CollectionState.ENDED, "")
    assert live.settlements() == [("Bob", "45.00", "withdrawn")]
    with pytest.raises(CollectionOver):
        live.call_off(page.id)


def test_calling_off_comes_too_late_for_what_is_paid(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    assert live.call_off(page.id).state is CollectionState.PAID
    assert live.owed() == "0.00"


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


def test_all_that_is_owed_is_collected_at_once(live: Foyer) -> None:
    live.bill("90.00")
    live.bill("10.01")
    page = live.collect()
    assert str(page.amount) in {"50.00", "50.01"}
    assert live.collect().id == page.id
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert live.owed() == "0.00"
    with pytest.raises(NotOwed):
        live.collect()


def test_a_share_that_was_settled_otherwise_is_not_collected(live: Foyer) -> None:
    first, second = live.bill(), live.bill()
    live.collect(first)
    live.collect(second)
    third = live.bill()
    live.collect(by=live.flat.bob)
    with pytest.raises(NotOwed):
        live.collect(third)


def test_only_what_the_payee_advanced_is_collected(live: Foyer) -> None:
    with pytest.raises(NotCollected, match="did not advance"):
        live.collect(live.bill("90.00", "Dora"))
    with pytest.raises(RightMissing):
        live.collect(live.bill(), by=live.flat.vera)


def test_a_test_key_moves_nothing_in_the_accounts(trying: Foyer) -> None:
    page = trying.collect(trying.bill())
    trying.fake.people.pay_by_card(trying.page(page.id))
    trying.check()
    told = trying.told(page.id)
    assert (told.state, told.live, str(told.counted)) == (CollectionState.PAID, False, "0.00")
    assert (trying.settlements(), trying.owed()) == ([], "45.00")


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


def test_a_refund_that_was_cut_off_is_not_made_twice(live: Foyer) -> None:
    page = live.collect(live.bill())
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    for point in ("give_back_begun", "give_back_called", "give_back_recorded", "give_back_looked"):
        before = len(live.fake.books.refunds)
        with stopped_at(point), pytest.raises(Stopped):
            live.give_back(page.id, "5.00")
        live.later(minutes=2)
        assert live.give_back(page.id, "5.00") is GiveBackState.DONE
        assert len(live.fake.books.refunds) == before + 1
    assert (str(live.told(page.id).returned), live.owed()) == ("20.00", "20.00")
