"""What is printed: hostile text commands no terminal, and a table fits its width."""

import contextlib
import io
import json

import pytest
from rich.console import Console

from cli.output import Out

ROW = (
    "12", "Eaux du Val d'Orbe et des communes voisines", "1197.57 EUR", "2026-11-18", "to pay",
    "Factures/Eau", "open", "It asks to be paid: “à payer au plus tard le 18 novembre”",
)  # fmt: skip
HEADS = ("Id", "Biller", "Amount", "Due", "Kind", "Folder", "State", "Why")
HOSTILE = (
    "Invoice \\[/]", "[bold]x", "a\x1b[2J\x1b]0;owned\x07b", "tx\u202efdp.exe", ":100:", "a\x9b31mb",
    "one\ntwo\r\x00three", "half \udc80",
)  # fmt: skip


def drawn(width: int, *rows: tuple[str, ...]) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    Out("en", as_json=False, console=console).table(HEADS, rows, right=2)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_commands_the_terminal(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = Out("en", as_json=False)
    out.table(("Subject",), [(text,)])
    out.say("{subject}", subject=text)
    out.warn("{subject}", subject=text)
    said = capsys.readouterr()
    for line in (said.out + said.err).splitlines():
        assert line.isprintable()
        assert "💯" not in line
    assert len(said.err.splitlines()) == 1


def test_brackets_and_backslashes_are_printed_as_they_are() -> None:
    assert "Invoice \\[/]" in drawn(200, ("1", "Invoice \\[/]", *ROW[2:]))


def test_french_keeps_its_no_break_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    Out("fr", as_json=False).say("{text}", text="Échéance\u00a0: demain")
    assert capsys.readouterr().out == "Échéance\u00a0: demain\n"


def test_json_is_exact_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    Out("en", as_json=True).emit({"all": list(HOSTILE), "biller": "Énergie"})
    line = capsys.readouterr().out
    assert json.loads(line) == {"all": list(HOSTILE), "biller": "Énergie"}
    assert line.rstrip("\n").replace("\u202e", "").isprintable()
    assert "Énergie" in line


@pytest.mark.parametrize("width", [60, 80, 100, 120, 140, 200])
def test_no_amount_and_no_date_is_broken(width: int) -> None:
    lines = drawn(width, ROW).splitlines()
    assert all(len(line) <= width for line in lines)
    assert any("1197.57 EUR" in line and "2026-11-18" in line for line in lines)


def test_a_narrow_table_becomes_lines_that_say_all() -> None:
    assert "Why" in drawn(140, ROW)
    narrow = drawn(105, ROW)
    assert "Why" not in narrow
    assert all(cell in " ".join(narrow.split()) for cell in ROW)


def test_without_a_terminal_a_table_is_wider_than_80(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    Out("en", as_json=False).table(HEADS, [ROW], right=2)
    assert "Why" in capsys.readouterr().out


def test_what_is_held_is_printed_once_it_ended_well(capsys: pytest.CaptureFixture[str]) -> None:
    for as_json, wanted in ((False, "two\n"), (True, '{"n": 2}\n')):
        out = Out("en", as_json=as_json)
        with contextlib.suppress(OSError), out.held():
            out.say("one")
            out.emit({"n": 1})
            raise OSError
        with out.held():
            out.say("two")
            out.emit({"n": 2})
            assert not capsys.readouterr().out
        assert capsys.readouterr().out == wanted


def test_a_row_of_a_narrow_table_begins_where_no_other_line_does() -> None:
    lines = drawn(40, ROW, ("13", *ROW[1:])).splitlines()
    assert [line.split()[0] for line in lines if line[:1] != " "] == ["12", "13"]


@pytest.mark.parametrize("width", [24, 40, 59, 60, 80])
def test_no_terminal_cuts_a_count_of_a_progress(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    progress = Out("en", as_json=False).progress()
    progress.add_task("Fetching alice@demo.test", total=50_000, completed=12_345)
    console = Console(file=io.StringIO(), width=width)
    console.print(progress.get_renderable())
    assert isinstance(console.file, io.StringIO)
    said = console.file.getvalue()
    assert "12345/50000" in said
    assert "…" not in said
    assert ("━" in said) == (width >= 60)


def test_a_dumb_terminal_is_as_wide_as_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("TERM", "dumb"), ("COLUMNS", "40"), ("FORCE_COLOR", "1")):
        monkeypatch.setenv(name, value)
    out = Out("en", as_json=False)
    assert (out.console.is_dumb_terminal, out.console.width, out.errors.width) == (True, 40, 40)


def test_a_second_amount_of_a_narrow_row_stands_behind_its_head() -> None:
    console = Console(file=io.StringIO(), width=30, highlight=False, emoji=False, markup=False)
    rows = (("Alice", "42.10 EUR", "-5.00", ""), ("Bob", "-42.10 EUR", "", "1 000.00"))
    heads = ("Member", "Balance", "Underway", "Held by a dispute")
    Out("en", as_json=False, console=console).table(heads, rows, right=1)
    assert isinstance(console.file, io.StringIO)
    said = " ".join(console.file.getvalue().split())
    assert said == ("42.10 EUR Alice Underway -5.00 -42.10 EUR Bob Held by a dispute 1 000.00")


def test_a_narrow_row_names_the_amount_where_it_is_asked_for() -> None:
    console = Console(file=io.StringIO(), width=30, highlight=False, emoji=False, markup=False)
    rows = (("Alice", "42.10 EUR", "-5.00"), ("Bob", "-42.10 EUR", ""))
    out = Out("en", as_json=False, console=console)
    out.table(("Member", "Balance", "Underway"), rows, right=1, named=True)
    assert isinstance(console.file, io.StringIO)
    said = " ".join(console.file.getvalue().split())
    assert said == "Alice Balance 42.10 EUR · Underway -5.00 Bob Balance -42.10 EUR"


def test_a_second_number_of_a_narrow_row_stands_behind_its_head() -> None:
    console = Console(file=io.StringIO(), width=30, highlight=False, emoji=False, markup=False)
    rows = (
        ("m5", "12", "facture@filao.example", "a bill"),
        ("m6", "", "lea@maison.example", "mail"),
    )
    Out("en", as_json=False, console=console).table(("Mail", "Bill", "From", "Kind"), rows)
    assert isinstance(console.file, io.StringIO)
    said = " ".join(console.file.getvalue().split())
    assert said == "m5 facture@filao.example a bill · Bill 12 m6 lea@maison.example mail"
