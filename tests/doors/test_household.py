"""`facteur household` and `split`: a flat from its first day to a settled debt."""

import contextlib
import io
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.doors.conftest import Facteur


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


def test_a_household_is_made_once(indoors: Facteur) -> None:
    assert indoors("household", "new", "Flat", "--me", "Alice").code == 0
    again = indoors("household", "new", "flat", "--me", "Alice")
    assert (again.code, "“Flat” is here already (number 1)" in again.err) == (1, True)
    assert indoors("household", "add", "Bob").code == 0, "no --house is needed"
    assert indoors("household", "new", "Garden", "--me", "Alice").code == 0


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


def test_where_there_is_nothing_yet_each_verb_says_how_to_begin(indoors: Facteur) -> None:
    for verb in ("household", "split", "settle"):
        said = indoors(verb)
        assert said.code == 1
        assert "`facteur household new NAME --me YOUR_NAME`" in said.err
    indoors("household", "new", "Flat", "--me", "Alice")
    assert "`facteur household add NAME`" in indoors("household").out
    assert "No bill is shared yet" in indoors("split").out
    assert "Nobody owes anything." in indoors("settle").out


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


def test_what_a_member_advanced_is_handed_over_and_who_paid_is_said_clearly(
    two_bills: Facteur,
) -> None:
    facteur = two_bills
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("split", "1", "--equal", "--paid", "alice")
    assert [row["state"] for row in facteur("list", "--json").rows if row["id"] == 1] == [
        "handed_over"
    ]
    for paid, on, told in (("", "", "Say who paid"), ("alice", "2099-01-01", "still to come")):
        said = facteur("split", "1", "--paid", paid, *(["--on", on] if on else []))
        assert (said.code, told in said.err) == (2, True), said.err
    assert "Paid by: Alice" in facteur("split", "1").out


@pytest.mark.parametrize(
    ("words", "told"),
    [(("--on", "2026-11-01"), "with --paid who paid"), (("--all",), "goes with --approve")],
)
def test_an_option_that_would_be_ignored_is_refused(
    two_bills: Facteur, words: tuple[str, ...], told: str
) -> None:
    two_bills("household", "new", "Flat", "--me", "Alice")
    two_bills("split", "1", "--equal")
    said = two_bills("split", "1", *words)
    assert (said.code, told in said.err) == (2, True), said.err
