"""Whatever is dropped or repeated: one page and at most one charge for each order."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors.problem import Problem
from models.errors.providers import AnswerDiffers, ProviderAway, ProviderKeyRefused
from models.money import Money
from models.order import Pending, Refused, Settled, Unknown
from pay.rail import Attempt
from pay.rails.stripe.checkout import StripeCheckout
from tests.pay.orders import MONDAY_MORNING, handover
from tests.pay.stripe.shop import (
    LIVE_KEY,
    RESTRICTED_KEY,
    WEBHOOK_SECRET,
    Collector,
    rail_at,
    share,
)
from tests.stripe_fake import StripeFake, stripe_fake
from tests.stripe_fake.people import PageClosed
from tests.stripe_fake.server import Fault

HAVING_EFFECT: tuple[Fault, ...] = ("lost", "late", "broken", "garbage", "huge", "drip")
WITHOUT_EFFECT: tuple[Fault, ...] = ("unread", "elsewhere")


@pytest.mark.parametrize("fault", [*HAVING_EFFECT, *WITHOUT_EFFECT])
def test_no_answer_is_unknown_and_is_sent_once(
    fake: StripeFake, hasty: Collector, fault: Fault
) -> None:
    fake.faults["POST"].append(fault)
    assert hasty.submit().outcome == Unknown(MONDAY_MORNING)
    assert [call.method for call in fake.calls] == ["POST"]


@pytest.mark.parametrize("fault", HAVING_EFFECT)
def test_a_page_whose_answer_was_lost_is_found_by_the_orders_key(
    fake: StripeFake, hasty: Collector, fault: Fault
) -> None:
    fake.faults["POST"].append(fault)
    hasty.submit()
    assert hasty.look_up().outcome == Pending(MONDAY_MORNING, "payer")
    assert [call.method for call in fake.calls] == ["POST", "GET", "GET"]
    fake.people.pay_by_card(hasty.page)
    assert isinstance(hasty.look_up().outcome, Settled)


@pytest.mark.parametrize("fault", [*HAVING_EFFECT, *WITHOUT_EFFECT])
def test_submitting_again_makes_no_second_page(
    fake: StripeFake, hasty: Collector, fault: Fault
) -> None:
    fake.faults["POST"].append(fault)
    hasty.submit()
    hasty.now += timedelta(hours=2)
    assert isinstance(hasty.submit().outcome, Pending)
    assert len(fake.books.sessions) == 1


@pytest.mark.parametrize("fault", ["lost", "busy", "broken"])
def test_a_replay_that_cannot_be_checked_stays_unknown(
    fake: StripeFake, one: Collector, fault: Fault
) -> None:
    fake.faults["POST"].append("lost")
    one.submit()
    fake.faults["GET"].append(fault)
    assert one.submit().outcome == Unknown(MONDAY_MORNING)
    assert one.page in fake.books.sessions


@pytest.mark.parametrize("body", [b"[]", b'{"object": "list", "data": 7}', b'"x"', b"[" * 9_000])
def test_an_answer_of_another_shape_counts_for_nothing(
    fake: StripeFake, one: Collector, body: bytes
) -> None:
    fake.odd = body
    fake.faults["POST"].append("odd")
    with suppress(AnswerDiffers):
        assert isinstance(one.submit().outcome, Unknown)
    fake.faults["GET"].append("odd")
    with pytest.raises((AnswerDiffers, ProviderAway)):
        one.look_up()
    assert isinstance(one.look_up().outcome, Pending)


def test_a_key_renewed_in_between_makes_no_second_page(fake: StripeFake, one: Collector) -> None:
    fake.faults["POST"].append("lost")
    one.submit()
    with rail_at(fake, key=RESTRICTED_KEY[:-4] + "New2") as renewed:
        one.rail = renewed
        one.now += timedelta(minutes=5)
        assert isinstance(one.submit().outcome, Pending)
    assert len(fake.books.sessions) == 1


def test_a_replayed_answer_is_not_taken_for_the_present(fake: StripeFake, one: Collector) -> None:
    fake.faults["POST"].append("lost")
    one.submit()
    (page,) = fake.books.sessions
    fake.people.pay_by_card(page)
    assert isinstance(one.submit().outcome, Settled)


def test_after_a_day_nothing_is_sent_again(fake: StripeFake, one: Collector) -> None:
    fake.faults["POST"].append("lost")
    one.submit()
    fake.forget_keys()
    one.now += timedelta(hours=24)
    fake.books.advance(86_400)
    assert one.submit().outcome == Refused(MONDAY_MORNING + timedelta(days=1), "expired")
    assert len(fake.books.sessions) == 1


def test_after_a_day_not_even_what_never_arrived_is_sent_again(
    fake: StripeFake, one: Collector
) -> None:
    fake.faults["POST"].append("unread")
    one.submit()
    one.now += timedelta(hours=24)
    assert one.submit().outcome == Unknown(MONDAY_MORNING)
    assert [call.method for call in fake.calls] == ["POST", "GET"]


def test_what_never_arrived_is_unknown_for_a_day_and_then_never_made(
    fake: StripeFake, one: Collector
) -> None:
    fake.faults["POST"].append("unread")
    one.submit()
    one.now += timedelta(hours=24)
    assert one.look_up().outcome == Unknown(MONDAY_MORNING)
    one.now += timedelta(hours=1)
    never = Refused(MONDAY_MORNING + timedelta(hours=25), "never_made")
    assert one.look_up().outcome == one.look_up().outcome == never


def test_the_page_is_found_among_many_others(fake: StripeFake, rail: StripeCheckout) -> None:
    mine = Collector(rail)
    fake.faults["POST"].append("lost")
    mine.submit()
    for number in range(130):
        Collector(rail, share(key=f"other{number:08d}")).submit()
    assert mine.look_up().provider_id == next(iter(fake.books.sessions))


def test_two_pages_for_one_order_are_for_a_person_to_look_at(
    fake: StripeFake, one: Collector
) -> None:
    one.submit()
    twin = dict(fake.books.sessions[one.page], id="cs_test_twin")
    fake.books.sessions["cs_test_twin"] = twin
    one.attempt = Attempt(MONDAY_MORNING)
    with pytest.raises(AnswerDiffers):
        one.look_up()


def test_the_same_key_with_other_content_is_looked_up(
    fake: StripeFake, one: Collector, rail: StripeCheckout
) -> None:
    first = one.submit()
    french = rail.submit(one.order, Attempt(MONDAY_MORNING), handover(lang="fr"))
    assert french == first
    dearer = share(amount=Money(99_00, "EUR"))
    with pytest.raises(AnswerDiffers):
        rail.submit(dearer, Attempt(MONDAY_MORNING), handover())
    assert len(fake.books.sessions) == 1


def test_thirty_at_once_make_one_page(fake: StripeFake, rail: StripeCheckout) -> None:
    fake.thinks = 0.1
    with ThreadPoolExecutor(30) as crowd:
        answers = list(crowd.map(lambda _: Collector(rail).submit(), range(30)))
    assert len(fake.books.sessions) == 1
    assert {type(answer.outcome) for answer in answers} <= {Pending, Unknown}
    assert {answer.provider_id for answer in answers} - {""} == set(fake.books.sessions)


@pytest.mark.parametrize("fault", ["lost", "late", "busy", "broken", "garbage", "huge", "drip"])
def test_a_look_up_that_fails_says_nothing_of_the_order(
    fake: StripeFake, hasty: Collector, fault: Fault
) -> None:
    hasty.submit()
    fake.faults["GET"].append(fault)
    with pytest.raises(ProviderAway) as away:
        hasty.look_up()
    assert not away.value.permanent
    assert isinstance(hasty.look_up().outcome, Pending)


def test_without_a_connection_nothing_was_sent(fake: StripeFake) -> None:
    with rail_at(fake, base="http://127.0.0.1:9") as rail, pytest.raises(ProviderAway):
        Collector(rail).submit()


def test_stripe_asking_to_wait_has_done_nothing(fake: StripeFake, one: Collector) -> None:
    fake.faults["POST"].append("busy")
    with pytest.raises(ProviderAway):
        one.submit()
    assert fake.books.sessions == {}


@pytest.mark.parametrize("kept", ["withdrawn", "without_rights"])
def test_a_key_that_stripe_refuses_is_named_as_the_cause(
    fake: StripeFake, one: Collector, kept: str
) -> None:
    getattr(fake, kept).add(RESTRICTED_KEY)
    with pytest.raises(ProviderKeyRefused) as refused:
        one.submit()
    for secret in (RESTRICTED_KEY, LIVE_KEY, WEBHOOK_SECRET):
        assert secret not in repr(refused.value)
        assert secret not in repr(refused.value.__cause__)


@pytest.mark.parametrize("fault", ["lost", "broken", "garbage"])
def test_a_withdrawal_without_an_answer_is_looked_up(
    fake: StripeFake, one: Collector, fault: Fault
) -> None:
    one.submit()
    fake.faults["POST"].append(fault)
    assert isinstance(one.withdraw().outcome, Refused)


_STEPS = st.lists(
    st.sampled_from(
        ("submit", "submit", "look_up", "withdraw", "pay", "debit", "settle", "return", "hours")
    ),
    min_size=4,
    max_size=14,
)
_FAULTS = st.lists(
    st.sampled_from(("fine", "fine", "lost", "unread", "broken", "garbage", "busy")), max_size=14
)


@given(steps=_STEPS, posts=_FAULTS, gets=_FAULTS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_one_charge_for_each_order_and_it_is_told(
    steps: list[str], posts: list[Fault], gets: list[Fault]
) -> None:
    with stripe_fake(MONDAY_MORNING) as fake, rail_at(fake) as rail:
        fake.faults["POST"].extend(posts)
        fake.faults["GET"].extend(gets)
        one = Collector(rail)
        for step in steps:
            _take(fake, one, step)
        assert len(fake.books.sessions) <= 1
        assert len(fake.charges_of(one.order.key)) <= 1
        fake.faults.clear()
        last = one.look_up().outcome
        assert isinstance(last, Settled) == bool(fake.charges_of(one.order.key))
        assert one.look_up() == one.look_up()


def _take(fake: StripeFake, one: Collector, step: str) -> None:
    page = next(iter(fake.books.sessions), "")
    match step:
        case "submit" | "look_up" | "withdraw":
            with suppress(ProviderAway):
                getattr(one, step)()
        case "hours":
            one.now += timedelta(hours=9)
            fake.books.advance(9 * 3600)
            if fake.books.now - MONDAY_MORNING.timestamp() > 24 * 3600:
                fake.forget_keys()
        case "pay" | "debit" if page:
            with suppress(PageClosed):
                (fake.people.pay_by_card if step == "pay" else fake.people.pay_by_debit)(page)
        case "settle" | "return" if page:
            with suppress(AssertionError, KeyError):
                fake.people.settle_debit(page, paid=step == "settle")


def test_problems_tell_no_secret(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.books.sessions[one.page]["amount_total"] = 1
    with pytest.raises(Problem) as told:
        one.look_up()
    assert RESTRICTED_KEY not in repr(told.value) + str(told.value)
    assert RESTRICTED_KEY not in repr(one.rail) + repr(replace(one.order))
