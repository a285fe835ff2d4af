"""Signs of what must (not) be done."""

import pytest

from extract.signs import signs_in


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("La somme de 84,20 € sera prélevée le 05/09/2026 sur votre compte", "direct_debit"),
        ("We'll collect £57.61 by Direct Debit on or around 30 March", "direct_debit"),
        ("Der Betrag wird am 06.05.2025 von Ihrem Konto abgebucht", "direct_debit"),
        ("Den Beitrag ziehen wir am 31. Januar per Lastschrift ein", "direct_debit"),
        ("Het bedrag wordt op 15 juli automatisch afgeschreven", "direct_debit"),
        ("Échéance Prélèvement le Montant", "direct_debit"),
        ("Ces sommes seront présentées automatiquement à votre banque", "direct_debit"),
        ("FACTURE ACQUITTÉE", "already_paid"),
        ("Payé par carte bancaire le 08/02/2026", "already_paid"),
        ("Reste à payer : 0,00 €", "already_paid"),
        ("Your card was charged. Paid on June 11", "already_paid"),
        ("Betrag dankend erhalten", "already_paid"),
        ("Factuur is reeds betaald", "already_paid"),
        ("Avoir n° AV-2017-0005", "credit_note"),
        ("Solde en votre faveur", "credit_note"),
        ("CREDIT NOTE", "credit_note"),
        ("Gutschrift", "credit_note"),
        ("Saldo a su favor: 12,00 €", "credit_note"),
        ("NOTA DI CREDITO n. 12", "credit_note"),
        ("MISE EN DEMEURE DE PAYER", "reminder"),
        ("Objet : 2e relance", "reminder"),
        ("FINAL REMINDER", "reminder"),
        ("1. Mahnung", "reminder"),
        ("Betalingsherinnering", "reminder"),
        ("Votre échéancier de cotisations", "schedule"),
        ("Ticket de caisse", "receipt"),
        ("Receipt #4411", "receipt"),
        ("Votre facture est disponible dans votre espace client", "portal_notice"),
        ("Your bill is ready to view online", "portal_notice"),
        ("DEVIS n° 2024-18", "quote"),
        ("Angebot", "quote"),
        ("Bon de commande", "order"),
        ("Bulletin de paie", "payslip"),
        ("Facture n° 42", "invoice_title"),
    ],
)
def test_a_sentence_gives_its_sign_with_itself_as_quote(text: str, sign: str) -> None:
    found = dict(signs_in([text]))
    assert sign in found
    assert found[sign] in text


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Si vous avez déjà payé, ne tenez pas compte de ce courrier", "already_paid"),
        ("Passez au prélèvement automatique et gagnez 10 €", "direct_debit"),
        ("If you have already paid, please ignore this letter", "already_paid"),
        ("Already paid? Thank you.", "already_paid"),
        ("Rappel de facture impayée", "already_paid"),
        ("Cet avis ne vaut pas quittance", "receipt"),
        ("Je règle par chèque", "already_paid"),
        ("Estimated annual cost", "quote"),
        ("Quote-part", "quote"),
        ("Herinneringskosten zijn 15,61 €", "reminder"),
        ("Aanmaningskosten: 40,00 €", "reminder"),
        ("Bonjour, votre facture est arrivée", "receipt"),
        ("Lieferscheinnummer: 4711", "delivery_note"),
        ("La somme de 41,20 € a été prélevée le 10/11/2026 sur votre compte", "direct_debit"),
        ("Modes de paiement : prélèvement automatique, TIP SEPA, chèque, virement", "direct_debit"),
        ("Payment options: by Direct Debit on the 5th, card, bank transfer", "direct_debit"),
    ],
)
def test_conditions_offers_and_denials_are_no_signs(text: str, sign: str) -> None:
    assert sign not in dict(signs_in([text]))


def test_a_bill_that_is_debited_may_name_ways_that_are_not_wanted() -> None:
    told = "Votre facture sera prélevée le 5 octobre : n'envoyez ni chèque ni virement"
    assert "direct_debit" in dict(signs_in([told]))


def test_a_sentence_that_runs_over_two_lines_is_put_together() -> None:
    lines = (
        "Nous vous informons que la somme totale de votre facture du mois de septembre sera",
        "prélevée le 5 octobre.",
    )
    assert "direct_debit" in dict(signs_in(lines))
