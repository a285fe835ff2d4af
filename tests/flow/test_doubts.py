"""What a bill waits to be reviewed for, and what of a receipt nobody is sure of."""

from pathlib import Path
from typing import Any

import pytest

from flow.doubts import is_unsure_receipt, to_review
from flow.settings import Settings
from models.verdict import Kind, State
from tests.models import rows

SETTINGS = Settings(Path())
SURE = {"biller": 0.95, "amount": 0.95}
UNSURE = {"biller": 0.95, "amount": 0.4}


def doubts(**changes: Any) -> list[str]:
    return to_review(rows.bill(1, **changes), SETTINGS)


def test_a_paid_receipt_whose_amount_is_unsure_is_told_until_somebody_looked() -> None:
    paid = {"kind": Kind.RECEIPT, "state": State.PAID}
    assert doubts(**paid, confidences=UNSURE) == ["amount"]
    assert doubts(**paid, confidences=SURE) == []
    assert is_unsure_receipt(rows.bill(1, **paid, confidences=UNSURE), 0.9)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": Kind.TO_PAY, "state": State.PAID},
        {"kind": Kind.RECEIPT, "state": State.CLOSED},
        {"kind": Kind.TO_PAY, "state": State.OPEN},
    ],
)
def test_what_a_statement_or_the_person_settled_is_not_asked_about(changes: dict[str, Any]) -> None:
    assert doubts(**changes, confidences=UNSURE) == []


def test_of_what_is_no_bill_only_that_is_asked() -> None:
    waits = {"kind": Kind.OTHER, "state": State.REVIEW, "confidences": {}}
    assert doubts(**waits, confidence=0.5) == ["kind"]
    assert doubts(**waits, confidence=0.95) == []
