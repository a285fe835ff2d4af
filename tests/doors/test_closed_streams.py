"""A stream that the caller closed leads nowhere, and no file of ours takes its place."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.doors.conftest import COMMAND


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_fault(tmp_path: Path, closed: str) -> None:
    home = {**os.environ, "FACTEUR_HOME": str(tmp_path / "home")}
    words = ["sh", "-c", f'"$@" {closed}', "sh", *COMMAND, "list"]
    said = subprocess.run(words, env=home, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
