"""A webhook twice, late, forged or in the wrong order changes nothing: it only says where to look."""

import itertools
import time
import traceback
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors.providers import AnswerDiffers, NoticeForged
from models.order import Pending, Refused, Settled
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.notice import PAGES, PAYMENTS, hear, notices_since, whose
from tests.pay.orders import MONDAY_MORNING
from tests.pay.stripe.shop import WEBHOOK_SECRET, Collector, account, share
from tests.stripe_fake import StripeFake
from tests.stripe_fake.books import Thing


@pytest.fixture
def told(fake: StripeFake, rail: StripeCheckout, one: Collector) -> list[Thing]:
    """The events of a share that is debited, paid, disputed and won."""
    one.submit()
    fake.people.pay_by_debit(one.page)
    fake.people.settle_debit(one.page, paid=True)
    fake.people.close_dispute(fake.people.dispute(one.page), "won")
    return list(fake.books.events)


def test_every_event_leads_to_its_order(
    fake: StripeFake, rail: StripeCheckout, one: Collector, told: list[Thing]
) -> None:
    heard = [hear(rail, *fake.signed(event, WEBHOOK_SECRET)) for event in told]
    assert [notice.kind for notice in heard if notice] == [event["type"] for event in told]
    assert {whose(rail, notice) for notice in heard if notice} == {one.order.key}


def test_any_order_and_any_number_of_times_end_the_same(
    fake: StripeFake, rail: StripeCheckout, one: Collector, told: list[Thing]
) -> None:
    truth = one.look_up()
    assert isinstance(truth.outcome, Settled)
    for shuffled in itertools.permutations(told):
        for event in (*shuffled, shuffled[0]):
            notice = hear(rail, *fake.signed(event, WEBHOOK_SECRET))
            assert notice is not None
        assert one.look_up() == truth


def test_the_same_is_learned_by_asking(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing]
) -> None:
    asked = notices_since(rail, MONDAY_MORNING)
    assert asked == tuple(hear(rail, *fake.signed(event, WEBHOOK_SECRET)) for event in told)
    assert notices_since(rail, MONDAY_MORNING + timedelta(seconds=1)) == ()


def test_a_complete_page_is_not_a_paid_one(
    fake: StripeFake, rail: StripeCheckout, one: Collector
) -> None:
    one.submit()
    fake.people.pay_by_debit(one.page)
    notice = hear(rail, *fake.signed(fake.books.events[-1], WEBHOOK_SECRET))
    assert notice is not None
    assert notice.kind == "checkout.session.completed"
    assert one.look_up().outcome == Pending(MONDAY_MORNING, "settlement")


def test_an_old_notice_does_not_undo_a_refusal(
    fake: StripeFake, rail: StripeCheckout, one: Collector
) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)
    completed = fake.books.events[-1]
    fake.people.close_dispute(fake.people.dispute(one.page), "lost")
    hear(rail, *fake.signed(completed, WEBHOOK_SECRET))
    assert isinstance(one.look_up().outcome, Refused)


Tamper = Callable[[bytes, str], tuple[bytes, str]]
TAMPERED: dict[str, Tamper] = {
    "another amount": lambda body, header: (body.replace(b"8420", b"1"), header),
    "a blank more": lambda body, header: (body + b" ", header),
    "no signature": lambda body, _: (body, ""),
    "another signature": lambda body, header: (body, header[:-4] + "beef"),
    "letters that are none": lambda body, header: (body, header[:-4] + "éééé"),
    "a scheme that is none": lambda body, header: (body, header.replace("v1=", "v0=")),
    "a moment that is none": lambda body, header: (body, header.replace("t=", "t=x")),
    "not UTF-8": lambda _, header: (b"\xff\xfe", header),
    "too long": lambda body, header: (body + b" " * 1_000_000, header),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_a_forged_notice_is_thrown_away(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing], how: str
) -> None:
    with pytest.raises(NoticeForged) as forged:
        hear(rail, *TAMPERED[how](*fake.signed(told[0], WEBHOOK_SECRET)))
    told_in_log = "".join(traceback.format_exception(forged.value))
    assert "8420" not in told_in_log
    assert len(told_in_log) < 5_000


@pytest.mark.parametrize("secret", ["whsec_other", " "])
def test_another_secret_signs_nothing(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing], secret: str
) -> None:
    with pytest.raises(NoticeForged):
        hear(rail, *fake.signed(told[0], secret))


def test_an_old_signature_is_refused(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing]
) -> None:
    with pytest.raises(NoticeForged):
        hear(rail, *fake.signed(told[0], WEBHOOK_SECRET, at=int(time.time()) - 301))


def test_what_is_too_long_is_not_even_read(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing]
) -> None:
    with pytest.raises(NoticeForged):
        hear(rail, *fake.signed(told[0] | {"pad": "x" * 1_000_000}, WEBHOOK_SECRET))


def test_without_a_webhook_secret_nothing_is_believed(fake: StripeFake) -> None:
    event = {"id": "evt_1", "object": "event", "type": PAGES[0]}
    with (
        StripeCheckout(account(base=fake.base, webhook_secret="")) as rail,
        pytest.raises(NoticeForged),
    ):
        hear(rail, *fake.signed(event, ""))


@given(body=st.binary(max_size=200), header=st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_break_the_door(rail: StripeCheckout, body: bytes, header: str) -> None:
    with pytest.raises(NoticeForged):
        hear(rail, body, header)


def test_kinds_that_concern_no_order_are_left(fake: StripeFake, rail: StripeCheckout) -> None:
    event = {"id": "evt_1", "object": "event", "type": "payout.paid"}
    assert hear(rail, *fake.signed(event, WEBHOOK_SECRET)) is None


@pytest.mark.parametrize(
    "change", [{"livemode": True}, {"created": -1}, {"id": "../x"}, {"data": {}}, {"data": None}]
)
def test_an_event_of_another_mode_or_shape_counts_for_nothing(
    fake: StripeFake, rail: StripeCheckout, told: list[Thing], change: Thing
) -> None:
    with pytest.raises(AnswerDiffers):
        hear(rail, *fake.signed(told[0] | change, WEBHOOK_SECRET))


def test_payments_of_others_at_the_same_account_are_nobodys(
    fake: StripeFake, rail: StripeCheckout
) -> None:
    shop = Collector(rail, share(key="soldelsewhere1"))
    shop.submit()
    fake.books._intent_data[shop.page] = {}
    fake.people.pay_by_card(shop.page)
    fake.people.dispute(shop.page)
    notice = hear(rail, *fake.signed(fake.books.events[-1], WEBHOOK_SECRET))
    assert notice is not None
    assert whose(rail, notice) == ""


def test_stripe_sends_at_most_twenty_kinds_to_ask_for() -> None:
    assert len({*PAGES, *PAYMENTS}) == len(PAGES) + len(PAYMENTS) <= 20
