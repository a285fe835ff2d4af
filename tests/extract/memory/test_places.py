"""Where a corrected value stands, in any notation, and what stands there on the next bill."""

from datetime import date

import pytest

from extract.memory.anchor import likeness
from extract.memory.lesson import Correction
from models.money import Money
from tests.extract.memory.letters import letter, paper, reads, taught

EUR = "EUR"


@pytest.mark.parametrize(
    ("first", "told", "second", "value"),
    [
        (("Gesamtsoll", "1.084,20 EUR"), "1084.20", ("Gesamtsoll", "7,05 EUR"), "7.05"),
        (("Gesamtsoll", "1 084,20 €"), "1084.20", ("Gesamtsoll", "2 311,00 €"), "2311.00"),
        (("Gesamtsoll", "EUR 84.20"), "84.20", ("Gesamtsoll", "EUR 91.00"), "91.00"),
        ("Gesamtsoll am 1.2.2026: 84,20 EUR", "84.20", "Gesamtsoll am 1.3.2026: 91 EUR", "91.00"),
        ("84,20 EUR sind Ihr Jahressoll", "84.20", "99,90 EUR sind Ihr Jahressoll", "99.90"),
        (("84,20 EUR", "Gesamtsoll"), "84.20", ("99,90 EUR", "Gesamtsoll"), "99.90"),
    ],
)
def test_an_amount_is_found_beside_its_label(
    first: str | tuple[str, ...], told: str, second: str | tuple[str, ...], value: str
) -> None:
    lessons = taught(letter(first), Correction("amount", told, currency=EUR))
    assert [lesson.field for lesson in lessons] == ["amount"]
    amount = reads(letter(second), *lessons).amount
    assert amount is not None
    assert (amount.value, amount.source) == (Money.of(value, EUR), "memory")
    assert amount.confidence >= 0.9
    assert amount.box is not None


def test_a_label_above_counts_with_its_rows() -> None:
    def sheet(amount: str) -> bytes:
        heads = [(60, 300, "Vorjahr"), (200, 300, "Endstand Buch"), (340, 300, "Davon Netz")]
        figures = [(60, 330, "12,00 EUR"), (200, 330, amount), (340, 330, "3,10 EUR")]
        names = [(60, 60 + 14 * i, text) for i, text in enumerate(("Hohenfels", "Karte", "Stand"))]
        return paper([*names, *heads, *figures, (60, 500, "IBAN DE02120300000000202051")])

    lessons = taught(sheet("84,20 EUR"), Correction("amount", "84.20", currency=EUR))
    assert lessons[0].anchors[0].above == "endstandbuch"
    amount = reads(sheet("91,75 EUR"), *lessons).amount
    assert amount is not None
    assert str(amount.value) == "91.75"


@pytest.mark.parametrize(
    ("printed", "told", "later", "day"),
    [
        ("12.12.2026", "2026-12-12", "13.01.2027", date(2027, 1, 13)),
        ("12. Dezember 2026", "2026-12-12", "5. Januar 2027", date(2027, 1, 5)),
        ("04/03/2026", "2026-03-04", "05/04/2026", date(2026, 4, 5)),
        ("04/03/2026", "2026-04-03", "05/04/2026", date(2026, 5, 4)),
    ],
)
def test_a_date_is_found_and_read_in_the_order_that_was_told(
    printed: str, told: str, later: str, day: date
) -> None:
    lessons = taught(letter(("Buchungsschluss", printed)), Correction("due_on", told))
    due = reads(letter(("Buchungsschluss", later)), *lessons).due_on
    assert due is not None
    assert due.value == day


@pytest.mark.parametrize(
    ("first", "told", "second", "value"),
    [
        (("Vorgang", "HF-2026-77"), "HF-2026-77", ("Vorgang", "HF-2027-3"), "HF-2027-3"),
        (("Vorgang", "AB 77 12"), "ab7712", ("Vorgang", "CD 3 1"), "CD 3 1"),
        ("Vorgang 4711 vom 1.2.2026", "4711", "Vorgang 4712 vom 1.3.2026", "4712"),
    ],
)
def test_a_number_is_found_by_label_and_shape(
    first: str | tuple[str, ...], told: str, second: str | tuple[str, ...], value: str
) -> None:
    lessons = taught(letter(first), Correction("number", told))
    number = reads(letter(second), *lessons).number
    assert number is not None
    assert number.value == value


def test_another_shape_at_the_same_place_is_no_number() -> None:
    lessons = taught(letter(("Vorgang", "HF-2026-77")), Correction("number", "HF-2026-77"))
    number = reads(letter(("Vorgang", "siehe Seite 2")), *lessons).number
    assert number is None or number.source != "memory"


def test_what_is_not_printed_teaches_nothing() -> None:
    pdf = letter(("Gesamtsoll", "84,20 EUR"))
    assert not taught(pdf, Correction("amount", "84.21"), Correction("due_on", "2026-01-01"))


def test_a_credit_keeps_the_sign_that_was_told() -> None:
    first = letter(("Zu Ihren Gunsten verbucht", "84,20 EUR"))
    lessons = taught(first, Correction("amount", "-84.20", currency=EUR))
    amount = reads(letter(("Zu Ihren Gunsten verbucht", "11,00 EUR")), *lessons).amount
    assert amount is not None
    assert str(amount.value) == "-11.00"


def test_two_places_that_differ_on_the_next_bill_are_a_doubt() -> None:
    """Total and amount due were the same on the bill that taught; a prepayment sets them apart."""
    first = letter(("Endsumme Buch", "84,20 EUR"), ("Gesamtsoll", "84,20 EUR"))
    lessons = taught(first, Correction("amount", "84.20", currency=EUR))
    second = letter(("Endsumme Buch", "91,00 EUR"), ("Gesamtsoll", "41,00 EUR"))
    amount = reads(second, *lessons).amount
    assert amount is None or amount.confidence < 0.9


def test_a_place_with_a_rival_is_a_doubt() -> None:
    lessons = taught(
        letter(("Gesamtsoll", "84,20 EUR")), Correction("amount", "84.20", currency=EUR)
    )
    twice = letter(("Gesamtsoll", "91,00 EUR"), ("Gesamtsoll", "41,00 EUR"))
    amount = reads(twice, *lessons).amount
    assert amount is None or amount.confidence < 0.9


def test_a_figure_without_any_label_is_never_sure() -> None:
    def bare(amount: str) -> bytes:
        words = [(60, 60 + 14 * i, t) for i, t in enumerate(("Hohenfels", "Karte", "Stand"))]
        return paper([*words, (400, 700, amount), (60, 760, "IBAN DE02120300000000202051")])

    lessons = taught(bare("84,20 EUR"), Correction("amount", "84.20", currency=EUR))
    amount = reads(bare("91,75 EUR"), *lessons).amount
    assert amount is None or amount.confidence < 0.9


def test_a_place_is_most_like_itself() -> None:
    lessons = taught(
        letter(("Gesamtsoll", "84,20 EUR"), ("Anderes", "84,20 EUR")),
        Correction("amount", "84.20", currency=EUR),
    )
    one, other = lessons[0].anchors
    assert likeness(one, one) > 1
    assert likeness(one, other) == 0


def test_a_due_date_that_is_counted_is_counted_again_and_is_no_promise() -> None:
    def within(days: int, issued: str) -> bytes:
        return letter(("Rechnungsdatum", issued), f"Turnus {days} Tage")

    said = Correction("due_on", "2026-03-19", issued=date(2026, 3, 1))
    lessons = taught(within(18, "01.03.2026"), said)
    assert lessons[0].days
    due = reads(within(18, "05.06.2026"), *lessons).due_on
    assert due is not None
    assert due.value == date(2026, 6, 23)
    assert due.confidence < 0.9
    assert not taught(within(17, "01.03.2026"), said)


def test_days_until_the_end_of_a_month_are_not_counted_as_days() -> None:
    pdf = letter(("Date de facture", "01/03/2026"), "Paiement à 30 jours fin de mois")
    assert not taught(pdf, Correction("due_on", "2026-03-31", issued=date(2026, 3, 1)))
