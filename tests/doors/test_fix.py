"""`facteur fix`: every field, in the words of the person, and what it says of what was learned."""

from pathlib import Path

import pytest

from models.database import home_url
from models.migrate import upgrade
from tests.doors.conftest import Facteur
from tests.flow.order_house import wiring_on
from tests.flow.post import account, post, travel
from tests.flow.taught_bills import FIRST, NEXT


@pytest.fixture
def two_bills(facteur: Facteur, tmp_path: Path) -> Facteur:
    """Bill 1 to correct, and bill 2 of the same biller that waits to review."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    upgrade(home_url(home))
    wiring = wiring_on(home_url(home), home)
    box = account(wiring)
    for bill in (FIRST, NEXT):
        assert travel(wiring, post(wiring, box, bill.mail())) == "done"
    wiring.engine.dispose()
    return facteur


def test_a_correction_says_what_it_taught_and_reads_the_waiting_bill_again(
    two_bills: Facteur,
) -> None:
    said = two_bills("fix", "1", "--amount", "84,20", "--due", "2026-12-12", "--number", "X 9")
    assert said.code == 0
    assert "Learned for this biller's next bill: Amount, Due." in said.out
    assert "Not printed on the bill, so remembered for this one only: Bill number." in said.out
    assert "read again: 1" in said.out
    second = two_bills("list", "--json").rows[-1]
    assert (second["amount"], second["due_date"]) == ("91.75", "2027-01-13")


def test_what_was_corrected_is_named_in_the_persons_words(two_bills: Facteur) -> None:
    said = two_bills(
        "fix", "1", "--due", "2026-12-12", "--issued", "2026-11-02", "--category", "water",
        "--iban", FIRST.iban, "--state", "handed_over", "--lang", "fr",
    )  # fmt: skip
    corrected = said.out.partition("\n")[0]
    assert said.code == 0, said.err
    assert "Échéance" in corrected
    assert "État" in corrected
    assert "_" not in corrected
    assert "state" not in corrected


def test_each_field_can_be_told_and_a_script_reads_what_came_of_it(two_bills: Facteur) -> None:
    said = two_bills(
        "fix", "1", "--number", "HF-2026-7711", "--customer", "K 7", "--iban", FIRST.iban,
        "--reference", "R-1", "--issued", "2026-11-02", "--due", "none", "--currency", "chf", "--json",
    )  # fmt: skip
    assert said.code == 0
    row = said.rows[0]
    assert row["learned"] == ["amount", "number", "payee_iban"]
    assert row["not_printed"] == ["issued_on", "customer_number", "reference"]
    shown = two_bills("show", "1", "--json").rows[0]
    assert shown["due_date"] is None
    assert shown["currency"] == "CHF"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--iban", "DE02120300000000202052"), "is no valid IBAN"),
        (("--due", "demain"), "is no date"),
        (("--due", "0001-01-01"), "is no day of a bill"),
        (("--issued", "2041-01-01"), "is no day of a bill"),
        (("--issued", "none"), "is no date"),
        (("--number", " "), "is no number as a bill prints it"),
        (("--reference", "x" * 61), "is no number as a bill prints it"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    facteur: Facteur, words: tuple[str, str], told: str
) -> None:
    said = facteur("fix", "1", *words)
    assert said.code == 2
    assert told in said.err


def test_an_amount_below_zero_is_a_credit_only_when_it_is_said(two_bills: Facteur) -> None:
    refused = two_bills("fix", "1", "--amount", "-10")
    assert (refused.code, "--kind credit_note" in refused.err) == (1, True)
    before = two_bills("show", "1", "--json").rows[0]
    assert not str(before["amount"]).startswith("-")
    said = two_bills("fix", "1", "--amount", "-10", "--kind", "credit_note")
    assert said.code == 0, said.err
    assert two_bills("show", "1", "--json").rows[0]["amount"] == "-10.00"


def test_a_bill_of_zero_is_told_to_ask_for_nothing(two_bills: Facteur) -> None:
    assert "asks for nothing: `--state closed`" in two_bills("fix", "1", "--amount", "0").out
