"""A letterhead in two lines is one name where both are names and the second bears the legal form."""

import pytest

from extract.billers import key_of
from extract.looked import Looked
from extract.ranker.model import Ranked
from extract.ranker.name_pieces import Piece
from extract.ranker.questions import names_asked
from extract.ranker.two_lines import whole_name
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


def answered(rows: list[str], chosen: str, likely: float = 0.95) -> str:
    """What becomes of the piece of that text; every name of the page has the same chance."""
    asked = names_asked(Looked(sheet_of((page_of_rows([[row] for row in rows]),)), "pdf_text"))
    ranked = [Ranked(likely, i, asked) for i in range(len(asked.keys))]
    pieces = [c for c in asked.candidates if isinstance(c, Piece)]
    piece = next(p for p in pieces if p.text == chosen.rstrip(".") and p.how == "cell")
    return whole_name(ranked, piece).text


HEAD = ["Alpina Nord", "Versicherungsverein Seestadt a.G.", "Seeweg 4"]


@pytest.mark.parametrize("chosen", HEAD[:2])
def test_either_line_of_a_head_stands_for_the_whole_name(chosen: str) -> None:
    assert answered(HEAD, chosen) == "Alpina Nord Versicherungsverein Seestadt a.G."


@pytest.mark.parametrize(
    "rows",
    [
        ["Alpina Nord", "Seestadt", "Seeweg 4"],
        ["Alpina Nord GmbH", "Seestadt Verwaltung AG"],
        ["Rechnung", "Seite eins", "Alpina Nord", "Versicherungsverein Seestadt a.G."],
    ],
    ids=["no legal form", "two firms", "not at the head"],
)
def test_other_lines_stay_apart(rows: list[str]) -> None:
    chosen = next(row for row in rows if row.startswith("Alpina"))
    assert key_of(answered(rows, chosen)) == key_of(chosen)


def test_a_line_that_is_hardly_a_name_is_no_part_of_one() -> None:
    assert answered(HEAD, HEAD[0], likely=0.5) == HEAD[0]


def test_without_any_ranking_a_name_stays() -> None:
    sheet = sheet_of((page_of_rows([[row] for row in HEAD]),))
    piece = names_asked(Looked(sheet, "pdf_text")).candidates[0]
    assert isinstance(piece, Piece)
    assert whole_name((), piece) is piece
