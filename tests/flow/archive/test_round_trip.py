"""What goes out comes back: every row, every original, the journal whole, on both databases."""

import base64
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from flow.archive.backup import save
from flow.archive.bring import Replacing, bring_in
from flow.archive.contents import SECRET_COLUMNS, SECRET_TABLES, Purpose
from flow.wiring import Wiring
from jobs.forget import forget_jobs
from models.database import home_url
from models.errors.books import ArchiveUnfit, HomeNotEmpty
from models.journal import verify
from models.migrate import upgrade
from models.tables import Account, Bill, JournalLine, Message
from tests.flow.archive.filled import PASSWORD, everything, fill
from tests.flow.order_house import OrderHouse, wiring_on
from tests.models import rows
from tests.postgres import Cluster


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Wiring]:
    """An empty house of the same key on each database."""
    home = tmp_path / "target"
    home.mkdir()
    url = home_url(home)
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("cluster")
        url = cluster.fresh("migrated")
    else:
        upgrade(url)
    (home / "key").write_bytes((tmp_path / "home" / "key").read_bytes())
    wiring = wiring_on(url, home)
    yield wiring
    wiring.engine.dispose()


def arrived(wiring: Wiring, purpose: Purpose = Purpose.BACKUP) -> dict[str, list[object]]:
    """Everything without the journal's line of the arrival itself."""
    found = everything(wiring.engine, purpose)
    last = found["journal"].pop()
    assert isinstance(last, dict)
    assert (last["what"], last["on_what"]) == ("archive_taken_in", "archive")
    return found


def test_a_backup_loses_nothing_whatever_the_databases(
    each: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    fill(each)
    before = everything(each.wiring.engine)
    empty = {name for name, found in before.items() if not found}
    assert {"bill", "payment", "share", "bank_entry", "secret_code", "taken_part"}.isdisjoint(empty)
    save(each.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    done = bring_in(target, tmp_path / "b.zip", "test")
    assert arrived(target) == before
    assert done.rows == sum(map(len, before.values()))
    with Session(target.engine) as session:
        assert verify(session) == len(before["journal"]) + 1
        account = session.scalars(sa.select(Account)).one()
        assert target.secrets.decrypt(account.secret or b"") == PASSWORD
        digests = list(session.scalars(sa.select(Message.original)))
    assert list(target.originals.digests()) == list(each.wiring.originals.digests())
    for digest in digests:
        assert target.originals.read(digest) == each.wiring.originals.read(digest)


def test_an_export_loses_secrets_and_nothing_else(
    house: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    fill(house)
    before = everything(house.wiring.engine, Purpose.EXPORT)
    whole = everything(house.wiring.engine)
    save(house.wiring, tmp_path / "e.zip", Purpose.EXPORT, force=False)
    bring_in(target, tmp_path / "e.zip", "test")
    found = arrived(target)
    for name in SECRET_TABLES:
        assert whole[name]
        assert found.pop(name) == []
        before.pop(name)
    for table, column in SECRET_COLUMNS:
        assert any(row[column] for row in whole[table])  # type: ignore[index]
        for row in found[table]:
            assert not row.pop(column)  # type: ignore[attr-defined]
        for row in before[table]:
            row.pop(column, None)  # type: ignore[attr-defined]
    assert found == before


def test_no_secret_is_in_the_bytes_of_an_export(house: OrderHouse, tmp_path: Path) -> None:
    fill(house)
    save(house.wiring, tmp_path / "e.zip", Purpose.EXPORT, force=False)
    with zipfile.ZipFile(tmp_path / "e.zip") as zipped:
        text = b"".join(zipped.read(name) for name in zipped.namelist() if "tables" in name)
    with house.session() as session:
        secret = session.scalars(sa.select(Account.secret)).one()
    assert secret
    for forbidden in (base64.b64encode(secret), b"b" * 64, b"c" * 64, PASSWORD.encode()):
        assert forbidden not in text


def test_numbers_are_given_once_also_after_a_row_is_gone(
    each: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    each.bill()
    last = each.bill()
    with each.session() as session, session.begin():
        session.delete(session.get_one(Bill, last))
    save(each.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    bring_in(target, tmp_path / "b.zip", "test")
    with Session(target.engine) as session, session.begin():
        new = rows.bill(each.account_id, identity="new")
        session.add(new)
        session.flush()
        assert new.id > last


def test_a_house_that_holds_something_is_left_alone(
    house: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    fill(house)
    save(house.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    with Session(target.engine) as session, session.begin():
        rows.account(session, "charlie@example.net")
    with pytest.raises(HomeNotEmpty, match=r"two houses are never merged.*--force.*splitwise"):
        bring_in(target, tmp_path / "b.zip", "test")
    with Session(target.engine) as session:
        assert session.scalars(sa.select(Account.address)).all() == ["charlie@example.net"]
        assert session.scalar(sa.select(sa.func.count()).select_from(JournalLine)) == 0
    assert list(target.originals.digests()) == []


def test_what_is_replaced_is_kept_and_comes_back(
    house: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    fill(house)
    before = everything(house.wiring.engine)
    save(house.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    with Session(target.engine) as session, session.begin():
        rows.account(session, "charlie@example.net")
    old = everything(target.engine)
    kept = tmp_path / "kept.zip"

    def keep() -> Path:
        save(target, kept, Purpose.BACKUP, force=False)
        return kept

    replacing = Replacing(keep, forget_jobs)
    assert bring_in(target, tmp_path / "b.zip", "test", replacing).kept == kept
    assert arrived(target) == before
    with pytest.raises(sa.exc.DBAPIError), Session(target.engine) as session:
        session.execute(sa.text("DELETE FROM journal"))
    bring_in(target, kept, "test", Replacing(lambda: tmp_path, forget_jobs))
    assert arrived(target) == old


def test_a_text_that_only_one_database_keeps_is_a_sentence(
    house: OrderHouse, target: Wiring, tmp_path: Path
) -> None:
    house.bill(biller="a\x00b")
    save(house.wiring, tmp_path / "b.zip", Purpose.BACKUP, force=False)
    if target.engine.dialect.name == "sqlite":
        bring_in(target, tmp_path / "b.zip", "test")
        assert arrived(target) == everything(house.wiring.engine)
        return
    with pytest.raises(ArchiveUnfit, match="bill"):
        bring_in(target, tmp_path / "b.zip", "test")
    with Session(target.engine) as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Account)) == 0
