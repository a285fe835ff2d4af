"""The same road on another server: no special uses, no CONDSTORE, another hand."""

from pathlib import Path

import imapclient

from flow.filing import queue_filing, run_filings, undo_filing
from flow.receive import peek_account
from tests.flow.house import house
from tests.mails import mail
from tests.pymap_server import pymap_server


def test_received_filed_and_taken_back_on_pymap(tmp_path: Path) -> None:
    with pymap_server() as login, house(tmp_path, login) as home:
        with imapclient.IMAPClient(login.host, login.port, ssl=False) as client:
            client.login(login.user, login.secret.value)
            for number in range(12):
                checked = "Authentication-Results: mx.example.net; spf=pass"
                raw = mail(f"mail {number}", header=checked)
                client.append("INBOX", raw.replace(b"@example.org>", b"@e%d.example>" % number))
        shown = [raw for _, raw in peek_account(home.wiring, home.account_id)]
        first = home.receive()
        assert first.new == len(shown) > 0
        assert sorted(home.stored()["INBOX"]) == sorted(shown)
        assert home.account().provider_id == "mx.example.net"
        number = home.messages()[0]
        with home.session() as session, session.begin():
            queue_filing(session, number, "Factures/Énergie")
        assert run_filings(home.wiring, home.account_id) == 1
        assert len(home.stored()["Factures/Énergie"]) == 1
        assert home.receive("Factures/Énergie").new == 0
        with home.session() as session, session.begin():
            undo_filing(session, number)
        assert run_filings(home.wiring, home.account_id) == 1
        assert sorted(home.stored()["INBOX"]) == sorted(shown)
        assert home.receive().new == 0
