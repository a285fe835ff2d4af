"""Ctrl-C ends a verb with a sentence and 130: that it stopped, that nothing is lost, how to go on."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.doors.conftest import COMMAND

_HEARS = (
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""A shell starts what runs in the background deaf to Ctrl-C, and children inherit that: hear it again."""


def interrupted(home: Path, *words: str) -> tuple[int, str, str]:
    """A scan that waits for standard input is stopped once it is at work."""
    environment = {**os.environ, "FACTEUR_HOME": str(home), "LANG": "C.UTF-8"}
    with subprocess.Popen(
        [sys.executable, "-c", _HEARS, *COMMAND, "scan", "-", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        deadline = time.monotonic() + 30
        while not (home / "workers" / "0.lock").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Nothing is lost: what was done is kept, the same command does the rest."),
        ("fr", "Rien n’est perdu : ce qui est fait est gardé, la même commande fera le reste."),
    ],
)
def test_a_stopped_scan_says_so(tmp_path: Path, lang: str, told: str) -> None:
    code, out, err = interrupted(tmp_path / "home", "--lang", lang)
    assert (code, out) == (130, "")
    assert told in " ".join(err.split())
    assert "Traceback" not in err


def test_with_json_it_is_one_object(tmp_path: Path) -> None:
    code, out, err = interrupted(tmp_path / "home", "--json")
    assert (code, out) == (130, "")
    row = json.loads(err)
    assert (row["error"], row["exit_code"]) == ("interrupted", 130)
