"""Terms of payment in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.terms import terms_in

ISSUED = date(2026, 1, 20)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Paiement à 30 jours", date(2026, 2, 19)),
        ("Conditions de règlement : 45 jours date de facture", date(2026, 3, 6)),
        ("30 jours fin de mois", date(2026, 2, 28)),
        ("Règlement fin de mois + 10 jours", date(2026, 2, 10)),
        ("Payable à réception de facture", ISSUED),
        ("Terms: net 30", date(2026, 2, 19)),
        ("2/10 net 30 payment terms", date(2026, 2, 19)),
        ("Payment due within 14 days of invoice date", date(2026, 2, 3)),
        ("Zahlbar innerhalb von 14 Tagen ohne Abzug", date(2026, 2, 3)),
        ("Bitte überweisen Sie innerhalb von 30 Tagen auf das Konto", date(2026, 2, 19)),
        ("Zahlbar in 10 Tagen mit 2% Skonto, 30 Tage netto", date(2026, 2, 19)),
        ("Betaling binnen 14 dagen", date(2026, 2, 3)),
    ],
)
def test_terms_give_the_due_date(text: str, due: date) -> None:
    terms = terms_in([text])
    assert terms is not None
    assert terms.due(ISSUED) == due


@pytest.mark.parametrize(
    "text",
    [
        "Tout retard de paiement au-delà de 30 jours entraîne des pénalités",
        "Réclamation sous 15 jours, paiement compris",
        "Devis valable 30 jours, paiement à la commande",
        "Widerspruch innerhalb von 14 Tagen, Zahlung bleibt fällig",
        "Livraison sous 10 jours après paiement",
        "Consommation de 58 jours",
    ],
)
def test_other_spans_of_days_are_no_terms(text: str) -> None:
    assert terms_in([text]) is None


@given(st.integers(1, 180), st.dates(date(2000, 1, 1), date(2035, 12, 31)))
def test_the_end_of_the_month_is_never_before_the_days_are_over(days: int, issued: date) -> None:
    plain, month = terms_in([f"Paiement à {days} jours"]), terms_in([f"{days} jours fin de mois"])
    assert plain is not None
    assert month is not None
    assert issued < plain.due(issued) <= month.due(issued)
