"""The peer: its lock, its answers under our names, and what happens where it is not."""

import re
from pathlib import Path

import pytest

from bench import peer
from bench.items import ROOT, Item


def item(name: str) -> Item:
    return Item(name, Path(name), {"amount": "1.00"}, "a", "", is_image=False)


def test_every_package_is_pinned_with_hashes_and_no_index_is_named() -> None:
    text = peer.LOCK.read_text("utf-8")
    pinned = re.findall(r"^(\S+)==\S+", text, re.MULTILINE)
    assert "invoice2data" in pinned
    assert all(f"{name}==" in text for name in pinned)
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(pinned)
    assert "://" not in text
    assert re.fullmatch(r"[\d.]+", peer.version())


def test_its_fields_are_compared_under_our_names() -> None:
    assert peer.answer_of({"issuer": "EDF", "date_due": "2026-04-01", "desc": "x"}) == {
        "biller": "EDF",
        "due_date": "2026-04-01",
    }


def test_a_file_it_died_on_counts_as_an_error_of_that_file() -> None:
    told = {
        "path": "a.pdf",
        "mb": 30.0,
        "templates": {"answer": {"amount": "1.0"}, "seconds": 0.1, "error": ""},
    }
    (_, good), (_, bad) = peer._rows([item("a.pdf"), item("b.pdf")], [told], "templates")
    assert (good.answer, good.seconds, good.peak_mb) == ({"amount": "1.0"}, 0.1, 30.0)
    assert bad.error


def test_where_it_cannot_be_installed_it_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "peer.txt"
    lock.write_text("no-such-package-of-anybody==1.0 --hash=sha256:" + "0" * 64, encoding="utf-8")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    for name, value in (("HOME", tmp_path / "env"), ("READY", tmp_path / "ready"), ("LOCK", lock)):
        monkeypatch.setattr(peer, name, value)
    monkeypatch.setattr(peer, "PYTHON", tmp_path / "env" / "bin" / "python")
    assert not peer.ready()
    assert peer.main() == 2
    assert "The peer is not here" in capsys.readouterr().err
    assert not peer.ready()


@pytest.mark.skipif(not peer.ready(), reason="the peer is not installed (python -m bench.peer)")
def test_it_reads_a_file_in_both_ways() -> None:
    path = ROOT / "samples" / "bills" / "en-us-contractor-1.pdf"
    read = peer.read([Item("x", path, {}, "a", "", is_image=False)])
    assert set(read) == set(peer.WAYS)
    assert "amount" in read["guesses"][0][1].answer
