"""What a biller answers comes with the next sync, and the person is told of it."""

from email import message_from_bytes
from pathlib import Path

from models.security import Security
from tests.doors.conftest import Facteur
from tests.dovecot import Dovecot
from tests.dovecot_conf import PASSWORD
from tests.flow.post import letter
from tests.notify.post import post

BILL = """Facture F-20311
Montant à payer : 84,20 EUR
À payer au plus tard le 30 novembre 2026 par virement.
"""


def test_a_sync_that_brings_an_answer_names_the_bill_and_how_to_read_it(
    facteur: Facteur, dovecot: Dovecot, user: str, tmp_path: Path
) -> None:
    where = ("--host", "127.0.0.1", "--port", str(dovecot.port), "--plain")
    account = ("alice@example.org", *where, "--user", user, "--password-stdin")
    dovecot.deliver(letter(BILL), user=user)
    assert facteur("connect", *account, stdin=PASSWORD).code == 0
    assert "An answer" not in facteur("sync").out
    with post(tmp_path, Security.PLAIN, auth=False) as (box, office):
        out = ("--host", office.host, "--port", str(office.port), "--plain", "--no-login")
        assert facteur("channel", "add", "mail", "alice@example.org", *out).code == 0
        to = ("--to", "service@energie-du-val.example", "--text", "Why so much?", "--send")
        assert facteur("ask", "1", "--about", "question", *to, FACTEUR_PAYER_NAME="Alice").code == 0
        asked = message_from_bytes(box.sources()[0])["Message-ID"]
    answer = letter("La part fixe a changé.", subject="Votre demande", number="2")
    dovecot.deliver(f"In-Reply-To: {asked}\r\n".encode() + answer, user=user)

    said = facteur("sync")

    assert "An answer came about bill 1: `facteur ask 1 --thread`." in said.out
    assert "La part fixe a changé." in facteur("ask", "1", "--thread").out
    assert "An answer" not in facteur("sync").out
