"""Must I act? Each sentence is a law of the product."""

from dataclasses import replace
from datetime import date

import pytest

from classify.judge import judge
from flow.analyse import analyse
from models.money import Money
from models.reading import Found, Reading
from models.verdict import Kind
from tests.classify.cases import bill_reading, found, letter, letter_with_paper, mail, paper
from tests.flow import post

AMOUNT = bill_reading().amount
BILL = "FACTURE n° F-2025-17 du 20/09/2025\nTotal TTC 84,20 €\n"

DEBITED = (
    "Cette somme sera prélevée sur votre compte le 20/10/2025.",
    "Vous serez prélevé d'un montant de 84,20 € à partir du 20/10/2025",
    "Mode de paiement : prélèvement automatique le 20/10/2025",
    "We will collect this amount by Direct Debit on 20 October 2025.",
    "£84.20 will be taken from your bank account on 20 October.",
    "Your card ending 4412 will be charged on 20 October 2025.",
    "Der Betrag wird am 20.10.2025 von Ihrem Konto abgebucht.",
    "Wir buchen den Betrag am 20.10.2025 von Ihrem Konto ab.",
)
PAID = (
    "Facture acquittée le 20/09/2025 par carte bancaire.",
    "Nous avons bien reçu votre paiement. Merci.",
    "Je soussigné certifie avoir reçu la somme de 84,20 € par chèque.",
    "Reste à payer : 0,00 €",
    "This invoice has been paid in full. Thank you for your payment.",
    "Amount due: £0.00",
    "Betrag dankend erhalten. Die Rechnung ist bereits bezahlt.",
)
OFFERS = (
    "Pensez au prélèvement automatique : adhérez en ligne.",
    "Vous pouvez aussi payer par prélèvement, la somme sera alors prélevée le 25.",
    "Si vous avez déjà réglé cette facture, merci de ne pas tenir compte de ce message.",
    "TVA acquittée sur les encaissements.",
    "Set up a Direct Debit and save £20 a year.",
    "If you have already paid this bill, please ignore this letter.",
    "Receipt\nPayment part\nAccount / Payable to",
    "Sollten Sie bereits gezahlt haben, betrachten Sie dieses Schreiben als gegenstandslos.",
)


@pytest.mark.parametrize("words", DEBITED)
def test_a_bill_that_announces_a_debit_is_never_to_pay(words: str) -> None:
    verdict = judge(paper(BILL + words, bill_reading()))
    assert verdict.kind is Kind.TO_BE_DEBITED


@pytest.mark.parametrize("words", PAID)
def test_a_bill_that_says_it_is_paid_is_a_receipt(words: str) -> None:
    verdict = judge(paper(BILL + words, bill_reading()))
    assert verdict.kind is Kind.RECEIPT


@pytest.mark.parametrize("words", OFFERS)
def test_offers_and_conditions_are_neither_debit_nor_payment(words: str) -> None:
    text = BILL + "Merci de régler avant le 20/10/2025 par virement.\n" + words
    assert judge(paper(text, bill_reading())).kind is Kind.TO_PAY


def test_an_unexplained_word_of_debit_keeps_to_pay_from_being_sure() -> None:
    text = BILL + "Net à payer avant le 20/10/2025 : 84,20 €\n"
    page = Found("to_pay", "pdf_text", "Net à payer", 0.95)
    seen = replace(bill_reading(), kind=page)
    sure = judge(paper(text, seen))
    doubtful = judge(paper(text + "RUM du prélèvement LUM-4471", seen))
    assert sure.kind is doubtful.kind is Kind.TO_PAY
    assert sure.confidence >= 0.9 > doubtful.confidence


def test_a_debit_that_was_is_never_surely_one_that_will_be() -> None:
    page = Found("to_be_debited", "pdf_text", "votre compte", 0.99)
    seen = replace(bill_reading(), kind=page)
    was = judge(paper(BILL + "Ce montant a été débité de votre compte le 12/10/2025.", seen))
    will = judge(paper(BILL + "Ce montant sera débité de votre compte le 12/11/2025.", seen))
    assert will.kind is Kind.TO_BE_DEBITED
    assert will.confidence >= 0.9 > was.confidence


def test_words_of_a_debit_yield_to_a_page_that_is_nearly_certain() -> None:
    text = BILL + "Net à payer avant le 20/10/2025 : 84,20 €\nDate de prélèvement : sans objet"
    likely, certain = (
        judge(paper(text, replace(bill_reading(), kind=Found("to_pay", "pdf_text", "Net", sure))))
        for sure in (0.95, 0.98)
    )
    assert likely.kind is certain.kind is Kind.TO_PAY
    assert certain.confidence >= 0.9 > likely.confidence


def test_a_payment_without_an_amount_is_not_sure() -> None:
    stamped = replace(bill_reading(), kind=Found("receipt", "pdf_text", "PAYÉ", 0.99))
    text = BILL + "Facture acquittée. Payée le 10/10/2025 par carte bancaire.\n"
    sure, doubtful = (
        judge(paper(text, replace(stamped, amount=amount))) for amount in (AMOUNT, None)
    )
    assert sure.kind is doubtful.kind is Kind.RECEIPT
    assert sure.confidence >= 0.9 > doubtful.confidence


def test_a_bill_without_a_word_that_money_was_received_is_not_surely_paid() -> None:
    page = replace(bill_reading(), kind=Found("receipt", "pdf_text", "Many thanks", 0.99))
    open_bill = "Greenway Garden Care\nINVOICE G-118\nTotal £84.20\nBACS 30-90-11. Many thanks."
    taken = "Greenway Garden Care\nINVOICE G-118\nTotal £84.20\nPaid by card. Receipt no. 7"
    doubtful, sure = (judge(paper(text, page)) for text in (open_bill, taken))
    assert doubtful.confidence < 0.9
    assert sure.kind is Kind.RECEIPT
    assert sure.confidence >= 0.9


def test_a_paper_without_a_word_that_money_was_received_is_not_surely_a_receipt() -> None:
    page = replace(bill_reading(), kind=Found("receipt", "pdf_text", "Gesamtsumme", 0.99))
    assert judge(paper("Bäckerei Ähre\nBrot 4,20\nGesamtsumme 84,20 EUR", page)).confidence < 0.9


def test_what_is_to_be_paid_is_no_word_that_money_was_received() -> None:
    page = replace(bill_reading(), kind=Found("receipt", "pdf_text", "Facture", 0.99))
    for asks in ("À payer : 84,20 €", "Somme à régler 84,20 €", "Total à acquitter 84,20 €"):
        assert judge(paper(f"Menuiserie Aubin\nFacture n° 6726\n{asks}", page)).confidence < 0.9


@pytest.mark.parametrize(
    "words",
    ["Alquiler por domiciliación bancaria", "Importo con addebito in conto", "Recouvré par LSV+"],
)
def test_words_of_a_debit_in_other_languages_keep_to_pay_from_being_sure(words: str) -> None:
    page = replace(bill_reading(), kind=Found("to_pay", "pdf_text", "Total", 0.95))
    told = judge(paper(f"{BILL}Total 84,20 EUR\n{words}", page))
    assert told.kind is not Kind.TO_PAY or told.confidence < 0.9


DEBIT = "Ce montant sera débité de votre compte le 12/11/2025."


@pytest.mark.parametrize(
    "asked",
    [
        "Bitte überweisen Sie den Rückstand von 44,90 € auf DE89 3704 0044 0532 0130 00.",
        "Merci de régler l'arriéré de 44,90 € par virement.",
        "Please pay the arrears of £44.90 by bank transfer.",
    ],
)
def test_a_debit_beside_a_transfer_that_is_asked_for_is_not_sure(asked: str) -> None:
    page = replace(bill_reading(), kind=Found("to_be_debited", "pdf_text", "débité", 0.99))
    sure, doubtful = (judge(paper(BILL + DEBIT + more, page)) for more in ("", "\n" + asked))
    assert sure.kind is Kind.TO_BE_DEBITED
    assert sure.confidence >= 0.9 > doubtful.confidence


@pytest.mark.parametrize(
    "beside",
    [
        "À payer avant le 10/12/2026.",
        "Please pay by 11 December 2026.",
        "Zahlbar bis zum 10.12.2026.",
        "Pague antes del 10-12-2026.",
        "Da pagare entro il 10/12/2026.",
        "Te betalen voor 10-12-2026.",
    ],
)
def test_a_debit_beside_a_day_to_pay_by_is_not_sure(beside: str) -> None:
    page = replace(bill_reading(), kind=Found("to_be_debited", "pdf_text", "débité", 0.99))
    told = judge(paper(f"{BILL}{DEBIT}\n{beside}", page))
    assert told.kind is not Kind.TO_BE_DEBITED or told.confidence < 0.9


@pytest.mark.parametrize(
    "offer",
    [
        "Pour les abonnés mensualisés, le prélèvement aura lieu plus tard.",
        "Customers paying by Direct Debit will be debited later.",
        "Bei erteiltem SEPA-Mandat wird der Betrag später abgebucht.",
        "Si domicilia sus recibos, el cargo se realizará más tarde.",
        "Per chi ha attivato la domiciliazione l'addebito segue.",
        "Bij automatische incasso schrijven wij later af.",
    ],
)
def test_a_debit_for_those_who_choose_it_leaves_a_bill_to_pay_and_not_sure(offer: str) -> None:
    page = replace(bill_reading(), kind=Found("to_be_debited", "pdf_text", "débité", 0.99))
    told = judge(paper(f"{BILL}{DEBIT}\n{offer}", page))
    assert told.kind is Kind.TO_PAY
    assert told.confidence < 0.9


def test_a_debit_that_failed_and_is_asked_for_by_hand_is_a_reminder_and_not_sure() -> None:
    page = replace(bill_reading(), kind=Found("to_be_debited", "pdf_text", "débité", 0.99))
    failed = "Votre banque a rejeté le prélèvement de 84,20 €. Merci de régler par virement.\n"
    told = judge(paper(BILL + failed + "Vos prochaines factures seront prélevées.", page))
    assert told.kind is Kind.REMINDER
    assert told.confidence < 0.9


@pytest.mark.parametrize("name", ["delivery_note", "quote"])
def test_a_paper_that_calls_itself_no_bill_is_not_surely_to_pay(name: str) -> None:
    text = BILL + "Net à payer avant le 20/10/2025 : 84,20 €\n"
    page = replace(bill_reading(), kind=Found("to_pay", "pdf_text", "Net à payer", 0.98))
    called = Found(name, "pdf_text", "Bon de livraison", 0.9)
    titled = Found("invoice_title", "pdf_text", "Facture", 0.9)
    alone, both = (
        judge(paper(text, replace(page, signs=signs))) for signs in ((called,), (called, titled))
    )
    assert alone.confidence < 0.9
    assert both.kind is Kind.TO_PAY
    assert both.confidence >= 0.9


def test_a_kind_is_sure_in_a_picture_only_where_it_is_nearly_certain() -> None:
    text = BILL + "Net à payer avant le 20/10/2025 : 84,20 €\n"
    told = []
    for chance in (0.6, 0.8, 0.9, 0.93, 0.96, 0.99):
        on_page, in_picture = (
            judge(paper(text, replace(bill_reading(), kind=Found("to_pay", source, "Net", chance))))
            for source in ("pdf_text", "ocr_small")
        )
        told.append(on_page.confidence)
        wanted = on_page.confidence if on_page.confidence >= 0.96 else 0.8
        assert in_picture.confidence == min(on_page.confidence, wanted)
    assert min(told) < 0.96 <= max(told)


def test_instalments_that_were_read_keep_to_pay_from_being_sure() -> None:
    text = BILL + "Net à payer avant le 20/10/2025 : 84,20 €\n"
    seen = replace(bill_reading(), kind=Found("to_pay", "pdf_text", "Net à payer", 0.95))
    half = Money.of("42.10", "EUR")
    parts = ((date(2025, 10, 20), half), (date(2025, 11, 20), half))
    sure = judge(paper(text, seen))
    doubtful = judge(paper(text, replace(seen, schedule=parts)))
    assert sure.kind is Kind.TO_PAY
    assert sure.confidence >= 0.9
    assert doubtful.confidence < 0.9 or doubtful.kind is not Kind.TO_PAY


def test_a_reminder_with_its_bill_attached_is_a_reminder() -> None:
    message = mail("Relance : facture F-2025-17 impayée", "Sauf erreur, elle n'est pas réglée.")
    case = letter_with_paper(message, BILL + "Net à payer 84,20 €", bill_reading())
    assert judge(case).kind is Kind.REMINDER


def test_a_failed_debit_is_a_reminder() -> None:
    message = mail(
        "Votre prélèvement a été rejeté",
        "Le prélèvement de votre facture de 84,20 € a été rejeté. Merci de régler avant le 20/10.",
    )
    assert judge(letter(message)).kind is Kind.REMINDER


def test_a_negative_amount_from_an_e_invoice_is_a_credit_note() -> None:
    reading = Reading("ubl", amount=found(Money.of("-84.20", "EUR")), number=found("A-1"))
    assert judge(paper("AVOIR n° A-1\n-84,20 €", reading)).kind is Kind.CREDIT_NOTE


def test_a_schedule_is_known_by_its_title_or_by_one_amount_at_many_dates() -> None:
    rows = "\n".join(f"05/{month:02}/2026 46,00 €" for month in range(1, 11))
    titled = judge(paper("Votre échéancier de paiement\n" + rows))
    untitled = judge(paper("Impôt foncier 2026\nMontants prélevés\n" + rows))
    assert titled.kind is untitled.kind is Kind.SCHEDULE


def test_a_bill_that_waits_in_the_portal_is_on_portal() -> None:
    message = mail(
        "Votre facture est disponible",
        "Votre facture est disponible dans votre espace client. Connectez-vous pour la consulter.",
    )
    assert judge(letter(message)).kind is Kind.ON_PORTAL


def test_a_portal_notice_with_the_debit_in_it_says_debit() -> None:
    message = mail(
        "Votre facture est disponible",
        "Votre facture de 34,99 € est disponible dans votre espace client. "
        "Elle sera prélevée le 05/11/2025.",
    )
    assert judge(letter(message)).kind is Kind.TO_BE_DEBITED


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("5 conseils pour réduire votre facture", "Profitez de nos astuces ! Se désabonner"),
        ("Votre code de vérification", "Votre code à usage unique est 482913."),
        ("Votre bulletin de paie d'octobre", "Votre fiche de paie est disponible."),
        ("Devis n° D-118", "Veuillez trouver notre devis de 924,39 €, valable 30 jours."),
        ("Dîner samedi ?", "Tu apportes le dessert ? Bises, Bob"),
        ("Vous avez un nouveau remboursement", "31,40 € versés pour vos soins. Part mutuelle."),
    ],
)
def test_mail_that_asks_for_nothing_is_other_and_not_filed(subject: str, text: str) -> None:
    verdict = judge(letter(mail(subject, text)))
    assert verdict.kind is Kind.OTHER
    assert verdict.folder == ""


def test_what_nobody_could_read_is_never_sure() -> None:
    verdict = judge(paper(""))
    assert verdict.confidence <= 0.3
    assert verdict.because[0].sentence == "Nothing could be read here."


def test_an_unread_scan_sent_with_a_bill_mail_waits_for_a_look() -> None:
    message = mail("Votre facture", "Bonjour, votre facture en pièce jointe.")
    case = letter_with_paper(message, "", Reading("none"))
    assert judge(case).confidence <= 0.5


def test_a_standing_phrase_quoted_by_a_reader_is_not_a_sign() -> None:
    phrase = Found("already_paid", "pdf_text", "TVA acquittée sur les encaissements", 0.6)
    text = BILL + "Net à payer avant le 20/10/2025 par virement"
    verdict = judge(paper(text, bill_reading(signs=(phrase,))))
    assert verdict.kind is Kind.TO_PAY


def test_every_reason_of_the_kind_comes_with_its_quote() -> None:
    verdict = judge(paper(BILL + DEBITED[0], bill_reading()))
    assert "prélevée sur votre compte" in verdict.because[0].quote
    assert "{quote}" in verdict.because[0].sentence


@pytest.mark.parametrize(
    "words",
    [
        "We will charge the card ending in 4242 on 28 November 2026.",
        "We'll automatically charge your Visa ending 4242.",
        "Votre carte se terminant par 4242 sera débitée le 28/11/2026.",
    ],
)
def test_a_card_that_will_be_charged_needs_no_payment(words: str) -> None:
    raw = post.letter(
        f"Invoice INV-20331, 12.00 USD, due 28 November 2026. {words}\n", subject="Your invoice"
    )
    assert analyse(raw, "a.eml")["kind"] == "to_be_debited"
