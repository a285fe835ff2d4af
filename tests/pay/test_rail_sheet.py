"""The sheet: its code says what the order says, read by another program's eyes and our strict readers."""

from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from extract.qr.epc import parse_epc
from extract.qr.payload import Payment
from extract.qr.swiss import parse_swiss
from models.errors.orders import HandoverDiffers
from models.money import Money
from models.order import Order
from models.reference import FreeText, reference_of
from pay.rail import Artefact
from pay.rails.sepa_sheet.code import drawn, painted, path_of, read_back
from pay.rails.sepa_sheet.epc import MOST_BYTES, epc_content, epc_differs
from pay.rails.sepa_sheet.layout import laid_out
from pay.rails.sepa_sheet.picture import must_read_as, png_of
from pay.rails.sepa_sheet.rail import SepaSheet
from pay.rails.sepa_sheet.swiss import swiss_content, swiss_differs
from tests.pay.orders import (
    BELGIAN,
    BERN,
    BRITISH,
    GREEK,
    OGM,
    RF,
    SWISS,
    SWISS_QR,
    handover,
    hostile,
    order,
    payee,
    swiss_order,
)

often = settings(deadline=None, suppress_health_check=list(HealthCheck))
amounts = st.integers(1, 999_999_999_99).map(lambda minor: Money(minor, "EUR"))


def sheet(one: Order, **changes: Any) -> Artefact:
    return SepaSheet().prepare([one], handover(**changes))


def content_of(made: Artefact) -> bytes:
    """What a scanner sees on sheet.png."""
    (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(made.files[0].data)))
    return bytes(code.bytes)


def text_of(made: Artefact) -> str:
    return made.files[2].data.decode()


def payment_of(one: Order) -> Payment:
    parsed = parse_epc(content_of(sheet(one)))
    assert parsed.faults == parsed.remarks == ()
    assert parsed.payment is not None
    return parsed.payment


def test_the_code_is_read_as_the_order_says() -> None:
    paid = payment_of(order(payee=payee("Société des Eaux & Fils"), reference=reference_of(RF)))
    assert (paid.payee, paid.iban) == ("Société des Eaux & Fils", order().payee.iban.text)  # type: ignore[union-attr]
    assert (paid.amount, paid.currency) == (order().amount.decimal, "EUR")
    assert (paid.reference, paid.text) == (RF, "")


def test_a_belgian_reference_is_text_and_keeps_its_signs() -> None:
    paid = payment_of(order(payee=payee(iban=BELGIAN), reference=reference_of(OGM)))
    assert (paid.reference, paid.text) == (None, OGM)


def test_an_order_without_reference_has_none() -> None:
    paid = payment_of(order(reference=None))
    assert (paid.reference, paid.text) == (None, "")


def test_there_are_a_picture_a_drawing_and_a_text() -> None:
    made = sheet(order())
    assert [file.name for file in made.files] == ["sheet.png", "sheet.svg", "sheet.txt"]
    assert text_of(made).splitlines()[:5] == [
        "Payee: Eaux du Vallon",
        "IBAN: FR76 3000 6000 0112 3456 7890 189",
        "Amount: 84.20 EUR",
        "Reference: Facture F-2031",
        "Day: 23 November 2026",
    ]


def test_the_copy_lines_hold_what_a_banks_form_takes() -> None:
    copied = [line.copied for line in sheet(order(), lang="fr").copy]
    iban = "FR7630006000011234567890189"
    assert copied == ["Eaux du Vallon", iban, "84,20", "Facture F-2031", "2026-11-23"]


@given(hostile, hostile, amounts, st.sampled_from([RF, None]))
@settings(often, max_examples=200)
def test_hostile_words_never_move_a_line_of_the_code(
    name: str, text: str, amount: Money, rf: str | None
) -> None:
    one = order(payee=payee("A" + name), amount=amount, reference=reference_of(rf or "B" + text))
    data = epc_content(one)
    assert len(data) <= MOST_BYTES
    assert list(epc_differs(data, one)) == []
    parsed = parse_epc(data)
    assert parsed.faults == ()
    assert parsed.payment is not None
    assert parsed.payment.iban == one.payee.iban.text  # type: ignore[union-attr]
    assert parsed.payment.amount == amount.decimal
    assert parsed.payment.reference == rf


@given(hostile, hostile)
@settings(often, max_examples=15)
def test_hostile_words_never_change_the_drawn_sheet(name: str, text: str) -> None:
    one = order(payee=payee("A" + name), reference=FreeText("B" + text))
    made = sheet(one)
    assert content_of(made) == epc_content(one)
    lines = text_of(made).splitlines()
    labels = [line.partition(":")[0] for line in lines[:5]]
    assert labels == ["Payee", "IBAN", "Amount", "Reference", "Day"]
    assert len(lines) == 5 + 1 + 1 + len(made.notes)
    root = etree.fromstring(made.files[1].data)
    assert {etree.QName(node).localname for node in root.iter()} == {
        "svg", "rect", "g", "path", "text",
    }  # fmt: skip


@given(hostile, hostile)
@settings(often, max_examples=100)
def test_hostile_words_never_move_a_line_of_the_swiss_code(name: str, text: str) -> None:
    plain = payee("A" + name, SWISS, address=BERN)
    one = order(payee=plain, reference=FreeText("B" + text), amount=Money(1_05, "CHF"))
    data = swiss_content(one)
    assert list(swiss_differs(data, one)) == []
    parsed = parse_swiss(data)
    assert parsed.faults == ()
    assert parsed.payment is not None
    assert (parsed.payment.iban, str(parsed.payment.amount)) == (SWISS, "1.05")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"amount": Money(84_21, "EUR")}, "amount"),
        ({"payee": payee("Eaux du Valon")}, "payee"),
        ({"payee": payee(iban=GREEK)}, "iban"),
        ({"reference": reference_of("Facture F-2032")}, "reference"),
        ({"reference": reference_of(RF)}, "reference"),
    ],
)
def test_a_code_of_another_order_is_noticed_field_by_field(
    change: dict[str, Any], word: str
) -> None:
    assert list(epc_differs(epc_content(order(**change)), order())) == [word]


def test_a_line_more_or_another_head_is_noticed() -> None:
    data = epc_content(order())
    assert list(epc_differs(data + b"\n\nx", order())) == ["form"]
    assert list(epc_differs(data.replace(b"002", b"003"), order())) == ["form"]
    assert list(epc_differs(data.replace(b"EUR84.20\n", b"EUR84.20\nGDDS"), order())) == ["purpose"]


def test_a_picture_that_does_not_read_as_its_code_is_thrown_away() -> None:
    code, other = drawn(epc_content(order())), drawn(epc_content(order(bill="b", reference=None)))
    with pytest.raises(HandoverDiffers):
        must_read_as(code, painted(path_of(other), other.side, 4), "sheet.png")
    with pytest.raises(HandoverDiffers):
        must_read_as(code, Image.new("L", (300, 300), 255), "sheet.png")
    broken = painted(path_of(code), code.side, 4)
    broken.paste(255, (0, 0, 200, 120))
    assert read_back(broken) is None


def test_a_code_that_words_of_the_sheet_spoil_is_thrown_away() -> None:
    code = drawn(epc_content(order()))
    layout = laid_out(code, (), (), "en")
    with pytest.raises(HandoverDiffers):
        png_of(code, type(layout)(300, 300, 200, layout.scale, ()))


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [("é" * 60, "ж" * 140, "é" * 60), ("é" * 70, "ж" * 140, "e" * 70), ("A" * 140, "x", "A" * 70)],
)
def test_long_names_and_texts_fit_and_the_person_is_told_what_the_bank_reads(
    name: str, text: str, read: str
) -> None:
    made = sheet(order(payee=payee(name), reference=FreeText(text)))
    content = content_of(made)
    assert len(content) <= MOST_BYTES
    assert content.decode().split("\n")[5] == read
    told = [note for note in made.notes if "The bank is told" in note.told("en")]
    assert bool(told) is (name != read)


# Switzerland


def test_the_swiss_code_carries_the_cross_and_is_read_through_it() -> None:
    one = swiss_order(payee=payee("Wasserwerk Zürich", SWISS_QR, address=BERN))
    parsed = parse_swiss(content_of(sheet(one)))
    assert parsed.faults == parsed.remarks == ()
    assert parsed.payment is not None
    assert parsed.payment.payee == "Wasserwerk Zürich"
    assert parsed.payment.reference == one.reference.text  # type: ignore[union-attr]
    image = Image.open(BytesIO(sheet(one).files[0].data))
    code = drawn(swiss_content(one), cross=True)
    scale = laid_out(code, (), (), "en").scale
    middle = 40 + code.side * scale // 2
    assert image.getpixel((middle, middle)) == 255
    assert image.getpixel((middle - 2 * scale, middle - 2 * scale)) == 0


@pytest.mark.parametrize(
    ("reference", "kind"), [(RF, "SCOR"), ("Miete November", "NON"), (None, "NON")]
)
def test_an_ordinary_swiss_account_takes_rf_or_words(reference: str | None, kind: str) -> None:
    plain = payee("Vermieter", SWISS, address=BERN)
    one = swiss_order(payee=plain, reference=reference_of(reference or ""))
    data = content_of(sheet(one))
    assert parse_swiss(data).faults == ()
    assert data.decode().split("\n")[27] == kind


@pytest.mark.parametrize(
    "one",
    [
        swiss_order(reference=reference_of(RF)),
        swiss_order(payee=payee("Vermieter", SWISS, address=BERN)),
        swiss_order(payee=payee("Vermieter", SWISS)),
        order(payee=payee("Landlord", BRITISH)),
    ],
    ids=["rf-on-qr-account", "qrr-on-plain-account", "no-address", "no-bic"],
)
def test_where_no_code_is_right_the_lines_to_copy_remain(one: Order) -> None:
    made = sheet(one)
    image = Image.open(BytesIO(made.files[0].data))
    assert zxingcpp.read_barcodes(image) == []
    assert [note.told("en") for note in made.notes if "No code" in note.told("en")]
    assert len(made.copy) >= 4


def test_a_british_account_gets_its_code_with_the_bic() -> None:
    made = sheet(order(payee=payee("Landlord", BRITISH, bic="NWBKGB2L")))
    assert content_of(made).decode().split("\n")[4] == "NWBKGB2L"


def test_euros_to_switzerland_without_address_go_by_a_european_code_with_bic() -> None:
    made = sheet(order(payee=payee("Vermieter", SWISS, bic="POFICHBEXXX")))
    assert content_of(made).startswith(b"BCD\n")


# In time?


def test_a_transfer_that_would_arrive_late_is_told_with_the_last_day() -> None:
    made = sheet(order(due_on=order().on))
    assert "arrives on 24 November 2026" in text_of(made)
    assert "leave by 20 November 2026" in text_of(made)
    assert "arrives" not in text_of(sheet(order(due_on=order().on, instant=True)))
    assert "arrives" not in text_of(sheet(order(due_on=order().on.replace(day=24))))


def test_a_later_day_is_chosen_in_the_banks_app() -> None:
    assert "Choose the day" in text_of(sheet(order(on=order().on.replace(day=30))))
