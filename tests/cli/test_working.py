"""A standstill for want of room is told once."""

from collections import namedtuple
from pathlib import Path

import pytest

from cli import working
from cli.output import Out
from cli.working import Room

_Usage = namedtuple("_Usage", "free")


def test_a_full_disk_is_told_once_and_only_at_a_standstill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock, free = [0.0], [0]
    monkeypatch.setattr(working, "monotonic", lambda: clock[0])
    monkeypatch.setattr(working, "disk_usage", lambda _folder: _Usage(free[0]))
    room = Room(Out("en", as_json=False), tmp_path)

    def looked(left: int) -> str:
        clock[0] += 3
        room.look(left)
        return capsys.readouterr().err

    assert [looked(left) for left in (3, 2, 1)] == [""] * 3
    free[0] = 10**9
    assert [looked(1) for _ in range(4)] == [""] * 4
    free[0] = 0
    told = "".join(looked(1) for _ in range(8))
    assert told.count("The disk is full") == 1
