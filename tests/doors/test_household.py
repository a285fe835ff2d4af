"""`facteur household`, `split` and `settle`: a flat from its first day to a settled debt."""

import contextlib
import io
import sys
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from cli.tree import tree
from models.database import home_url, open_engine
from models.tables import Bill
from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.models import rows


@pytest.fixture
def facteur(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:
    """The command in this process, on a database of this test: starting Python each time takes longer."""
    assert sqlite_url == home_url(tmp_path / "home")
    for name, value in {
        "FACTEUR_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LANG": "C.UTF-8", "COLUMNS": "400",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)

    def run(*words: str) -> Said:
        code = tree("en")(args=list(words), prog_name="facteur", standalone_mode=False)
        said = capsys.readouterr()
        return Said(code if isinstance(code, int) else 0, said.out, said.err)

    return run


@pytest.fixture
def two_bills(facteur: Facteur, sqlite_url: str) -> Facteur:
    """Alice's mailbox with bills 1 and 2 of one biller, 84.20 and 90.00 euros."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        account = rows.account(session).id
        for number, minor in ((1, 8420), (2, 9000)):
            bill: Bill = rows.bill(account, identity=str(number), amount_minor=minor)
            bill.biller = "Énergie du Val"
            session.add(bill)
    engine.dispose()
    return facteur


class _Closed(io.StringIO):
    """A pipe whose reader went away, as of `| head -1`."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_reader_that_goes_away_undoes_nothing(
    two_bills: Facteur, monkeypatch: pytest.MonkeyPatch, form: tuple[str, ...]
) -> None:
    facteur = two_bills
    facteur("household", "new", "Rue des Lilas", "--me", "Alice")
    with monkeypatch.context() as shut, contextlib.suppress(BrokenPipeError, SystemExit):
        shut.setattr(sys, "stdout", _Closed())
        facteur("household", "add", "Bob", *form)
    assert "Bob" in facteur("household").out


def test_a_flat_from_its_first_day_to_a_settled_debt(two_bills: Facteur, tmp_path: Path) -> None:
    facteur = two_bills
    assert facteur("household", "new", "Rue des Lilas", "--me", "Alice", "--json").rows == [
        {"household": 1, "owner": "Alice"}
    ]
    assert facteur("household", "add", "Bob", "--iban", "DE02120300000000202051").code == 0
    shown = facteur("split", "1", "--equal", "--rule", "--paid", "alice", "--json").rows[0]
    assert shown["paid"] == {"Alice": "84.20"}
    assert shown["shares"] == [
        {"member": name, "amount": "42.10", "why": "1 of 2 equal parts", "state": "proposed", "reason": None}
        for name in ("Alice", "Bob")
    ]  # fmt: skip
    facteur("split", "1", "--approve", "--as", "bob")
    listed = facteur("split", "--as", "bob", "--json").rows
    assert [(row["bill"], row["mine"], row["state"]) for row in listed] == [
        (1, "42.10", "approved")
    ]
    assert "Bob → Alice: 42.10 EUR" in facteur("settle").out
    made = facteur("settle", "--make", "--as", "Bob", "--json").rows[0]
    assert (made["settlement"], made["state"]) == (1, "announced")
    refused = facteur("settle", "--paid", "1")
    assert (refused.code, "`--as Bob` says that it is you" in refused.err) == (1, True)
    assert "can give the right" not in refused.err
    assert "It counts when Alice says so" in facteur("settle", "--paid", "1", "--as", "bob").out
    assert facteur("settle", "--received", "1").code == 0
    assert facteur("settle").out.startswith("Nobody owes anything.")
    out = str(tmp_path / "files")
    month = f"{datetime.now().astimezone():%Y-%m}"
    assert facteur("household", "statement", "bob", month, "--out", out).code == 0
    assert {path.suffix for path in Path(out).iterdir()} == {".csv", ".pdf"}


def test_every_way_of_splitting_can_be_typed(two_bills: Facteur) -> None:
    facteur = two_bills
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob", "--since", "2026-10-16")
    for name, value in (("Alice", "100"), ("Bob", "10,5")):
        facteur("household", "meter", "water", name, value, "--on", "2026-10-01")
    for name, value in (("Alice", "130"), ("Bob", "20.5")):
        facteur("household", "meter", "water", name, value, "--on", "2026-11-01")
    days = ("--from", "2026-10-01", "--to", "2026-10-30")
    ways: list[tuple[tuple[str, ...], list[str]]] = [
        (("--shares", "alice=2,bob=1"), ["60.00", "30.00"]),
        (("--percent", "alice=10,bob=90"), ["9.00", "81.00"]),
        (("--exact", "bob=12.34", "--between", "alice"), ["77.66", "12.34"]),
        (("--days", *days), ["67.50", "22.50"]),
        (("--meter", "water", "--fixed", "10", *days), ["65.00", "25.00"]),
    ]
    for words, amounts in ways:
        said = facteur("split", "2", *words, "--json")
        assert said.code == 0, said.err
        shares = said.rows[0]["shares"]
        assert isinstance(shares, list)
        assert [share["amount"] for share in shares] == amounts


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("split", "1", "--equal", "--days"), 2, "Choose one way to split, not --equal --days."),
        (("split", "--equal"), 2, "Say which bill"),
        (("split", "1", "--shares", "alice=x"), 2, "is no part"),
        (("split", "1", "--exact", "alice=84.195"), 2, "is no clear amount"),
        (("split", "1"), 1, "facteur split 1 --equal"),
        (("split", "7", "--equal"), 1, "Nothing has the number 7"),
        (("split", "1", "--equal", "--as", "Zoe"), 1, "Its members: Alice."),
        (("household", "away", "Alice"), 2, "facteur household away NAME FIRST_DAY [LAST_DAY]"),
        (("household", "leave", "Alice", "soon"), 2, "is no date"),
        (("household", "meter", "water", "x"), 2, "is no meter reading"),
        (("settle", "--to", "Alice"), 2, "--amount"),
        (("settle", "--paid", "9"), 1, "number 9: `facteur settle` shows"),
        (("settle", "--received", "99"), 1, "number 99: `facteur settle` shows"),
    ],
)
def test_what_cannot_be_is_one_sentence_that_leads_on(
    two_bills: Facteur, words: tuple[str, ...], code: int, told: str
) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    said = two_bills(*words)
    assert (said.code, told in said.err) == (code, True), said.err


def test_a_household_is_made_once(facteur: Facteur) -> None:
    assert facteur("household", "new", "Flat", "--me", "Alice").code == 0
    again = facteur("household", "new", "flat", "--me", "Alice")
    assert (again.code, "“Flat” is here already (number 1)" in again.err) == (1, True)
    assert facteur("household", "add", "Bob").code == 0, "no --house is needed"
    assert facteur("household", "new", "Garden", "--me", "Alice").code == 0


def test_amounts_are_written_as_the_language_does_and_for_scripts_with_a_point(
    two_bills: Facteur,
) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("household", "add", "Bob")
    two_bills("split", "1", "--equal", "--paid", "alice")
    for words in (("list",), ("show", "1"), ("split",), ("split", "1"), ("settle",)):
        french = two_bills(*words, "--lang", "fr").out
        assert ("42,10" in french or "84,20" in french, "42.10" in french) == (True, False)
        assert "84.20" not in french
        assert "," not in str(two_bills(*words, "--lang", "fr", "--json").rows[0].get("amount"))
    two_bills("settle", "--make")
    assert "42,10 EUR" in two_bills("settle", "--lang", "fr").out


def test_a_share_is_approved_in_the_feminine_in_french(two_bills: Facteur) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("split", "1", "--equal", "--approved")
    assert "approuvée" in two_bills("split", "1", "--lang", "fr").out


def test_where_there_is_nothing_yet_each_verb_says_how_to_begin(facteur: Facteur) -> None:
    for verb in ("household", "split", "settle"):
        said = facteur(verb)
        assert said.code == 1
        assert "`facteur household new NAME --me YOUR_NAME`" in said.err
    facteur("household", "new", "Flat", "--me", "Alice")
    assert "`facteur household add NAME`" in facteur("household").out
    assert "No bill is shared yet" in facteur("split").out
    assert "Nobody owes anything." in facteur("settle").out


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
    two_bills("settle", "--to", "Bob", "--amount", "20")
    said = two_bills(*words)
    assert (said.code, told in said.err) == (code, True), said.err


@pytest.fixture
def three_open(facteur: Facteur) -> Facteur:
    """Alice owes Bob 20 euros and 5 dollars, Bob owes her 7 euros, all of it announced."""
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob", "--iban", "FR1420041010050500013M02606")
    for sender, receiver, *amount in (
        ("Alice", "Bob", "20"), ("Alice", "Bob", "5", "--currency", "USD"), ("Bob", "Alice", "7"),
    ):  # fmt: skip
        words = ("--from", sender, "--to", receiver, "--amount", *amount)
        assert facteur("settle", *words).code == 0
    return facteur


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


def test_who_leaves_is_told_apart_and_comes_back(two_bills: Facteur) -> None:
    facteur = two_bills
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob")
    assert "stays written" in facteur("household", "remove", "bob").out
    assert "Left: Bob." in facteur("household").out
    shares = facteur("split", "1", "--equal", "--json").rows[0]["shares"]
    assert isinstance(shares, list)
    assert [(share["member"], share["amount"]) for share in shares] == [("Alice", "84.20")]
    assert "`facteur household rejoin Bob`" in facteur("household", "add", "Bob").err
    assert facteur("household", "rejoin", "Bob").code == 0
    assert "Left" not in facteur("household").out
