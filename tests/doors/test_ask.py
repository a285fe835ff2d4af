"""`facteur ask` as a person and a script call it: contacts, letters, sending, answers, disputes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.codec import EXTRACTION, VERDICT
from models.database import home_url, open_engine
from models.extraction import Extraction
from models.reading import Reading
from models.security import Security
from models.tables import BillMessage, Extracted
from models.verdict import Category, Kind, Verdict
from tests.doors.conftest import Facteur
from tests.doors.forked import Said
from tests.doors.inside import inside
from tests.flow.paid_bills import found
from tests.models import rows
from tests.notify.post import Box, post

SERVICE = "service.clients@eaux.example"
ALICE = {"FACTEUR_PAYER_NAME": "Alice Martin"}
QUESTION = ("ask", "2", "--about", "question", "--text", "Why is it so much?")


@pytest.fixture
def home(sqlite_url: str, tmp_path: Path) -> Path:
    """Two bills of one biller, the older printing where to write; bill 3 of nobody who can be reached."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        box = rows.account(session).id
        for number, (name, contact) in enumerate(
            [("Eaux du Vallon", SERVICE), ("Eaux du Vallon", SERVICE), ("Syndic Alpha", "")], 1
        ):
            bill = rows.bill(
                box, identity=str(number), biller=name, biller_key=name.lower(), number=f"F-{number}",
                customer_number=f"C-{number}",
            )  # fmt: skip
            mail = rows.message(box, f"{number}" * 64, sender_address="noreply@eaux.example")
            session.add_all([bill, mail])
            session.flush()
            session.add(_read(mail.id, contact))
            verdict = Verdict(Kind.TO_PAY, Category.WATER, "", 1.0, 1.0, ())
            session.add(
                BillMessage(
                    bill_id=bill.id, message_id=mail.id, role=Kind.TO_PAY,
                    verdict=VERDICT.write(verdict), created_at=rows.NOW,
                )
            )  # fmt: skip
    engine.dispose()
    return tmp_path / "home"


def _read(message_id: int, contact: str) -> Extracted:
    reading = Reading(
        "mail_body", contact=found(f"Service client : {contact}") if contact else None
    )
    text = EXTRACTION.write(Extraction(reading, (reading,)))
    return Extracted(
        message_id=message_id, extraction=text, mail="{}", created_at=datetime.now(UTC)
    )


@pytest.fixture
def bills(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    return inside(home, monkeypatch, capsys)


@pytest.fixture
def server(tmp_path: Path, bills: Facteur) -> Iterator[Box]:
    """Alice's mail server, set up with the verb that does it."""
    with post(tmp_path, Security.STARTTLS, auth=False) as (box, office):
        done = bills(
            "channel", "add", "mail", "alice@example.org", "--host", "127.0.0.1", "--port",
            str(office.port), "--starttls", "--ca", "cert.pem", "--no-login",
        )  # fmt: skip
        assert done.code == 0, done.err
        yield box


def test_it_first_says_whom_to_write_to_and_how(bills: Facteur) -> None:
    said = bills("ask", "2")
    assert said.code == 0
    for words in ("Eaux du Vallon", "C-2", SERVICE, "--about question"):
        assert words in said.out
    (row,) = bills("ask", "2", "--json").rows
    assert row["contacts"] == [
        {"means": "email", "value": SERVICE, "since": "2026-11-01", "bills": 2, "only_this_bill": False}
    ]  # fmt: skip
    assert (row["talk"], row["dispute"]) == ([], None)
    assert "No bill of theirs prints a contact." in bills("ask", "3").out


def test_a_letter_is_shown_kept_and_sent_as_it_was_shown(bills: Facteur, server: Box) -> None:
    shown = bills(*QUESTION, "--json", **ALICE)
    assert shown.code == 0, shown.err
    (draft,) = shown.rows
    assert (draft["state"], draft["to"], draft["about"]) == ("draft", SERVICE, "question")
    assert server.mails == []
    assert "Kept, not sent. To send it from alice@example.org" in bills(*QUESTION, **ALICE).out
    sent = bills("ask", "2", "--send", "--json")
    assert sent.code == 0, sent.err
    (row,) = sent.rows
    assert (row["state"], row["text"]) == ("sent", draft["text"])
    mail = message_from_bytes(server.sources()[0], policy=default)
    assert (mail["Message-ID"], mail["To"]) == (row["message_id"], SERVICE)
    assert mail.get_content().replace("\r\n", "\n").strip() == draft["text"]
    again = bills(*QUESTION, "--send", **ALICE)
    assert (again.code, len(server.mails)) == (0, 1)
    talk = bills("ask", "2", "--thread")
    assert "Why is it so much?" in talk.out
    assert "letters 1, answers 0" in bills("show", "2").out


def test_french_letters_are_french_in_a_french_door(bills: Facteur) -> None:
    said = bills(*QUESTION, "--lang", "fr", "--json", **ALICE)
    (row,) = said.rows
    assert "J’ai une question" in str(row["text"])


def test_without_a_mail_account_the_letter_is_there_to_copy(bills: Facteur) -> None:
    said = bills(*QUESTION, "--send", **ALICE)
    assert said.code == 1
    assert "facteur channel add mail" in said.err
    assert "Why is it so much?" in said.out
    assert f"mailto:{SERVICE}?subject=Question" in said.out
    shown = bills(*QUESTION, **ALICE)
    assert (shown.code, "mailto:" in shown.out) == (0, True)


def test_without_a_contact_it_says_what_to_do(bills: Facteur, server: Box) -> None:
    question = ("ask", "3", "--about", "question", "--text", "Why?")
    shown = bills(*question, **ALICE)
    assert (shown.code, "--to" in shown.out) == (0, True)
    refused = bills("ask", "3", "--send")
    assert refused.code == 1
    assert "Nothing says where to write to Syndic Alpha" in refused.err
    assert bills("ask", "3", "--send", "--to", "syndic@alpha.example").code == 0
    assert server.mails[0].rcpt_tos == ["syndic@alpha.example"]


def test_a_first_bills_own_address_is_named_and_not_used(bills: Facteur, server: Box) -> None:
    question = ("ask", "1", "--about", "question", "--text", "Why?")
    assert "Only this bill prints an address" in bills(*question, **ALICE).out
    refused = bills("ask", "1", "--send")
    assert refused.code == 1
    assert f"--to {SERVICE}" in refused.err
    assert "facteur channel add mail" not in refused.out  # it is there; what lacks is the address
    assert server.mails == []


def test_a_dispute_holds_and_is_lifted(bills: Facteur) -> None:
    held = bills("ask", "2", "--dispute", "The meter says less", "--json")
    assert held.rows == [{"bill": 2, "dispute": "The meter says less"}]
    assert "in dispute" in bills("list").out
    assert "The meter says less" in bills("show", "2").out
    assert "The meter says less" in bills("ask", "2").out
    stopped = bills("pay", "2", "--rail", "by-hand", "--yes")
    assert stopped.code == 1
    assert "facteur ask 2 --resolve" in stopped.err
    assert "lifted" in bills("ask", "2", "--resolve").out
    assert bills("pay", "2", "--rail", "by-hand", "--yes").code == 0
    assert bills("ask", "2", "--resolve").code == 1


def test_a_refused_letter_is_a_problem(bills: Facteur, server: Box) -> None:
    said = bills(*QUESTION, "--send", "--to", "nobody@eaux.example", "--json", **ALICE)
    assert said.code == 1
    assert (said.rows[0]["state"], said.rows[0]["problem"]) == ("refused", "mail_refused")
    assert "\x1b" not in bills("ask", "2", "--thread").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--about", "poetry"), "poetry"),
        (("--about", "question"), "--text"),
        (("--about", "reading"), "meter"),
        (("--about", "mediator"), "mediator"),
        (("--about", "cancel", "--text", "Now!"), "no place for words"),
        (("--about", "question", "--text", "x", "--on", "2026-11-01"), "needs no day"),
        (("--about", "cancel", "--on", "soon"), "is no date"),
        (("--text", "x"), "--about"),
        (("--send", "--preview"), "either"),
        (("--dispute", "x", "--resolve"), "either"),
    ],
)
def test_what_cannot_be_is_one_sentence(bills: Facteur, words: tuple[str, ...], told: str) -> None:
    said = bills("ask", "2", *words)
    assert (said.code, said.out) == (2, "")
    assert told in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "99"),
        ("ask", "2", "--send"),
        ("ask", "2", "--dispute", ""),
        ("ask", "2", "--about", "double-debit"),
        ("ask", "2", "--about", "mediator", "--text", "x"),
        ("ask", "2", "--about", "cancel", "--to", "x@y.org\nBcc: eve@x.org"),
    ],
)
def test_what_is_missing_is_a_problem(bills: Facteur, words: tuple[str, ...]) -> None:
    said: Said = bills(*words, **ALICE)
    assert (said.code, len(said.err.strip().splitlines())) == (1, 1)


def test_hostile_answers_do_not_command_the_terminal(bills: Facteur, home: Path) -> None:
    assert bills(*QUESTION, **ALICE).code == 0
    engine = open_engine(home_url(home))
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE missive SET subject = 'a' || char(27) || '[2J', text = 'x' || char(8238) || char(7)"
        )
    engine.dispose()
    shown = bills("ask", "2", "--thread").out
    assert not {"\x1b", "\u202e", "\x07"} & set(shown)


def test_a_wrong_amount_takes_an_amount_and_a_reason(bills: Facteur) -> None:
    wrong = ("ask", "2", "--about", "wrong-amount")
    made = bills(*wrong, "--amount", "64,20", "--text", "The meter was read twice.", **ALICE)
    assert made.code == 0, made.err
    assert "€64.20 is due." in made.out
    assert "ask 2 --dispute" in made.out
    for words, sentence in (
        ((*wrong, "--text", "Too much."), "with --amount what is right"),
        ((*wrong, "--amount", "64.20"), "Say with --text why"),
        ((*wrong, "--amount", "-1", "--text", "x"), "zero or more"),
        ((*wrong, "--amount", "1,234", "--text", "x"), "no clear amount"),
        ((*QUESTION, "--amount", "64.20"), "--amount is for a wrong amount."),
        (("ask", "2", "--amount", "64.20"), "--amount is for a wrong amount."),
    ):
        said = bills(*words, **ALICE)
        assert (said.code, sentence in said.err) == (2, True), said


def test_the_letters_language_may_be_chosen_and_is_said(bills: Facteur) -> None:
    chosen = bills(*QUESTION, "--language", "fr", **ALICE)
    assert "J’ai une question" in chosen.out
    assert "Note: The letter is in French, as you said." in chosen.out
    (row,) = bills(*QUESTION, "--language", "fr", "--json", **ALICE).rows
    assert row["language"] == "fr"
    assert "is not clear" in bills(*QUESTION, **ALICE).out
    assert bills(*QUESTION, "--language", "de", **ALICE).code == 2
    for words in (("--language", "fr"), ("--name", "Alice")):
        said = bills("ask", "2", *words)
        assert (said.code, "Say with --about which letter" in said.err) == (2, True)
    again = bills("ask", "2", "--again")
    assert (again.code, "goes with --send" in again.err) == (2, True)
