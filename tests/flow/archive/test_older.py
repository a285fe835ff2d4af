"""Archives of older versions come in by the same migrations; others may work while one is made."""

import json
import sqlite3
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from flow.archive.backup import save
from flow.archive.bring import bring_in
from flow.archive.contents import Purpose
from flow.archive.opened import unpacked
from models.database import home_url
from models.errors.files import DiskFull
from models.journal import append, verify
from models.migrate import upgrade
from models.tables import Account, Bill, Member
from tests.flow.archive.test_hostile import Files, empty, files, lines, packed, rehashed
from tests.flow.order_house import OrderHouse
from tests.models import rows

__all__ = ["empty", "files"]
OLD = "0006"


def known_then(folder: Path) -> dict[str, set[str]]:
    """The columns of each table as revision OLD had them."""
    folder.mkdir()
    upgrade(home_url(folder), OLD)
    connection = sqlite3.connect(folder / "facteur.db")
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        name: {row[1] for row in connection.execute(f'SELECT * FROM pragma_table_info("{name}")')}
        for (name,) in names
    }
    connection.close()
    return found


def older(files: Files, known: dict[str, set[str]]) -> None:
    """The archive as a program of that time would have made it."""
    told: dict[str, Any] = json.loads(files["manifest.json"])
    told["revision"] = OLD
    for name in list(told["tables"]):
        entry = told["tables"][name]
        if name not in known:
            del told["tables"][name], files[f"tables/{name}.jsonl"]
        else:
            entry["columns"] = {
                column: kind for column, kind in entry["columns"].items() if column in known[name]
            }
    files["manifest.json"] = json.dumps(told).encode()
    for name in told["tables"]:
        kept = told["tables"][name]["columns"]
        cut = [{column: row[column] for column in kept} for row in lines(files, name)]
        rehashed(files, name, cut)


def test_an_archive_of_an_older_version_is_brought_to_this_one(
    files: Files, empty: Any, tmp_path: Path
) -> None:
    known = known_then(tmp_path / "then")
    assert "taken_in" not in known
    older(files, known)
    done = bring_in(empty, packed(tmp_path / "old.zip", files), "test")
    assert done.manifest.revision == OLD
    with Session(empty.engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Bill)) == 1
        assert session.scalars(sa.select(Account.address)).all() == [
            "alice@example.org", "bob@example.org",
        ]  # fmt: skip
        assert session.scalar(sa.select(sa.func.count()).select_from(Member)) == 0
        verify(session)


@contextmanager
def somebody_works(house: OrderHouse) -> Iterator[None]:
    """Adds a bill and a journal line in each transaction; three are there at the start."""
    stop, made = threading.Event(), list[int]()

    def work() -> None:
        while not stop.is_set():
            with house.session() as session, session.begin():
                session.add(rows.bill(house.account_id, identity=f"b{len(made)}"))
                session.flush()
                append(session, "test", "made", f"bill {len(made)}", where="test", detail={})
            made.append(1)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        while len(made) < 3:
            stop.wait(0.01)
        yield
    finally:
        stop.set()
        worker.join()


def test_a_backup_is_of_one_moment_while_others_write(each: OrderHouse, tmp_path: Path) -> None:
    with somebody_works(each):
        made = [
            save(each.wiring, tmp_path / f"{number}.zip", Purpose.BACKUP, force=False)
            for number in range(4)
        ]
    counts = [(one.tables["bill"].rows, one.tables["journal"].rows) for one in made]
    assert all(bills == said for bills, said in counts)
    assert counts[0] < counts[-1]
    assert [one.journal_lines for one in made] == [said for _, said in counts]
    with (tmp_path / "3.zip").open("rb") as file, unpacked(file) as archive:
        assert len(list(archive.rows("bill"))) == counts[-1][0]


def test_a_backup_that_fails_leaves_nothing(
    house: OrderHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "b.zip").write_bytes(b"the backup of yesterday")

    def fails(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", fails)
    with pytest.raises(DiskFull):
        save(house.wiring, folder / "b.zip", Purpose.BACKUP, force=True)
    assert [path.name for path in folder.iterdir()] == ["b.zip"]
    assert (folder / "b.zip").read_bytes() == b"the backup of yesterday"
