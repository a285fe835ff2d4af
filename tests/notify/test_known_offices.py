"""Whoever connected a mailbox can send without naming a second server."""

import pytest

from inbox.providers import PROVIDERS
from models.security import Security, is_loopback
from notify.known_offices import office_beside


@pytest.mark.parametrize(
    ("imap", "host", "port"),
    [
        ("imap.gmail.com", "smtp.gmail.com", 465),
        ("IMAP.orange.fr", "smtp.orange.fr", 465),
        ("mail.gandi.net", "mail.gandi.net", 465),
        ("outlook.office365.com", "smtp-mail.outlook.com", 587),
        ("127.0.0.1", "127.0.0.1", 1025),
    ],
)
def test_where_mail_is_handed_in(imap: str, host: str, port: int) -> None:
    office = office_beside(imap)
    assert (office.host, office.port) == (host, port)


@pytest.mark.parametrize("domain", sorted(PROVIDERS))
def test_every_known_provider_is_sent_through_in_secret(domain: str) -> None:
    office = office_beside(PROVIDERS[domain].host)
    assert office.security is not Security.PLAIN
    assert office.port in {465, 587} or is_loopback(office.host)
    assert office.credentials is None
    assert not office.host.startswith("imap")
