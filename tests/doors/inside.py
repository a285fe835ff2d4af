"""The command inside this process: the same words and exit codes, without the start of a process."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.main import _run
from cli.options import lang_now
from cli.output import Out
from cli.tree import tree
from tests.doors.forked import Facteur, Said


def inside(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    """Runs verbs on the data folder `home`; no terminal, English unless said."""
    for name, value in (("FACTEUR_HOME", str(home)), ("LANG", "C.UTF-8"), ("COLUMNS", "400")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home.parent / "config"))
    monkeypatch.chdir(home.parent)

    def run(*words: str, stdin: str | bytes = "", **extra: str) -> Said:
        assert not stdin
        with monkeypatch.context() as patch:
            for name, value in extra.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["facteur", *words])
            lang = lang_now("fr" if "fr" in words else None)
            code = _code(lambda: _run(tree(lang), Out(lang, as_json="--json" in words)))
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


def _code(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as end:
        return int(end.code or 0)
