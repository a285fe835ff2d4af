"""Whose money may be collected with which key, and that no key is ever told."""

import logging
import traceback

import pytest

from models.errors.providers import ProviderKeyRefused
from pay.rails.stripe.account import Holder, HolderKind, StripeAccount
from pay.rails.stripe.checkout import StripeCheckout
from tests.pay.stripe.shop import (
    LANDLORD,
    LIVE_KEY,
    RESTRICTED_KEY,
    SECRET_KEY,
    WEBHOOK_SECRET,
    Collector,
    account,
)
from tests.stripe_fake import StripeFake


@pytest.mark.parametrize("key", [LIVE_KEY, LIVE_KEY.replace("rk", "sk")])
@pytest.mark.parametrize("holder", [None, Holder("\u200b \n", HolderKind.BUSINESS)])
def test_a_live_key_needs_a_declared_payee_and_the_sentence_says_why(
    key: str, holder: Holder | None
) -> None:
    with pytest.raises(ProviderKeyRefused) as refused:
        account(key=key, holder=holder)
    told = refused.value.told("en")
    for word in ("money between friends", "business", "landlord", "association", "public body"):
        assert word in told
    assert key not in told + repr(refused.value)


@pytest.mark.parametrize("kind", HolderKind)
def test_a_payee_that_may_hold_an_account_may_use_a_live_key(kind: HolderKind) -> None:
    held = account(key=LIVE_KEY, holder=Holder("Régie de la Ville", kind))
    assert held.live
    assert held.restricted


@pytest.mark.parametrize("key", [SECRET_KEY, RESTRICTED_KEY])
def test_test_keys_always_work(key: str) -> None:
    assert not account(key=key, holder=None).live


@pytest.mark.parametrize(
    "base",
    [
        "https://api.stripe.com.evil.example",
        "https://evil.example",
        "http://api.stripe.com",
        "http://127.0.0.1:80@evil.example",
        "http://127.0.0.1.evil.example:80",
        "",
    ],
)
@pytest.mark.parametrize("key", [RESTRICTED_KEY, LIVE_KEY])
def test_no_key_is_sent_anywhere_else(key: str, base: str) -> None:
    with pytest.raises(ProviderKeyRefused, match=r"api\.stripe\.com"):
        account(key=key, base=base)


def test_a_live_key_never_goes_to_a_loopback_either() -> None:
    with pytest.raises(ProviderKeyRefused):
        account(key=LIVE_KEY, base="http://127.0.0.1:8080")


@pytest.mark.parametrize(
    "key",
    ["", "pk_" + "test_" + "4fUnTqk9Lw2Zr8Xb", RESTRICTED_KEY + "\n", RESTRICTED_KEY[:12], "x" * 9],
)
def test_what_is_no_secret_key_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(ProviderKeyRefused) as refused:
        account(key=key)
    assert not key or key not in repr(refused.value)


@pytest.mark.parametrize("page", ["", "javascript:alert(1)", "https://a b", "ftp://x", "https://"])
def test_the_payer_returns_to_a_page(page: str) -> None:
    with pytest.raises(ProviderKeyRefused, match="returns"):
        account(return_page=page)


def test_no_secret_is_told_by_repr_log_or_trace(
    fake: StripeFake, one: Collector, rail: StripeCheckout, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    one.submit()
    one.look_up()
    fake.withdrawn.add(RESTRICTED_KEY)
    with pytest.raises(ProviderKeyRefused) as refused:
        one.look_up()
    told = "".join(traceback.format_exception(refused.value))
    told += repr(rail) + str(rail.account) + f"{rail.account}" + caplog.text
    for secret in (RESTRICTED_KEY, WEBHOOK_SECRET):
        assert secret not in told
    assert "Eaux" not in caplog.text
    assert one.order.key not in caplog.text


def test_accounts_are_equal_by_what_they_hold() -> None:
    assert account() == account()
    assert account() != account(key=SECRET_KEY)
    assert isinstance(account(), StripeAccount)
    assert account().holder == LANDLORD


def test_a_secret_key_in_live_use_is_advised_against(one: Collector) -> None:
    held = account(key=LIVE_KEY.replace("rk", "sk"))
    with StripeCheckout(held) as rail:
        notes = rail.show(one.order, one.submit(), one.handover()).notes
    assert [note.told("en") for note in notes] == [
        "A restricted key (rk_…) is enough and safer than a secret one."
    ]
