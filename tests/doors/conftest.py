"""The command as a person types it."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-P", "-c", "from cli.main import main; main()"]


@dataclass(frozen=True)
class Said:
    """What a run printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


Facteur = Callable[..., Said]


@pytest.fixture
def facteur(tmp_path: Path) -> Facteur:
    """Runs `facteur` with a data folder of this test, no terminal, English unless said."""
    environment = {
        **os.environ, "FACTEUR_HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"), "LANG": "C.UTF-8", "COLUMNS": "400",
    }  # fmt: skip

    def run(*words: str, stdin: str | bytes = "", **extra: str) -> Said:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [*COMMAND, *words], input=data, capture_output=True, env={**environment, **extra},
            cwd=tmp_path, timeout=120, check=False,
        )  # fmt: skip
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def user(request: pytest.FixtureRequest) -> str:
    """A mailbox of this test alone, on the server that all tests share."""
    return f"u{hashlib.sha256(request.node.nodeid.encode()).hexdigest()[:12]}"
