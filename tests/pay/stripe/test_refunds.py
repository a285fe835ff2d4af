"""Money goes back once for each refund, and never more than was paid."""

from datetime import timedelta

import pytest

from models.errors.orders import OrderInvalid
from models.errors.providers import AnswerDiffers, ProviderAway
from models.money import Money
from models.order import Outcome, Pending, Refused, Settled, Unknown
from pay.rail import Attempt
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.refund import GiveBack, give_back, look_up_refund
from tests.pay.orders import MONDAY_MORNING
from tests.pay.stripe.shop import Collector
from tests.stripe_fake import StripeFake
from tests.stripe_fake.server import Fault

TRIED = Attempt(MONDAY_MORNING)


@pytest.fixture
def paid(fake: StripeFake, one: Collector) -> Collector:
    one.submit()
    fake.people.pay_by_card(one.page)
    return one


def back(paid: Collector, minor: int = 84_20, key: str = "refund0001") -> GiveBack:
    return GiveBack(key, paid.order, paid.page, Money(minor, "EUR"))


def given(paid: Collector, refund: GiveBack, now: timedelta = timedelta()) -> Outcome:
    assert isinstance(paid.rail, StripeCheckout)
    return give_back(paid.rail, refund, TRIED, MONDAY_MORNING + now)


def seen(paid: Collector, refund: GiveBack, now: timedelta = timedelta()) -> Outcome:
    assert isinstance(paid.rail, StripeCheckout)
    return look_up_refund(paid.rail, refund, TRIED, MONDAY_MORNING + now)


def test_all_of_it_reopens_the_share(paid: Collector) -> None:
    assert isinstance(given(paid, back(paid)), Settled)
    answer = paid.look_up()
    assert answer.outcome == Refused(MONDAY_MORNING, "refunded")
    assert answer.returned == Money(84_20, "EUR")


def test_a_part_leaves_the_rest_paid(paid: Collector) -> None:
    given(paid, back(paid, 20_00))
    answer = paid.look_up()
    assert isinstance(answer.outcome, Settled)
    assert answer.returned == Money(20_00, "EUR")


def test_the_same_refund_twice_is_one(fake: StripeFake, paid: Collector) -> None:
    first = given(paid, back(paid, 20_00))
    assert given(paid, back(paid, 20_00)) == first == seen(paid, back(paid, 20_00))
    assert len(fake.books.refunds) == 1


@pytest.mark.parametrize("fault", ["lost", "broken", "garbage", "unread"])
def test_an_answer_lost_is_looked_up(fake: StripeFake, paid: Collector, fault: Fault) -> None:
    fake.faults["POST"].append(fault)
    assert given(paid, back(paid)) == Unknown(MONDAY_MORNING)
    expected = Unknown if fault == "unread" else Settled
    assert isinstance(seen(paid, back(paid)), expected)
    assert isinstance(given(paid, back(paid)), Settled)
    assert len(fake.books.refunds) == 1


def test_after_a_day_nothing_is_sent_again(fake: StripeFake, paid: Collector) -> None:
    fake.faults["POST"].append("lost")
    given(paid, back(paid, 20_00))
    fake.forget_keys()
    assert isinstance(given(paid, back(paid, 20_00), timedelta(hours=24)), Settled)
    assert len(fake.books.refunds) == 1


def test_what_never_arrived_was_never_made(fake: StripeFake, paid: Collector) -> None:
    fake.faults["POST"].append("unread")
    given(paid, back(paid))
    late = seen(paid, back(paid), timedelta(days=2))
    assert late == Refused(MONDAY_MORNING + timedelta(hours=25), "never_made")


def test_more_than_is_left_is_refused_in_stripes_words(paid: Collector) -> None:
    given(paid, back(paid))
    assert given(paid, back(paid, key="refund0002")) == Refused(
        MONDAY_MORNING, "charge_already_refunded"
    )
    assert given(paid, back(paid, 1_00, key="refund0003")) == Refused(
        MONDAY_MORNING, "charge_already_refunded"
    )


def test_a_refund_that_the_bank_does_not_take_leaves_the_share_paid(
    fake: StripeFake, paid: Collector
) -> None:
    given(paid, back(paid))
    (refund,) = fake.books.refunds.values()
    fake.people.fail_refund(refund)
    assert seen(paid, back(paid)) == Refused(MONDAY_MORNING, "expired_or_canceled_card")
    assert isinstance(paid.look_up().outcome, Settled)


def test_each_refund_is_known_by_its_own_key(fake: StripeFake, paid: Collector) -> None:
    first, second = back(paid, 20_00), back(paid, 10_00, key="refund0002")
    assert given(paid, first) != given(paid, second)
    assert paid.look_up().returned == Money(30_00, "EUR")
    assert seen(paid, first) == given(paid, first)
    fake.people.fail_refund(next(iter(fake.books.refunds.values())))
    assert isinstance(seen(paid, first), Refused)
    assert isinstance(seen(paid, second), Settled)
    assert paid.look_up().returned == Money(10_00, "EUR")


@pytest.mark.parametrize(
    ("status", "waits"), [("pending", "settlement"), ("requires_action", "payer")]
)
def test_a_refund_may_take_days(fake: StripeFake, paid: Collector, status: str, waits: str) -> None:
    given(paid, back(paid))
    (refund,) = fake.books.refunds.values()
    refund["status"] = status
    assert seen(paid, back(paid)) == Pending(MONDAY_MORNING, waits)


def test_what_was_not_paid_is_not_given_back(fake: StripeFake, one: Collector) -> None:
    one.submit()
    assert given(one, back(one)) == Refused(MONDAY_MORNING, "not_paid")
    fake.people.decline(one.page)
    refused = given(one, back(one))
    assert isinstance(refused, Refused)
    assert refused.code == "resource_missing"


@pytest.mark.parametrize(
    ("key", "amount"),
    [
        ("refund0001", Money(84_21, "EUR")),
        ("refund0001", Money(0, "EUR")),
        ("short", Money(1_00, "EUR")),
        ("9f8b2c4d1e6a4f70b3a5c9d8e7f60112", Money(1_00, "EUR")),
    ],
)
def test_a_refund_that_cannot_be_is_not_made(one: Collector, key: str, amount: Money) -> None:
    with pytest.raises(OrderInvalid):
        GiveBack(key, one.order, "cs_test_1", amount)


def test_a_refund_of_another_amount_counts_for_nothing(fake: StripeFake, paid: Collector) -> None:
    given(paid, back(paid, 20_00))
    (refund,) = fake.books.refunds.values()
    refund["amount"] = 1
    with pytest.raises(AnswerDiffers):
        seen(paid, back(paid, 20_00))


def test_stripe_away_says_nothing_of_a_refund(fake: StripeFake, paid: Collector) -> None:
    fake.faults["POST"].append("busy")
    with pytest.raises(ProviderAway):
        given(paid, back(paid))
    assert fake.books.refunds == {}
