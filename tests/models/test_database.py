"""Opening the database: transactions that count right, readers that do not wait, failures told apart."""

import os
import threading
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.database import home_url, open_engine, reading, told_apart
from models.errors.files import DiskFull
from models.errors.store import StoreDamaged, StoreLocked, StoreUnreachable
from models.tables import Account
from tests.models import rows
from tests.postgres import Cluster


def test_four_threads_of_a_hundred_read_then_write_are_all_counted(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        account_id = rows.account(session).id

    def count() -> None:
        for _ in range(100):
            with Session(engine) as session, session.begin():
                session.get_one(Account, account_id, with_for_update=True).failures += 1

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Session(engine) as session:
        assert session.get_one(Account, account_id).failures == 400


def test_a_page_that_only_reads_does_not_wait_for_a_writer(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        rows.account(session)
    with engine.begin() as writer:
        writer.execute(sa.update(Account).values(failures=1))
        began = time.monotonic()
        with Session(reading(engine)) as session:
            assert session.scalars(sa.select(Account.failures)).one() == 0
        assert time.monotonic() - began < 5


def test_a_session_that_only_reads_cannot_write_and_the_next_one_can(engine: Engine) -> None:
    with pytest.raises(DBAPIError), Session(reading(engine)) as session, session.begin():
        rows.account(session)
    with Session(engine) as session, session.begin():
        rows.account(session)


def test_a_database_that_another_holds_is_locked(sqlite_url: str) -> None:
    holder = open_engine(sqlite_url)
    hasty = open_engine(sqlite_url, patience=0.05)
    with holder.begin(), pytest.raises(StoreLocked), told_apart(sqlite_url), hasty.begin():
        pytest.fail("both hold the database")
    holder.dispose()
    hasty.dispose()


def test_a_row_that_another_holds_is_locked(postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    with Session(engine) as session, session.begin():
        rows.account(session)
    asked = sa.select(Account).with_for_update(nowait=True)
    with engine.begin() as holder, engine.begin() as other:
        holder.execute(asked)
        with pytest.raises(StoreLocked), told_apart(postgresql_url):
            other.execute(asked)
    engine.dispose()


def test_a_full_disk_says_so_and_nothing_is_half_written(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with Session(engine) as session:
        # SQLite's own limit on pages gives the same error code as a full disk.
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")
        session.add(rows.message(rows.account(session).id, subject="x" * 1_000_000))
        with pytest.raises(DiskFull), told_apart(sqlite_url):
            session.flush()
    engine.dispose()
    fresh = open_engine(sqlite_url)
    with Session(fresh) as session:
        assert session.scalars(sa.select(Account)).all() == []
    fresh.dispose()


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "facteur.db").write_bytes(b"%PDF-1.7 not a database at all" * 100)
    url = home_url(tmp_path)
    engine = open_engine(url)
    with pytest.raises(StoreDamaged, match=r"facteur\.db"), told_apart(url), engine.begin():
        pytest.fail("it opened")
    engine.dispose()


def test_a_database_in_the_middle_of_which_bytes_changed_is_damaged(sqlite_url: str) -> None:
    path = Path(sa.make_url(sqlite_url).database or "")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(size - 4096))
    engine = open_engine(sqlite_url)
    with (
        pytest.raises(StoreDamaged),
        told_apart(sqlite_url),
        Session(reading(engine)) as session,
    ):
        session.scalars(sa.select(Account)).all()
    engine.dispose()


def test_a_server_that_is_not_there_is_unreachable(cluster: Cluster) -> None:
    nobody = sa.make_url(cluster.url("nobody"))
    missing = nobody.render_as_string(hide_password=False)
    closed = nobody.set(port=9).render_as_string(hide_password=False)
    refused = nobody.set(password="wrong").render_as_string(hide_password=False)
    for url in (missing, closed, refused):
        engine = open_engine(url)
        with pytest.raises(StoreUnreachable) as caught, told_apart(url), engine.connect():
            pytest.fail("it answered")
        assert cluster.password not in str(caught.value)
        engine.dispose()


def test_a_server_that_restarts_is_met_again(cluster: Cluster, postgresql_url: str) -> None:
    engine = open_engine(postgresql_url)
    with Session(engine) as session, session.begin():
        rows.account(session)
    cluster.restart()
    with Session(engine) as session:
        assert len(session.scalars(sa.select(Account)).all()) == 1
    engine.dispose()


def test_a_programming_error_is_not_blamed_on_the_database(engine: Engine) -> None:
    with pytest.raises(DBAPIError), told_apart("sqlite://"), engine.connect() as connection:
        connection.execute(sa.text("SELECT nothing FROM nowhere"))


def test_what_a_failure_says_holds_nothing_of_the_mail(engine: Engine) -> None:
    with Session(engine) as session:
        session.add(rows.message(999, subject="Votre facture 2026-11"))
        with pytest.raises(DBAPIError) as caught:
            session.flush()
    assert "2026-11" not in str(caught.value).replace(str(caught.value.orig), "")


def test_what_is_committed_survives_a_power_cut(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        said = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    engine.dispose()
    assert said == ["wal", 2, 1]


def test_postgresql_may_be_written_in_any_of_its_ways() -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        engine = open_engine(f"{scheme}://facteur@127.0.0.1/bills")
        assert engine.driver == "psycopg"
