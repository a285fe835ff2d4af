"""The migrations and the tables say the same, on both databases, and lose nothing."""

import sqlite3
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Engine

from jobs.engine import prepare
from models.database import home_url, open_engine
from models.errors.store import StoreNewer
from models.migrate import current, head, upgrade
from models.migrations import filters
from models.tables import Base
from tests.postgres import Cluster

FIRST_TABLES = frozenset(
    {
        "account", "bill", "bill_message", "correction", "extracted", "filing", "heartbeat", "journal",
        "judgement", "lease", "location", "mailbox", "message", "quarantine",
    }
)  # fmt: skip
"""What migration 0001 makes."""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield home_url(tmp_path / "home")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    url = cluster.fresh()
    yield url
    cluster.drop(url)


def test_the_migrations_make_exactly_the_tables(engine: Engine, database_url: str) -> None:
    prepare(database_url)  # the job engine's tables lie in the same file, and are none of ours
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": filters.ours, "compare_type": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_every_table_of_ours_is_strict_on_sqlite(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list").all()
    engine.dispose()
    strict = {name for name, is_strict in rows if is_strict}
    assert strict >= set(Base.metadata.tables)


def test_a_new_database_comes_to_the_head_and_again_changes_nothing(empty_url: str) -> None:
    assert upgrade(empty_url) is None
    assert upgrade(empty_url) is None
    engine = open_engine(empty_url)
    assert current(engine) == head()
    engine.dispose()


def test_processes_that_start_together_migrate_once(empty_url: str) -> None:
    failures: list[Exception] = []

    def start() -> None:
        try:
            upgrade(empty_url)
        except Exception as failure:  # noqa: BLE001 - whatever it is, the test shows it
            failures.append(failure)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_data_folder_and_its_database_are_for_their_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "home"
    upgrade(home_url(home))
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for path in home.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_older_database_is_copied_whole_before_it_changes(sqlite_url: str) -> None:
    path = Path(sa.make_url(sqlite_url).database or "")
    connection = sqlite3.connect(path)
    for trigger in ("journal_keeps_lines", "journal_loses_nothing"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in sorted(set(Base.metadata.tables) - FIRST_TABLES):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.execute("INSERT INTO heartbeat VALUES ('alice-0', 'alice', '2026-11-01 00:00:00')")
    connection.commit()
    connection.close()

    copy = upgrade(sqlite_url)

    assert copy is not None
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = sqlite3.connect(copy)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert kept.execute("SELECT executor_id FROM heartbeat").fetchall() == [("alice-0",)]
    kept.close()


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine, database_url: str) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreNewer):
        upgrade(database_url)


def test_a_failed_migration_leaves_nothing_behind(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.migrate.command.upgrade", _half_way)
    with pytest.raises(RuntimeError, match="half-way"):
        upgrade(empty_url)
    engine = open_engine(empty_url)
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def _half_way(config: object, _target: str) -> None:
    connection = config.attributes["connection"]  # type: ignore[attr-defined]
    connection.execute(sa.text("CREATE TABLE half (id INTEGER)"))
    raise RuntimeError("half-way")
