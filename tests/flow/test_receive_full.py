"""A full disk, of the originals or of the database: a sentence, nothing half done, and on it goes."""

from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from models.errors.files import DiskFull
from models.originals import Originals
from tests.dovecot import Dovecot
from tests.flow.house import house
from tests.mails import mails


def test_a_full_disk_stops_cleanly_and_the_next_sync_goes_on(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = mails(250)
    dovecot.seed("full", sent)
    written: list[bytes] = []
    write = Originals.write

    def full(store: Originals, data: bytes) -> str:
        written.append(data)
        if len(written) > 150:
            raise DiskFull
        return write(store, data)

    with house(tmp_path, dovecot.login("full")) as home:
        monkeypatch.setattr(Originals, "write", full)
        with pytest.raises(DiskFull):
            home.receive()
        assert len(home.messages()) == len(home.jobs) == 100, "the batch that was whole"
        monkeypatch.undo()
        assert home.receive().new == 150
        assert sorted(home.stored()["INBOX"]) == sorted(sent)
        assert len(home.jobs) == len(set(home.jobs)) == 250


def test_a_database_that_cannot_grow_stops_cleanly_too(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(300)
    dovecot.seed("grow", sent)
    with house(tmp_path, dovecot.login("grow")) as home:
        engine = home.wiring.engine
        with home.session() as session:
            pages = session.scalar(text("PRAGMA page_count"))
        assert isinstance(pages, int)

        def small(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
            connection.cursor().execute(f"PRAGMA max_page_count={pages + 20}")

        event.listen(engine, "connect", small)
        engine.dispose()
        with pytest.raises(DiskFull):
            home.receive()
        assert len(home.messages()) < 300
        event.remove(engine, "connect", small)
        engine.dispose()
        home.receive()
        assert sorted(home.stored()["INBOX"]) == sorted(sent)
        assert len(home.messages()) == 300
