"""`facteur pay`, `paid`, `caps`, `secret`, `journal` as a person and a script call them."""

import hashlib
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pyotp
import pytest
import typer
import zxingcpp
from lxml import etree
from PIL import Image
from sqlalchemy.orm import Session

from models.database import home_url, open_engine
from models.verdict import Kind
from tests.doors.answering import Answering
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.flow.order_house import FRENCH, OTHER
from tests.models import rows

PAYER = {"FACTEUR_PAYER_NAME": "Alice Martin", "FACTEUR_PAYER_IBAN": OTHER}


@pytest.fixture
def home(sqlite_url: str, tmp_path: Path) -> Path:
    """Bill 1 to pay, bill 2 of another payee, bill 3 that is debited by itself."""
    engine = open_engine(sqlite_url)
    with Session(engine) as session, session.begin():
        box = rows.account(session).id
        for number, (name, kind) in enumerate(
            [
                ("Eaux du Vallon", Kind.TO_PAY),
                ("Syndic Alpha", Kind.TO_PAY),
                ("Énergie", Kind.TO_BE_DEBITED),
            ]
        ):
            session.add(
                rows.bill(
                    box, identity=str(number), biller=name, biller_key=name.lower(), iban=FRENCH,
                    number=f"F-{number}", amount_minor=84_20 + number, kind=kind,
                )
            )  # fmt: skip
    engine.dispose()
    return tmp_path / "home"


@pytest.fixture
def bills(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    return inside(home, monkeypatch, capsys)


def code(secret: object) -> str:
    return pyotp.TOTP(str(secret)).at(datetime.now(UTC))


def test_a_sheet_is_written_and_its_code_says_the_order(bills: Facteur, tmp_path: Path) -> None:
    said = bills("pay", "1", "--rail", "sepa-sheet", "--out", "sheet", "--yes", "--json")
    assert said.code == 0, said.err
    (row,) = said.rows
    assert (row["step"], row["amount"], row["iban"]) == ("handed_over", "84.20", FRENCH)
    names = [Path(str(name)).name for name in row["files"]]  # type: ignore[attr-defined]
    assert names == ["sheet.png", "sheet.svg", "sheet.txt"]
    with Image.open(tmp_path / "sheet" / "sheet.png") as picture:
        (read,) = zxingcpp.read_barcodes(picture)
    lines = read.text.split("\n")
    assert (lines[5], lines[6], lines[7]) == ("Eaux du Vallon", FRENCH, "EUR84.20")
    again = bills("pay", "1", "--rail", "sepa-sheet", "--out", "sheet", "--yes")
    assert again.code == 1
    assert "pay it there, once" in again.err
    made = bills("pay", "1", "--again", "--out", "twin", "--json")
    assert made.rows[0]["order"] == row["order"]


def test_the_command_itself_writes_a_sheet(home: Path, facteur: Facteur, tmp_path: Path) -> None:
    said = facteur("pay", "1", "--rail", "sepa-sheet", "--out", "sheet", "--yes")
    assert said.code == 0, said.err
    assert (tmp_path / "sheet" / "sheet.txt").read_text().startswith("Payee: Eaux du Vallon")


def test_without_a_way_the_order_is_only_shown(bills: Facteur) -> None:
    said = bills("pay", "1")
    assert said.code == 0
    assert "Eaux du Vallon" in said.out
    assert "This is the first payment to Eaux du Vallon." in said.out
    assert "Nothing was prepared" in said.out
    assert bills("journal", "verify", "--json").rows == [{"ok": True, "lines": 0, "last": ""}]
    assert bills("journal").out == "The journal is empty: nothing was done yet.\n"
    assert bills("journal", "list").out == bills("journal").out


def test_a_file_of_transfers_needs_your_own_account(bills: Facteur, tmp_path: Path) -> None:
    words = (
        "pay",
        "1",
        "--rail",
        "sepa-file",
        "--out",
        "my.xml",
        "--yes",
        "--on",
        "2026-12-01",
        "--json",
    )
    refused = bills(*words)
    assert refused.code == 1
    assert "your own account and name are not set" in refused.err
    assert "facteur.toml" in refused.err
    assert all(name in refused.err for name in PAYER)
    said = bills(*words, **PAYER)
    assert said.code == 0, said.err
    tree = etree.parse(tmp_path / "my.xml")
    assert tree.xpath("string(//*[local-name()='EndToEndId'])") == said.rows[0]["order"]
    assert tree.xpath("normalize-space(//*[local-name()='ReqdExctnDt'])") == "2026-12-01"


def test_where_nobody_can_be_asked_a_question_names_the_option(bills: Facteur) -> None:
    said = bills("pay", "1", "--rail", "by-hand")
    assert said.code == 2
    assert "--yes answers it" in said.err


def test_a_bill_that_is_debited_by_itself_is_not_paid(bills: Facteur) -> None:
    said = bills("pay", "3", "--rail", "sepa-sheet", "--out", "d", "--yes", "--json")
    assert said.code == 1
    assert "debited by itself" in said.err
    assert {"debited_by_itself"} <= {flag["rule"] for flag in said.rows[0]["flags"]}  # type: ignore[attr-defined]
    watched = bills("pay", "3", "--rail", "direct-debit", "--yes", "--lang", "fr")
    assert watched.code == 0, watched.err


def test_the_secret_code_is_set_up_and_asked_for(bills: Facteur) -> None:
    made = bills("secret", "--json").rows[0]
    first = bills("secret", "--code", code(made["secret"]), "--json")
    recovery = first.rows[0]["recovery_codes"]
    assert isinstance(recovery, list)
    assert len(recovery) == 10
    words = ("pay", "1", "--rail", "by-hand", "--yes", "--json")
    needed = bills(*words)
    assert needed.code == 1
    assert "Your secret code is needed." in needed.err
    wrong = bills(*words, "--code", "abc")
    assert "is not right" in wrong.err
    assert bills(*words, "--code", str(recovery[0])).code == 0
    assert bills("secret").out.startswith("Your secret code is set up.")
    assert bills("secret", "--change").code == 1


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("cli.order_asked", ("pay", "1", "--rail", "by-hand")),
        ("cli.caps", ("caps", "--transfer", "none")),
        ("cli.secret", ("secret", "--change", "--json")),
    ],
)
def test_a_code_is_of_the_moment_it_is_typed_not_of_the_commands_start(
    bills: Facteur, monkeypatch: pytest.MonkeyPatch, module: str, words: tuple[str, ...]
) -> None:
    bills("caps", "--transfer", "500")
    made = bills("secret", "--json").rows[0]["secret"]
    bills("secret", "--code", code(made))
    late = timedelta()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + late

    def slowly(question: str, **_how: object) -> str:
        nonlocal late
        if "Secret code" not in question:
            return "yes"
        late = timedelta(minutes=5)
        return pyotp.TOTP(str(made)).at(Clock.now(UTC))

    Answering(monkeypatch, {})
    monkeypatch.setattr(typer, "prompt", slowly)
    monkeypatch.setattr(f"{module}.datetime", Clock)
    said = bills(*words)
    assert (said.code, late) == (0, timedelta(minutes=5)), said.err


def test_a_payment_that_cannot_be_is_refused_before_anything_is_asked(
    bills: Facteur, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all.xml").write_text("somebody else's")
    (tmp_path / "sheet").mkdir()
    (tmp_path / "sheet" / "sheet.txt").write_text("somebody else's")
    person = Answering(monkeypatch, {"?": "yes", "Secret code": "no code"})
    for way, place in (("sepa-sheet", "sheet"), ("sepa-file", "all.xml")):
        said = bills("pay", "1", "--rail", way, "--out", place, **PAYER)
        assert "is there already" in said.err
        assert (said.code, person.asked) == (1, [])
    bills("secret", "--code", code(bills("secret", "--json").rows[0]["secret"]))
    by_hand = ("pay", "1", "--rail", "by-hand")
    for _ in range(5):
        assert bills(*by_hand).code == 1
    assert person.asked[-1] == "Secret code"
    person.asked.clear()
    assert "15 minutes" in bills(*by_hand).err
    assert person.asked == []


def test_caps_are_set_shown_and_raised_with_the_code_only(bills: Facteur) -> None:
    assert bills("caps", "--transfer", "50", "--month", "1500").code == 0
    stopped = bills("pay", "1", "--rail", "by-hand", "--yes")
    assert stopped.code == 1
    assert "The cap for one payment is 50.00 EUR." in stopped.err
    raised = bills("caps", "--transfer", "none")
    assert raised.code == 1
    row = bills("caps", "--json").rows[0]
    assert (row["transfer"], row["month"]) == ("50.00 EUR", "1500.00 EUR")
    assert "50,00 EUR" in bills("caps", "--lang", "fr").out
    assert bills("caps", "--transfer", "much").code == 2


def test_a_cap_never_becomes_the_same_figure_in_another_currency(bills: Facteur) -> None:
    assert bills("caps", "--transfer", "500", "--month", "1500", "--currency", "CHF").code == 0
    mixed = bills("caps", "--transfer", "40000", "--currency", "JPY", "--code", "123456")
    assert (mixed.code, "The other cap stays at 1500.00 CHF" in mixed.err) == (1, True)
    assert bills("caps", "--month", "900", "--json").rows[0]["month"] == "900.00 CHF"
    alone = bills("caps", "--currency", "EUR")
    assert (alone.code, "--transfer, --month or both" in alone.err) == (2, True)


def test_sent_is_said_and_a_proof_is_kept(bills: Facteur, tmp_path: Path) -> None:
    (tmp_path / "receipt.txt").write_bytes(b"receipt")
    said = bills("paid", "2", "--proof", "receipt.txt", "--json")
    assert said.code == 0, said.err
    row = said.rows[0]
    assert (row["state"], row["rail"]) == ("handed_over", "by-hand")
    assert row["proof"] == hashlib.sha256(b"receipt").hexdigest()
    assert bills("paid", "2", "--proof", "nothing.txt").code == 1
    listed = bills("list", "--state", "handed_over", "--json").rows
    assert [bill["id"] for bill in listed] == [2]
    assert bills("pay", "2", "--withdraw", "--yes").code == 0
    assert [bill["id"] for bill in bills("list", "--state", "open", "--json").rows] == [1, 2, 3]


def test_an_order_is_taken_back(bills: Facteur) -> None:
    bills("pay", "1", "--rail", "by-hand", "--yes")
    said = bills("pay", "1", "--withdraw", "--yes", "--json")
    assert said.rows == [{"bill": 1, "step": "refused", "given_back": None}]
    assert bills("pay", "1", "--withdraw", "--yes").code == 1


def test_which_order_is_taken_back_is_told_before_it_is_asked_about(
    bills: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Answering(monkeypatch, {"Take the order over": ["yes", "no"]})
    assert "No order of bill 1 is out" in bills("pay", "1", "--withdraw").err
    assert person.asked == []
    for part in ("40", "44.20"):
        assert bills("pay", "1", "--part", part, "--rail", "by-hand", "--yes").code == 0
    said = bills("pay", "1", "--withdraw")
    assert "Orders of bill 1 that stay out beside it: 1." in said.out
    last = bills("pay", "1", "--withdraw")
    assert (last.code, "beside it" in last.out) == (1, False)
    assert [words.partition(" back")[0] for words in person.asked] == [
        "Take the order over 44.20 EUR", "Take the order over 40.00 EUR",
    ]  # fmt: skip
    done = bills("pay", "1", "--withdraw", "--yes", "--json").rows
    assert done == [{"bill": 1, "step": "refused", "given_back": None}]


def test_a_changed_line_of_the_journal_is_found(bills: Facteur, tmp_path: Path) -> None:
    bills("paid", "1")
    state = bills("journal", "verify", "--json").rows[0]
    assert state["lines"] == 2
    assert [line["what"] for line in bills("journal", "list", "--json").rows] == [
        "order_drawn_up", "order_sent",
    ]  # fmt: skip
    engine = open_engine(home_url(tmp_path / "home"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_keeps_lines")
        connection.exec_driver_sql("UPDATE journal SET who = 'mallory' WHERE id = 1")
    engine.dispose()
    broken = bills("journal", "verify")
    assert broken.code == 1
    assert "line 1" in broken.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pay", "1", "--rail", "pigeon"), "no way of paying called pigeon"),
        (("pay", "1", "--rail", "sepa-sheet"), "--out"),
        (("pay", "1", "--on", "tomorrow"), "is no date"),
        (("pay", "1", "--part", "1,234"), "no clear amount"),
        (("caps", "--month", "-5"), "zero or more"),
        (("journal", "burn"), "burn"),
    ],
)
def test_what_cannot_be_is_one_sentence(bills: Facteur, words: tuple[str, ...], told: str) -> None:
    said = bills(*words)
    assert said.code == 2
    assert told in said.err


def test_a_bill_that_is_not_there_is_a_problem(bills: Facteur) -> None:
    for words in (("pay", "99"), ("paid", "99"), ("pay", "99", "--withdraw", "--yes")):
        assert bills(*words).code == 1
