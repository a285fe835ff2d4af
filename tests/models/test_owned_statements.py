"""Migration 0010: what was imported before belongs to the household's owner, and nothing of it is lost."""

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy.engine import Connection

from models.database import open_engine
from models.migrate import upgrade
from tests.models.test_migrate import empty_url

__all__ = ["empty_url"]

_MOMENT = "2026-11-01 00:00:00"
_BEFORE = (
    f"INSERT INTO household (id, name, created_at) VALUES (1, 'Lilas', '{_MOMENT}')",
    "INSERT INTO member (id, household_id, name, name_key, role, created_at) VALUES "
    f"(4, 1, 'Alice', 'alice', 'owner', '{_MOMENT}'), (5, 1, 'Bob', 'bob', 'member', '{_MOMENT}')",
    f"INSERT INTO bank_file (id, digest, name, created_at) VALUES (1, 'd1', 'a.csv', '{_MOMENT}')",
    "INSERT INTO bank_statement (id, file_id, place, reader, bank_account, currency, entries, "
    "pending, left_out) VALUES (1, 1, 0, 'csv', 'FR76', 'EUR', 2, 0, 0)",
    "INSERT INTO bank_entry (id, key, statement_id, bank_account, booked_on, amount_minor, currency, "
    "counterparty, creditor_id, mandate, end_to_end, reference, text, bank_id, returned) VALUES "
    "(1, 'k1', 1, 'FR76', '2026-11-01', -100, 'EUR', 'A', '', '', '', '', 't', '', ''), "
    "(7, 'k2', 1, 'FR76', '2026-11-02', -200, 'EUR', 'B', '', '', '', '', 't', '', '')",
    "INSERT INTO bank_match (id, entry_id, pays, state, level, kind, strength, reasons, "
    "return_reason, created_at, updated_at) VALUES "
    f"(1, 7, 'bill 1', 'suggested', 'name', 'whole', 0.5, '[]', '', '{_MOMENT}', '{_MOMENT}')",
)
_ENTRY = (
    "INSERT INTO bank_entry (id, member_id, key, statement_id, bank_account, booked_on, amount_minor, "
    "currency, counterparty, creditor_id, mandate, end_to_end, reference, text, bank_id, returned) "
    "VALUES (:id, :member, :key, 1, 'FR76', '2026-11-01', -1, 'EUR', '', '', '', '', '', '', '', '')"
)


@pytest.fixture
def before(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database at 0009 with a statement and a household."""
    whole = command.upgrade
    with monkeypatch.context() as patch:
        patch.setattr("models.migrate.command.upgrade", lambda config, _head: whole(config, "0009"))
        upgrade(empty_url)
    engine = open_engine(empty_url)
    with engine.begin() as connection:
        for statement in _BEFORE:
            connection.exec_driver_sql(statement)
    engine.dispose()
    return empty_url


def test_every_row_stays_and_is_the_owner_s(before: str) -> None:
    upgrade(before)
    engine = open_engine(before)
    with engine.begin() as connection:
        assert rows(connection, "SELECT id, member_id, digest FROM bank_file") == [(1, 4, "d1")]
        entries = "SELECT id, member_id, key, amount_minor FROM bank_entry ORDER BY id"
        assert rows(connection, entries) == [(1, 4, "k1", -100), (7, 4, "k2", -200)]
        assert rows(connection, "SELECT entry_id, pays FROM bank_match") == [(7, "bill 1")]
        connection.execute(sa.text(_ENTRY), {"id": 8, "member": 5, "key": "k1"})
        connection.execute(sa.text(_ENTRY), {"id": 9, "member": None, "key": "k1"})
    for member in (5, None):
        with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
            connection.execute(sa.text(_ENTRY), {"id": 10, "member": member, "key": "k1"})
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM bank_entry WHERE id = 7"))
    engine.dispose()


def rows(connection: Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(query)]
