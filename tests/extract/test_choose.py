"""Of several documents, the bill speaks; a leaflet does not, and two bills are said to be two."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.choose import Told, points
from extract.choose import chosen as chosen_of
from models.reading import Reading
from tests.extract.cast import bill, found


def chosen(papers: Sequence[Reading], body: Reading | None) -> Reading:
    return chosen_of([Told(paper) for paper in papers], None if body is None else Told(body))


LEAFLET = bill(amount="5.00", number=None, due=None, biller="Service médiation", sign="")


def test_a_leaflet_beside_the_bill_adds_nothing() -> None:
    for papers in ([LEAFLET, bill()], [bill(), LEAFLET]):
        assert chosen(papers, None) == bill()


def test_the_xml_and_its_pdf_are_one_bill() -> None:
    reading = chosen([bill("pdf_text"), bill("cii", confidence=0.99)], None)
    assert reading.reader == "cii"
    assert reading.amount is not None
    assert reading.amount.confidence > 0.99
    assert "several_bills" not in reading.warnings


def test_two_bills_are_told_apart_and_no_longer_sure() -> None:
    first = bill("cii", confidence=0.99)
    second = bill("cii", number="F-2", amount="12.00", confidence=0.99)
    reading = chosen([first, second], None)
    assert "several_bills" in reading.warnings
    assert reading.amount is not None
    assert reading.amount.confidence <= 0.6


def test_a_misread_number_does_not_make_a_second_bill() -> None:
    day = found(date(2026, 3, 2))
    xml, page = replace(bill("cii"), issued_on=day), replace(bill(number="2"), issued_on=day)
    assert "several_bills" not in chosen([xml, page], None).warnings
    later = replace(page, issued_on=found(date(2026, 4, 2)))
    assert "several_bills" in chosen([xml, later], None).warnings


def test_an_order_beside_a_bill_is_not_the_bill() -> None:
    order = bill(number="CMD-1", due=None, sign="order")
    assert points(order) < points(bill())
    assert chosen([order, bill()], None).number == bill().number


def test_the_body_fills_what_the_paper_lacks() -> None:
    body = bill("mail_body", due=date(2026, 4, 1), number=None)
    reading = chosen([bill(due=None)], body)
    assert reading.due_on is not None
    assert reading.due_on.source == "mail_body"


def test_the_body_speaks_when_no_paper_is_a_bill() -> None:
    body = bill("mail_body")
    assert chosen([LEAFLET], body) == body
    assert chosen([], body) == body


def test_a_body_without_amount_leaves_the_word_to_the_likeliest_paper() -> None:
    body = Reading(reader="mail_body", signs=(found("portal_notice", "mail_body"),))
    reading = chosen([LEAFLET], body)
    assert reading.amount is not None
    assert reading.amount.quote == "5.00"
    assert "portal_notice" in {sign.value for sign in reading.signs}


def test_the_figures_of_a_price_list_are_never_sure() -> None:
    prices = bill(number=None, sign="", confidence=0.96)
    reading = chosen([prices], None)
    assert reading.amount is not None
    assert reading.due_on is not None
    assert max(reading.amount.confidence, reading.due_on.confidence) <= 0.6
    assert chosen([bill(confidence=0.96)], None) == bill(confidence=0.96)


def test_nothing_at_all_is_an_empty_reading() -> None:
    assert chosen([], None).is_empty
