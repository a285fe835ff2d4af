"""The reader of PDF text: each trap that bills set has its sentence."""

from datetime import date

import pytest

from extract.pdf_words import pages_of
from extract.reader import Source
from extract.readers.pdf_text import PdfText
from models.document import Document, Form
from models.money import Money
from models.reading import Means, Reading
from tests.extract.papers import Text, listing, paper

HEAD = ("Eaux du Vallon SA", "Facture n° FA-2026-118", "Date de facture : 03/09/2026")


def read(data: bytes) -> Reading:
    source = Source(Document(Form.PDF, "bill.pdf", data), pages_of(data))
    reader = PdfText()
    assert reader.reads(source)
    reading = reader.read(source)
    assert reading is not None
    return reading


def lines(*more: str | tuple[str, ...]) -> Reading:
    return read(listing(*HEAD, *more))


def amount_of(reading: Reading) -> str | None:
    return str(reading.amount.value) if reading.amount else None


def due_of(reading: Reading) -> date | None:
    return reading.due_on.value if reading.due_on else None


def signs_of(reading: Reading) -> set[str]:
    return {sign.value for sign in reading.signs}


def test_a_plain_bill_is_read_with_proofs() -> None:
    reading = lines(("Net à payer", "84,20 €"), "À régler avant le 30/09/2026")
    assert reading.amount is not None
    assert reading.amount.value == Money(8420, "EUR")
    assert reading.amount.quote == "Net à payer 84,20 €"
    assert reading.amount.page == 1
    assert reading.amount.box is not None
    assert reading.amount.box.x0 > 200
    assert due_of(reading) == date(2026, 9, 30)
    assert reading.issued_on is not None
    assert reading.issued_on.value == date(2026, 9, 3)
    assert reading.number is not None
    assert reading.number.value == "FA-2026-118"
    assert reading.biller is not None
    assert reading.biller.value == "Eaux du Vallon SA"


def test_what_is_due_beats_the_grand_total_when_a_part_was_paid() -> None:
    reading = lines(
        ("Total TTC", "500,00 €"), ("Acompte versé", "-150,00 €"), ("Reste à payer", "350,00 €")
    )
    assert amount_of(reading) == "350.00"


def test_the_old_balance_is_part_of_what_is_due_and_never_the_answer() -> None:
    reading = lines(
        ("Solde antérieur", "40,00 €"),
        ("Facture du mois", "60,00 €"),
        ("Total à régler", "100,00 €"),
    )
    assert amount_of(reading) == "100.00"


def test_an_early_payers_date_is_not_the_due_date() -> None:
    reading = lines("Zahlbar bis 11.09.2026 mit 2 % Skonto, bis zum 03.10.2026 ohne Abzug.")
    assert due_of(reading) == date(2026, 10, 3)


def test_a_discount_told_before_its_date_leaves_the_net_date() -> None:
    reading = lines("Zahlbar netto bis 04.10.2026, 3% Skonto innerhalb 10 Tagen bis 15.09.2026.")
    assert due_of(reading) == date(2026, 10, 4)


def test_terms_without_a_date_are_counted_from_the_day_of_issue() -> None:
    reading = lines(("Total TTC", "84,20 €"), "Conditions de règlement : 30 jours fin de mois")
    assert due_of(reading) == date(2026, 10, 31)


def test_no_due_date_is_invented() -> None:
    reading = lines(
        ("Total TTC", "84,20 €"),
        "Tout retard de paiement de plus de 30 jours entraîne des pénalités.",
        "Livraison le 05/09/2026 - offre valable jusqu'au 30/10/2026",
    )
    assert reading.due_on is None


def test_labels_broken_by_kerning_are_still_read() -> None:
    reading = lines(("Zahl betr ag", "84,20 €"), ("Fällig keit", "30.09.2026"))
    assert amount_of(reading) == "84.20"
    assert due_of(reading) == date(2026, 9, 30)


def test_a_page_with_a_sample_bill_is_left_out() -> None:
    own: list[Text] = [(40, 60, "Facture n° FA-1"), (40, 90, "Net à payer"), (300, 90, "84,20 €")]
    sample: list[Text] = [
        (40, 60, "EXEMPLE DE FACTURE"),
        (40, 90, "Net à payer"),
        (300, 90, "999,00 €"),
    ]
    assert amount_of(read(paper(own, sample))) == "84.20"


def test_a_lone_page_marked_as_a_sample_is_still_read() -> None:
    sample: list[Text] = [(40, 60, "SPECIMEN"), (40, 90, "Net à payer"), (300, 90, "99,00 €")]
    assert amount_of(read(paper(sample))) == "99.00"


def test_unit_prices_fees_and_capital_are_never_due() -> None:
    reading = lines(
        ("Net à payer", "84,20 €"),
        "Prix du m³ : 4,12 € TTC, abonnement 29,50 €/mois",
        "Indemnité forfaitaire de recouvrement : 400,00 €",
        "Eaux du Vallon SA au capital de 1 000 000,00 €",
    )
    assert amount_of(reading) == "84.20"


def test_the_column_with_tax_is_taken_from_a_row_of_totals() -> None:
    texts: list[Text] = [
        (40, 60, "Facture n° 7"),
        (180, 90, "Montant HT"),
        (300, 90, "TVA"),
        (400, 90, "Montant TTC"),
        (40, 106, "Total facture"),
        (180, 106, "24,99"),
        (300, 106, "5,00"),
        (400, 106, "29,99"),
    ]
    assert amount_of(read(paper(texts))) == "29.99"


def test_an_announced_debit_is_a_sign_and_leaves_no_account_to_pay_to() -> None:
    reading = lines(
        ("Montant prélevé", "84,20 €"),
        "La somme sera prélevée le 15/09/2026 sur votre compte FR76 3000 **** **** 189",
        "Eaux du Vallon SA - IBAN FR76 3000 6000 0112 3456 7890 189",
    )
    assert "direct_debit" in signs_of(reading)
    assert due_of(reading) == date(2026, 9, 15)
    assert reading.payee_iban is None
    assert reading.means is not None
    assert reading.means.value is Means.DIRECT_DEBIT


def test_a_paid_bill_has_its_total_and_no_derived_due_date() -> None:
    reading = lines(
        ("Total TTC", "84,20 €"),
        ("Payé par carte bancaire le 03/09/2026", "-84,20 €"),
        ("Reste à payer", "0,00 €"),
        "Paiement à 30 jours",
    )
    assert amount_of(reading) == "84.20"
    assert "already_paid" in signs_of(reading)
    assert reading.due_on is None


def test_last_months_payment_does_not_make_a_bill_paid() -> None:
    reading = lines(
        ("Solde précédent", "50,00 €"),
        ("Paiement reçu, merci", "-50,00 €"),
        ("Montant dû", "84,20 €"),
    )
    assert "already_paid" not in signs_of(reading)


def test_a_credit_note_is_negative_and_has_no_due_date() -> None:
    data = listing(
        "Eaux du Vallon SA",
        "Avoir n° AV-7 du 03/09/2026",
        ("Total TTC", "84,20 €"),
        "Date d'échéance : 30/09/2026",
    )
    reading = read(data)
    assert amount_of(reading) == "-84.20"
    assert "credit_note" in signs_of(reading)
    assert reading.due_on is None


def test_a_balance_in_the_customers_favour_is_negative() -> None:
    reading = lines(("Trop-perçu en votre faveur", "90,00 €"))
    assert amount_of(reading) == "-90.00"
    assert "credit_note" in signs_of(reading)


def test_a_schedule_asks_for_its_next_instalment() -> None:
    reading = lines(
        "Votre échéancier",
        "05/10/2026   30,00 €",
        "05/11/2026   30,00 €",
        "05/12/2026   31,00 €",
    )
    assert amount_of(reading) == "30.00"
    assert due_of(reading) == date(2026, 10, 5)
    assert [str(money) for _, money in reading.schedule] == ["30.00", "30.00", "31.00"]


def test_instalments_that_add_up_to_the_total_are_its_schedule() -> None:
    reading = lines(
        ("Total payable, 31/03/2027", "786,00 €"),
        ("01/10/2026", "153,00 €"),
        ("01/11/2026", "211,00 €"),
        ("01/12/2026", "211,00 €"),
        ("01/01/2027", "211,00 €"),
        "As told on 27/08/2026 the fee is 25,00 €",
        "Closed on 19/11/2026. Key cards cost 5,59 €",
    )
    assert amount_of(reading) == "153.00"
    assert due_of(reading) == date(2026, 10, 1)
    assert len(reading.schedule) == 4


def test_a_reminder_is_due_on_its_own_date_not_on_the_old_one() -> None:
    reading = lines(
        "Objet : relance",
        "Votre facture arrivée à échéance le 10/09/2026 reste à régler.",
        ("Montant restant dû", "84,20 €"),
        "Merci de la régler avant le 15/10/2026.",
    )
    assert due_of(reading) == date(2026, 10, 15)
    assert "reminder" in signs_of(reading)


def test_the_american_order_is_taken_when_the_bill_proves_it() -> None:
    reading = read(
        listing(
            ("Invoice Date:", "11/03/2026"),
            ("Due Date:", "12/03/2026"),
            ("Paid on account", "11/17/2026"),
            ("Balance due", "$1,453.76"),
        )
    )
    assert due_of(reading) == date(2026, 12, 3)
    assert reading.amount is not None
    assert reading.amount.value == Money(145376, "USD")


@pytest.mark.parametrize("label", ["Client", "Bill to", "Rechnung an", "Livré à"])
def test_the_customers_company_is_not_the_biller(label: str) -> None:
    texts: list[Text] = [
        (40, 60, "Eaux du Vallon"),
        (300, 60, label),
        (300, 74, "Menuiserie Roussel SARL"),
        (40, 140, "Facture n° 7"),
        (40, 170, "Net à payer"),
        (300, 170, "84,20 €"),
        (40, 780, "Eaux du Vallon SA au capital de 10 000 € - eaux-du-vallon.example"),
    ]
    reading = read(paper(texts))
    assert reading.biller is not None
    assert reading.biller.value.startswith("Eaux du Vallon")


def test_an_account_cut_by_the_lines_end_is_put_together() -> None:
    reading = lines(
        "Merci de virer sur le compte indiqué : IBAN FR76 3000 6000",
        "0112 3456 7890 189 avant fin septembre",
    )
    assert reading.payee_iban is not None
    assert reading.payee_iban.value == "FR7630006000011234567890189"


def test_a_wrong_account_is_a_warning() -> None:
    reading = lines("IBAN FR76 3000 6000 0112 3456 7890 188")
    assert reading.warnings == ("iban_invalid",)


def test_the_period_of_service_is_read() -> None:
    reading = lines("Période du 01/08/2026 au 31/08/2026")
    assert reading.period is not None
    assert (reading.period.value.first, reading.period.value.last) == (
        date(2026, 8, 1),
        date(2026, 8, 31),
    )


def test_a_letter_without_a_bill_gives_no_amount() -> None:
    reading = read(
        listing(
            "Chère Alice,", "ton anniversaire le 03/09/2026 approche, on a mis 20,00 € de côté."
        )
    )
    assert reading.amount is None
    assert reading.due_on is None


def test_a_page_without_text_is_not_this_readers() -> None:
    data = paper([])
    assert not PdfText().reads(Source(Document(Form.PDF, "scan.pdf", data), pages_of(data)))
