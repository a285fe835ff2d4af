"""A mailbox's life on both databases: received, filed, taken back, numbered anew, overlooked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from flow.filing import queue_filing, run_filings, undo_filing
from inbox.fetch import fetch_bodies
from inbox.gather import Gathered
from inbox.session import Session as Remote
from models.journal import verify
from models.tables import JournalLine, Location, Message
from tests.dovecot import Dovecot
from tests.flow.house import house
from tests.mails import mail, mails


def test_a_mailboxs_life(dovecot: Dovecot, tmp_path: Path, database_url: str) -> None:
    user = f"life-{database_url.partition(':')[0].partition('+')[0]}"
    sent = [*mails(8), mail("Ünïcode", message_id="")]
    dovecot.deliver(*sent, user=user)
    with house(tmp_path, dovecot.login(user), database_url) as home:
        assert home.receive().new == 9
        first, *others = home.messages()
        with home.session() as session, session.begin():
            for number in (first, others[0]):
                queue_filing(session, number, "Factures/Énergie")
        assert run_filings(home.wiring, home.account_id) == 2
        with home.session() as session, session.begin():
            undo_filing(session, first)
        assert run_filings(home.wiring, home.account_id) == 1
        dovecot.forget_uids(user)
        assert home.receive().new == 0
        assert home.receive("Factures/Énergie").new == 0
        real = dovecot.contents(user)
        assert Counter(real["INBOX"]) + Counter(real["Factures/Énergie"]) == Counter(sent)
        assert home.stored() == real
        with home.session() as session:
            assert (
                session.scalar(select(func.count()).select_from(JournalLine))
                == verify(session)
                == 3
            )
            assert session.scalar(select(func.max(Message.size))) == max(map(len, sent))


def test_what_was_overlooked_is_found_at_the_next_change(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(*mails(4), user="overlooked")
    with house(tmp_path, dovecot.login("overlooked")) as home:
        home.receive()
        with home.session() as session, session.begin():
            lost = home.messages()[1]
            session.execute(delete(Location).where(Location.message_id == lost))
            session.execute(delete(Message).where(Message.id == lost))
        assert home.receive().seen == 0
        dovecot.deliver(mail("news"), user="overlooked")
        assert home.receive().new == 2
        assert Counter(home.stored()["INBOX"]) == Counter([*mails(4), mail("news")])


def test_a_uidvalidity_that_changed_costs_headers_and_no_bodies(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(*mails(20), user="headers")
    bodies: list[tuple[int, int]] = []

    def counting(session: Remote, sizes: Sequence[tuple[int, int]]) -> Iterator[Gathered[bytes]]:
        bodies.extend(sizes)
        return fetch_bodies(session, sizes)

    with house(tmp_path, dovecot.login("headers")) as home:
        home.receive()
        dovecot.forget_uids("headers")
        monkeypatch.setattr("flow.take.fetch_bodies", counting)
        again = home.receive()
    assert (again.seen, again.new, bodies) == (20, 0, [])
