"""The demo's last lines can be typed as they stand."""

import os
from pathlib import Path

import pytest

from cli.demo import typed


def program(folder: Path) -> Path:
    folder.mkdir(parents=True)
    path = folder / "facteur"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_a_command_beside_the_person_is_named_by_its_path_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    path = program(tmp_path / ".venv" / "bin")
    assert typed(str(path), tmp_path) == ".venv/bin/facteur"
    assert typed(str(path), tmp_path / "elsewhere") == str(path)


def test_a_path_with_a_space_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert typed(str(program(tmp_path / "my bin")), tmp_path) == "'my bin/facteur'"


def test_a_command_on_the_path_needs_no_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(path.parent))
    assert typed(str(path), tmp_path) == "facteur"
