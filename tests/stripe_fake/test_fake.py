"""Our Stripe is as strict as the installed SDK's own types; its answers are made of the SDK's names."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import stripe

from tests.pay.orders import MONDAY_MORNING
from tests.stripe_fake import StripeFake, stripe_fake
from tests.stripe_fake.typed import Mistake, checked, unflattened

KEY = "rk_" + "test_" + "7hGdPs3Vy6Nc1Mea"
GOOD = {
    "mode": "payment",
    "success_url": "https://home.example/",
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "eur",
    "line_items[0][price_data][unit_amount]": "8420",
    "line_items[0][price_data][product_data][name]": "Share",
    "payment_intent_data[metadata][facteur_order]": "order0001",
}


@pytest.fixture
def fake() -> Iterator[StripeFake]:
    with stripe_fake(MONDAY_MORNING) as running:
        yield running


def post(fake: StripeFake, form: dict[str, str], path: str = "", **headers: str) -> Any:
    held = {"Authorization": f"Bearer {KEY}", "Stripe-Version": stripe.api_version} | headers
    return httpx.post(f"{fake.base}/v1/checkout/sessions{path}", data=form, headers=held)


def test_a_good_request_is_taken(fake: StripeFake) -> None:
    assert post(fake, GOOD).json()["amount_total"] == 8420


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"payment_method_types[0]": "card"}, "parameter_unknown"),
        ({"amount": "8420"}, "parameter_unknown"),
        ({"line_items[0][amount]": "8420"}, "parameter_unknown"),
        ({"line_items[0][quantity]": "1.5"}, "parameter_invalid"),
        ({"line_items[0][price_data][unit_amount]": "84.20"}, "parameter_invalid"),
        ({"line_items": "everything"}, "parameter_invalid"),
        ({"metadata": "x"}, "parameter_invalid"),
        ({"adaptive_pricing[enabled]": "perhaps"}, "parameter_invalid"),
        ({"idempotency_key": "in the body"}, "parameter_unknown"),
        ({"line_items[0][price_data][unit_amount]": "49"}, "amount_too_small"),
        ({"line_items[0][price_data][unit_amount]": "100000000"}, "amount_too_large"),
        ({"line_items[0][price_data][currency]": "EUR"}, "parameter_invalid"),
        ({"success_url": ""}, "parameter_missing"),
    ],
)
def test_an_unknown_or_wrong_parameter_is_refused(
    fake: StripeFake, change: dict[str, str], code: str
) -> None:
    form = {
        name: value for name, value in GOOD.items() if "line_items" not in change or name[0] != "l"
    }
    answer = post(fake, form | change)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == code


def test_what_the_types_do_not_name_is_refused_by_the_checker() -> None:
    with pytest.raises(Mistake):
        checked("payment_intent=pi_1&amuont=5", "_refund_create_params", "RefundCreateParams")


def test_the_same_key_is_answered_once_with_the_same(fake: StripeFake) -> None:
    key = {"Idempotency-Key": "order0001"}
    first, again = post(fake, GOOD, **key), post(fake, GOOD, **key)
    assert first.content == again.content
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    other = post(fake, GOOD | {"locale": "fr"}, **key)
    assert other.json()["error"]["type"] == "idempotency_error"
    assert len(fake.books.sessions) == 1


def test_a_call_refused_by_its_form_keeps_no_key(fake: StripeFake) -> None:
    key = {"Idempotency-Key": "order0001"}
    assert post(fake, {"mode": "payment"}, **key).status_code == 400
    assert post(fake, GOOD, **key).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bearer sk_" + "live_" + "4fUnTqk9Lw2Zr8Xb"}, 401),
        ({"Authorization": ""}, 401),
        ({"Stripe-Version": "2017-08-15"}, 400),
    ],
)
def test_live_keys_and_old_versions_are_refused(
    fake: StripeFake, headers: dict[str, str], status: int
) -> None:
    assert post(fake, GOOD, **headers).status_code == status


def test_a_path_that_nobody_serves_is_not_found(fake: StripeFake) -> None:
    assert post(fake, {}, "/nothing/here").status_code == 404


def test_everything_it_answers_has_a_name_in_the_sdk(fake: StripeFake) -> None:
    page = post(fake, GOOD).json()["id"]
    fake.people.pay_by_card(page)
    (charge,) = fake.books.charges.values()
    fake.books.refund({"payment_intent": charge["payment_intent"], "amount": 100})
    fake.people.dispute(page)
    books = fake.books
    kinds: list[tuple[type[stripe.StripeObject], list[dict[str, Any]]]] = [
        (stripe.checkout.Session, list(books.sessions.values())),
        (stripe.PaymentIntent, list(books.intents.values())),
        (stripe.Charge, list(books.charges.values())),
        (stripe.Refund, list(books.refunds.values())),
        (stripe.Dispute, list(books.disputes.values())),
        (stripe.Event, books.events),
    ]
    for kind, things in kinds:
        assert things
        for thing in things:
            assert set(thing) <= set(kind.__annotations__), kind


def test_forms_are_read_as_stripe_reads_them() -> None:
    form = "a[b][0]=1&a[b][1]=2&c[]=x&d[e][f]=g&h="
    assert unflattened(form) == {
        "a": {"b": ["1", "2"]},
        "c": ["x"],
        "d": {"e": {"f": "g"}},
        "h": "",
    }
    with pytest.raises(Mistake):
        unflattened("a=1&a=2")
