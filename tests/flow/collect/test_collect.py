"""A share becomes a page, is paid, counts once, and goes back; what the accounts say follows Stripe."""

import pytest

from flow.household.back_ways import BackStep
from flow.household.pay_back import announce_back, pay_back
from models.errors.collect import CollectionOver, NotCollected, NotOwed, ShareSettled
from models.errors.household import RightMissing
from models.tables import CollectionState, GiveBackState
from tests.flow.collect.foyer import Foyer


def asked(foyer: Foyer, bill: int) -> list[tuple[BackStep, str]]:
    """What Bob's own page of a bill asks for."""
    with foyer.flat.session() as session:
        ways = pay_back(session, foyer.flat.bob, bill, "en", foyer.now).ways
    return [(way.step, str(way.amount)) for way in ways]


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


def test_a_share_that_was_collected_is_not_asked_for_again_beside_another_bill(live: Foyer) -> None:
    first, second = live.bill("90.00"), live.bill("90.00")
    page = live.collect(first)
    assert asked(live, first) == [(BackStep.CARD, "45.00")]
    assert asked(live, second) == [(BackStep.TO_ANNOUNCE, "45.00")]
    live.fake.people.pay_by_card(live.page(page.id))
    live.check()
    assert asked(live, first) == [(BackStep.PAID_BACK, "45.00")]
    with pytest.raises(ShareSettled):
        live.collect(first)
    assert live.give_back(page.id, "20.00") is GiveBackState.DONE
    assert asked(live, first) == [(BackStep.TO_ANNOUNCE, "20.00")]
    assert live.give_back(page.id) is GiveBackState.DONE
    assert asked(live, first) == [(BackStep.TO_ANNOUNCE, "45.00")]
    assert asked(live, second) == [(BackStep.TO_ANNOUNCE, "45.00")]
    assert live.collect(first).state is CollectionState.OPEN


def test_a_share_whose_transfer_is_prepared_is_not_collected_beside_it(live: Foyer) -> None:
    first, second = live.bill("90.00"), live.bill("90.00")
    with live.flat.session() as session:
        announce_back(session, live.flat.bob, first, live.flat.alice.member_id)
    with pytest.raises(ShareSettled):
        live.collect(first)
    assert live.collect(second).state is CollectionState.OPEN


def test_a_page_that_ended_brings_the_share_back(live: Foyer) -> None:
    first, _ = live.bill("90.00"), live.bill("90.00")
    live.call_off(live.collect(first).id)
    assert asked(live, first) == [(BackStep.TO_ANNOUNCE, "45.00")]


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
