"""A bill forwarded as text still names its first sender."""

import pytest

from inbox.parse import parse_mail
from inbox.quoted import quoted_senders
from models.mail import Address

EDF = Address("EDF", "facture@edf.fr")
GMAIL = """Voilà la facture

---------- Forwarded message ---------
De : EDF <facture@edf.fr>
Date: lun. 2 mars 2026 à 10:00
Subject: Votre facture
To: <alice@example.org>
"""
OUTLOOK = """________________________________
De : EDF <facture@edf.fr>
Envoyé : lundi 2 mars 2026 10:00
À : Alice <alice@example.org>
Objet : Votre facture
"""
APPLE = """Début du message transféré :

> De: "EDF" <facture@edf.fr>
> Objet: Votre facture
> Date: 2 mars 2026
"""
STARRED = "*From:* EDF <facture@edf.fr>\n*Sent:* Monday\n*To:* Alice\n*Subject:* Votre facture\n"


@pytest.mark.parametrize("text", [GMAIL, OUTLOOK, APPLE, STARRED])
def test_the_quoted_sender_is_found(text: str) -> None:
    assert quoted_senders(text) == (EDF,)


def test_a_mail_forwarded_twice_gives_both() -> None:
    inner = GMAIL.replace("EDF <facture@edf.fr>", "Bob <bob@example.org>")
    assert quoted_senders(inner + GMAIL) == (Address("Bob", "bob@example.org"), EDF)


@pytest.mark.parametrize(
    "text",
    [
        "From: nobody\nSubject: no address",
        "De : facture@edf.fr\n" + "une ligne\n" * 10 + "Objet : trop loin",
        "Subject: before\nFrom: a@b.fr\nthe end",
        "Ecrivez de: a@b.fr",
        "",
    ],
)
def test_prose_quotes_nobody(text: str) -> None:
    assert quoted_senders(text) == ()


def test_a_mail_lists_its_quoted_senders_once() -> None:
    raw = f"From: bob@example.org\nSubject: Tr\n\n{GMAIL}\n{OUTLOOK}".encode()
    assert parse_mail(raw).forwarded == (EDF,)


@pytest.mark.cpu_seconds(10)
def test_many_quotes_are_bounded_work() -> None:
    assert len(quoted_senders(GMAIL * 20_000)) == 20
    assert quoted_senders("> " * 1_000_000 + "De : " * 100_000) == ()
