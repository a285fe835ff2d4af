"""Archives from outside: whatever they hold, nothing of them is taken in unless all of it is right."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from flow.archive import opened
from flow.archive.backup import save
from flow.archive.bring import bring_in
from flow.archive.contents import Purpose
from flow.wiring import Wiring
from models.errors.books import ArchiveNewer, ArchiveUnfit
from models.errors.files import FileUnreadable
from models.errors.problem import Problem
from models.errors.store import OriginalDamaged
from models.tables import Bill
from tests.flow.order_house import OrderHouse, wiring_on
from tests.flow.post import account, post

Files = dict[str, bytes]


@pytest.fixture
def files(house: OrderHouse, tmp_path: Path) -> Files:
    """A good archive, file by file."""
    wiring = house.wiring
    box = account(wiring, "bob@example.org")
    post(wiring, box, b"Subject: one\r\n\r\nbody")
    house.bill()
    save(wiring, tmp_path / "good.zip", Purpose.BACKUP, force=False)
    with zipfile.ZipFile(tmp_path / "good.zip") as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.fixture
def empty(tmp_path: Path, migrated_file: Path) -> Wiring:
    home = tmp_path / "empty"
    home.mkdir()
    (home / "facteur.db").write_bytes(migrated_file.read_bytes())
    return wiring_on(f"sqlite:///{home / 'facteur.db'}", home)


def packed(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return path


def contents(files: Files, change: Callable[[dict[str, Any]], None]) -> None:
    told = json.loads(files["manifest.json"])
    change(told)
    files["manifest.json"] = json.dumps(told).encode()


def original(files: Files) -> str:
    return next(name for name in files if name.startswith("originals/"))


def rehashed(files: Files, table: str, lines: list[dict[str, Any]]) -> None:
    """A forger who changes a table also changes the contents."""
    data = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    files[f"tables/{table}.jsonl"] = data

    def change(told: dict[str, Any]) -> None:
        told["tables"][table] |= {"sha256": hashlib.sha256(data).hexdigest(), "rows": len(lines)}

    contents(files, change)


def lines(files: Files, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[f"tables/{table}.jsonl"].splitlines()]


def _set(key: str, value: Any) -> Callable[[Files], None]:
    return lambda files: contents(files, lambda told: told.update({key: value}))


def _bill(**values: Any) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        rehashed(files, "bill", [row | values for row in lines(files, "bill")])

    return change


def _drop_original(files: Files) -> None:
    del files[original(files)]


def _change_original(files: Files) -> None:
    files[original(files)] += b"!"


def _cut_journal(files: Files) -> None:
    rehashed(files, "journal", lines(files, "journal")[:-1])


def _climb(files: Files) -> None:
    files["../../evil"] = b"x"


def _climb_in_contents(files: Files) -> None:
    contents(files, lambda told: told["originals"].append("../" * 20 + "a" * 4))


def _bomb(files: Files) -> None:
    files[original(files)] = b"\0" * 200_000_000


def _deep(files: Files) -> None:
    files["manifest.json"] = b"[" * 100_000


def _foreign_table(files: Files) -> None:
    files["tables/alembic_version.jsonl"] = b""
    contents(
        files,
        lambda told: told["tables"].update(
            alembic_version={"rows": 0, "sha256": "", "columns": {"version_num": "text"}}
        ),
    )


def _column_of_sql(files: Files) -> None:
    def change(told: dict[str, Any]) -> None:
        told["tables"]["bill"]["columns"]['id") SELECT 1; --'] = "int"

    contents(files, change)


HOSTILE: dict[str, Callable[[Files], None]] = {
    "an original is missing": _drop_original,
    "an original was changed": _change_original,
    "a path leads out": _climb,
    "a path in the contents leads out": _climb_in_contents,
    "it unfolds to far more than it is": _bomb,
    "the contents nest too deep": _deep,
    "the contents are no contents": lambda files: files.update({"manifest.json": b"{}"}),
    "a table that is not ours": _foreign_table,
    "a column that is a command": _column_of_sql,
    "money as a float": _bill(amount_minor=84.2),
    "money that is no number": _bill(amount_minor="84.20"),
    "money beyond any number": _bill(amount_minor=str(2**70)),
    "a word that no enum knows": _bill(state="nonsense"),
    "a link that leads nowhere": _bill(account_id=999),
    "a row short of a column": lambda files: rehashed(files, "bill", [{"id": 1}]),
    "a table cut short": lambda files: files.update({"tables/bill.jsonl": b""}),
    "another form": _set("format", "something"),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_is_taken_of_an_archive_that_is_wrong_somewhere(
    what: str, files: Files, empty: Wiring, tmp_path: Path
) -> None:
    HOSTILE[what](files)
    with pytest.raises(ArchiveUnfit):
        bring_in(empty, packed(tmp_path / "bad.zip", files), "test")
    assert nothing_there(empty)
    assert not (tmp_path.parent / "evil").exists()


def test_a_backup_that_was_cut_short_is_called_damaged(
    files: Files, empty: Wiring, tmp_path: Path
) -> None:
    whole = packed(tmp_path / "whole.zip", files).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ArchiveUnfit, match="or it is damaged"):
        bring_in(empty, tmp_path / "cut.zip", "test")


def nothing_there(wiring: Wiring) -> bool:
    with Session(wiring.engine) as session:
        stored = session.scalar(sa.select(sa.func.count()).select_from(Bill))
    left = [path.name for path in wiring.settings.home.iterdir() if path.name.startswith(".")]
    return stored == 0 and not left and list(wiring.originals.digests()) == []


def test_the_same_archive_unchanged_is_taken(files: Files, empty: Wiring, tmp_path: Path) -> None:
    bring_in(empty, packed(tmp_path / "good-again.zip", files), "test")
    assert not nothing_there(empty)


def test_a_journal_that_was_cut_or_changed_is_seen(
    house: OrderHouse, empty: Wiring, tmp_path: Path
) -> None:
    house.code_app()
    save(house.wiring, tmp_path / "j.zip", Purpose.BACKUP, force=False)
    for change in (_cut_journal, _changed_line):
        with zipfile.ZipFile(tmp_path / "j.zip") as zipped:
            files = {name: zipped.read(name) for name in zipped.namelist()}
        change(files)
        with pytest.raises(ArchiveUnfit):
            bring_in(empty, packed(tmp_path / "bad.zip", files), "test")


def _changed_line(files: Files) -> None:
    rehashed(files, "journal", [row | {"who": "nobody"} for row in lines(files, "journal")])


@pytest.mark.parametrize("change", [_set("version", 2), _set("revision", "9999")])
def test_a_newer_archive_says_so(
    change: Callable[[Files], None], files: Files, empty: Wiring, tmp_path: Path
) -> None:
    change(files)
    with pytest.raises(ArchiveNewer):
        bring_in(empty, packed(tmp_path / "new.zip", files), "test")


def test_what_is_no_archive_is_a_sentence(empty: Wiring, files: Files, tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"PK\x03\x04 but not really")
    packed(tmp_path / "other.zip", {"readme.txt": b"hello"})
    whole = packed(tmp_path / "whole.zip", files).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    for name in ("text", "other.zip", "cut.zip", "missing", "."):
        with pytest.raises((ArchiveUnfit, FileUnreadable)) as caught:
            bring_in(empty, tmp_path / name, "test")
        assert isinstance(caught.value, Problem)
        assert "{" not in caught.value.told("en")


def test_a_file_that_is_there_twice_is_named(files: Files, empty: Wiring, tmp_path: Path) -> None:
    path, name = packed(tmp_path / "twice.zip", files), original(files)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"another")
    with pytest.raises(ArchiveUnfit, match=name):
        bring_in(empty, path, "test")
    assert nothing_there(empty)


def test_a_directory_with_too_many_names_is_refused(
    files: Files, empty: Wiring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "MOST_MEMBERS", 5)
    with pytest.raises(ArchiveUnfit):
        bring_in(empty, packed(tmp_path / "many.zip", files), "test")


def test_a_damaged_original_does_not_keep_the_rest_from_being_saved(
    house: OrderHouse, empty: Wiring, tmp_path: Path
) -> None:
    box = account(house.wiring, "bob@example.org")
    post(house.wiring, box, b"Subject: one\r\n\r\nbody")
    post(house.wiring, box, b"Subject: two\r\n\r\nbody")
    first, second = house.wiring.originals.digests()
    (house.wiring.originals.folder / first[:2] / first[2:]).write_bytes(b"bit rot")
    manifest = save(house.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    assert (manifest.missing, manifest.originals) == ([first], [second])
    brought = bring_in(empty, tmp_path / "b.zip", "test")
    assert brought.manifest.missing == [first]
    with pytest.raises(OriginalDamaged):
        empty.originals.read(first)
