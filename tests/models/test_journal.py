"""The journal: a chain that shows every change, and a database that refuses to make one."""

import threading

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from models.errors.store import JournalBroken
from models.journal import append, verify
from models.tables import JournalLine

TRIGGERS = ("journal_keeps_lines", "journal_loses_nothing")


def write(engine: Engine, count: int) -> None:
    for number in range(count):
        with Session(engine) as session, session.begin():
            detail = {"folder": "Factures/Énergie", "number": number}
            append(session, "person", "file", f"bill {number}", where="cli", detail=detail)


def disarm(engine: Engine) -> None:
    """What somebody with the database's file in their hands can do."""
    on = " ON journal" if engine.dialect.name == "postgresql" else ""
    with engine.begin() as connection:
        for trigger in TRIGGERS:
            connection.execute(sa.text(f"DROP TRIGGER {trigger}{on}"))


def test_an_untouched_journal_is_whole(engine: Engine) -> None:
    with Session(engine) as session:
        assert verify(session) == 0
    write(engine, 5)
    with Session(engine) as session:
        assert verify(session) == 5


@pytest.mark.parametrize("statement", ["UPDATE journal SET who = 'nobody'", "DELETE FROM journal"])
def test_the_database_refuses_to_change_or_delete_a_line(engine: Engine, statement: str) -> None:
    write(engine, 2)
    with pytest.raises(DBAPIError, match="never"), engine.begin() as connection:
        connection.execute(sa.text(statement))
    with Session(engine) as session:
        assert verify(session) == 2


def test_postgresql_refuses_to_empty_the_journal(postgresql_url: str) -> None:
    engine = sa.create_engine(postgresql_url)
    with pytest.raises(DBAPIError, match="never"), engine.begin() as connection:
        connection.execute(sa.text("TRUNCATE journal"))
    engine.dispose()


@pytest.mark.parametrize(
    "column", ["at", "who", "what", "on_what", "where_from", "detail", "previous_hash", "hash"]
)
def test_any_changed_word_breaks_the_chain_at_its_line(engine: Engine, column: str) -> None:
    write(engine, 4)
    disarm(engine)
    change = sa.update(JournalLine).where(JournalLine.id == 2)
    with engine.begin() as connection:
        same = sa.select(JournalLine.at).where(JournalLine.id == 4)
        value = connection.scalar(same) if column == "at" else "changed"
        connection.execute(change.values({column: value}))
    with Session(engine) as session, pytest.raises(JournalBroken) as caught:
        verify(session)
    assert caught.value.details["line"] == 2


def test_a_line_taken_out_breaks_the_chain(engine: Engine) -> None:
    write(engine, 4)
    disarm(engine)
    with engine.begin() as connection:
        connection.execute(sa.delete(JournalLine).where(JournalLine.id == 2))
    with Session(engine) as session, pytest.raises(JournalBroken) as caught:
        verify(session)
    assert caught.value.details["line"] == 3


def test_many_writers_make_one_chain(engine: Engine) -> None:
    threads = [threading.Thread(target=write, args=(engine, 25)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Session(engine) as session:
        assert verify(session) == 100


def test_a_change_that_is_rolled_back_leaves_no_line(engine: Engine) -> None:
    write(engine, 1)
    with Session(engine) as session:
        append(session, "person", "pay", "bill 1", where="cli", detail={})
        session.rollback()
    write(engine, 1)
    with Session(engine) as session:
        assert verify(session) == 2


def test_several_lines_of_one_transaction_follow_one_another(engine: Engine) -> None:
    with Session(engine) as session, session.begin():
        first = append(session, "facteur", "read", "message 1", where="worker", detail={})
        second = append(session, "facteur", "judge", "message 1", where="worker", detail={})
        assert second.previous_hash == first.hash
    with Session(engine) as session:
        assert verify(session) == 2
