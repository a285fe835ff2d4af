"""A whole run writes its results; a run of one set only prints."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench import __main__ as program
from bench import peer, sets
from bench.items import SAMPLES, Item, sample_items


def two() -> list[Item]:
    return list(sample_items(SAMPLES["samples"]))[:2]


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A run over two samples, without the peer and the other parts."""
    small = sets.set_of("samples")
    assert small is not None
    chosen = (replace(small, items=two, every=2),)
    for module in (program, sets):
        monkeypatch.setattr(module, "SETS", chosen)
    monkeypatch.setattr(program, "PARTS", {"none": lambda say: say("\n## None")})
    monkeypatch.setattr(program, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(peer, "main", lambda: 2)
    monkeypatch.setattr(peer, "ready", lambda: False)
    return tmp_path / "RESULTS.md"


def test_a_whole_run_writes_targets_tables_and_what_is_missing(results: Path) -> None:
    assert program.main([]) == 0
    text = results.read_text(encoding="utf-8")
    assert text.startswith("# Measured on ")
    assert "The peer could not be set up here" in text
    assert "| to reach " in text
    assert "One of every 2 documents was read" in text
    assert "\n## samples\n\n" in text
    assert "| samples " in text
    assert "## None" in text


def test_all_reads_every_document(results: Path) -> None:
    assert program.main(["--all"]) == 0
    assert "2 documents, 0 errors" in results.read_text(encoding="utf-8")


def test_one_set_is_only_printed(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--set", "samples", "--errors", "all"]) == 0
    assert "## samples" in capsys.readouterr().out
    assert not results.exists()


def test_nothing_to_measure_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sets, "SETS", ())
    monkeypatch.setattr(program, "SETS", ())
    monkeypatch.setattr(sets, "ON_DEMAND", ())
    assert program.main(["--limit", "1"]) == 2
    assert "Nothing to measure here" in capsys.readouterr().err
