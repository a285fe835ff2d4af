"""An approval is bound to what was approved."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from models.money import Money
from models.reference import CreditorReference, FreeText
from pay.digest import digest_of
from tests.pay.orders import BERN, GERMAN, RF, hostile, order, payee

CHANGES: list[dict[str, Any]] = [
    {"bill": "bill-8"},
    {"payee": payee("Eaux du Valon")},
    {"payee": payee(iban=GERMAN)},
    {"payee": payee(iban=None)},
    {"payee": payee(bic="AGRIFRPP")},
    {"payee": payee(address=BERN)},
    {"amount": Money(84_21, "EUR")},
    {"amount": Money(84_20, "CHF")},
    {"reference": None},
    {"reference": FreeText("Facture F-2032")},
    {"reference": CreditorReference(RF)},
]


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_of_bill_payee_iban_amount_currency_or_reference_changes_it(
    change: dict[str, Any],
) -> None:
    assert digest_of(order(**change)) != digest_of(order())


def test_all_changes_differ_from_one_another() -> None:
    assert len({digest_of(order(**change)) for change in CHANGES}) == len(CHANGES)


def test_another_day_key_or_speed_needs_no_new_approval() -> None:
    moved = order(on=date(2026, 12, 1), key="00000000", instant=True, due_on=date(2026, 12, 3))
    assert digest_of(moved) == digest_of(order())


def test_it_is_the_same_on_every_machine() -> None:
    assert digest_of(order()) == "261cbb2b25e35f502e38ca2147450b4f5197d488ce7c9a1354eefcb45f6c3ea7"


def test_the_kind_of_a_reference_counts_beside_its_text() -> None:
    plain, structured = order(reference=FreeText(RF)), order(reference=CreditorReference(RF))
    assert digest_of(plain) != digest_of(structured)


@given(hostile, hostile)
def test_text_never_flows_from_one_field_into_the_next(name: str, text: str) -> None:
    first = order(payee=payee("A" + name), reference=FreeText("B" + text))
    second = order(payee=payee("A" + name + text), reference=FreeText("B"))
    same = first.payee == second.payee and first.reference == second.reference
    assert (digest_of(first) == digest_of(second)) is same
