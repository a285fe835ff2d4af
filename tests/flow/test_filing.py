"""Filing and taking back: the outbox on a real server."""

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.filing import queue_filing, run_filings, undo_filing
from inbox.session import Session as Remote
from models.errors.mailbox import NothingToUndo
from models.journal import verify
from models.tables import Filing, FilingState, JournalLine
from tests.dovecot import Dovecot, running
from tests.flow.house import House, house
from tests.mails import mails

TARGET = "Factures/Énergie"


def _queue(home: House, message_id: int, target: str = TARGET) -> None:
    with home.session() as session, session.begin():
        queue_filing(session, message_id, target)


def _undo(home: House, message_id: int) -> None:
    with home.session() as session, session.begin():
        undo_filing(session, message_id)


def _run(home: House) -> int:
    return run_filings(home.wiring, home.account_id)


def _filings(session: Session) -> list[tuple[str, str, str | None]]:
    rows = session.scalars(select(Filing).order_by(Filing.id))
    return [(row.target, row.state.value, row.problem) for row in rows]


def test_a_filed_mail_lies_where_the_row_says_and_the_journal_tells(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    sent = mails(3)
    dovecot.deliver(*sent, user="filed")
    with house(tmp_path, dovecot.login("filed")) as home:
        home.receive()
        _queue(home, home.messages()[1])
        assert _run(home) == 1
        assert _run(home) == 0
        assert dovecot.contents("filed") == home.stored()
        assert len(home.stored()[TARGET]) == 1
        with home.session() as session:
            assert verify(session) == 1
            assert session.scalars(select(JournalLine.what)).one() == "filed"
            row = session.scalars(select(Filing)).one()
        with dovecot.client("filed") as client:
            opened = client.select_folder(TARGET, readonly=True)
            place = (opened[b"UIDVALIDITY"], client.search()[0])
        assert (row.target_uidvalidity, row.target_uid) == place


def test_filing_taking_back_and_filing_again(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(2)
    dovecot.deliver(*sent, user="undo")
    with house(tmp_path, dovecot.login("undo")) as home:
        home.receive()
        number = home.messages()[0]
        for _ in range(2):
            _queue(home, number)
            assert _run(home) == 1
            assert TARGET in dovecot.contents("undo")
            _undo(home, number)
            assert _run(home) == 1
            assert TARGET not in dovecot.contents("undo")
        with pytest.raises(NothingToUndo):
            _undo(home, number)
        assert sorted(home.stored()["INBOX"]) == sorted(sent)
        assert home.receive().new == 0
        with home.session() as session:
            whats = list(session.scalars(select(JournalLine.what).order_by(JournalLine.id)))
        assert whats == ["filed", "filing_undone"] * 2


def test_a_wish_is_noted_once_changed_while_it_waits_and_withdrawn(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    dovecot.deliver(*mails(1), user="wish")
    with house(tmp_path, dovecot.login("wish")) as home:
        home.receive()
        number = home.messages()[0]
        with pytest.raises(NothingToUndo):
            _undo(home, number)
        _queue(home, number)
        _queue(home, number, "Factures/Eau")
        with home.session() as session:
            assert _filings(session) == [("Factures/Eau", "pending", None)]
        _undo(home, number)
        assert _run(home) == 0
        _queue(home, number)
        assert _run(home) == 1
        _queue(home, number)
        assert _run(home) == 0, "it is there already"
        _queue(home, number, "Factures/Eau")
        assert _run(home) == 1
        assert list(dovecot.contents("wish")) == ["Factures/Eau"]


def test_what_the_person_moved_meanwhile_is_theirs(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(2), user="theirs")
    with house(tmp_path, dovecot.login("theirs")) as home:
        home.receive()
        for number in home.messages():
            _queue(home, number)
        with dovecot.client("theirs") as other:
            other.select_folder("INBOX")
            other.move([1], "Archive")
        assert _run(home) == 1
        assert _run(home) == 0, "given up, not tried for ever"
        with home.session() as session:
            assert sorted(state for _, state, _ in _filings(session)) == ["done", "failed"]
            assert "moved_elsewhere" in [why for _, _, why in _filings(session)]
        assert len(dovecot.contents("theirs")["Archive"]) == 1
        assert "Archive" not in home.stored()


def test_a_mail_seen_elsewhere_since_is_filed_from_there(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(1), user="follow")
    with house(tmp_path, dovecot.login("follow")) as home:
        home.receive()
        _queue(home, home.messages()[0])
        with dovecot.client("follow") as other:
            other.select_folder("INBOX")
            other.move([1], "Archive")
        home.receive("Archive")
        assert _run(home) == 1
        assert list(dovecot.contents("follow")) == [TARGET]


def test_nothing_is_done_to_stale_uids(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(3)
    dovecot.deliver(*sent, user="stale")
    with house(tmp_path, dovecot.login("stale")) as home:
        home.receive()
        _queue(home, home.messages()[0])
        dovecot.forget_uids("stale")
        assert _run(home) == 0
        assert len(dovecot.contents("stale")["INBOX"]) == 3
        home.receive()
        _queue(home, home.messages()[0])
        assert _run(home) == 1
        assert sorted(dovecot.contents("stale")["INBOX"] + home.stored()[TARGET]) == sorted(sent)


def test_accents_and_undo_on_a_server_with_dots_and_a_prefix(tmp_path: Path) -> None:
    with running(separator=".") as server, house(tmp_path, server.login()) as home:
        sent = mails(2)
        server.deliver(*sent)
        home.receive()
        number = home.messages()[0]
        _queue(home, number)
        assert _run(home) == 1
        assert list(server.contents()) == ["INBOX", "INBOX.Factures.Énergie"]
        assert home.stored() == server.contents()
        _undo(home, number)
        assert _run(home) == 1
        assert home.stored() == server.contents()


def test_without_move_and_uidplus_the_mail_is_copied_once(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Remote.supports
    monkeypatch.setattr(
        Remote, "supports", lambda self, name: name not in {"MOVE", "UIDPLUS"} and plain(self, name)
    )
    dovecot.deliver(*mails(1), user="copied")
    with house(tmp_path, dovecot.login("copied")) as home:
        home.receive()
        number = home.messages()[0]
        _queue(home, number)
        assert _run(home) == 1
        assert home.stored() == dovecot.contents("copied")
        assert set(home.stored()) == {"INBOX", TARGET}
        with pytest.raises(NothingToUndo):
            _undo(home, number)


def test_a_folder_that_cannot_be_made_is_given_up(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(1), user="cannot")
    with house(tmp_path, dovecot.login("cannot")) as home:
        home.receive()
        _queue(home, home.messages()[0], "x" * 300)
        assert _run(home) == 0
        with home.session() as session:
            row = session.scalars(select(Filing)).one()
        assert (row.state, row.problem) == (FilingState.FAILED, "folder_refused")
        assert len(dovecot.contents("cannot")["INBOX"]) == 1
