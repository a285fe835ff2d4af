"""A domain stands for the printed name that begins as it reads."""

import pytest

from extract.looked import Looked
from extract.ranker.model import Ranked
from extract.ranker.name_pieces import Piece
from extract.ranker.questions import names_asked
from extract.ranker.spelled_out import spelled_out
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows

FOOT = "SIRET 997 238 514 00993 / Office de l'Habitat de Villeneuve-les-Prés"


def answered(rows: list[str], how: str = "domain") -> str:
    """What becomes of the first piece found that way."""
    asked = names_asked(Looked(sheet_of((page_of_rows([[row] for row in rows]),)), "pdf_text"))
    ranked = [Ranked(0.5, i, asked) for i in range(len(asked.keys))]
    piece = next(p for p in asked.candidates if isinstance(p, Piece) and p.how == how)
    return spelled_out(ranked, piece).text


def test_a_domain_that_is_cut_short_is_read_as_the_printed_name() -> None:
    rows = ["Facture", "www.office-de-l-habitat-de.fr", FOOT]
    assert answered(rows) == "Office de l'Habitat de Villeneuve-les-Prés"


@pytest.mark.parametrize(
    "rows",
    [
        ["www.office-de-l-habitat-de.fr", "Régie des eaux de Villeneuve"],
        ["www.office.fr", "Office de tourisme de Villeneuve"],
    ],
    ids=["another name", "a short word"],
)
def test_other_names_are_not_taken_for_it(rows: list[str]) -> None:
    assert answered(rows).startswith("office")


def test_a_printed_name_stays() -> None:
    assert answered(["Office de l'Habitat", FOOT], how="cell") == "Office de l'Habitat"
