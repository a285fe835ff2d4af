"""A Swiss payment code is used only when nothing in it is wrong."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.ch import esr

from extract.qr.swiss import is_swiss, parse_swiss
from tests.extract.qr.codes import QR_IBAN, QRR, RF, SWISS_IBAN, swiss

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="|"),
    min_size=1,
    max_size=70,
)
FIGURES = st.text("0123456789", min_size=26, max_size=26).filter(lambda text: text.strip("0"))


@given(
    name=WORDS,
    message=WORDS,
    cents=st.integers(0, 99_999_999_999),
    figures=FIGURES,
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_is_read(
    name: str, message: str, cents: int, figures: str, end: str
) -> None:
    reference = figures + esr.calc_check_digit(figures)
    amount = Decimal(cents).scaleb(-2)
    creditor = f"S|{name}|||3000|Bern|CH"
    written = swiss(
        creditor=creditor, message=message, amount=f"{amount:.2f}", reference=reference, end=end
    )
    payment = parse_swiss(written.encode()).payment
    assert payment is not None
    assert (payment.payee, payment.text) == (name, message)
    assert (payment.iban, payment.reference) == (QR_IBAN, reference)
    assert (payment.amount, payment.currency) == (amount, "CHF")


@given(st.binary(max_size=600))
def test_any_bytes_are_answered(data: bytes) -> None:
    parsed = parse_swiss(b"SPC\n0200\n1\n" + data)
    assert (parsed.payment is None) == bool(parsed.faults)


@given(st.integers(0, 29), st.sampled_from(["", "x", "EPD\nmore", "\r"]))
def test_a_line_more_or_less_is_a_fault(at: int, line: str) -> None:
    lines = swiss().split("\n")
    assert parse_swiss("\n".join([*lines[:at], line, *lines[at:]]).encode()).payment is None
    assert parse_swiss("\n".join([*lines[:at], *lines[at + 1 :]]).encode()).payment is None


PLAIN = {"iban": SWISS_IBAN, "kind": "NON", "reference": ""}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"version": "0300"}, "version"),
        ({"coding": "2"}, "coding"),
        ({"iban": "CH4431999123000889013"}, "iban"),
        ({"iban": "FR7630006000011234567890189"}, "country"),
        ({"creditor": "X|Wasserwerk Tal|Talweg|3|3000|Bern|CH"}, "creditor"),
        ({"creditor": "S||Talweg|3|3000|Bern|CH"}, "creditor"),
        ({"creditor": "S|Wasserwerk Tal|Talweg|3|||CH"}, "creditor"),
        ({"creditor": "K|Wasserwerk Tal|Talweg 3||||CH"}, "creditor"),
        ({"creditor": "K|Wasserwerk Tal|Talweg 3|3000 Bern|3000|Bern|CH"}, "creditor"),
        ({"creditor": "S|Wasserwerk Tal|Talweg|3|3000|Bern|Schweiz"}, "creditor"),
        ({"debtor": "S|Alice|||||CH"}, "debtor"),
        ({"ultimate": "S|Charlie|||3000|Bern|CH"}, "reserved"),
        ({"amount": "84.2"}, "amount"),
        ({"amount": "84,20"}, "amount"),
        ({"amount": "-84.20"}, "amount"),
        ({"amount": "084.20"}, "amount"),
        ({"amount": "1000000000.00"}, "amount"),
        ({"currency": "USD"}, "currency"),
        ({"kind": "ESR"}, "reference_type"),
        ({"reference": QRR[:-1] + "8"}, "reference"),
        ({"reference": QRR.lstrip("2")}, "reference"),
        ({"reference": ""}, "reference"),
        ({"iban": SWISS_IBAN}, "reference_type"),
        ({"kind": "NON", "reference": ""}, "reference_type"),
        ({**PLAIN, "reference": RF}, "reference"),
        ({**PLAIN, "kind": "SCOR", "reference": "RF19539007547034"}, "reference"),
        ({"trailer": "END"}, "trailer"),
        ({"more": "|||hidden"}, "extra_lines"),
        ({"message": "thanks\u202e"}, "control"),
    ],
)
def test_a_wrong_element_is_named_and_nothing_is_used(changes: dict[str, str], fault: str) -> None:
    parsed = parse_swiss(swiss(**changes).encode())
    assert parsed.payment is None
    assert fault in parsed.faults


@pytest.mark.parametrize(
    ("changes", "reference"),
    [
        ({}, QRR),
        (PLAIN, None),
        ({"iban": SWISS_IBAN, "kind": "SCOR", "reference": RF}, RF),
        ({"creditor": "K|Wasserwerk Tal|Talweg 3|3000 Bern|||CH"}, QRR),
        ({"debtor": "||||||"}, QRR),
        ({"version": "0210", "currency": "EUR"}, QRR),
        ({"more": "|eBill/B/alice@example.org|other/xy"}, QRR),
    ],
)
def test_every_allowed_form_is_used(changes: dict[str, str], reference: str | None) -> None:
    parsed = parse_swiss(swiss(**changes).encode())
    assert parsed.faults == parsed.remarks == ()
    assert parsed.payment is not None
    assert parsed.payment.reference == reference


def test_an_amount_may_be_open_and_a_notification_asks_for_nothing() -> None:
    opened, nothing = (parse_swiss(swiss(amount=a).encode()).payment for a in ("", "0.00"))
    assert opened is not None
    assert opened.amount is None
    assert nothing is not None
    assert nothing.amount == 0


def test_bill_information_dates_the_bill_and_its_end() -> None:
    more = r"//S1/10/X.66711\/8824/11/200712/20/MW-2020-04/30/107978798/40/2:10;0:30"
    payment = parse_swiss(swiss(more=more).encode()).payment
    assert payment is not None
    assert payment.bill.number == "X.66711/8824"
    assert payment.bill.issued_on == date(2020, 7, 12)
    assert payment.bill.due_on == date(2020, 8, 11)
    assert payment.bill.biller_id == "CHE107978798"


@pytest.mark.parametrize(
    ("information", "remark"),
    [
        ("Merci de votre confiance", "billing_unknown"),
        ("//S1/11/200732", "billing_date"),
        ("//S1/11/200712/40/soon", "billing_terms"),
        ("//S1/11/200712/10/7", "billing_syntax"),
        ("//S1/10/1/99/x", "billing_tag"),
        ("//S1/10", "billing_syntax"),
    ],
)
def test_wrong_bill_information_never_stops_the_payment(information: str, remark: str) -> None:
    parsed = parse_swiss(swiss(more=information).encode())
    assert parsed.payment is not None
    assert parsed.remarks == (remark,)


@given(st.text(max_size=100).filter(lambda text: "\n" not in text))
def test_any_bill_information_is_answered(text: str) -> None:
    parse_swiss(swiss(more="//S1/" + text.replace("|", "/")).encode())


def test_only_contents_of_this_kind_are_taken() -> None:
    assert is_swiss(b"SPC\r\n0200")
    assert not is_swiss(b"SPD*1.0*ACC:CZ58")
