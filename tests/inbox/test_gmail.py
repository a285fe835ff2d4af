"""Gmail's folders are labels: a label is put on the mail, which stays where it is."""

import pytest

from inbox.connect import open_session
from inbox.fetch import fetch_headers
from inbox.file import End, Filed, Known, label_message
from models.mail import MailRef
from tests.fake_imap import fake_imap


@pytest.mark.parametrize(("add", "sign"), [(True, b"+"), (False, b"-")])
def test_gmail_gets_a_label_and_the_mail_stays(add: bool, sign: bytes) -> None:  # noqa: FBT001
    header = (
        b"* 3 FETCH (UID 3 X-GM-MSGID 1278455344230334865 RFC822.SIZE 9 "
        b"BODY[HEADER] {4}\r\na: b)\r\nTAG OK .\r\n"
    )
    gmail = (b"CAPABILITY", b"* CAPABILITY IMAP4rev1 X-GM-EXT-1\r\nTAG OK .\r\n")
    with (
        fake_imap(gmail, (b"UID FETCH", header), (b"UID STORE", b"TAG OK .\r\n")) as server,
        open_session(server.login()) as session,
    ):
        session.open("INBOX")
        found = next(fetch_headers(session, [3])).found[3]
        assert found.gm_msgid == "1278455344230334865"
        ref = MailRef("alice@example.org", "INBOX", 7, 3)
        filed = label_message(session, ref, Known(found.sha256, 9, ""), "Factures/Énergie", add=add)
        assert filed == Filed(End.LABELLED, 7, 3)
        assert any(
            line.startswith(b"UID STORE 3 " + sign + b"X-GM-LABELS.SILENT") for line in server.heard
        )
