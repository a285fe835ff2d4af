"""`facteur settle`: what was announced is paid, seen, or called off by its number."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.doors.answering import Answering
from tests.doors.forked import Facteur


def owing(facteur: Facteur) -> dict[str, object]:
    """Alice owes Bob half of bill 1; the settlement that says so."""
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob", "--iban", "FR1420041010050500013M02606")
    facteur("split", "1", "--equal", "--paid", "bob")
    return facteur("settle", "--make", "--json").rows[0]


def test_a_settlement_is_paid_like_a_bill_and_seen_on_a_statement(
    two_bills: Facteur, tmp_path: Path
) -> None:
    facteur, made = two_bills, owing(two_bills)
    assert (made["settlement"], made["from"], made["amount"]) == (1, "Alice", "42.10")
    shown = facteur("settle", "1", "--json").rows[0]
    assert (shown["settlement"], shown["iban"]) == (1, "FR1420041010050500013M02606")
    assert "--as Alice" in facteur("settle", "1", "--as", "bob").err
    out = tmp_path / "sheet"
    paid = facteur("settle", "1", "--rail", "sepa-sheet", "--out", str(out), "--yes")
    assert paid.code == 0, paid.err
    assert "`facteur settle --paid 1`" in paid.out
    assert {path.name for path in out.iterdir()} == {"sheet.png", "sheet.svg", "sheet.txt"}
    again = facteur("settle", "1", "--rail", "by-hand", "--yes")
    assert (again.code, "was handed over" in again.err) == (1, True)
    assert facteur("settle", "1", "--again", "--out", str(out)).code == 0
    reference = str(made["reference"])
    bank = tmp_path / "bank.csv"
    bank.write_text(csv("-42,10", reference))
    matched = facteur("import", str(bank), "--json").rows[0]["matched"]
    assert isinstance(matched, list)
    assert [row["bills"][0]["settlement"] for row in matched] == [1]
    assert "settlement 1" in facteur("import", str(bank)).out
    bank.write_text(csv("42,10", reference))
    assert facteur("import", str(bank), "--as", "Bob").code == 0
    assert facteur("settle").out.startswith("Nobody owes anything.")
    assert facteur("import", "--json").rows[0]["matched"] == matched


def test_who_is_owed_is_told_who_announces_it(two_bills: Facteur, tmp_path: Path) -> None:
    facteur = two_bills
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob")
    facteur("split", "1", "--equal", "--paid", "bob")
    told = facteur("settle", "--make", "--as", "Bob").out
    assert "Bob has nothing to send: Alice owes Bob 42.10 EUR." in told
    assert "`facteur settle --make --as Alice`" in told
    facteur("settle", "--make")
    again = facteur("split", "1", "--shares", "alice=1,bob=3").out
    assert "settlement 1 asks for 21.05 EUR instead of 42.10 EUR" in again
    assert "is a folder: name one file" in facteur("import", str(tmp_path)).err


def csv(amount: str, reference: str) -> str:
    """A bank's file with one line of today."""
    head = "Date operation;Libelle;Montant;IBAN contrepartie;Compte"
    today = f"{datetime.now().astimezone():%d/%m/%Y}"
    accounts = "FR1420041010050500013M02606;FR7630006000011234567890189"
    return f"{head}\n{today};VIREMENT {reference};{amount};{accounts}\n"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("settle", "--rail", "sepa-sheet"), 2, "facteur settle NUMBER --rail WAY"),
        (("settle", "1", "--paid", "--make"), 2, "Say one thing at a time, not --paid --make."),
        (("settle", "1", "--make"), 2, "Numbers go with --paid, --received or --withdraw"),
        (("settle", "1", "--withdraw", "--rail", "by-hand"), 2, "facteur settle NUMBER --rail WAY"),
        (("settle", "1", "2", "--rail", "by-hand"), 2, "facteur settle NUMBER --rail WAY"),
        (("settle", "--received"), 1, "No open settlement waits for this word of Alice"),
        (
            ("settle", "--withdraw"),
            2,
            "Settlement 1: Alice → Bob, 20.00 EUR (announced). Call it off?",
        ),
        (("settle", "9", "--rail", "by-hand", "--yes"), 1, "No settlement has the number 9"),
        (("settle", "1", "--rail", "direct-debit"), 2, "sepa-sheet, sepa-file, by-hand"),
        (("settle", "1", "--rail", "sepa-sheet"), 2, "--out"),
        (("settle", "1", "--rail", "by-hand"), 2, "--yes answers it"),
        (("settle", "1", "--rail", "by-hand", "--on", "2020-01-01", "--yes"), 1, "is past"),
        (("import", "--as", "Zoe"), 1, "Nobody in this household"),
        (("household", "remove"), 2, "facteur household remove NAME [LAST_DAY]"),
        (("household", "remove", "Bob"), 1, "Bob cannot leave the household yet"),
        (("household", "remove", "Alice"), 1, "at least one owner"),
        (("household", "rejoin", "Bob"), 1, "Nobody in this household"),
    ],
)
def test_what_cannot_be_paid_or_left_is_one_sentence(
    two_bills: Facteur, words: tuple[str, ...], code: int, told: str
) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("household", "add", "Bob")
    two_bills("settle", "--to", "Bob", "--amount", "20", "--yes")
    said = two_bills(*words)
    assert (said.code, told in said.err) == (code, True), said.err


@pytest.fixture
def three_open(indoors: Facteur) -> Facteur:
    """Alice owes Bob 20 euros and 5 dollars, Bob owes her 7 euros, all of it announced."""
    indoors("household", "new", "Flat", "--me", "Alice")
    indoors("household", "add", "Bob", "--iban", "FR1420041010050500013M02606")
    for sender, receiver, *amount in (
        ("Alice", "Bob", "20"), ("Alice", "Bob", "5", "--currency", "USD"), ("Bob", "Alice", "7"),
    ):  # fmt: skip
        words = ("--from", sender, "--to", receiver, "--amount", *amount, "--yes")
        assert indoors("settle", *words).code == 0
    return indoors


def test_several_settlements_are_called_off_by_their_numbers(three_open: Facteur) -> None:
    unsaid = three_open("settle", "--withdraw", "--yes")
    assert (unsaid.code, "say which, as `facteur settle --withdraw 1`" in unsaid.err) == (2, True)
    assert [f"Settlement {number}: " in unsaid.out for number in (1, 2, 3)] == [True] * 3
    rows = three_open("settle", "--withdraw", "--json").rows
    assert [(row["settlement"], row["state"]) for row in rows] == [
        (number, "announced") for number in (1, 2, 3)
    ]
    assert three_open("settle", "--withdraw", "2", "9").code == 1
    assert open_ones(three_open) == [1, 2, 3]
    done = three_open("settle", "--withdraw", "1", "--withdraw", "3", "1", "--json").rows
    assert [(row["settlement"], row["state"]) for row in done] == [
        (1, "withdrawn"),
        (3, "withdrawn"),
    ]
    assert three_open("settle", "--withdraw", "--yes").code == 0
    assert open_ones(three_open) == []


def test_who_names_none_of_several_is_asked_which(
    three_open: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Answering(monkeypatch, {"Which": ["2, 7", "", "2"], "Did you send": "yes"})
    shown = three_open("settle", "--withdraw")
    assert "Settlement 2: Alice → Bob, 5.00 USD (announced)." in shown.out
    assert person.asked == ["Which of them? Their numbers, or “all”"] * 3
    assert open_ones(three_open) == [1, 3]
    assert "It counts when Bob says so" in three_open("settle", "--paid").out
    assert person.asked[3:] == [
        "Settlement 1: Alice → Bob, 20.00 EUR (announced). Did you send this money? [y/N]"
    ]
    Answering(monkeypatch, {"?": "tous"})
    assert three_open("settle", "--withdraw", "--lang", "fr").code == 0
    assert open_ones(three_open) == []


def test_an_account_is_vouched_for_with_a_code_alone_and_that_is_said_before_any_question(
    three_open: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Answering(monkeypatch, {"?": "yes", "Secret code": "no code"})
    said = three_open("settle", "1", "--rail", "by-hand", "--asked")
    assert (said.code, "`facteur secret`" in said.err, person.asked) == (1, True, [])


def open_ones(facteur: Facteur) -> list[object]:
    rows = facteur("settle", "--json").rows
    return [row["settlement"] for row in rows if "settlement" in row]


def test_more_than_is_owed_is_asked_about_first(two_bills: Facteur) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("household", "add", "Bob")
    two_bills("split", "1", "--equal", "--paid", "bob")
    words = ("settle", "--to", "Bob", "--amount", "99999")
    said = two_bills(*words)
    assert said.code == 2
    assert "Alice has no more than 42.10 EUR to send to Bob" in said.err
    assert open_ones(two_bills) == []
    other = two_bills("settle", "--from", "Bob", "--to", "Alice", "--amount", "5")
    assert (other.code, "Bob has nothing to send to Alice" in other.err) == (2, True)
    assert two_bills("settle", "--to", "Bob", "--amount", "40").code == 0
    assert two_bills("settle", "--withdraw", "1").code == 0
    assert two_bills(*words, "--yes").code == 0
    assert open_ones(two_bills) == [2]


def test_on_forty_columns_a_balance_says_what_it_is(two_bills: Facteur) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("household", "add", "Bob")
    two_bills("split", "1", "--equal", "--paid", "bob")
    told = two_bills("settle", COLUMNS="40").out.replace("\xa0", " ")
    assert "Balance 42.10 EUR" in told
    assert max(map(len, told.splitlines())) <= 40
