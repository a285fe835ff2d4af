"""Sentences and cells fold where a reader would: never inside an amount, an account or a command."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from cli.folding import folded, pieces
from cli.output import Out

REASON = (
    "  · It asks to be paid: “à régler 1 197,57 EUR avant le 05/12/2026 par virement au compte FR76 3000 "
    "6000 0112 3456 7890 189, référence RF18 5390 0754 7034”; `facteur pay 3 --rail sepa-sheet` does it."
)
WHOLE = (
    "1 197,57 EUR", "FR76 3000 6000 0112 3456 7890 189", "RF18 5390 0754 7034",
    "`facteur pay 3 --rail sepa-sheet`",
)  # fmt: skip


@pytest.mark.parametrize("width", range(45, 140))
def test_what_must_stay_whole_stays_on_one_line(width: int) -> None:
    lines = folded(REASON, width).split("\n")
    assert all(cell_len(line) <= width for line in lines)
    assert all(any(one in line for line in lines) for one in WHOLE)
    assert all(line.startswith("    ") for line in lines[1:])


@given(st.text(alphabet="aé1 9.-€EUR`·FRéà漢 ", max_size=200), st.integers(10, 90))
def test_folding_adds_and_loses_nothing(text: str, width: int) -> None:
    assert "".join(pieces(text, width)) == text.rstrip(" ")
    lines = folded(text, width).split("\n")
    assert re.sub(" +", "", "".join(lines)) == text.replace(" ", "")


def test_a_word_longer_than_a_line_stays_whole() -> None:
    link = "https://bills.example.org/s/" + "a" * 90
    assert folded(f"Open {link} now", 60).split("\n") == ["Open", f"  {link}", "  now"]


def test_hostile_runs_are_folded_in_linear_time() -> None:
    for run in ("1 " * 50_000, "FR76 " * 20_000, "`" * 100_000, "A" * 100_000, "9" * 100_000):
        assert len(folded(run, 80)) >= len(run.rstrip())


@pytest.mark.parametrize("width", range(40, 120, 7))
def test_no_cell_cuts_an_amount_in_two(width: int) -> None:
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    Out("en", as_json=False, console=console).table(("Id", "Why"), [("1", REASON)])
    assert isinstance(console.file, io.StringIO)
    said = console.file.getvalue()
    assert "1 197,57 EUR" in said
    assert "RF18 5390 0754 7034" in said


def test_without_a_terminal_a_sentence_takes_eighty_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    out = Out("en", as_json=False)
    out.say("{reason}", reason=REASON)
    out.warn("{reason}", reason=REASON)
    out.verbatim(REASON)
    said = capsys.readouterr()
    *folds, verbatim = said.out.splitlines()
    assert verbatim == REASON
    assert folds == said.err.splitlines()
    assert len(folds) > 2
    assert max(map(len, folds)) <= 80


@pytest.mark.parametrize("width", range(20, 60))
def test_a_no_break_blank_in_a_cell_is_one(width: int) -> None:
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    quote = "Elle se lit ainsi\xa0: «\xa0prélèvement automatique\xa0» du compte"
    Out("fr", as_json=False, console=console).table(("Why",), [(quote,)])
    assert isinstance(console.file, io.StringIO)
    said = console.file.getvalue()
    assert "ainsi\xa0:" in said
    assert "automatique\xa0»" in said


@pytest.mark.parametrize("width", range(24, 80))
def test_no_french_sign_stands_at_the_wrong_end_of_a_line(width: int) -> None:
    text = "Elle se lit ainsi : « prélèvement automatique » du compte ; est-ce juste ? Oui !"
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    Out("fr", as_json=False, console=console).table(("Why",), [(text,)])
    assert isinstance(console.file, io.StringIO)
    for line in (*console.file.getvalue().splitlines(), *folded(text, width).split("\n")):
        assert line.strip()[:1] not in {*":;?!»"}
        assert not line.rstrip().endswith("«")
