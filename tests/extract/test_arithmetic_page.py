"""What does not add up is named; what something on the page explains is not."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.arithmetic_page import doubts_of
from extract.merge import Merge
from extract.pdf_words import pages_of
from extract.reader import Source
from extract.readers.pdf_text import PdfText
from models.document import Document, Form
from models.money import Money
from models.reading import LineItem
from tests.extract.cast import bill
from tests.extract.papers import listing


def doubts(*rows: tuple[str, str], lines: tuple[LineItem, ...] = ()) -> tuple[str, ...]:
    return doubts_of(pages_of(listing("Facture", *rows)), lines)


def line(quantity: str, price: str, net: str) -> LineItem:
    return LineItem("x", Decimal(quantity), Decimal(price), Money.of(net, "EUR"))


@pytest.mark.parametrize(
    ("net", "gross"),
    [
        ("Total HT", "Total TTC"),
        ("Subtotal", "Grand total"),
        ("Nettobetrag", "Bruttobetrag"),
        ("Base imponible", "Total IVA incluido"),
        ("Imponibile", "Totale ivato"),
        ("Subtotaal", "Totaal incl. BTW"),
    ],
)
def test_a_total_that_is_not_net_and_tax_is_named(net: str, gross: str) -> None:
    def read(total: str) -> tuple[str, ...]:
        return doubts((net, "100,00"), ("20 %", "20,00"), (gross, total))

    assert read("120,00") == ()
    assert read("130,50") == ("totals_disagree",)


def test_what_another_amount_explains_is_no_doubt() -> None:
    rows = [("Total HT", "100,00"), ("TVA", "20,00"), ("Port", "4,90"), ("Total TTC", "124,90")]
    assert doubts(*rows) == ()
    assert doubts(("Total HT", "100,00"), ("Total TTC", "100,00")) == ()


def test_several_sections_are_not_compared() -> None:
    rows = [("Total HT", "100,00"), ("Total HT", "60,00"), ("Total TTC", "195,00")]
    assert doubts(*rows) == ()


def test_lines_that_sum_to_nothing_printed_are_named() -> None:
    lines = (line("2", "10.00", "20.00"), line("1", "30.00", "30.00"))
    assert doubts(("Net", "50,00"), ("Total", "60,00"), lines=lines) == ()
    assert doubts(("Net", "71,30"), ("Total", "99,85"), lines=lines) == ("lines_disagree",)
    vague = (*lines, LineItem("remise", net=Money.of("-1.00", "EUR")))
    assert doubts(("Net", "71,30"), ("Total", "99,85"), lines=vague) == ()


def test_a_page_whose_totals_disagree_is_never_sure_of_its_amount() -> None:
    rows = (
        "FACTURE F-2031",
        ("Total HT", "100,00"),
        ("TVA 20 %", "20,00"),
        ("Total TTC", "131,30"),
    )
    data = listing(*rows, ("Net à payer", "131,30 €"))
    reading = PdfText().read(Source(Document(Form.PDF, "f.pdf", data), pages_of(data)))
    assert reading is not None
    assert "totals_disagree" in reading.warnings
    assert reading.amount is not None
    assert reading.amount.confidence <= 0.6


def test_a_doubt_about_lines_leaves_with_its_lines() -> None:
    xml = replace(bill("facturx", confidence=0.99), lines=(line("1", "84.20", "84.20"),))
    page = replace(bill(), lines=(line("1", "9.00", "9.00"),), warnings=("lines_disagree",))
    assert Merge((xml, page), "xml_page_disagree").reading().warnings == ()
    assert Merge((page, bill("mail_body")), "x").reading().warnings == ("lines_disagree",)


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(0, 10**6)), max_size=12))
def test_a_right_bill_is_never_doubted(extra: list[tuple[str, int]]) -> None:
    rows = [(f"art. {i}", f"{cents / 100:.2f}") for i, (_, cents) in enumerate(extra)]
    assert doubts(*rows, ("Total HT", "100,00"), ("TVA", "5,50"), ("Total TTC", "105,50")) == ()
