"""The biller's page: an exact host, or nothing is shown."""

import webbrowser
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors.orders import LinkRefused, RailRefused
from pay.links import SHARED_HOSTS, checked_link
from pay.rails.biller_page import BillerPage
from tests.pay.orders import handover, hostile, order

KNOWN = frozenset({"espace-client.edf.fr", "pay.example.co.uk"})


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://espace-client.edf.fr/f/2031?x=1#y", "espace-client.edf.fr"),
        ("https://espace-client.edf.fr", "espace-client.edf.fr"),
        ("https://ESPACE-client.EDF.fr/", "espace-client.edf.fr"),
        ("https://espace-client.edf.fr:443/f", "espace-client.edf.fr"),
        ("https://pay.example.co.uk/a@b", "pay.example.co.uk"),
        ("https://invoice.stripe.com/i/acct_1/live_x?s=il", "invoice.stripe.com"),
    ],
)
def test_a_known_host_is_shown(link: str, host: str) -> None:
    checked = checked_link(link, KNOWN)
    assert (checked.url, checked.host) == (link, host)
    assert checked.shared is (host in SHARED_HOSTS)


@pytest.mark.parametrize(
    "link",
    [
        "http://espace-client.edf.fr/",
        "HTTPS ://espace-client.edf.fr/",
        "javascript:alert(1)",
        "//espace-client.edf.fr/",
        "https:/espace-client.edf.fr/",
        "https:espace-client.edf.fr",
        "https://espace-client.edf.fr@evil.io/",
        "https://a:b@espace-client.edf.fr/",
        "https://espace-client.edf.fr:8443/",
        "https://espace-client.edf.fr:0443/",
        "https://espace-client.edf.fr:443:443/",
        "https://espace-client.edf.fr:/",
        "https://espace-client.edf.fr./",
        "https://espace-client.edf.fr.evil.io/",
        "https://evil.io/espace-client.edf.fr",
        "https://evil.io?espace-client.edf.fr",
        "https://evil.io#@espace-client.edf.fr",
        "https://evil.io\\@espace-client.edf.fr/",
        "https://espace-client.edf.fr\\.evil.io/",
        "https://espace-client.edf.fr%2eevil.io/",
        "https://espace-client.edf.fr%00.evil.io/",
        "https://www.espace-client.edf.fr/",
        "https://edf.fr/",
        "https://espace-cllent.edf.fr/",
        "https://еspace-client.edf.fr/",
        "https://xn--space-client-xjh.edf.fr/",
        "https://espace–client.edf.fr/",
        "https://espace-client。edf.fr/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://2130706433/",
        "https://localhost/",
        "https://espace-client.edf.fr /",
        "https://espace-client.edf.fr/\n",
        "https://espace-client.edf.fr/\u202e",
        "https://espace-client.edf.fr/" + "a" * 2_048,
        "https://[",
        "https://",
        "",
        "https://dashboard.stripe.com/invoices/in_1",
        "https://invoice.stripe.com.evil.io/i",
        "https://invoice.stripe.com@evil.io/i",
        "https://evil.invoice.stripe.com/i",
    ],
)
def test_every_other_link_is_refused(link: str) -> None:
    with pytest.raises(LinkRefused):
        checked_link(link, KNOWN)


def test_a_name_in_punycode_is_refused_even_when_it_is_known() -> None:
    with pytest.raises(LinkRefused, match="imitate"):
        checked_link("https://xn--bcher-kva.example/", frozenset({"xn--bcher-kva.example"}))


def test_a_look_alike_is_named_beside_what_it_imitates() -> None:
    with pytest.raises(LinkRefused, match=r"espace-cllent\.edf\.fr is not espace-client\.edf\.fr"):
        checked_link("https://espace-cllent.edf.fr/", KNOWN)


@given(
    hostile, st.sampled_from(["https://", "", "https://espace-client.edf.fr", "https://edf.fr@"])
)
def test_no_text_is_too_strange_to_be_refused(text: str, start: str) -> None:
    try:
        checked = checked_link(start + text, KNOWN)
    except LinkRefused:
        return
    assert checked.url.lower().startswith("https://espace-client.edf.fr")
    assert checked.url[28:29] in {"", "/", "?", "#", ":"}


def test_the_page_is_shown_and_never_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the program opened a link")

    monkeypatch.setattr(webbrowser, "open", refuse)
    link = "https://espace-client.edf.fr/f/2031"
    made = BillerPage().prepare([order()], handover(link=link, known_hosts=KNOWN))
    assert made.link == link
    assert made.next_step.told("en").startswith("Open espace-client.edf.fr yourself")
    assert (made.files, made.notes) == ((), ())


def test_a_host_that_many_use_proves_nothing_and_that_is_said() -> None:
    made = BillerPage().prepare([order()], handover(link="https://invoice.stripe.com/i/x"))
    assert "does not prove who asks" in made.notes[0].told("en")


def test_a_bill_without_a_page_has_none() -> None:
    with pytest.raises(RailRefused, match="names no page"):
        BillerPage().prepare([order()], handover(known_hosts=KNOWN))
