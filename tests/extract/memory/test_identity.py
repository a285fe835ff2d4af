"""Who is the same biller: by number, by proved address, by layout, and never against a number."""

from dataclasses import replace

import pytest

from extract.memory.identity import Kin, identity_with, kin, sender_of, shared_keys
from extract.memory.lesson import NOBODY, Identity, KnownBiller, Memory
from models.mail import Address, Authenticity, Mail
from tests.extract.cast import mail
from tests.extract.memory.letters import OTHER, OWN, letter, shows

LABELS = frozenset("abcdefgh")
OURS = Identity(accounts=frozenset([OWN]), domain="hohenfels.example", labels=LABELS)
NONE = frozenset[str]()


@pytest.mark.parametrize(
    ("seen", "authentic", "expected"),
    [
        (OURS, False, Kin.STRONG),
        (replace(OURS, labels=NONE), False, Kin.WEAK),
        (replace(OURS, accounts=NONE), True, Kin.STRONG),
        (replace(OURS, accounts=NONE, domain="mail.hohenfels.example"), True, Kin.STRONG),
        (replace(OURS, accounts=NONE), False, Kin.WEAK),
        (replace(OURS, accounts=NONE, domain="nothohenfels.example"), True, Kin.WEAK),
        (replace(OURS, accounts=frozenset([OTHER])), True, Kin.NONE),
        (replace(OURS, accounts=frozenset([OTHER, OWN])), False, Kin.STRONG),
        (Identity(labels=frozenset("abwxyz")), False, Kin.NONE),
        (Identity(), True, Kin.NONE),
    ],
)
def test_how_surely_two_identities_are_one(seen: Identity, authentic: bool, expected: Kin) -> None:  # noqa: FBT001
    assert kin(OURS, seen, NONE, authentic=authentic) is expected


def test_a_number_that_two_billers_print_proves_nothing() -> None:
    factor = identity_with([f"account:{OWN}"])
    memory = Memory(
        billers=(KnownBiller("Wasserkraft", factor), KnownBiller("Fernwaerme Birkenau", factor))
    )
    shared = shared_keys(memory)
    assert shared == {f"account:{OWN}"}
    assert kin(factor, replace(OURS, labels=NONE), shared, authentic=False) is Kin.NONE


def test_one_company_under_two_spellings_shares_nothing() -> None:
    own = identity_with([f"account:{OWN}"])
    memory = Memory(billers=(KnownBiller("Édéna S.A.", own), KnownBiller("EDENA", own)))
    assert not shared_keys(memory)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("SIRET 552 100 554 00013", {"register:552100554"}),
        ("N° TVA FR 03 552 100 554", {"register:552100554"}),
        ("Votre n° TVA client FR 03 552 100 554", set()),
        ("USt-IdNr. DE136695976", {"register:DE136695976"}),
        ("Gläubiger-ID DE98ZZZ09999999999", {"creditor:DE9809999999999"}),
        ("Gläubiger-ID DE97ZZZ09999999999", set()),
        ("IBAN DE02 1203 0000 0000 2020 51", {f"account:{OWN}"}),
        ("IBAN DE03 1203 0000 0000 2020 51", set()),
        ("Prélevé sur votre compte DE02 1203 0000 0000 2020 51", set()),
        ("Dossier 552 100 554", set()),
    ],
)
def test_the_numbers_that_name_a_biller(line: str, keys: set[str]) -> None:
    assert set(shows(letter(line, iban="")).identity.keys) == keys


def test_the_same_layout_has_the_same_fingerprint_whatever_its_figures() -> None:
    one = shows(letter(("Gesamtsoll", "84,20 EUR"))).identity
    other = shows(letter(("Gesamtsoll", "91,75 EUR"), iban=OTHER)).identity
    assert one.labels == other.labels
    assert len(one.labels) >= 5


def proved(dmarc: str = "pass", flags: tuple[str, ...] = (), domain: str = "edf.example") -> Mail:
    sender = Address("EDF", f"facture@{domain}")
    return replace(mail(), sender=sender, authenticity=Authenticity(dmarc=dmarc, flags=flags))


def test_only_the_account_s_own_provider_proves_a_sender() -> None:
    assert sender_of(proved()).authentic
    assert not sender_of(proved(dmarc="fail")).authentic
    assert not sender_of(proved(flags=("provider_unknown",))).authentic
    assert not sender_of(proved(flags=("no_authentication_results",))).authentic


def test_a_private_mailbox_or_one_who_forwards_names_no_biller() -> None:
    assert sender_of(proved(domain="gmail.com")) == NOBODY
    forwarded = replace(proved(), forwarded=(Address("EDF", "facture@edf.example"),))
    assert sender_of(forwarded) == NOBODY
