"""A cell's names: cut at signs and commas, but partners of one firm stay together."""

import pytest

from extract.ranker.name_pieces import pieces_of
from extract.sheet import sheet_of
from tests.extract.sheets import page_of_rows


def names(row: str) -> set[str]:
    """The names that a row may hold."""
    return {piece.text for piece in pieces_of(sheet_of((page_of_rows([[row]]),)))}


@pytest.mark.parametrize(
    ("row", "name", "never"),
    [
        (
            "Smith, Jones & Brown LLP, 12 High Street",
            "Smith, Jones & Brown LLP",
            "Jones & Brown LLP",
        ),
        ("Roux, Petit et Fils - 44000 Nantes", "Roux, Petit et Fils", "Petit et Fils"),
        ("Adler, Berg, Conrad & Dorn, Bonn", "Adler, Berg, Conrad & Dorn", "Conrad & Dorn"),
    ],
)
def test_partners_of_one_firm_are_one_name(row: str, name: str, never: str) -> None:
    assert name in names(row)
    assert never not in names(row)


def test_a_comma_and_a_stroke_part_other_things() -> None:
    assert "Delcourt & Delcourt" in names("Delcourt & Delcourt, huissiers")
    assert "Office de l'Habitat" in names("SIRET 997 238 514 00993 / Office de l'Habitat")
