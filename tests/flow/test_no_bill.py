"""What is no bill asks for nothing, whatever amounts and days its paper prints."""

from datetime import date
from pathlib import Path

import pytest

from classify.judge import TAUGHT
from flow.correct import fix_bill
from flow.fix import Fix
from flow.listing import list_bills
from flow.no_bill import heard
from flow.scans_told import scan_row
from flow.settings import Settings
from flow.wiring import Wiring
from models.reading import Found, Reading
from models.verdict import Because, Category, Kind, State, Verdict
from tests.extract.papers import listing
from tests.flow.order_house import OrderHouse, rules
from tests.flow.road import only_bill
from tests.flow.test_scan import scan

QUOTE = listing(
    "Greenfield Gardens Ltd",
    "QUOTATION",
    "Quote number: Q-1042",
    "Date: 12 November 2026",
    "Garden fence, supply and fit   1,150.00 GBP",
    "Total   1,380.00 GBP",
    "Valid until 12 December 2026",
    "Payment due within 14 days of completion.",
)
SETTINGS = Settings(Path())
ASKED = Because("It asks to be paid.")


def said(kind: Kind, confidence: float, *signs: str, because: Because = ASKED) -> Verdict:
    verdict = Verdict(kind, Category.OTHER, "Factures/Divers", confidence, 0.9, (because,))
    found = tuple(Found(sign, "pdf_text", sign.upper(), 0.9) for sign in signs)
    return heard(verdict, Reading("pdf_text", signs=found), SETTINGS)


@pytest.mark.parametrize("kind", [Kind.TO_PAY, Kind.REMINDER])
def test_a_paper_that_calls_itself_a_quote_asks_for_nothing_and_is_looked_at(kind: Kind) -> None:
    verdict = said(kind, 0.6, "order", "quote")
    assert (verdict.kind, verdict.folder) == (Kind.OTHER, "")
    assert verdict.confidence == pytest.approx(0.4)
    assert [(one.sentence, one.quote) for one in verdict.because] == [
        ("It is a quote, not a bill: “{quote}”", "QUOTE"), (ASKED.sentence, ""),
    ]  # fmt: skip
    assert said(kind, 0.1, "quote").confidence <= SETTINGS.file_from


@pytest.mark.parametrize(
    "verdict",
    [
        said(Kind.TO_PAY, 0.6),
        said(Kind.TO_PAY, 0.6, "quote", "invoice_title"),
        said(Kind.TO_PAY, 0.6, "delivery_note"),
        said(Kind.TO_PAY, 0.95, "quote"),
        said(Kind.TO_PAY, 0.6, "quote", because=TAUGHT),
    ],
)
def test_a_bill_that_names_its_quote_stays_one(verdict: Verdict) -> None:
    assert verdict.kind is Kind.TO_PAY


def test_a_quote_has_no_due_day_and_no_order_until_the_person_calls_it_a_bill(
    wiring: Wiring,
) -> None:
    number = scan(wiring, ("quote.pdf", QUOTE))
    row = scan_row(wiring, "quote.pdf", number, "en", known=False)
    assert (row["kind"], row["state"], row["due_date"]) == ("other", "review", None)
    assert row["to_review"] == ["kind"]
    (listed,) = list_bills(wiring)
    assert (listed.row["kind"], listed.row["due_date"]) == ("other", None)
    fix_bill(wiring, only_bill(wiring).id, Fix(kind=Kind.TO_PAY))
    (listed,) = list_bills(wiring)
    assert (listed.row["kind"], listed.row["due_date"] is None) == ("to_pay", False)


def test_what_is_no_bill_is_not_paid(house: OrderHouse) -> None:
    number = house.bill(kind=Kind.OTHER, state=State.REVIEW, due_on=date(2026, 12, 10))
    (flag,) = (one for one in house.look(number).stops if one.rule == "no_bill")
    assert f"`facteur fix {number} --kind to_pay`" in flag.because.told("en")
    house.change(number, kind=Kind.TO_PAY)
    assert "no_bill" not in rules(house.look(number))
