"""Facts of our own for the tests of the rules: an everyday bill of a known payee."""

from datetime import date
from typing import Any

from models.money import Money
from pay.policy.facts import BillFacts, Confirmation, Earlier, Facts, KnownPayee
from pay.policy.steps import Step
from tests.pay.orders import FRENCH, GERMAN, MONDAY_MORNING, order


def facts(**changes: Any) -> Facts:
    """Nothing to object to: the flags of these facts are empty."""
    parts: dict[str, Any] = {
        "order": order(),
        "bill": bill(),
        "home": "FR",
        "now": MONDAY_MORNING,
        "payee": KnownPayee(frozenset({FRENCH}), (Money(80_00, "EUR"),) * 3),
    }
    return Facts(**(parts | changes))


def bill(**changes: Any) -> BillFacts:
    """Bill F-2031 over 84.20 EUR, from an authenticated sender."""
    parts: dict[str, Any] = {
        "due": Money(84_20, "EUR"),
        "number": "F-2031",
        "documents": frozenset({"d1"}),
        "received_on": date(2026, 11, 20),
        "authenticated": True,
        "vat_country": "FR",
    }
    return BillFacts(**(parts | changes))


def earlier(**changes: Any) -> Earlier:
    """An order of another bill of another payee, another amount, long ago."""
    parts: dict[str, Any] = {
        "key": "0123456789",
        "bill": "bill-1",
        "step": Step.SEEN,
        "amount": Money(50_00, "EUR"),
        "on": date(2026, 3, 1),
        "payee": "Loyer SCI du Port",
        "account": GERMAN,
        "number": "F-1",
        "documents": frozenset({"d0"}),
    }
    return Earlier(**(parts | changes))


def confirmation(**changes: Any) -> Confirmation:
    """The new account, confirmed by a contact of a bill of last year."""
    parts: dict[str, Any] = {
        "account": GERMAN,
        "contact_from": "bill-2",
        "contact_on": date(2025, 11, 20),
    }
    return Confirmation(**(parts | changes))
