"""Photographs of one bill are one document; two bills in two photographs stay two."""

import pytest

from extract.read import MOST_PICTURES, read_documents
from models.document import Document, Form
from models.money import Money
from tests.extract.pictures.drawn import BILL, page, saved

FIRST = BILL[:5]
LAST = BILL[5:]
OTHER = (
    ("Menuiserie Lambert SARL", ""),
    ("Facture M-77", "Date 11/01/2026"),
    ("Pose d'une porte", "410,00 €"),
    ("Net à payer", "410,00 €"),
)
LEAFLET = (("Nos conseils pour économiser l'eau", ""), ("Fermez bien le robinet", ""))


def photograph(rows: tuple[tuple[str, str], ...], name: str = "a.jpg") -> Document:
    return Document(Form.IMAGE, name, saved(page(rows), "JPEG"))


@pytest.mark.parametrize("together", [False, True], ids=["by itself", "as said"])
def test_two_photographs_of_one_bill_are_one_bill(*, together: bool) -> None:
    reading = read_documents(
        (photograph(FIRST), photograph(LAST, "b.jpg")), together=together
    ).reading
    assert reading.amount is not None
    assert reading.number is not None
    assert (reading.amount.value, reading.number.value) == (Money.of("80.20", "EUR"), "F-2031")
    assert reading.amount.page == 2
    assert reading.number.page == 1
    assert "several_bills" not in reading.warnings


def test_the_text_of_joined_photographs_follows_their_order() -> None:
    text = read_documents((photograph(FIRST), photograph(LAST, "b.jpg"))).text
    assert text.index("Eaux du Vallon") < text.index("Net à payer")


def test_two_bills_in_two_photographs_are_not_mixed() -> None:
    reading = read_documents((photograph(BILL), photograph(OTHER, "b.jpg"))).reading
    assert "several_bills" in reading.warnings
    assert reading.amount is not None
    assert reading.number is not None
    pairs = {("F-2031", Money.of("80.20", "EUR")), ("M-77", Money.of("410.00", "EUR"))}
    assert (reading.number.value, reading.amount.value) in pairs
    assert reading.amount.confidence < 0.9


def test_a_leaflet_beside_the_bill_changes_nothing() -> None:
    reading = read_documents((photograph(BILL), photograph(LEAFLET, "b.jpg"))).reading
    assert reading.amount is not None
    assert reading.amount.value == Money.of("80.20", "EUR")


def test_of_very_many_pictures_the_rest_is_named_unread() -> None:
    blank = Document(Form.IMAGE, "x.png", saved(page((("", ""),), size=10)))
    problems = read_documents([blank] * (MOST_PICTURES + 2)).problems
    assert [code for _, code in problems[-3:]] == [
        "nothing_to_read",
        "picture_left",
        "picture_left",
    ]
