"""`facteur remind` and `facteur calendar`: shown first, sent when asked, each with their own part."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from sqlalchemy.orm import Session

from models.database import open_engine
from models.security import Security
from models.tables import Bill, CapRequest
from models.verdict import Kind
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.flow.paid_bills import Line, csv_file
from tests.models import rows
from tests.notify.post import Box, post


@pytest.fixture
def facteur(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:  # fmt: skip
    """The command on a database with Alice's bills 1 (due in 3 days) and 2 (in 30)."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        account = rows.account(session).id
        for number, days in ((1, 3), (2, 30)):
            due_on = datetime.now().astimezone().date() + timedelta(days=days)
            session.add(
                rows.bill(account, identity=str(number), biller="Énergie du Val", due_on=due_on)
            )
    engine.dispose()
    return inside(tmp_path / "home", monkeypatch, capsys)


@pytest.fixture
def box(tmp_path: Path, facteur: Facteur) -> Iterator[Box]:
    """Where the mail goes that Alice's own account sends."""
    with post(tmp_path, Security.PLAIN, auth=False) as (box, office):
        where = ("--host", office.host, "--port", str(office.port), "--plain", "--no-login")
        assert facteur("channel", "add", "mail", "alice@example.org", *where).code == 0
        yield box


def test_shown_first_then_sent_once(facteur: Facteur, box: Box) -> None:
    said = facteur("remind")
    assert "--send sends it" in said.out
    assert "84.20" in said.out
    assert box.mails == []
    (row,) = facteur("remind", "--json").rows
    assert (row["to"], row["kind"], row["state"]) == ("you", "reminder", "planned")
    assert "sent" in facteur("remind", "--send").out
    assert "Nobody is to be reminded" in facteur("remind", "--send").out
    assert len(box.mails) == 1
    (digest,) = facteur("remind", "--digest", "--send", "--json").rows
    assert digest["state"] == "sent"
    assert len(str(digest["bills"])) > len(str(row["bills"]))
    assert len(box.mails) == 2


def test_a_member_is_reminded_of_their_share_where_they_can_be_reached(
    facteur: Facteur, box: Box
) -> None:
    facteur("household", "new", "Flat", "--me", "Alice")
    facteur("household", "add", "Bob")
    facteur("split", "2", "--equal")
    unreached = facteur("remind", "--bill", "2")
    assert (unreached.code, "--address" in unreached.err) == (1, True)
    assert "Nothing reaches Bob" in facteur("remind").out
    wished = facteur("remind", "--to", "Bob", "--address", "bob@example.org", "--speaks", "fr")
    assert "bob@example.org" in wished.out
    (row,) = facteur("remind", "--bill", "2", "--json").rows
    assert row["to"] == "Bob"
    assert "42.10" in str(row["bills"])
    assert facteur("remind", "--bill", "2", "--send").code == 0
    again = facteur("remind", "--bill", "2", "--to", "bob", "--send")
    assert (again.code, "today already" in again.err) == (1, True)
    assert [mail.rcpt_tos for mail in box.mails] == [["bob@example.org"]]
    assert b"Bonjour Bob" in box.sources()[0]


def test_a_message_that_does_not_leave_ends_with_1_and_its_reason(
    facteur: Facteur, box: Box
) -> None:
    facteur("remind", "--address", "nobody@example.org")
    said = facteur("remind", "--send")
    assert said.code == 1
    assert "550 5.1.1" in said.err
    shown = facteur("channel")
    assert "refused" in shown.out
    assert "nobody@example.org" in shown.out


def test_what_nobody_took_is_named_where_nothing_else_is_to_be_sent(
    facteur: Facteur, box: Box
) -> None:
    facteur("remind", "--address", "full@example.org")
    assert "waiting" in facteur("remind", "--send").out
    for words in (("remind",), ("remind", "--send"), ("remind", "--digest")):
        said = facteur(*words).out
        assert "Reminders that did not arrive for sure: 1. `facteur channel`" in said, words
    facteur("remind", "--address", "alice@example.org")
    assert facteur("remind", "--send").out == "you, through alice@example.org: sent.\n"
    assert "did not arrive" not in facteur("remind").out


def test_wishes_are_kept_and_shown(facteur: Facteur) -> None:
    said = facteur("remind", "--days", "14,1", "--every", "weekly", "--debits", "--json")
    assert said.rows == [
        {
            "person": "you", "on": True, "days": [14, 1], "every": "weekly", "debits": True,
            "address": "alice@example.org", "speaks": "en",
        }
    ]  # fmt: skip
    assert "not reminded by itself" in facteur("remind", "--off").out
    assert facteur("remind", "--days", "none", "--on", "--json").rows[0]["days"] == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--days", "soon"), 2, "write them as 7,3,0"),
        (("--days", "400"), 1, "0 to 90"),
        (("--every", "hour"), 2, "daily"),
        (("--address", "bob"), 1, "is not a mail address"),
        (("--bill", "9"), 1, "Nothing has the number 9"),
        (("--bill", "x"), 2, ""),
        (
            ("--to", "Zoe", "--digest"),
            1,
            "Nobody is called “Zoe” here, and nobody is here beside you",
        ),
        (("--to", "me"), 2, "--bill NUMBER"),
        (("--days", ""), 2, "write them as 7,3,0"),
        (("--bill", "1", "--digest"), 2, "either --bill or --digest"),
        (("--every", "weekly", "--send"), 2, "two commands"),
        (("--days", "3", "--bill", "1"), 2, "two commands"),
    ],
)
def test_what_cannot_be_is_one_sentence_that_leads_on(
    facteur: Facteur, words: tuple[str, ...], code: int, told: str
) -> None:
    said = facteur("remind", *words)
    assert (said.code, told in said.err) == (code, True), said.err


def test_without_a_channel_it_says_how_to_begin(facteur: Facteur) -> None:
    said = facteur("remind").out
    assert said.startswith("Nothing reaches you: `facteur channel add mail`")
    assert "`facteur remind --digest`" in said
    assert "`facteur remind --digest`" not in facteur("remind", "--digest").out


def test_the_calendar_is_a_file_and_a_secret_address(facteur: Facteur, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    assert facteur("calendar", "--out", str(file), "--json").rows[0]["events"] == 2
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 2
    assert b"84.20" not in file.read_bytes()
    facteur("calendar", "--out", str(file), "--amounts")
    assert b"84.20" in file.read_bytes()
    assert "No address was given out" in facteur("calendar").out
    (made,) = facteur("calendar", "address", "--json").rows
    assert str(made["path"]).endswith(".ics")
    (other,) = facteur(
        "calendar", "address", "--json", FACTEUR_WEB_ADDRESS="https://b.example"
    ).rows
    assert other["url"] == f"https://b.example{other['path']}"
    assert other["path"] != made["path"]
    assert facteur("calendar", "close").code == 0
    assert "No address was given out" in facteur("calendar").out
    bad = facteur("calendar", "--out", str(tmp_path / "no" / "due.ics"))
    assert (bad.code, "cannot be written" in bad.err) == (1, True)


def test_each_bill_that_is_not_told_says_why_and_what_to_do(facteur: Facteur, box: Box) -> None:
    facteur("ask", "1", "--dispute", "Already paid.")
    said = facteur("remind").out
    assert said.index("Nobody is to be reminded") < said.index("Not told now:")
    assert "1, Énergie du Val: it is disputed: `facteur ask 1 --resolve` lifts" in said
    (row,) = facteur("remind", "--json").rows
    assert (row["bill"], row["told"], row["reason"]) == (1, False, "disputed")
    asked = facteur("remind", "--bill", "1", "--to", "me")
    assert (asked.code, "no reminder for you, as it is disputed" in asked.err) == (1, True)
    facteur("remind", "--off")
    assert "`facteur remind --on` changes that" in facteur("remind").out


def test_a_raise_of_caps_is_shown_sent_once_and_withdrawn(
    facteur: Facteur, box: Box, sqlite_url: str
) -> None:
    facteur("remind", "--off")
    asked(sqlite_url, 50_00)
    asked(sqlite_url, 90_00)
    shown = facteur("remind")
    assert "Higher caps on payments were asked for" in shown.out
    assert "`facteur caps --transfer 50.00`" in shown.out
    (row,) = (row for row in facteur("remind", "--json").rows if row.get("kind"))
    assert (row["kind"], row["state"], row["bills"]) == ("caps_raised", "planned", [])
    assert row["caps"] == [{"cap": "payment", "before": "50.00 EUR", "after": "90.00 EUR"}]
    assert row["take_back"] == "facteur caps --transfer 50.00"
    for _ in range(2):
        facteur("remind", "--send")
    assert len(box.mails) == 1
    asked(sqlite_url, 95_00)
    assert facteur(*str(row["take_back"]).split()[1:]).code == 0
    assert "Higher caps" not in facteur("remind").out


def asked(url: str, minor: int) -> None:
    """Somebody with the code asked for this cap on one payment."""
    engine = open_engine(url)
    with Session(engine) as session, session.begin():
        session.add(
            CapRequest(
                transfer_minor=minor, currency="EUR", asked_by="owner", asked_at=datetime.now(UTC)
            )
        )
    engine.dispose()


def test_a_debit_that_did_not_come_is_shown_and_sent_once(
    facteur: Facteur, box: Box, tmp_path: Path, sqlite_url: str
) -> None:
    today = datetime.now().astimezone().date()
    day = today - timedelta(days=9)
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        bill = session.get_one(Bill, 1)
        bill.kind, bill.due_on = Kind.TO_BE_DEBITED, day
    engine.dispose()
    days = (today - timedelta(days=20), today - timedelta(days=12), today - timedelta(days=3))
    lines = (Line("-2.00", f"CB CAFE {one:%d%m}", one) for one in days)
    (tmp_path / "bank.csv").write_bytes(csv_file(*lines))
    facteur("import", "bank.csv")
    assert "look at the account: it was not debited" in facteur("remind").out
    (row,) = (row for row in facteur("remind", "--json").rows if row.get("kind"))
    assert "'todo': 'not_debited'" in str(row["bills"])
    assert "'occasion': 'not-debited'" in str(row["bills"])
    for _ in range(2):
        facteur("remind", "--send")
    assert len(box.mails) == 1
    assert b"facteur ask 1" in box.sources()[0]
