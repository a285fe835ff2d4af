"""Days and amounts of a row are told by what they are to the bill."""

import pytest

from extract.looked import Looked
from extract.ranker.figures import BEFORE, DAY, DUE, LATER, MINUS, SAME, SUM, ZERO, marked
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

HEAD = [["Brasserie du Quai SARL"], ["Facture F-2031", "Date : 03/03/2026"]]
END = [["Net à payer", "120,00 €"]]


def signs_of(row: str, head: list[list[str]] | None = None) -> str:
    """The signs in the marked row, in their order."""
    rows = [*(HEAD if head is None else head), [row], *END]
    looked = Looked(sheet_of((page_of_rows(rows),)), "pdf_text")
    return "".join(c for c in marked(looked)[len(rows) - 2] if ord(c) >= ord(LATER))


@pytest.mark.parametrize(
    ("row", "signs"),
    [
        ("Prélèvement du 12/03/2026", LATER),
        ("Prélevé le 12/02/2026", BEFORE),
        ("Payé le 03/03/2026", SAME),
        ("Reste à payer : 0,00 €", ZERO),
        ("Montant 120,00 €", DUE),
        ("Remise -5,00 €", MINUS),
        ("Abonnement 12,50 €", SUM),
        ("Payé 120,00 € le 12/02/2026", DUE + BEFORE),
        ("Merci de votre confiance", ""),
    ],
)
def test_a_figure_is_told_by_what_it_is(row: str, signs: str) -> None:
    assert signs_of(row) == signs


def test_without_a_day_of_issue_a_day_is_neither_before_nor_after() -> None:
    assert signs_of("Échéance 12/02/2026", [["Période 01/01/2026 - 31/01/2026"]]) == DAY


def test_the_first_of_two_days_is_of_issue_where_no_label_says_so() -> None:
    assert signs_of("Rendez-vous 12/02/2026 09/03/2026", [["Brasserie du Quai"]]) == SAME + LATER


def test_american_days_are_read_month_first() -> None:
    head = [["Alder Creek Water"], ["Invoice date: 03/13/2026"]]
    assert signs_of("Auto debit on 04/02/2026", head) == LATER
    assert signs_of("Auto debit on 02/04/2026", head) == BEFORE
