"""Filing: the mail that was meant, once, or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from inbox import file
from inbox.connect import Session, open_session
from inbox.fetch import Header, fetch_headers
from inbox.file import End, Filed, Known, find_message, move_message
from inbox.folders import ensure_folder, list_folders
from inbox.gather import LOST, Gathered
from models.errors.mailbox import FolderMissing, ServerGone, ServerMisbehaved
from models.errors.problem import Problem
from models.mail import MailRef
from tests.dovecot import Dovecot
from tests.fake_imap import fake_imap
from tests.mails import mail, mails
from tests.pymap_server import pymap_server

TARGET = "Factures/Énergie"


def _known(session: Session, uid: int) -> tuple[MailRef, Known]:
    opened = session.open("INBOX")
    header = next(fetch_headers(session, [uid])).found[uid]
    named = header.raw.partition(b"Message-ID: ")[2].partition(b"\r\n")[0].decode()
    ref = MailRef("alice@example.org", "INBOX", opened.uidvalidity, uid)
    return ref, Known(header.sha256, header.size, named)


def _ready(session: Session, uid: int = 2) -> tuple[MailRef, Known]:
    ensure_folder(session, list_folders(session), TARGET)
    return _known(session, uid)


def _without(session: Session, *capabilities: str) -> None:
    session.capabilities -= set(capabilities)


def test_a_mail_moves_and_copyuid_says_where_it_is(dovecot: Dovecot) -> None:
    sent = mails(3)
    dovecot.deliver(*sent, user="move")
    with open_session(dovecot.login("move")) as session:
        ref, known = _ready(session)
        filed = move_message(session, ref, known, TARGET)
        assert filed.end is End.MOVED
        assert find_message(session, TARGET, known) == (filed.uidvalidity, filed.uid)
    assert dovecot.contents("move") == {"INBOX": [sent[0], sent[2]], TARGET: [sent[1]]}
    with dovecot.client("move") as client:
        client.select_folder(TARGET, readonly=True)
        assert client.search(["SEEN"]) == []


def test_moving_again_after_a_crash_finds_it_there(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="again")
    with open_session(dovecot.login("again")) as session:
        ref, known = _ready(session)
        first = move_message(session, ref, known, TARGET)
        assert move_message(session, ref, known, TARGET) == first


def test_a_mail_that_the_person_deleted_is_gone(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="gone")
    with open_session(dovecot.login("gone")) as session:
        ref, known = _ready(session)
        with dovecot.client("gone") as other:
            other.select_folder("INBOX")
            other.delete_messages([ref.uid])
            other.uid_expunge([ref.uid])
        assert move_message(session, ref, known, TARGET) == Filed(End.GONE)


def test_a_uid_that_holds_another_mail_now_is_not_moved(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="other")
    with open_session(dovecot.login("other")) as session:
        ref, known = _ready(session)
        assert move_message(session, replace(ref, uid=1), known, TARGET).end is End.CHANGED
        assert move_message(session, ref, replace(known, size=1), TARGET).end is End.CHANGED
        stale = replace(ref, uidvalidity=ref.uidvalidity - 1)
        assert move_message(session, stale, known, TARGET).end is End.GONE
    assert len(dovecot.contents("other")["INBOX"]) == 2


def test_without_move_a_crash_between_copy_and_expunge_doubles_nothing(dovecot: Dovecot) -> None:
    sent = mails(2)
    dovecot.deliver(*sent, user="crash")

    def crash(_point: str) -> None:
        raise KeyboardInterrupt

    with open_session(dovecot.login("crash")) as session:
        _without(session, "MOVE")
        ref, known = _ready(session)
        with pytest.raises(KeyboardInterrupt):
            move_message(session, ref, known, TARGET, crash)
        assert len(dovecot.contents("crash")["INBOX"]) == 2
        assert move_message(session, ref, known, TARGET).end is End.MOVED
    assert dovecot.contents("crash") == {"INBOX": sent[:1], TARGET: sent[1:]}


def test_what_another_program_marked_as_deleted_stays_when_we_expunge(dovecot: Dovecot) -> None:
    sent = mails(3)
    dovecot.deliver(*sent, user="marked")
    with open_session(dovecot.login("marked")) as session:
        _without(session, "MOVE")
        ref, known = _ready(session)
        with dovecot.client("marked") as other:
            other.select_folder("INBOX")
            other.delete_messages([1])
        move_message(session, ref, known, TARGET)
    assert dovecot.contents("marked")["INBOX"] == [sent[0], sent[2]]


def test_without_uidplus_the_original_stays_and_is_not_marked(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="noplus")
    with open_session(dovecot.login("noplus")) as session:
        _without(session, "MOVE", "UIDPLUS")
        ref, known = _ready(session)
        first = move_message(session, ref, known, TARGET)
        assert first.end is End.COPIED
        assert move_message(session, ref, known, TARGET) == first
    with dovecot.client("noplus") as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["DELETED"]) == []
        assert len(client.search()) == 2


@pytest.mark.parametrize(("why", "problem"), [(LOST, ServerGone), ("refused", ServerMisbehaved)])
def test_what_cannot_be_read_is_neither_gone_nor_copied_twice(
    dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch, why: str, problem: type[Problem]
) -> None:
    sent = mails(1)
    user = f"unread{why}"
    dovecot.deliver(*sent, user=user)
    with open_session(dovecot.login(user)) as session:
        ref, known = _ready(session, 1)
        _without(session, "MOVE", "UIDPLUS")
        assert move_message(session, ref, known, TARGET).end is End.COPIED

        def unread(_session: Session, uids: Sequence[int]) -> Iterator[Gathered[Header]]:
            yield Gathered(unreadable=dict.fromkeys(uids, why))

        monkeypatch.setattr(file, "fetch_headers", unread)
        with pytest.raises(problem):
            find_message(session, TARGET, known)
        with pytest.raises(problem):
            move_message(session, ref, known, TARGET)
    assert dovecot.contents(user) == {"INBOX": sent, TARGET: sent}


@pytest.mark.parametrize("odd", ["", "<no end", '<a"b@x>', "<a b@x>", "<é@x>"])
def test_mails_without_a_usable_message_id_are_found_by_their_size(
    dovecot: Dovecot, odd: str
) -> None:
    user = f"odd{len(odd)}{odd[2:3].encode().hex()}"
    sent = [mail("one", message_id=odd), mail("two", message_id=odd), mail("six", message_id=odd)]
    dovecot.deliver(*sent, user=user)
    with open_session(dovecot.login(user)) as session:
        ref, known = _ready(session)
        filed = move_message(session, ref, known, TARGET)
        assert find_message(session, TARGET, known) == (filed.uidvalidity, filed.uid)
        assert find_message(session, "INBOX", known) is None, "same size, other mail"


def test_the_same_message_id_with_other_content_is_another_mail(dovecot: Dovecot) -> None:
    sent = [mail("bill one", message_id="<same@x>"), mail("bill two", message_id="<same@x>")]
    dovecot.deliver(*sent, user="sameid")
    with open_session(dovecot.login("sameid")) as session:
        ref, known = _ready(session)
        move_message(session, ref, known, TARGET)
        assert find_message(session, "INBOX", known) is None
    assert dovecot.contents("sameid")["INBOX"] == sent[:1]


def test_ok_that_moved_nothing_is_no_success() -> None:
    header = b"* 3 FETCH (UID 3 RFC822.SIZE 9 BODY[HEADER] {4}\r\na: b)\r\nTAG OK done\r\n"
    nowhere = (b"UID SEARCH LARGER", b"* SEARCH\r\nTAG OK done\r\n")
    known = Known("2b1d5d2d", 9, "")
    with (
        fake_imap((b"UID FETCH", header), (b"UID MOVE", b"TAG OK done\r\n"), nowhere) as server,
        open_session(server.login()) as session,
    ):
        session.open("INBOX")
        known = replace(known, header_sha256=next(fetch_headers(session, [3])).found[3].sha256)
        ref = MailRef("alice@example.org", "INBOX", 7, 3)
        assert move_message(session, ref, known, TARGET) == Filed(End.GONE)
        assert not any(line.startswith(b"EXPUNGE") for line in server.heard)


def test_a_target_that_was_removed_meanwhile_is_named(dovecot: Dovecot) -> None:
    dovecot.deliver(*mails(2), user="target")
    with open_session(dovecot.login("target")) as session:
        ref, known = _known(session, 2)
        with pytest.raises(FolderMissing, match="Nulle part"):
            move_message(session, ref, known, "Nulle part")


def test_another_servers_move_is_understood_too() -> None:
    with pymap_server() as login, open_session(login) as session:
        ensure_folder(session, list_folders(session), "Factures")
        opened = session.open("INBOX")
        uid, header = next(iter(next(fetch_headers(session, list(range(101, 105)))).found.items()))
        known = Known(header.sha256, header.size, "")
        ref = MailRef("demo", "INBOX", opened.uidvalidity, uid)
        filed = move_message(session, ref, known, "Factures")
        assert filed.end is End.MOVED
        assert find_message(session, "Factures", known) == (filed.uidvalidity, filed.uid)
        assert find_message(session, "INBOX", known) is None
