"""A share on its way through Stripe: every answer is one of our four, and only Stripe says "paid"."""

from datetime import timedelta

import pytest

from models.errors.orders import RailRefused
from models.errors.providers import AnswerDiffers
from models.money import Money
from models.order import Pending, Refused, Settled
from models.reference import reference_of
from pay.rail import Attempt
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.outcome import moment
from tests.pay.orders import MONDAY_MORNING, handover, payee
from tests.pay.stripe.shop import Collector, rail_at, share
from tests.stripe_fake import StripeFake
from tests.stripe_fake.people import PageClosed


def test_a_share_becomes_a_page_and_the_page_a_payment(fake: StripeFake, one: Collector) -> None:
    answer = one.submit()
    assert answer.outcome == Pending(MONDAY_MORNING, "payer")
    assert answer.link == f"https://checkout.stripe.com/c/pay/{one.page}"
    charge = fake.people.pay_by_card(one.page)
    paid = one.look_up()
    assert paid.outcome == Settled(moment(charge["created"]), charge["id"])
    assert paid.link == ""
    assert (charge["amount"], charge["currency"]) == (8420, "eur")


def test_what_the_payer_is_shown(one: Collector, rail: StripeCheckout) -> None:
    answer = one.submit()
    shown = rail.show(one.order, answer, one.handover())
    assert shown.link == answer.link
    assert shown.next_step.told("en").startswith("Open checkout.stripe.com yourself")
    lines = {line.label.sentence: line.copied for line in shown.copy}
    assert (lines["Payee"], lines["Amount"]) == ("Foyer des Tilleuls", "84.20")
    assert [note.told("en") for note in shown.notes] == ["This is a test: no money moves."]


def test_nothing_but_the_share_is_told_to_stripe(fake: StripeFake, one: Collector) -> None:
    one.submit()
    (call,) = fake.calls
    for private in ("bill-7", "Alice", "FR76", "Martin", "F-2031".lower()):
        assert private not in call.form
    assert "F-2031" in call.form


@pytest.mark.parametrize(
    ("amount", "count"),
    [
        (Money(84_20, "EUR"), 8420),
        (Money(50, "EUR"), 50),
        (Money(500, "JPY"), 500),
        (Money(12_000, "XOF"), 12_000),
        (Money(12_340, "KWD"), 12_340),
        (Money(900, "ISK"), 90_000),
        (Money(1_500, "RSD"), 150_000),
    ],
    ids=str,
)
def test_the_amount_is_charged_as_it_was_approved(
    fake: StripeFake, rail: StripeCheckout, amount: Money, count: int
) -> None:
    one = Collector(rail, share(amount=amount))
    one.submit()
    charge = fake.people.pay_by_card(one.page)
    assert charge["amount"] == count
    assert isinstance(one.look_up().outcome, Settled)


def test_the_payer_is_offered_no_other_currency(fake: StripeFake, one: Collector) -> None:
    one.submit()
    assert "adaptive_pricing[enabled]=false" in fake.calls[0].form


def test_a_declined_card_leaves_the_page_open(fake: StripeFake, one: Collector) -> None:
    link = one.submit().link
    fake.people.decline(one.page)
    assert one.look_up().link == link
    assert one.look_up().outcome == Pending(MONDAY_MORNING, "payer")
    fake.people.pay_by_card(one.page)
    assert isinstance(one.look_up().outcome, Settled)


@pytest.mark.parametrize("passed", [True, False])
def test_the_payers_bank_may_ask_who_pays(
    fake: StripeFake, one: Collector, *, passed: bool
) -> None:
    one.submit()
    fake.people.ask_3ds(one.page)
    assert one.look_up().outcome == Pending(MONDAY_MORNING, "payer")
    fake.people.answer_3ds(one.page, passed=passed)
    assert isinstance(one.look_up().outcome, Settled if passed else Pending)
    assert len(fake.charges_of(one.order.key)) == passed


def test_a_debit_is_not_paid_when_the_page_is_complete(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.people.pay_by_debit(one.page)
    assert one.look_up().outcome == Pending(MONDAY_MORNING, "settlement")
    fake.books.advance(5 * 86_400)
    assert one.look_up().outcome == Pending(MONDAY_MORNING, "settlement")
    fake.people.settle_debit(one.page, paid=True)
    assert isinstance(one.look_up().outcome, Settled)


def test_a_debit_that_is_returned_is_refused(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.people.pay_by_debit(one.page)
    fake.people.settle_debit(one.page, paid=False)
    refused = one.look_up().outcome
    assert isinstance(refused, Refused)
    assert refused.code == "payment_method_customer_decline"


def test_a_page_that_nobody_used_expires(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.books.advance(86_400)
    answer = one.look_up()
    assert answer.outcome == Refused(MONDAY_MORNING + timedelta(days=1), "expired")
    assert answer.link == ""
    with pytest.raises(PageClosed):
        fake.people.pay_by_card(one.page)


def test_a_page_is_closed_when_it_was_paid_another_way(fake: StripeFake, one: Collector) -> None:
    one.submit()
    assert isinstance(one.withdraw().outcome, Refused)
    with pytest.raises(PageClosed):
        fake.people.pay_by_card(one.page)
    assert isinstance(one.withdraw().outcome, Refused)


def test_too_late_to_withdraw_is_told_as_paid(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)
    assert isinstance(one.withdraw().outcome, Settled)


@pytest.mark.parametrize(
    ("status", "expected"),
    [("needs_response", Pending), ("won", Settled), ("lost", Refused), ("warning_closed", Settled)],
)
def test_a_dispute_reopens_the_share_until_it_is_won(
    fake: StripeFake, one: Collector, status: str, expected: type
) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)
    dispute = fake.people.dispute(one.page)
    disputed = one.look_up().outcome
    assert isinstance(disputed, Pending)
    assert disputed.waits_for == "dispute"
    fake.people.close_dispute(dispute, status)
    assert isinstance(one.look_up().outcome, expected)


def test_a_dispute_lost_in_part_leaves_the_rest(fake: StripeFake, one: Collector) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)
    fake.people.close_dispute(fake.people.dispute(one.page, 2000), "lost")
    answer = one.look_up()
    assert isinstance(answer.outcome, Settled)
    assert answer.returned == Money(20_00, "EUR")


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("amount_total", 8419, "amount"),
        ("amount_total", None, "amount"),
        ("currency", "usd", "amount"),
        ("client_reference_id", "another0000", "reference"),
        ("livemode", True, "mode"),
        ("status", "melted", "status"),
        ("created", -1, "created"),
        ("created", 10**15, "created"),
        ("payment_status", "no_payment_required", "status"),
        ("id", "x'--", "id"),
    ],
)
def test_an_answer_that_is_not_the_orders_counts_for_nothing(
    fake: StripeFake, one: Collector, field: str, value: object, named: str
) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)
    fake.books.sessions[one.page][field] = value
    with pytest.raises(AnswerDiffers) as differs:
        one.look_up()
    assert differs.value.details["field"] == named


@pytest.mark.parametrize(("field", "value"), [("amount", 1), ("currency", "jpy"), ("paid", False)])
def test_a_charge_that_is_not_the_pages_counts_for_nothing(
    fake: StripeFake, one: Collector, field: str, value: object
) -> None:
    one.submit()
    fake.people.pay_by_card(one.page)[field] = value
    with pytest.raises(AnswerDiffers):
        one.look_up()


def test_a_link_to_another_host_is_not_shown(
    fake: StripeFake, one: Collector, rail: StripeCheckout
) -> None:
    one.submit()
    fake.books.sessions[one.page]["url"] = "https://checkout.stripe.com.evil.example/c/pay/1"
    answer = one.look_up()
    assert answer.link == ""
    assert isinstance(one.withdraw().outcome, Refused)
    assert "no page to pay at" in rail.show(one.order, answer, one.handover()).next_step.told("en")


def test_another_payees_bill_is_not_collected(rail: StripeCheckout, fake: StripeFake) -> None:
    other = share(payee=payee("Eaux du Vallon"))
    with pytest.raises(RailRefused, match="Foyer des Tilleuls, not to Eaux du Vallon"):
        rail.submit(other, Attempt(MONDAY_MORNING), handover())
    assert fake.calls == []


@pytest.mark.parametrize("minor", [1, 49, 10_000_000_00])
def test_amounts_that_stripe_does_not_take_are_refused_before_the_call(
    rail: StripeCheckout, fake: StripeFake, minor: int
) -> None:
    with pytest.raises(RailRefused):
        Collector(rail, share(amount=Money(minor, "EUR"))).submit()
    assert fake.calls == []


def test_stripes_own_refusal_is_told_by_its_word(fake: StripeFake, rail: StripeCheckout) -> None:
    answer = Collector(rail, share(amount=Money(20, "JPY"))).submit()
    assert answer.outcome == Refused(MONDAY_MORNING, "amount_too_small")


def test_hostile_words_stay_words(fake: StripeFake, rail: StripeCheckout) -> None:
    tricks = reference_of("B\n&amount=1&line_items[0][quantity]=900\u202e%5B0%5D")
    one = Collector(rail, share(reference=tricks))
    one.submit()
    assert fake.books.sessions[one.page]["amount_total"] == 8420


def test_a_household_without_a_declared_payee_tries_it_out(fake: StripeFake) -> None:
    with rail_at(fake, holder=None) as rail:
        assert Collector(rail, share(payee=payee("Anybody"))).submit().link
