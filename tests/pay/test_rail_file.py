"""The file of transfers: valid by the schema of ISO 20022, and it says what the orders say."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import sepaxml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from models.errors.orders import HandoverDiffers, RailRefused
from models.money import Money
from models.order import Order
from models.reference import FreeText, reference_of
from pay.rail import Artefact, Handover, Payer
from pay.rails.sepa_file.rail import SepaFile, _must_say
from pay.rails.sepa_file.read_back import transfers_of
from pay.rails.sepa_file.transfer import transfer_of
from pay.rails.sepa_file.write import written
from tests.pay.orders import (
    ALICE,
    BELGIAN,
    BRITISH,
    MONDAY_MORNING,
    OGM,
    QRR,
    RF,
    SWISS_QR,
    handover,
    hostile,
    order,
    payee,
)

PAIN = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"
keys = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=8, max_size=35)


@cache
def schema() -> etree.XMLSchema:
    """ISO's own schema, which the package sepaxml ships."""
    folder = Path(str(sepaxml.__file__)).parent / "schemas"
    return etree.XMLSchema(etree.parse(folder / "pain.001.001.09.xsd"))


def file_of(*orders: Order, **changes: Any) -> etree._Element:
    root = etree.fromstring(made(*orders, **changes).files[0].data)
    schema().assertValid(root)
    return root


def made(*orders: Order, **changes: Any) -> Artefact:
    return SepaFile().prepare(orders, handover(**changes))


def texts(root: etree._Element, name: str) -> list[str]:
    return [str(node.text) for node in root.iter(PAIN + name)]


def test_an_order_is_one_transfer_with_its_key_as_end_to_end_id() -> None:
    root = file_of(order(), order(key="second00", amount=Money(1_05, "EUR")))
    assert texts(root, "EndToEndId") == [order().key, "second00"]
    assert texts(root, "InstdAmt") == ["84.20", "1.05"]
    assert texts(root, "CtrlSum") == ["85.25", "85.25"]
    assert texts(root, "NbOfTxs") == ["2", "2"]


@pytest.mark.parametrize(
    ("written_as", "iban", "issuer", "reference"),
    [(RF, None, "ISO", RF), (OGM, BELGIAN, "BBA", "090933755493")],
)
def test_references_with_check_digits_are_structured(
    written_as: str, iban: str | None, issuer: str, reference: str
) -> None:
    paid = payee(iban=iban) if iban else payee()
    root = file_of(order(payee=paid, reference=reference_of(written_as)))
    assert (texts(root, "Issr"), texts(root, "Ref")) == ([issuer], [reference])
    assert texts(root, "Ustrd") == []


def test_words_are_words_and_nothing_is_nothing() -> None:
    assert texts(file_of(order()), "Ustrd") == ["Facture F-2031"]
    bare = file_of(order(reference=None))
    assert texts(bare, "Ustrd") == texts(bare, "Ref") == []


def test_days_and_speeds_are_groups_of_their_own() -> None:
    orders = [
        order(key="today001"),
        order(key="today002"),
        order(key="instant1", instant=True),
        order(key="sunday01", on=date(2026, 11, 29)),
        order(key="isunday1", on=date(2026, 11, 29), instant=True),
    ]
    root = file_of(*orders)
    groups = list(root.iter(PAIN + "PmtInf"))
    days = [(texts(one, "Dt"), texts(one, "NbOfTxs"), "INST" in texts(one, "Cd")) for one in groups]
    assert days == [
        (["2026-11-23"], ["2"], False),
        (["2026-11-23"], ["1"], True),
        (["2026-11-29"], ["1"], True),
        (["2026-11-30"], ["1"], False),
    ]
    assert len(set(texts(root, "PmtInfId"))) == 4


def test_a_day_that_has_passed_or_is_no_bank_day_moves_and_is_told() -> None:
    late = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)
    artefact = made(order(), now=late)
    assert texts(etree.fromstring(artefact.files[0].data), "Dt") == ["2026-11-30"]
    assert ["leaves on 30 November 2026" in note.told("en") for note in artefact.notes] == [True]


def test_the_payers_and_the_payees_bank_are_named_where_known() -> None:
    abroad = payee("Landlord", BRITISH, bic="NWBKGB2L")
    root = file_of(order(payee=abroad), payer=replace(ALICE, bic="AGRIFRPP"))
    assert texts(root, "BICFI") == ["AGRIFRPP", "NWBKGB2L"]
    assert "NOTPROVIDED" in texts(file_of(order()), "Id")


def test_the_same_orders_have_the_same_message_id_in_any_order() -> None:
    first, second = order(key="aaaaaaaa"), order(key="bbbbbbbb")
    one, other = file_of(first, second), file_of(second, first)
    assert texts(one, "MsgId") == texts(other, "MsgId") != texts(file_of(first), "MsgId")


def test_a_thousand_orders_are_one_valid_file() -> None:
    many = [order(key=f"order{number:08d}") for number in range(1_000)]
    root = file_of(*many)
    assert texts(root, "CtrlSum") == ["84200.00", "84200.00"]


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (order(payee=payee(iban=None)), "not known"),
        (order(amount=Money(1, "CHF")), "CHF"),
        (order(amount=Money(10**12, "EUR")), "EUR"),
        (order(payee=payee("中文")), "letters"),
        (order(payee=payee(iban=SWISS_QR), reference=reference_of(QRR)), "Swiss"),
    ],
)
def test_what_no_sepa_bank_takes_is_refused_with_the_reason(one: Order, words: str) -> None:
    with pytest.raises(RailRefused, match=words):
        made(one)


@pytest.mark.parametrize("payer", [None, Payer("Alice"), Payer("中", ALICE.iban)])
def test_without_an_account_of_the_payer_there_is_no_file(payer: Payer | None) -> None:
    with pytest.raises(RailRefused, match="your own account"):
        made(order(), payer=payer)


@given(hostile, hostile, hostile, keys, st.integers(1, 999_999_999_99))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_hostile_words_change_no_other_element_and_the_file_stays_valid(
    name: str, text: str, me: str, key: str, minor: int
) -> None:
    paid = payee("A" + name)
    one = order(key=key, payee=paid, reference=FreeText("B" + text), amount=Money(minor, "EUR"))
    root = file_of(one, payer=replace(ALICE, name="C" + me))
    assert texts(root, "EndToEndId") == [key]
    assert texts(root, "InstdAmt") == [str(one.amount.decimal)]
    assert texts(root, "IBAN") == [ALICE.iban.text, paid.iban.text]  # type: ignore[union-attr]
    assert len(texts(root, "Nm")) == 3
    assert len(list(root.iter())) == len(list(file_of(order()).iter()))
    data = etree.tostring(root)
    assert b"<!" not in data
    assert data.isascii()


def test_a_file_that_says_something_else_is_thrown_away() -> None:
    given_handover: Handover = handover()
    right = [transfer_of(order(), given_handover.now)]
    other = [replace(right[0], amount=Decimal("84.21"))]
    data = written(right, ALICE, MONDAY_MORNING)
    _must_say(data, right, ALICE)
    with pytest.raises(HandoverDiffers):
        _must_say(data, other, ALICE)
    with pytest.raises(HandoverDiffers):
        _must_say(data, right, replace(ALICE, name="Bob"))
    with pytest.raises(HandoverDiffers):
        _must_say(data.replace(b'"EUR"', b'"USD"'), right, ALICE)


def test_reading_back_gives_what_was_written() -> None:
    orders = [
        order(),
        order(key="second00", reference=reference_of(RF), instant=True),
        order(key="third000", payee=payee("Landlord", BRITISH, bic="NWBKGB2L"), reference=None),
    ]
    transfers = [transfer_of(one, MONDAY_MORNING) for one in orders]
    read = list(transfers_of(written(transfers, ALICE, MONDAY_MORNING)))
    assert sorted(read, key=lambda one: one.key) == sorted(transfers, key=lambda one: one.key)
