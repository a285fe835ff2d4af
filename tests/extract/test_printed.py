"""A person pays by the page: what an e-invoice says must be printed there too."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.printed import compared, is_number_printed, is_printed
from models.money import Money
from models.reading import Found, Reading
from tests.extract.cast import bill, found

PAGE = """Eaux du Vallon   12 rue des Sources
Facture F-2031 du 02.03.2026
Abonnement 12,00 €   Consommation 72,20 €
Net à payer 84,20 €  avant le 1er avril 2026
IBAN FR76 3000 6000 0112 3456 7890 189   N° TVA FR40303265045"""
XML = replace(
    bill("facturx", number="F-2031", confidence=0.99),
    issued_on=found(date(2026, 3, 2), "facturx", 0.99),
    payee_iban=found("FR7630006000011234567890189", "facturx", 0.99),
)
FIELDS = ("biller", "amount", "due_on", "issued_on", "number", "payee_iban")


def flags(xml: Reading, page: Reading | None = None, text: str = PAGE) -> tuple[str, ...]:
    readings = (xml, page) if page else (xml,)
    return tuple(w.partition(":")[2] for w in compared(xml, readings, text).warnings)


def test_a_page_that_prints_everything_raises_no_doubt() -> None:
    assert compared(XML, (XML,), PAGE) is XML


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("biller", "Charlie Conseil"),
        ("amount", Money.of("94.20", "EUR")),
        ("issued_on", date(2026, 3, 3)),
        ("number", "F-2032"),
        ("payee_iban", "DE89370400440532013000"),
    ],
)
def test_a_value_that_is_printed_nowhere_is_named_and_doubted(field: str, value: object) -> None:
    xml = replace(XML, **{field: replace(getattr(XML, field), value=value)})
    if field == "biller":
        xml = replace(xml, payee_iban=None)
    reading = compared(xml, (xml,), PAGE)
    assert reading.warnings == (f"xml_page_disagree:{field}",)
    assert getattr(reading, field).confidence <= 0.6
    others = [getattr(reading, name) for name in FIELDS if name != field]
    assert all(one is None or one.confidence == 0.99 for one in others)


def test_what_the_page_does_not_tell_is_no_disagreement() -> None:
    xml = replace(XML, due_on=found(date(2026, 5, 1), "facturx", 0.99))
    bare = "Eaux du Vallon, facture F-2031\nmerci de votre confiance et à bientôt, bonne lecture"
    assert flags(xml) == ()
    assert flags(XML, text=bare) == ()
    assert flags(replace(XML, amount=found(Money.of("0.00", "EUR"), "facturx", 0.99))) == ()


def test_a_scan_without_words_cannot_be_compared() -> None:
    assert flags(replace(XML, number=found("F-9", "facturx", 0.99)), text="page 1") == ()


def test_a_due_date_may_be_printed_as_a_number_of_days() -> None:
    text = PAGE.replace("avant le 1er avril 2026", "\nPaiement à 30 jours")
    issued = date(2026, 3, 2)
    right, wrong = (found(issued + timedelta(days=n), "facturx", 0.99) for n in (30, 60))
    assert flags(replace(XML, due_on=right), text=text) == ()
    assert flags(replace(XML, due_on=wrong), text=text) == ("due_on",)


def test_the_page_s_own_label_contradicts_a_figure_that_stands_elsewhere() -> None:
    xml = replace(XML, amount=found(Money.of("72.20", "EUR"), "facturx", 0.99))
    sure, vague = bill("pdf_text", confidence=0.95), bill("pdf_text", confidence=0.5)
    assert flags(xml, sure) == ("amount",)
    assert flags(xml, vague) == ()


def test_a_page_that_names_another_currency_only_disagrees() -> None:
    assert flags(XML, text=PAGE.replace("€", "CHF")) == ("amount",)
    assert flags(XML, text=PAGE.replace("Net à payer", "82,00 CHF soit")) == ()


def test_a_logo_may_hide_the_name_when_the_account_is_the_seller_s() -> None:
    assert flags(replace(XML, biller=found("Aqua Holding", "facturx", 0.99))) == ()


def test_a_flag_raised_before_is_not_raised_twice() -> None:
    xml = replace(XML, number=found("F-9", "facturx", 0.99), warnings=("xml_page_disagree:number",))
    assert compared(xml, (xml,), PAGE) is xml


def test_only_embedded_invoices_are_compared() -> None:
    page = bill("pdf_text", number="F-9")
    assert compared(page, (page,), PAGE) is page


NOTATIONS = ("{:,.2f}", "{:.2f}")


@given(
    st.integers(1, 99_999_999),
    st.sampled_from(NOTATIONS),
    st.sampled_from([",.", ".,", " ,", "’."]),
)
def test_an_amount_is_seen_in_every_notation(minor: int, form: str, signs: str) -> None:
    money = Money(minor, "EUR")
    plain = form.format(money.decimal)
    text = plain.replace(",", "\0").replace(".", signs[1]).replace("\0", signs[0])
    assert is_printed(money, f"Total {text} EUR")
    assert not is_printed(Money(minor + 100_000_000, "EUR"), f"Total {text} EUR")


@given(st.integers(1, 9_999_999))
def test_whole_amounts_may_be_printed_without_cents(euros: int) -> None:
    money = Money.of(Decimal(euros), "EUR")
    assert is_printed(money, f"Summe {euros}")
    assert is_printed(money, f"Summe {euros:,}".replace(",", "."))
    assert not is_printed(money, f"Summe 1{euros} und {euros},50 und {euros}9")


def test_a_number_may_be_made_of_a_contract_a_year_and_a_count() -> None:
    assert is_number_printed("00.123.456.7-2014-1", "Vertrag Nr. 00.123.456.7 vom 11. März 2014")
    assert not is_number_printed("00.123.456.7-2014-1", "Vertrag Nr. 00.123.456.8 von 2014")
    assert not is_number_printed("RE-20201121/508", "Rechnung RE-20190610/507")
    assert not is_number_printed("F-2031", "Facture F-2032")


@given(st.text(max_size=200))
def test_any_page_is_answered(text: str) -> None:
    page: Found[str] = found(text[:30] or "x", "facturx", 0.9)
    compared(replace(XML, number=page), (XML,), text * 2)
