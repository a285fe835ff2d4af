"""Known providers: enough to connect with an address alone."""

import re

import pytest

from inbox.providers import PROVIDERS, SignIn, provider_of
from models.security import Security, is_loopback


def test_forty_domains_and_more_are_known() -> None:
    assert len(PROVIDERS) >= 40
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in PROVIDERS)


@pytest.mark.parametrize("domain", sorted(PROVIDERS))
def test_no_provider_gets_a_password_in_clear(domain: str) -> None:
    provider = PROVIDERS[domain]
    assert provider.security is not Security.PLAIN
    assert provider.port == 993 or is_loopback(provider.host)
    assert "{provider}" in provider.advice


@pytest.mark.parametrize(
    ("address", "host", "user", "way"),
    [
        ("Alice@GMAIL.com", "imap.gmail.com", "Alice@GMAIL.com", SignIn.APP_PASSWORD),
        ("alice@free.fr", "imap.free.fr", "alice", SignIn.PASSWORD),
        ("alice@laposte.net", "imap.laposte.net", "alice", SignIn.PASSWORD),
        ("alice@hotmail.fr", "outlook.office365.com", "alice@hotmail.fr", SignIn.OAUTH),
        ("alice@maison.example", "imap.maison.example", "alice@maison.example", SignIn.PASSWORD),
    ],
)
def test_an_address_tells_server_user_and_way(
    address: str, host: str, user: str, way: SignIn
) -> None:
    provider = provider_of(address)
    assert (provider.host, provider.user_of(address), provider.sign_in) == (host, user, way)


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("localhost", True),
        ("127.0.0.9", True),
        ("::1", True),
        ("[::1]", True),
        ("192.0.2.1", False),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("", False),
    ],
)
def test_loopback_is_this_machine_only(host: str, own: bool) -> None:  # noqa: FBT001
    assert is_loopback(host) is own
