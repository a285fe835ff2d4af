"""Under a head that names its columns, each printed row with a sum is a line of the bill."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.line_items.printed_lines import printed_lines
from extract.page import Line, Page, Word
from extract.pdf_words import pages_of
from models.money import Money
from models.reading import Box, LineItem
from tests.extract.papers import paper

LEFTS = (40.0, 300.0, 360.0, 430.0, 500.0)
Rows = Sequence[Sequence[str]]


def page_of(rows: Rows, number: int = 1, top: float = 100.0) -> Page:
    """Rows 16 points apart; the cells of a row in the columns LEFTS, figures flush right."""
    lines = []
    for i, row in enumerate(rows):
        words = [w for left, cell in zip(LEFTS, row, strict=False) for w in _words(cell, left)]
        y = top + 16 * i
        lines.append(Line(tuple(Word(t, Box(x, y, x + 5 * len(t), y + 10)) for t, x in words)))
    return Page(number, 595, 842, tuple(line for line in lines if line.words))


def _words(cell: str, left: float) -> list[tuple[str, float]]:
    shift, placed = 0, []
    right = left + 50 - 5 * len(cell) if left > LEFTS[0] else left
    for word in cell.split():
        placed.append((word, right + 5 * shift))
        shift += len(word) + 1
    return placed


def lines_of(*pages: Rows) -> tuple[LineItem, ...]:
    return printed_lines([page_of(rows, i + 1) for i, rows in enumerate(pages)], "EUR")


HEADS = [
    ("Désignation", "Qté", "Prix unitaire HT", "TVA", "Montant HT"),
    ("Description", "Quantity", "Unit price", "VAT", "Amount"),
    ("Bezeichnung", "Menge", "Einzelpreis", "MwSt.", "Gesamtpreis"),
    ("Descripción", "Cantidad", "Precio", "IVA", "Importe"),
    ("Descrizione", "Quantità", "Prezzo", "IVA", "Importo"),
    ("Omschrijving", "Aantal", "Prijs", "BTW", "Bedrag"),
]
ROWS = [
    ("Filtre à eau", "2", "12,50", "20 %", "25,00"),
    ("modèle long",),
    ("Main d'œuvre", "1,5", "40,00", "20 %", "60,00"),
]


@pytest.mark.parametrize("head", HEADS, ids=[head[0] for head in HEADS])
def test_a_table_is_read_in_every_language(head: Sequence[str]) -> None:
    first, second = lines_of([head, *ROWS, ("Total", "", "", "", "85,00")])
    assert first == LineItem(
        "Filtre à eau modèle long", Decimal(2), Decimal("12.50"), Money.of("25.00", "EUR"), None,
        Decimal(20),
    )  # fmt: skip
    assert (second.description, second.quantity) == ("Main d'œuvre", Decimal("1.5"))


def test_totals_and_what_follows_are_no_lines() -> None:
    tail = [
        ("Sous-total", "", "", "", "85,00"),
        ("TVA 20 %", "", "", "", "17,00"),
        ("Frais", "", "", "", "3,00"),
    ]
    assert len(lines_of([HEADS[0], *ROWS, *tail])) == 2


def test_after_a_subtotal_only_rows_that_multiply_are_lines() -> None:
    more = [("Sous-total", "", "", "", "85,00"), ("Pose", "3", "10,00", "20 %", "30,00")]
    assert [str(line.net) for line in lines_of([HEADS[0], *ROWS, *more])] == [
        "25.00",
        "60.00",
        "30.00",
    ]


def test_a_table_goes_on_over_the_page() -> None:
    second = [
        ("Vallon SA",),
        ("page 2", "", "", "", "1,00"),
        ("Pose", "3", "10,00", "20 %", "27,00"),
    ]
    nets = [str(line.net) for line in lines_of([HEADS[0], *ROWS], second)]
    assert nets == ["25.00", "60.00", "27.00"]


def test_a_table_of_taxes_or_payments_is_none() -> None:
    taxes = [("TVA", "Base", "Montant"), ("20 %", "85,00", "17,00")]
    payments = [("Paiement", "Date", "Montant"), ("Virement", "01/02/2026", "20,00")]
    assert lines_of(taxes) == lines_of(payments) == ()


def test_two_columns_are_a_table_when_nothing_else_stands_on_the_head() -> None:
    found = lines_of([("Libellé", "", "", "", "Montant"), ("Loyer mars", "", "", "", "640,00")])
    assert [(line.description, str(line.net)) for line in found] == [("Loyer mars", "640.00")]
    letter = [("Notre service a noté votre montant hier",), ("Loyer", "", "", "", "640,00")]
    assert lines_of(letter) == ()


def test_sums_with_tax_are_told_apart() -> None:
    head = ("Produit", "Qté", "Prix", "TVA", "Total TTC")
    (line,) = lines_of([head, ("Lampe", "1", "20,00", "20 %", "24,00")])
    assert line.net is None
    assert line.gross == Money.of("24.00", "EUR")


def test_a_drawn_pdf_is_read_the_same() -> None:
    rows = [HEADS[0], *ROWS]
    texts = [
        (left, 100 + 16 * i, cell)
        for i, row in enumerate(rows)
        for left, cell in zip((40, 250, 320, 420, 500), row, strict=False)
    ]
    found = printed_lines(pages_of(paper(texts)), "EUR")
    assert [str(line.net) for line in found] == ["25.00", "60.00"]


CELLS = st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=12)


@given(CELLS)
def test_any_rows_under_a_head_are_answered(rows: list[list[str]]) -> None:
    found = lines_of([HEADS[0], *rows])
    assert all(line.net is not None or line.gross is not None for line in found)


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(1, 99_999)), min_size=1, max_size=12))
def test_every_row_is_found_once_and_its_figures_are_exact(
    goods: list[tuple[int, int]],
) -> None:
    rows = [
        (f"Article {chr(97 + i)}", str(n), f"{p / 100:.2f}", "20 %", f"{n * p / 100:.2f}")
        for i, (n, p) in enumerate(goods)
    ]
    found = lines_of([HEADS[0], *rows])
    assert [(line.quantity, line.net) for line in found] == [
        (Decimal(n), Money(n * p, "EUR")) for n, p in goods
    ]
