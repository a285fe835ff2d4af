"""`facteur import`: what a person types, what is answered, and what is refused."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from models.database import home_url
from models.migrate import upgrade
from models.verdict import Kind
from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.flow.order_house import wiring_on
from tests.flow.paid_bills import Asked, Line, arrive, csv_file

BY_NUMBER = Line("-84.20", "VIR FACTURE F-2031-77")
BY_NAME = Line("-31.50", "PRLV EAUX DU VALLON")
OTHER = Line("-12.00", "CB BOULANGERIE")


def filled(home: Path, *bills: Asked) -> None:
    """A data folder with these bills, numbered from 1."""
    home.mkdir(mode=0o700)
    upgrade(home_url(home))
    wiring = wiring_on(home_url(home), home)
    for asked in bills:
        arrive(wiring, asked)
    wiring.engine.dispose()


@pytest.fixture
def household(facteur: Facteur, tmp_path: Path) -> Facteur:
    """Bill 1 of 84.20, bill 2 of 31.50 without number, and a statement that tells both."""
    filled(tmp_path / "home", Asked(), Asked("31.50", "", biller="Eaux du Vallon"))
    (tmp_path / "november.csv").write_bytes(csv_file(BY_NUMBER, BY_NAME, OTHER))
    return facteur


def told(said: Said) -> Any:
    """The one line that a script reads."""
    assert said.code == 0, said.err
    return json.loads(said.out)


def test_a_script_reads_what_is_matched_suggested_and_unknown(household: Facteur) -> None:
    row = told(household("import", "november.csv", "--json"))
    assert (row["file"], row["new"], row["known"]) == ("november.csv", 3, 0)
    (matched,), (suggested,), (unknown,) = row["matched"], row["suggested"], row["unknown"]
    assert (matched["state"], matched["level"]) == ("automatic", "reference")
    assert (matched["bills"][0]["bill"], suggested["bills"][0]["bill"]) == (1, 2)
    assert (suggested["level"], unknown["text"]) == ("name", "CB BOULANGERIE")
    again = told(household("import", "november.csv", "--json"))
    assert (again["new"], again["known"]) == (0, 3)
    assert (again["matched"], again["suggested"]) == (row["matched"], row["suggested"])


def test_nothing_that_waits_is_told_with_what_to_do(facteur: Facteur) -> None:
    said = facteur("import")
    assert (said.code, "`facteur import FILE`" in said.out) == (0, True)


def test_one_step_confirms_one_takes_apart_and_the_bill_shows_its_proof(
    household: Facteur,
) -> None:
    said = household("import", "november.csv")
    assert "New entries: 3" in said.out
    assert "The payment names the bill: F-2031-77" in said.out
    assert "--confirm MATCH" in said.out
    confirmed = told(household("import", "--confirm", "2", "--json"))
    assert confirmed == {"match": 2, "state": "confirmed", "again": False}
    assert told(household("import", "--confirm", "2", "--json"))["again"] is True
    shown = household("show", "2").out
    assert "confirmed: -31.50 EUR on 2026-11-09" in shown
    assert "november.csv" in shown
    assert "Match 1: taken apart." in household("import", "--undo", "1").out
    assert "Match 1 was so already: taken apart." in household("import", "--undo", "1").out
    assert "Match 2 was so already: confirmed." in household("import", "--confirm", "2").out
    states = [row["state"] for row in household("list", "--json").rows]
    assert states == ["open", "paid"]


def test_an_entry_of_another_way_is_refused_and_one_of_another_amount_is_asked_about(
    household: Facteur, tmp_path: Path
) -> None:
    lines = Line("2300.00", "VIR SALAIRE"), Line("-23.11", "CB MARCHE"), Line("-31.50", "CHEQUE 3")
    (tmp_path / "others.csv").write_bytes(csv_file(*lines))
    household("import", "others.csv")
    refused = household("import", "--entry", "1", "--bill", "2", "--yes")
    assert (refused.code, "money that came in (2300.00 EUR)" in refused.err) == (1, True)
    asked = household("import", "--entry", "2", "--bill", "2")
    assert (asked.code, asked.out) == (2, "")
    assert "Entry 2 is over 23.11 EUR, and of bill 2 31.50 EUR are still to be seen." in asked.err
    assert [row["state"] for row in household("list", "--json").rows] == ["open", "open"]
    agreed = told(household("import", "--entry", "2", "--bill", "2", "--yes", "--json"))
    assert agreed["state"] == "confirmed"
    household("import", "--undo", str(agreed["match"]))
    words = ("import", "--entry", "3", "--bill", "2")
    assert "Match 3: confirmed." in household(*words).out
    assert "Match 3 was so already: confirmed." in household(*words).out
    again = told(household(*words, "--json"))
    assert (again["state"], again["again"]) == ("confirmed", True)


def test_amounts_are_written_as_the_language_does(household: Facteur) -> None:
    french = household("import", "november.csv", "--lang", "fr").out
    assert ("-84,20 EUR" in french, "-84.20" in french) == (True, False)
    assert "-31,50 EUR" in household("import", "--lang", "fr").out


def test_an_unknown_layout_is_asked_once(facteur: Facteur, tmp_path: Path) -> None:
    file = tmp_path / "strange.csv"
    file.write_text("Wann;Was;Wieviel\n09.11.2026;Strom;-84,20\n19.11.2026;Brot;-3,10\n")
    asked = facteur("import", "strange.csv")
    assert asked.code == 1
    assert "Which column is which?" in asked.out
    assert "Wieviel" in asked.out
    assert "--columns date=1,text=2,amount=3`" in asked.out
    answer = facteur("import", "strange.csv", "--columns", "date=1,montant=3,text=2", "--json")
    assert told(answer)["new"] == 2
    file.write_text("Wann;Was;Wieviel\n29.11.2026;Wasser;-4,20\n")
    row = told(facteur("import", "strange.csv", "--json"))
    assert (row["new"], row["unknown"][0]["amount"]) == (1, "-4.20")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["bill.pdf"], 1, "no bank statement"),
        (["--entry", "1"], 2, "Say one thing"),
        (["--confirm", "99999999999999999999"], 1, "No match has the number"),
    ],
)
def test_what_cannot_be_is_a_sentence(
    facteur: Facteur, tmp_path: Path, words: list[str], code: int, sentence: str
) -> None:
    (tmp_path / "bill.pdf").write_bytes(b"%PDF-1.7\n")
    said = facteur("import", *words)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert "Traceback" not in said.err


def test_announced_debits_are_watched(facteur: Facteur, tmp_path: Path) -> None:
    due = datetime.now(UTC).date() - timedelta(days=12)
    issued = due - timedelta(days=15)
    filled(tmp_path / "home", Asked(kind=Kind.TO_BE_DEBITED, due=due, issued=issued))
    debit = Line("-94.20", "PRLV ENERGIE DU VALLON FACTURE F-2031-77", due + timedelta(days=1))
    (tmp_path / "debits.csv").write_bytes(csv_file(debit))
    said = facteur("import", "debits.csv")
    assert "10.00 EUR more than announced" in said.out
    row = told(facteur("show", "1", "--json"))
    assert (row["debit"]["verdict"], row["debit"]["more"]) == ("other_amount", "10.00")
    assert row["state"] == "open"
