"""What leaves the machine for Stripe: the call and the key, to one host, and nothing else."""

import os
import re
from pathlib import Path

import pytest
import stripe

from pay.rails.stripe.checkout import PROVEN_AGAINST, StripeCheckout
from pay.rails.stripe.sdk import open_client, open_wire
from tests.pay.stripe.shop import RESTRICTED_KEY, Collector, account, share
from tests.stripe_fake import StripeFake


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


def test_no_telemetry_no_platform_no_name_of_a_tool(
    home: Path, monkeypatch: pytest.MonkeyPatch, fake: StripeFake, one: Collector
) -> None:
    monkeypatch.setenv("CURSOR_AGENT", "1")
    one.submit()
    one.look_up()
    one.look_up()
    for call in fake.calls:
        assert set(call.headers) <= {
            "accept", "accept-encoding", "authorization", "connection", "content-length",
            "content-type", "host", "idempotency-key", "stripe-version", "user-agent",
        }  # fmt: skip
        assert call.headers["user-agent"].startswith("python-httpx/")
        assert os.uname().release not in str(call.headers)
    assert list(home.rglob("*")) == []


def test_the_orders_key_is_the_idempotency_key(fake: StripeFake, one: Collector) -> None:
    one.submit()
    assert fake.calls[0].headers["idempotency-key"] == one.order.key


def test_the_module_of_the_sdk_holds_nothing_of_ours(one: Collector) -> None:
    before = (
        stripe.api_key,
        stripe.api_base,
        stripe.default_http_client,
        stripe.max_network_retries,
    )
    one.submit()
    one.look_up()
    assert before == (
        stripe.api_key,
        stripe.api_base,
        stripe.default_http_client,
        stripe.max_network_retries,
    )
    assert stripe.api_key is None
    assert stripe.default_http_client is None
    assert stripe.enable_telemetry is False


def test_all_addresses_of_the_sdk_are_the_accounts_own(fake: StripeFake) -> None:
    held = account(base=fake.base)
    wire = open_wire(held)
    client = open_client(held, wire)
    addresses = client._requestor.base_addresses
    assert set(addresses.values()) == {fake.base}
    assert len(addresses) == 4
    wire.close()


def test_two_households_do_not_see_each_others_key(fake: StripeFake) -> None:
    other = RESTRICTED_KEY[:-4] + "Bob1"
    with (
        StripeCheckout(account(base=fake.base)) as alice,
        StripeCheckout(account(base=fake.base, key=other)) as bob,
    ):
        Collector(alice).submit()
        Collector(bob, share(key="bobs00000001")).submit()
        Collector(alice).look_up()
    keys = [call.headers["authorization"].removeprefix("Bearer ") for call in fake.calls]
    assert keys == [RESTRICTED_KEY, other, RESTRICTED_KEY, RESTRICTED_KEY]


def test_a_redirect_is_not_followed_with_the_key(fake: StripeFake, one: Collector) -> None:
    fake.faults["POST"].append("elsewhere")
    one.submit()
    assert len(fake.calls) == 1


def test_what_it_was_tried_on_names_the_sdk_that_is_installed() -> None:
    assert f"stripe SDK {stripe.VERSION} " in PROVEN_AGAINST
    assert f"(API {stripe.api_version})" in PROVEN_AGAINST
    assert re.search(r"never against Stripe itself", PROVEN_AGAINST)
