"""Folder names: our paths on servers that write them each in their own way."""

import pytest

from inbox.connect import open_session
from inbox.folders import Layout, ensure_folder, list_folders
from models.errors.mailbox import FolderMissing, FolderRefused
from tests.dovecot import Dovecot, running
from tests.fake_imap import fake_imap
from tests.pymap_server import pymap_server

_LIST = (b"LIST", b'* LIST () "." INBOX\r\nTAG OK done\r\n')


def test_accents_and_quotes_survive_the_way_to_the_server(dovecot: Dovecot) -> None:
    paths = ["Factures/Énergie", "A & B", "日本語", 'say "x*y"', "100%", "back\\slash"]
    with open_session(dovecot.login("folders")) as session:
        for path in paths:
            ensure_folder(session, list_folders(session), path)
        found = {folder.path for folder in list_folders(session).all}
    assert found >= set(paths)


def test_special_folders_are_known_by_their_use(dovecot: Dovecot) -> None:
    with open_session(dovecot.login("special")) as session:
        folders = list_folders(session)
    assert folders.all[0].name == "INBOX"
    trash = folders.special("Trash")
    assert trash is not None
    assert trash.name == "Trash"
    assert folders.special("Sent") is None


def test_the_same_path_works_under_dots_and_a_prefix() -> None:
    with running(separator=".") as server:
        with open_session(server.login()) as session:
            name = ensure_folder(session, list_folders(session), "Factures/S.A. Énergie")
            assert name == "INBOX.Factures.S-A- Énergie"
            assert session.open(name).messages == 0
            folders = list_folders(session)
            assert folders.find("Factures/S-A- Énergie").name == name
            assert folders.find(name).path == "Factures/S-A- Énergie"
        with server.client() as client:
            assert name in [row[2] for row in client.list_sub_folders()]


def test_a_folder_that_is_there_already_is_welcome(dovecot: Dovecot) -> None:
    with open_session(dovecot.login("twice")) as session:
        stale = list_folders(session)
        assert ensure_folder(session, stale, "Factures") == "Factures"
        assert ensure_folder(session, stale, "Factures") == "Factures"


def test_without_the_code_the_server_is_asked_whether_it_is_there() -> None:
    there = (b'LIST "" "FACTURES"', b'* LIST () "." Factures\r\nTAG OK done\r\n')
    with (
        fake_imap((b"CREATE", b"TAG NO it exists\r\n"), there, _LIST) as server,
        open_session(server.login()) as session,
    ):
        assert ensure_folder(session, list_folders(session), "Factures") == "Factures"


def test_a_refusal_says_why() -> None:
    with (
        fake_imap(
            (b"CREATE", b"TAG NO [OVERQUOTA] no room\r\n"), (b'LIST "" "F', b"TAG OK .\r\n"), _LIST
        ) as server,
        open_session(server.login()) as session,
        pytest.raises(FolderRefused, match="no room"),
    ):
        ensure_folder(session, list_folders(session), "Factures")


def test_inbox_is_inbox_in_any_case_and_a_missing_folder_is_named(dovecot: Dovecot) -> None:
    with open_session(dovecot.login("cases")) as session:
        folders = list_folders(session)
        assert folders.find("inbox").name == "INBOX"
        with pytest.raises(FolderMissing, match="Nulle part"):
            folders.find("Nulle part")


def test_a_server_without_namespaces_and_special_uses() -> None:
    with pymap_server() as login, open_session(login) as session:
        assert (
            ensure_folder(session, list_folders(session), "Factures/Énergie") == "Factures/Énergie"
        )
        assert list_folders(session).find("Factures/Énergie").special == ""


@pytest.mark.parametrize(
    ("layout", "path", "name"),
    [
        (Layout("/", ""), "Factures/Eau", "Factures/Eau"),
        (Layout(".", "INBOX."), "Factures/Eau", "INBOX.Factures.Eau"),
        (Layout(".", "INBOX."), "inbox", "INBOX"),
        (Layout(".", "INBOX."), "INBOX/Factures", "INBOX.Factures"),
        (Layout("/", ""), "/Factures//Eau/", "Factures/Eau"),
        (Layout("\\", ""), "Factures/Eau", "Factures\\Eau"),
    ],
)
def test_paths_to_names(layout: Layout, path: str, name: str) -> None:
    assert layout.name_of(path) == name


def test_a_folder_whose_name_cannot_be_read_hides_itself_alone(dovecot: Dovecot) -> None:
    with dovecot.client("brackets") as client:
        client.create_folder("[/red]")
        client.create_folder("Factures")
    with open_session(dovecot.login("brackets")) as session:
        paths = [folder.path for folder in list_folders(session).all]
    assert "INBOX" in paths
    assert "Factures" in paths
