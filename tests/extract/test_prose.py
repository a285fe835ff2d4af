"""Terms in words: a date to pay by is told from a discount's and from a condition's."""

from datetime import date

import pytest

from extract.prose import debit_in, due_after, due_in, is_applied_at

SKONTO = (
    "Zahlbar innerhalb 30 Tagen netto bis 04.07.2026, 3% Skonto innerhalb 10 Tagen bis 15.06.2026"
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (SKONTO, date(2026, 7, 4)),
        ("3% Skonto bis 15.06.2026; Zahlbar ohne Abzug bis zum 4. Juli 2026", date(2026, 7, 4)),
        ("Zahlbar bis 06.06.2026 mit 2 % Skonto oder bis 04.07.2026 ohne Abzug", date(2026, 7, 4)),
        ("Payable avant le 06/06/2026 avec escompte ou avant le 04/07/2026 net", date(2026, 7, 4)),
        ("À régler avant le 12/03/2026. Merci.", date(2026, 3, 12)),
        ("Paiement sans escompte au plus tard le 12 mars 2026", date(2026, 3, 12)),
        ("The amount is payable before 2026-03-12.", date(2026, 3, 12)),
        ("Der Betrag wird am 05.12.2026 von Ihrem Konto abgebucht.", date(2026, 12, 5)),
        ("Escompte de 2 % pour paiement avant le 12/03/2026", None),
        ("Bei Zahlung bis zum 06.06.2026 zahlen Sie mit 2,00 % Skonto 230,73", None),
        ("Wir würden dann zu der Fälligkeit 21.05.2026 abbuchen", None),
        ("Lieferdatum 01.02.2026", None),
        ("14 Tage", None),
        ("", None),
    ],
)
def test_only_the_day_for_the_whole_amount_is_due(text: str, due: date | None) -> None:
    found = due_in(text)
    assert (found and found[0]) == due
    assert found is None or found[1] in " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Der Rechnungsbetrag wird am 05.12.2026 von Ihrem Konto abgebucht.",
        "Le montant sera prélevé le 5 décembre.",
        "Your card will be charged on 5 December.",
    ],
)
def test_an_announced_debit_is_quoted(text: str) -> None:
    assert debit_in(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Wir würden den Beitrag von Ihrem Konto abbuchen.",
        "If you agree, it will be debited each month.",
        "Bitte überweisen Sie.",
    ],
)
def test_a_debit_under_a_condition_is_none(text: str) -> None:
    assert debit_in(text) is None


def test_a_long_text_takes_no_long_time() -> None:
    assert due_in("wird " * 200_000) is None
    assert debit_in("wird " * 200_000) is None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("14 Tage", date(2026, 3, 16)),
        ("Zahlbar innerhalb 14 Tagen netto.", date(2026, 3, 16)),
        ("30 jours fin de mois", date(2026, 4, 30)),
        ("Payment within 10 days, 2% discount", None),
        ("#SKONTO#TAGE=7#PROZENT=2.00#", None),
        ("Merci de votre confiance", None),
    ],
)
def test_terms_of_days_count_from_the_day_of_issue(text: str, due: date | None) -> None:
    found = due_after(text, date(2026, 3, 2))
    assert (found and found[0]) == due


@pytest.mark.parametrize(
    "text",
    [
        "Ratenzahlung möglich: 3 Raten zu je 85,17 €, Antrag bis #.",
        "Pay in 3 instalments of $63.84: apply before #. Make checks payable to us.",
        "Demandez l'échelonnement avant le #.",
        "Attivi l'addebito diretto entro il # e riceverà 5 € di sconto.",
    ],
)
def test_the_last_day_of_an_application_is_known_by_its_clause(text: str) -> None:
    assert is_applied_at(text, text.index("#"))


@pytest.mark.parametrize(
    "text",
    [
        "Zahlbar bis #, Stundung nur auf Antrag.",
        "À payer avant le #. Demandez un délai en ligne.",
        "Payable by #; you can apply for help at any time.",
    ],
)
def test_an_application_of_another_clause_leaves_the_day_to_pay(text: str) -> None:
    assert not is_applied_at(text, text.index("#"))
