"""The command as a person types it."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from tests.doors.flat import indoors, two_bills
from tests.doors.forked import Facteur, Forks, Said

__all__ = ["Facteur", "indoors", "two_bills"]

COMMAND = [sys.executable, "-P", "-c", "from cli.main import main; main()"]


@pytest.fixture
def facteur(forks: Forks, tmp_path: Path) -> Facteur:
    """Runs `facteur` with a data folder of this test, no terminal, English unless said."""
    environment = {
        **os.environ, "FACTEUR_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"), "LANG": "C.UTF-8", "COLUMNS": "400",
    }  # fmt: skip

    def run(*words: str, stdin: str | bytes = "", **extra: str) -> Said:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        return forks.run(words, data, {**environment, **extra}, tmp_path)

    return run


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    """A mailbox of this test alone, on the server that all tests share."""
    return f"u{hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:12]}"
