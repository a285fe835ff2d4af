"""An archive from outside is unpacked in a child: within its memory and its time, and nothing is lost."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow import sandbox
from flow.archive.apart import opened_apart
from flow.archive.backup import save
from flow.archive.bring import bring_in
from flow.archive.contents import Purpose
from flow.sandbox import Child, Sandbox
from flow.wiring import Wiring
from models.errors.books import ArchiveUnfit
from models.errors.reading import OutOfMemory, TimedOut
from models.tables import Bill
from tests.flow.archive.test_hostile import Files, empty, files, packed, rehashed
from tests.flow.order_house import OrderHouse

__all__ = ["empty", "files"]


def apart(wiring: Wiring, seconds: int = 30, memory_mb: int = 512) -> Wiring:
    """The same house with children of its own."""
    return replace(wiring, sandbox=Sandbox(1, seconds, memory_mb))


def test_everything_comes_through_a_child_and_nothing_is_unpacked_here(
    house: OrderHouse, empty: Wiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [house.bill(biller=f"Biller {number} \u2028é") for number in range(3)]
    manifest = save(house.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)

    def never(*_: object, **__: Any) -> None:
        raise AssertionError("unpacked in the process that holds the house")

    monkeypatch.setattr(zipfile, "ZipFile", never)
    brought = bring_in(apart(empty), tmp_path / "b.zip", "test")
    assert brought.rows == sum(table.rows for table in manifest.tables.values())
    with Session(empty.engine) as session:
        assert session.scalars(select(Bill.id).order_by(Bill.id)).all() == numbers
        assert session.scalars(select(Bill.biller).limit(1)).one() == "Biller 0 \u2028é"


def test_more_memory_than_a_child_has_is_a_problem_and_takes_nothing_in(
    files: Files, empty: Wiring, tmp_path: Path
) -> None:
    rehashed(files, "bill", [{"biller": "x" * 60_000_000}])
    with pytest.raises(OutOfMemory):
        bring_in(apart(empty, memory_mb=16), packed(tmp_path / "big.zip", files), "test")
    with Session(empty.engine) as session:
        assert session.scalars(select(Bill)).all() == []


def test_a_child_that_takes_too_long_is_ended(
    files: Files, empty: Wiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_MARGIN", 0.0)
    with pytest.raises(TimedOut):
        bring_in(apart(empty, seconds=0), packed(tmp_path / "slow.zip", files), "test")


def test_what_the_child_refuses_is_told_as_it_says_and_it_ends_with_the_archive(
    files: Files, empty: Wiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    children: list[Child] = []
    made = Sandbox.child_for

    def noted(self: Sandbox, module: str, file: int) -> Child:
        children.append(made(self, module, file))
        return children[-1]

    monkeypatch.setattr(Sandbox, "child_for", noted)
    good = packed(tmp_path / "good.zip", files)
    with opened_apart(apart(empty).sandbox, good) as archive:
        archive.check()
        assert set(archive.manifest.originals) == {
            name.removeprefix("originals/").replace("/", "")
            for name in files
            if "originals" in name
        }
    files["originals/" + "a" * 2 + "/" + "b" * 62] = b"not told"
    with pytest.raises(ArchiveUnfit, match="damaged, or was changed"):
        bring_in(apart(empty), packed(tmp_path / "odd.zip", files), "test")
    assert all(child._process.returncode is not None for child in children)
    assert len(children) == 2
