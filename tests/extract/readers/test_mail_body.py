"""The reader of a mail's own text."""

from dataclasses import replace
from datetime import date

import pytest

from extract.reader import Source
from extract.readers.mail_body import MailBody, known_name
from models.document import Document, Form
from models.mail import Address, Mail
from models.reading import Reading
from tests.extract.cast import mail


def read(message: Mail) -> Reading | None:
    source = Source(Document(Form.MAIL, "mail", b"", message))
    reader = MailBody()
    return reader.read(source) if reader.reads(source) else None


def test_a_bill_in_prose_is_read_with_less_trust_than_paper() -> None:
    reading = read(
        mail("Bonjour,\nMontant à payer : 84,20 €\nDate limite de paiement : 30/09/2026\n")
    )
    assert reading is not None
    assert reading.amount is not None
    assert str(reading.amount.value) == "84.20"
    assert reading.amount.confidence < 0.9
    assert reading.due_on is not None
    assert reading.due_on.value == date(2026, 9, 30)


def test_cells_of_a_table_stay_apart() -> None:
    reading = read(mail("Total HT  70,17 €  Total TTC  84,20 €\n"))
    assert reading is not None
    assert reading.amount is not None
    assert str(reading.amount.value) == "84.20"


def test_the_subject_counts() -> None:
    message = replace(mail("Bonjour, à bientôt."), subject="Votre facture n° FA-118 de 84,20 €")
    reading = read(message)
    assert reading is not None
    assert reading.number is not None
    assert reading.number.value == "FA-118"


def test_the_senders_name_is_the_biller() -> None:
    message = replace(
        mail("Montant à payer : 84,20 €"),
        sender=Address("Sourcéo - Service client", "no@sourceo.example"),
    )
    reading = read(message)
    assert reading is not None
    assert reading.biller is not None
    assert reading.biller.value == "Sourcéo"


def test_the_sender_of_a_forwarded_bill_is_the_one_inside() -> None:
    message = replace(
        mail("Montant à payer : 84,20 €"), forwarded=(Address("Sourcéo", "no@sourceo.example"),)
    )
    reading = read(message)
    assert reading is not None
    assert reading.biller is not None
    assert reading.biller.value == "Sourcéo"


def test_a_private_mailbox_names_no_biller() -> None:
    assert known_name(Address("Charlie Martin", "charlie@gmail.com")) == ""


def test_a_newsletter_gives_no_amount() -> None:
    reading = read(mail("Soldes !\nPull 29,90 €  Robe 49,90 €\nLivraison offerte dès 50 €\n"))
    assert reading is None or reading.amount is None


def test_a_mail_without_text_is_not_this_readers() -> None:
    assert read(mail("")) is None


@pytest.mark.parametrize(
    "words", ["facture d'électricité n°", "facture d’eau n°", "avis d'échéance de loyer n°"]
)
def test_what_the_bill_is_for_may_stand_before_its_number(words: str) -> None:
    body = f"Bonjour,\n\nVotre {words} EV-2026-1177 du 02/11/2026 est jointe.\nMontant à payer : 84,20 €\n"
    found = read(mail(body))
    assert found is not None
    assert found.number is not None
    assert found.number.value == "EV-2026-1177"


def test_our_account_is_the_billers() -> None:
    body = (
        "Montant à payer : 84,20 €\nMerci de régler sur notre compte bancaire :\n"
        "IBAN : FR76 3000 6000 0112 3456 7890 189\n"
    )
    found = read(mail(body))
    assert found is not None
    assert found.payee_iban is not None
    assert found.payee_iban.value == "FR7630006000011234567890189"


TWO = """Facture n° F-2026-1101 du 02/11/2026
Montant à payer : 84,20 €
Facture n° F-2026-1102 du 02/11/2026
Montant à payer : 31,50 €
"""
IN_ONE_LINE = (
    "Please pay invoice INV-1101 of £84.20 by 25 November 2026 and invoice INV-1102 of £31.50."
)
ONE = """Facture n° F-2026-1101 du 02/11/2026, client n° 4471-22
Montant à payer : 84,20 € dont TVA 7,00 €
Rappelez votre facture n° F-2026-1101 en payant, ou l'avoir n° A-12.
"""


@pytest.mark.parametrize(("text", "two"), [(TWO, True), (IN_ONE_LINE, True), (ONE, False)])
def test_a_mail_that_asks_for_two_bills_says_so_and_is_sure_of_neither(
    text: str, *, two: bool
) -> None:
    reading = read(mail(text))
    assert reading is not None
    assert reading.amount is not None
    assert ("several_bills" in reading.warnings) is two
    assert reading.amount.confidence <= (0.6 if two else 1)
