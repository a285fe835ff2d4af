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
