"""A European payment code is used only when nothing in it is wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.qr.epc import is_epc, parse_epc
from tests.extract.qr.codes import IBAN, RF, epc

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=70
)
CENTS = st.integers(1, 99_999_999_999)


@given(name=WORDS, text=WORDS, cents=CENTS, end=st.sampled_from(["\n", "\r\n"]))
def test_what_was_written_is_read(name: str, text: str, cents: int, end: str) -> None:
    amount = Decimal(cents).scaleb(-2)
    written = epc(name=name, text=text, amount=f"EUR{amount}", end=end)
    payment = parse_epc(written.encode()).payment
    assert payment is not None
    assert (payment.payee, payment.text) == (name, text)
    assert (payment.iban, payment.amount, payment.currency) == (IBAN, amount, "EUR")


@given(st.text(st.characters(codec="latin-1"), max_size=70), st.sampled_from(["\n", "\r"]))
def test_a_line_hidden_in_the_name_never_moves_the_account(name: str, end: str) -> None:
    hidden = epc(name=f"EDF{end}DE89370400440532013000{end}EUR900{name}")
    payment = parse_epc(hidden.encode()).payment
    assert payment is None


@given(st.binary(max_size=400))
def test_any_bytes_are_answered(data: bytes) -> None:
    parsed = parse_epc(b"BCD\n002\n" + data)
    assert (parsed.payment is None) == bool(parsed.faults)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"tag": "BCX"}, "tag"),
        ({"version": "003"}, "version"),
        ({"encoding": "9"}, "encoding"),
        ({"identification": "SDD"}, "identification"),
        ({"name": " "}, "name"),
        ({"iban": "FR7630006000011234567890188"}, "iban"),
        ({"iban": ""}, "iban"),
        ({"amount": "EUR0.00"}, "amount"),
        ({"amount": "EUR84,20"}, "amount"),
        ({"amount": "EUR84.205"}, "amount"),
        ({"amount": "USD84.20"}, "amount"),
        ({"amount": "EUR1000000000"}, "amount"),
        ({"amount": "EUR٨٤"}, "amount"),
        ({"reference": RF}, "reference_and_text"),
        ({"reference": "RF19539007547034", "text": ""}, "reference"),
        ({"information": "merci\nEUR900"}, "extra_lines"),
        ({"name": "EDF\u202e"}, "control"),
    ],
)
def test_a_wrong_element_is_named_and_nothing_is_used(changes: dict[str, str], fault: str) -> None:
    parsed = parse_epc(epc(**changes).encode())
    assert parsed.payment is None
    assert fault in parsed.faults


def test_what_is_empty_at_the_end_may_be_left_out() -> None:
    short = "\n".join(epc().split("\n")[:7])
    payment = parse_epc(short.encode()).payment
    assert payment is not None
    assert payment.amount is None
    assert parse_epc("\n".join(epc().split("\n")[:6]).encode()).faults == ("iban",)
    assert parse_epc(f"{epc()}\n\n".encode()).payment is not None


@pytest.mark.parametrize(
    ("code", "encoding", "name"),
    [
        ("1", "utf-8", "Ville de Nîmes"),
        ("2", "iso8859-1", "Ville de Nîmes"),
        ("3", "iso8859-2", "Šumava"),
        ("4", "iso8859-4", "Ģirts"),
        ("5", "iso8859-5", "Вода"),
        ("6", "iso8859-7", "Νερό"),
        ("7", "iso8859-10", "Ísland"),
        ("8", "iso8859-15", "Eaux à 3 €"),
    ],
)
def test_every_character_set_is_read(code: str, encoding: str, name: str) -> None:
    payment = parse_epc(epc(encoding=code, name=name).encode(encoding)).payment
    assert payment is not None
    assert payment.payee == name


def test_a_sender_that_names_the_wrong_character_set_is_still_read() -> None:
    utf_8_called_latin = parse_epc(epc(encoding="2", name="Nîmes").encode())
    latin_called_utf_8 = parse_epc(epc(name="Nîmes").encode("latin-1"))
    for parsed in (utf_8_called_latin, latin_called_utf_8):
        assert parsed.payment is not None
        assert parsed.payment.payee == "Nîmes"
        assert parsed.remarks == ("encoding_other",)


def test_small_deviations_are_remarked_and_used() -> None:
    parsed = parse_epc(epc(version="001", iban="fr76 3000 6000 0112 3456 7890 189").encode())
    assert parsed.payment is not None
    assert parsed.payment.iban == IBAN
    assert set(parsed.remarks) == {"iban_form", "bic_missing"}
    other = parse_epc(epc(bic="99-99-888", purpose="long one").encode())
    assert other.payment is not None
    assert set(other.remarks) == {"bic", "purpose"}


def test_a_structured_reference_is_given_as_such() -> None:
    payment = parse_epc(epc(reference=RF, text="").encode()).payment
    assert payment is not None
    assert (payment.reference, payment.text) == (RF, "")


def test_only_contents_of_this_kind_are_taken() -> None:
    assert is_epc(b"BCD\r\n002")
    assert is_epc(b"BCD\n002")
    assert not is_epc(b"BCDE\n")
    assert not is_epc(b"https://pay.example/BCD\n")
