"""`facteur list`: the folder is where the mail lies, and no subject breaks the table."""

from pathlib import Path

import pytest

from models.verdict import Kind
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.doors.test_import import filled
from tests.doors.test_own_day import connected
from tests.dovecot import Dovecot
from tests.flow.paid_bills import Asked, Line, csv_file

WATER = Path(__file__).parents[2] / "samples" / "demo" / "02-eau-facture.eml"
HOSTILE = (
    b"From: Charlie <charlie@example.net>\r\nTo: alice@example.org\r\n"
    b"Subject: Invoice \\[/] :100: \x1b[31mred\r\nMessage-ID: <hostile@example.net>\r\n"
    b"Date: Mon, 02 Nov 2026 09:00:00 +0100\r\n\r\nPlease pay 12.00 EUR by 30 November 2026.\r\n"
)


def water() -> bytes:
    return WATER.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def test_a_bill_that_was_not_filed_has_no_folder(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(water(), user=user)
    connected(facteur, dovecot, user, "--no-filing")
    assert facteur("sync").code == 0
    said = facteur("list")
    assert "197.57 EUR" in said.out
    assert "Factures/" not in said.out
    assert facteur("list", "--json").rows[0]["folder"] == "Factures/Eau"


def test_the_folder_is_shown_while_the_mail_is_filed(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(water(), user=user)
    connected(facteur, dovecot, user)
    assert facteur("sync").code == 0
    assert "Factures/Eau" in facteur("list").out
    assert facteur("undo").code == 0
    assert "Factures/" not in facteur("list").out


def test_no_subject_breaks_or_colours_the_table(
    facteur: Facteur, dovecot: Dovecot, user: str
) -> None:
    dovecot.deliver(HOSTILE, user=user)
    connected(facteur, dovecot, user)
    for words in (("sync", "--dry-run"), ("sync",), ("list", "--mail"), ("list",)):
        said = facteur(*words)
        assert said.code == 0, said.err
        assert "\x1b" not in said.out + said.err
        assert "💯" not in said.out
    assert "Invoice \\[/] :100:" in facteur("list", "--mail").out


def test_a_bill_to_review_names_what_is_not_sure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(
        tmp_path / "home",
        Asked(),
        Asked("31.50", "F-2", sure=0.4),
        Asked(number="F-3", kind=Kind.OTHER),
    )
    facteur = inside(tmp_path / "home", monkeypatch, capsys)
    rows = facteur("list", "--json").rows
    assert [row["to_review"] for row in rows] == [[], ["amount"], []]
    assert facteur("show", "2", "--json").rows[0]["to_review"] == ["amount"]
    assert facteur("list").out.count("to review (not sure: amount)") == 1
    narrow = facteur("list", COLUMNS="80").out
    assert ("to review (not sure: amount)" in narrow, max(map(len, narrow.splitlines())) <= 80) == (
        True, True,
    )  # fmt: skip
    assert "à vérifier (pas sûr : montant)" in facteur("list", "--lang", "fr").out.replace(
        "\xa0", " "
    )


def test_a_cent_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(tmp_path / "home", Asked())
    facteur = inside(tmp_path / "home", monkeypatch, capsys)
    bank = tmp_path / "bank.csv"
    bank.write_bytes(csv_file(Line("-84.19", "VIR ENERGIE FACTURE F-2031-77")))
    facteur("import", str(bank))
    facteur("import", "--confirm", "1", "--yes")
    assert facteur("list", "--json").rows[0]["seen"] == "84.19"
    assert "open (84.19 EUR seen, 0.01 EUR missing)" in facteur("list").out


@pytest.mark.parametrize("number", ["99999999999999999999", "-99999999999999999999"])
def test_a_number_that_no_column_holds_is_no_bill(facteur: Facteur, number: str) -> None:
    said = facteur("show", "--", number)
    assert said.code == 1
    assert said.err.startswith(f"Nothing has the number {number}")
