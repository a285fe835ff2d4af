"""A dry run says what the sync will do: what was taught, who is trusted and who files count in both."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from flow.dry_run import Forecast, forecast
from models.tables import Account, Correction, Filing, Judgement
from tests.dovecot import Dovecot
from tests.flow.house import House, house
from tests.flow.post import letter, travel

BILL = """\
Bonjour,

Votre facture n° EV-2026-{number} du 02/11/2026 est disponible.

Montant à payer : 84,20 €
Date limite de paiement : 25/11/2026
"""
KEY = "energie du val"


def teach(home: House, field: str, now: str) -> None:
    with home.session() as session, session.begin():
        session.add(
            Correction(
                account_id=home.account_id, biller_key=KEY, field=field, was=None, now=now,
                sender_domain="energie-du-val.example", created_at=datetime.now(UTC),
            )
        )  # fmt: skip


def change(home: House, **values: object) -> None:
    with home.session() as session, session.begin():
        account = session.get_one(Account, home.account_id)
        for name, value in values.items():
            setattr(account, name, value)


def looked(home: House) -> list[Forecast]:
    return list(forecast(home.wiring, home.account_id, None))


def synced(home: House) -> list[tuple[str, str]]:
    """Kind and target of every mail, once it went its road for good; the newest first."""
    home.receive()
    for message_id in home.messages():
        assert travel(home.wiring, message_id) == "done"
    with home.session() as session:
        query = select(Judgement.kind, Filing.target).outerjoin(
            Filing, Filing.message_id == Judgement.message_id
        )
        rows = session.execute(query.order_by(Judgement.message_id.desc())).all()
    return [(kind.value, target or "") for kind, target in rows]


def told(rows: list[Forecast]) -> list[tuple[str | None, str]]:
    return [(row["kind"], row["folder"]) for row in rows]


def test_what_was_taught_is_foretold(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(letter(BILL.format(number=1)), user="taught")
    with house(tmp_path, dovecot.login("taught")) as home:
        before = told(looked(home))
        teach(home, "category", "charity")
        teach(home, "kind", "to_be_debited")
        after = told(looked(home))
        assert after == [("to_be_debited", "Factures/Dons")] != before
        assert synced(home) == after
        assert looked(home) == []


def test_a_biller_that_writes_from_elsewhere_is_foretold_to_stay(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    dovecot.deliver(
        letter(BILL.format(number=2), domain="energie-du-val-paiement.example"), user="elsewhere"
    )
    with house(tmp_path, dovecot.login("elsewhere")) as home:
        assert looked(home)[0]["folder"] != ""
        teach(home, "genuine", "yes")
        seen = looked(home)
        assert [row["folder"] for row in seen] == [""]
        assert synced(home) == told(seen)


def test_without_filing_no_folder_is_foretold(dovecot: Dovecot, tmp_path: Path) -> None:
    dovecot.deliver(letter(BILL.format(number=3)), user="unfiled")
    with house(tmp_path, dovecot.login("unfiled")) as home:
        assert looked(home)[0]["folder"] != ""
        change(home, files_mail=False)
        seen = looked(home)
        assert [row["folder"] for row in seen] == [""]
        assert synced(home) == told(seen)


def test_the_provider_that_checks_senders_counts_in_a_dry_run(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    failed = b"Authentication-Results: mx.sender.example; spf=fail; dmarc=fail\r\n"
    raw = letter(BILL.format(number=4) + "\nVotre compte sera suspendu sous 24 heures.\n")
    dovecot.deliver(failed + raw, user="provider")
    with house(tmp_path, dovecot.login("provider")) as home:
        unproven = "Your mail provider could not confirm the sender: {quote}"
        assert looked(home)[0]["why"] == unproven
        change(home, provider_id="mx.provider.example")
        seen = looked(home)
        assert seen[0]["why"] != unproven, "what another server wrote counts no more"
        assert synced(home) == told(seen)


def test_what_an_earlier_facteur_sent_is_foretold_as_no_bill(
    dovecot: Dovecot, tmp_path: Path
) -> None:
    mail = letter(BILL.format(number=3)).replace(
        b"factures@energie-du-val.example", b"own@example.org", 1
    )
    dovecot.deliver(b"Facteur-Notice: 0123456789\r\n" + mail, user="own")
    with house(tmp_path, dovecot.login("own")) as home:
        assert told(looked(home)) == synced(home) == [("other", "")]
