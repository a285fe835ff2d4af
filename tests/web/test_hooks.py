"""A share that is collected at Stripe: its page leads there, and the signed notification is heard."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from models.tables import CollectionState
from tests.flow.collect.conftest import bare, live, trying
from tests.flow.collect.foyer import Foyer, lead_to
from tests.pay.stripe.shop import WEBHOOK_SECRET
from tests.web.conftest import Browser, WebFlat, opened_door
from web.app import MOST_BODY
from web.door import Door

__all__ = ["bare", "live", "trying"]
HOOK = "/hooks/stripe"


@pytest.fixture
def paying(live: Foyer, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebFlat]:
    """Alice's association collects; its bill of 90.00 has a page of Stripe for Bob's half."""
    monkeypatch.setattr(Door, "now", lambda _door: live.now)
    live.webhook()
    bill = live.bill("90.00")
    live.collect(bill)
    with opened_door(live.wiring) as client:
        yield WebFlat(live.flat, live.wiring, Browser(client), bill)


def test_the_share_leads_to_the_page_at_stripe_and_to_no_second_way(paying: WebFlat) -> None:
    page = paying.browser.get(paying.link())
    assert 'href="https://checkout.stripe.com/' in page
    assert "Do not send it another way as well." in page
    assert "<svg" not in page
    assert "/announce" not in page
    assert "/sent" not in page
    other = paying.flat.bill("10.00")
    paying.flat.split(other)
    paying.flat.paid(other, "Alice")
    beside = paying.browser.get(paying.link(bill=other))
    assert "stripe" not in beside
    assert "You send back €5.00." in beside


def test_a_signed_notification_is_heard_once_and_the_page_follows(
    paying: WebFlat, live: Foyer
) -> None:
    live.fake.people.pay_by_card(live.page(1))
    body, signature = live.fake.signed(live.fake.books.events[-1], WEBHOOK_SECRET)
    client, headers = paying.browser.client, {"stripe-signature": signature}
    for _ in range(2):
        assert client.post(HOOK, content=body, headers=headers).status_code == 200
    assert live.told(1).state is CollectionState.PAID
    assert live.settlements() == [("Bob", "45.00", "received")]
    assert "Your share is paid back: you owe Alice nothing more" in paying.browser.get(
        paying.link()
    )


def test_what_nobody_signed_changes_nothing(paying: WebFlat, live: Foyer) -> None:
    live.fake.people.pay_by_card(live.page(1))
    body, signature = live.fake.signed(live.fake.books.events[-1], WEBHOOK_SECRET)
    client = paying.browser.client
    forged: tuple[dict[str, str], ...] = (
        {},
        {"stripe-signature": ""},
        {"stripe-signature": signature[:-1] + "!"},
    )
    for headers in forged:
        assert client.post(HOOK, content=body, headers=headers).status_code == 400
    changed = body.replace(b"evt", b"evu")
    said = client.post(HOOK, content=changed, headers={"stripe-signature": signature})
    assert (said.status_code, said.text) == (400, "not signed by a payee here")
    large = client.post(
        HOOK, content=b"x" * (MOST_BODY + 1), headers={"stripe-signature": signature}
    )
    assert large.status_code == 413
    assert client.get(HOOK).status_code == 405
    assert live.told(1).state is CollectionState.OPEN


def test_when_stripe_is_away_it_is_asked_to_send_again(paying: WebFlat, live: Foyer) -> None:
    live.fake.people.pay_by_card(live.page(1))
    body, signature = live.fake.signed(live.fake.books.events[-1], WEBHOOK_SECRET)
    headers = {"stripe-signature": signature}
    with patch("pay.rails.stripe.checkout.open_wire", lead_to("http://127.0.0.1:9")):
        assert paying.browser.client.post(HOOK, content=body, headers=headers).status_code == 503
    assert live.told(1).state is CollectionState.OPEN
    assert paying.browser.client.post(HOOK, content=body, headers=headers).status_code == 200
    assert live.told(1).state is CollectionState.PAID


def test_a_test_page_is_shown_as_one(trying: Foyer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It moves no money, so the share is still to be sent."""
    monkeypatch.setattr(Door, "now", lambda _door: trying.now)
    bill = trying.bill("90.00")
    trying.collect(bill)
    with opened_door(trying.wiring) as client:
        web = WebFlat(trying.flat, trying.wiring, Browser(client), bill)
        page = web.browser.get(web.link())
    assert "no money moves there" in page
    assert "You send back €45.00." in page
