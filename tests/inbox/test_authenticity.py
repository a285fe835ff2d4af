"""What the provider says of the sender, what anyone may forge, and what fools the eye."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.authenticity import judge
from inbox.domains import IMITATED, imitated_by, organisation, skeleton
from inbox.parse import parse_mail
from models.mail import Address, Authenticity

EDF = Address("EDF", "facture@edf.fr")
GOOGLE = (
    "mx.google.com; dkim=pass header.i=@edf.fr header.s=s1 header.b=abc;"
    " spf=pass (google.com: domain of a@mail.edf.fr; designates 1.2.3.4) smtp.mailfrom=a@mail.edf.fr;"
    " dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=edf.fr"
)
MICROSOFT = (
    "spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=edf.fr; dkim=fail (no key)"
    " header.d=edf.fr;dmarc=bestguesspass action=none header.from=edf.fr;compauth=pass reason=109"
)


def judged(
    *results: str, sender: Address = EDF, provider: str | None = "mx.google.com"
) -> Authenticity:
    return judge(results, sender, None, trusted_provider=provider)


def flags(sender: Address, reply_to: Address | None = None) -> tuple[str, ...]:
    return judge((GOOGLE,), sender, reply_to, trusted_provider="mx.google.com").flags


def test_the_providers_verdict_is_read() -> None:
    assert judged(GOOGLE) == Authenticity("pass", "pass", "pass", "edf.fr", ())


def test_a_provider_without_a_name_is_the_empty_one() -> None:
    told = judged(MICROSOFT, provider="")
    assert (told.spf, told.dkim, told.dmarc, told.dkim_domain) == (
        "pass",
        "fail",
        "bestguesspass",
        "edf.fr",
    )


def test_what_another_server_claims_is_ignored() -> None:
    forged = "mx.evil.example; spf=pass; dkim=pass header.d=edf.fr; dmarc=pass"
    assert judged(forged) == Authenticity(flags=("no_authentication_results",))
    assert judged(forged, "mx.google.com; spf=fail").spf == "fail"


def test_of_two_by_the_provider_the_topmost_counts() -> None:
    assert judged("mx.google.com; spf=fail", "mx.google.com; spf=pass").spf == "fail"


def test_the_providers_name_hidden_in_a_comment_or_a_string_is_not_it() -> None:
    assert judged("(mx.google.com;) evil; spf=pass").spf == ""
    assert judged('"mx.google.com; spf=pass"; dmarc=pass').dmarc == ""


def test_an_unknown_provider_is_a_flag() -> None:
    assert judged(GOOGLE, provider=None).flags == ("provider_unknown",)


def test_of_several_signatures_the_senders_own_counts() -> None:
    two = "mx.google.com; dkim=pass header.d=mailer.example; dkim=pass header.d=mail.edf.fr"
    assert judged(two).dkim_domain == "mail.edf.fr"


def test_a_pass_for_another_domain_is_a_flag() -> None:
    told = judged("mx.google.com; spf=none; dkim=pass header.d=mailer.example")
    assert told.flags == ("dkim_elsewhere",)


def test_neither_spf_nor_dkim_is_a_flag() -> None:
    assert judged("mx.google.com; spf=softfail; dkim=none").flags == ("no_spf_dkim",)


def test_a_reply_that_goes_elsewhere_is_a_flag() -> None:
    assert flags(EDF, Address("", "x@evil.example")) == ("reply_to_elsewhere",)
    assert flags(EDF, Address("", "service@client.edf.fr")) == ()


def test_another_address_in_the_name_is_a_flag() -> None:
    shown = flags(Address("facture@edf.fr", "x@evil.example"))
    assert "display_name_is_address" in shown
    assert flags(Address("facture@edf.fr", "facture@edf.fr")) == ()


@pytest.mark.parametrize(
    ("domain", "brand"),
    [
        ("paypa1.com", "paypal"),
        ("paypai.com", "paypal"),
        ("xn--pypal-4ve.com", "paypal"),
        ("pаypal.com", "paypal"),
        ("pay-pal.com", "paypal"),
        ("rnicrosoft.com", "microsoft"),
        ("microsft.com", "microsoft"),
        ("arnazon.fr", "amazon"),
        ("amaz0n.com", "amazon"),
        ("netfl1x.com", "netflix"),
        ("0range.fr", "orange"),
        ("edf-facture.com", "edf"),
        ("secure.paypal.com.evil.example", "paypal"),
        ("orange.fr.evil.example", "orange"),
        ("impots-gouv.fr", "impots"),
        ("societegenera1e.fr", "societegenerale"),
    ],
)
def test_look_alikes_are_named(domain: str, brand: str) -> None:
    assert imitated_by(domain, IMITATED) == brand


@pytest.mark.parametrize(
    "domain",
    [
        *("edf.fr", "mail.edf.fr", "amazon.it", "paypal.co.uk", "impots.gouv.fr", "example.org"),
        *("free-software.org", "orange-county.example", "freemobile.fr", "mail.example.com", ""),
        *("fr", "gouv.fr", "waterbills.example", "mairie-lyon.fr"),
    ],
)
def test_honest_domains_are_no_look_alikes(domain: str) -> None:
    assert imitated_by(domain, IMITATED) == ""


def test_no_known_domain_imitates_another() -> None:
    assert [domain for domain in IMITATED if imitated_by(domain, IMITATED)] == []


def test_the_known_billers_are_the_callers() -> None:
    assert imitated_by("syndic-dup0nt.fr", ("syndic-dupont.fr",)) == "syndic-dupont"
    assert imitated_by("syndic-dup0nt.fr", IMITATED) == ""


@pytest.mark.parametrize(
    ("domain", "told"),
    [
        ("a.b.edf.fr", "edf.fr"),
        ("dgfip.impots.gouv.fr", "impots.gouv.fr"),
        ("x.amazon.co.uk", "amazon.co.uk"),
        ("edf.fr.", "edf.fr"),
        ("fr", "fr"),
        ("", ""),
    ],
)
def test_the_organisation_behind_a_domain(domain: str, told: str) -> None:
    assert organisation(domain) == told


def test_a_punycode_sender_is_a_flag_and_a_look_alike() -> None:
    shown = flags(Address("Apple", "x@xn--80ak6aa92e.com"))
    assert {"punycode", "lookalike:apple"} <= set(shown)


def test_a_mail_carries_its_verdict() -> None:
    raw = b"Authentication-Results: " + GOOGLE.encode() + b"\nFrom: EDF <facture@edf.fr>\n\nx"
    assert parse_mail(raw, trusted_provider="mx.google.com").authenticity == judged(GOOGLE)


@given(st.text(max_size=80))
def test_a_skeleton_holds_no_letter_that_is_read_as_another(label: str) -> None:
    assert not set("015i") & set(skeleton(label))


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=60))
def test_any_field_is_judged(field: str, name: str, address: str) -> None:
    told = judge((field,), Address(name, address), Address("", field), trusted_provider=None)
    assert told.spf == told.spf.lower()


@pytest.mark.cpu_seconds(10)
def test_long_fields_are_bounded_work() -> None:
    for unit in ("(", ";", "dkim=pass;", '"', "\\", "a=b ", "header.d=x "):
        judged("mx.google.com; " + unit * 100_000)
    imitated_by("a-" * 100_000 + "x.fr", IMITATED)
