"""`facteur teach` and `facteur fix`: one's own bill as a test and as a lesson, as a person types it."""

import json
import stat
from pathlib import Path

import pikepdf
import pytest

from extract.ranker.sureness import SURE
from tests.doors.conftest import Facteur
from tests.flow.taught_bills import FIRST, NEXT

TOLD = ("--amount", "84.20", "--due", "2026-12-12")


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "bill.pdf"
    path.write_bytes(FIRST.pdf())
    return path


@pytest.fixture
def later(tmp_path: Path) -> Path:
    path = tmp_path / "later.pdf"
    path.write_bytes(NEXT.pdf())
    return path


def wanted(bill: Path) -> dict[str, object]:
    found = json.loads(bill.with_name(bill.name + ".expected.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_what_is_told_stands_beside_the_bill_and_what_is_in_doubt_is_left_out(
    facteur: Facteur, bill: Path
) -> None:
    said = facteur("teach", str(bill), *TOLD)
    assert said.code == 0
    assert "to check" in said.out
    assert "Nothing left this machine" in said.out
    expected = wanted(bill)
    assert (expected["amount"], expected["due_date"]) == ("84.20", "2026-12-12")
    assert expected["file"] == bill.name
    read = facteur("read", str(bill), "--json").rows[0]
    sure = {name: share >= SURE for name, share in read["confidence"].items()}  # type: ignore[attr-defined]
    assert not sure["issue_date"]
    assert {name: name in expected for name in ("kind", "biller", "issue_date", "iban")} == {
        name: sure[name] for name in ("kind", "biller", "issue_date", "iban")
    }
    left = said.out.partition("Left out, because in doubt: ")[2].partition(".")[0].split(", ")
    assert "Issued" in left
    assert ("Kind" in left) is not sure["kind"]
    assert stat.S_IMODE(bill.with_name("bill.pdf.expected.json").stat().st_mode) == 0o600


def test_yes_takes_all_that_was_read_and_none_is_an_answer(facteur: Facteur, bill: Path) -> None:
    assert facteur("teach", str(bill), "--amount", "84.20", "--due", "none", "--yes").code == 0
    expected = wanted(bill)
    assert expected["kind"] == "to_pay"
    assert expected["due_date"] is None


def test_without_a_data_folder_none_is_made_and_the_check_shows_what_is_wrong(
    facteur: Facteur, bill: Path, tmp_path: Path
) -> None:
    said = facteur("teach", str(bill), *TOLD, "--out", str(tmp_path / "kept"))
    assert "facteur init" in said.out
    assert not (tmp_path / "home").exists()
    assert not bill.with_name("bill.pdf.expected.json").exists()
    assert (tmp_path / "kept" / "bill.pdf").read_bytes() == bill.read_bytes()
    checked = facteur("teach", "--check", str(tmp_path / "kept"), "--json")
    assert checked.code == 1
    wrong = {str(row["field"]): row["read"] for row in checked.rows if not row["right"]}
    assert wrong == {"amount": "310.00", "due_date": None}


def test_a_bill_that_was_taught_makes_it_and_the_next_one_right(
    facteur: Facteur, bill: Path, later: Path, tmp_path: Path
) -> None:
    assert facteur("init").code == 0
    kept = str(tmp_path / "kept")
    said = facteur("teach", str(bill), *TOLD, "--yes", "--out", kept, "--json")
    assert said.code == 0
    assert {"amount", "due_on"} <= set(said.rows[0]["learned"])  # type: ignore[call-overload]
    assert facteur("teach", str(later), "--out", kept, "--json").code == 0
    expected = wanted(tmp_path / "kept" / "later.pdf")
    assert (expected["amount"], expected["due_date"]) == ("91.75", "2027-01-13")
    checked = facteur("teach", "--check", kept)
    assert checked.code == 0
    assert "fields are right, in 2 bills" in checked.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((), 2, "Say which bill"),
        (("nowhere.pdf",), 1, "nowhere.pdf cannot be read"),
        (("bill.pdf", "--due", "12/12"), 2, "is no date"),
        (("bill.pdf", "--amount", "1,234"), 2, "is no clear amount"),
        (("bill.pdf", "--iban", "FR7630006000011234567890180"), 2, "is no valid IBAN"),
        (("bill.pdf", "--currency", "EURO"), 2, "is no currency"),
        (("broken.pdf",), 1, "broken.pdf cannot be taught"),
        (("--check", "nowhere"), 1, "nowhere"),
        (("bill.pdf", "--out", "broken.pdf"), 1, "cannot be written"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(  # noqa: PLR0917
    facteur: Facteur, bill: Path, tmp_path: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing behind")
    said = facteur("teach", *words)
    assert said.code == code
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert not list(tmp_path.glob("*.expected.json"))


def test_another_file_of_the_same_name_is_never_overwritten(
    facteur: Facteur, bill: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "bill.pdf").write_bytes(b"another")
    assert facteur("teach", str(bill), *TOLD, "--out", str(kept)).code == 1
    assert (kept / "bill.pdf").read_bytes() == b"another"


def test_an_expected_answer_that_is_broken_is_named(facteur: Facteur, tmp_path: Path) -> None:
    (tmp_path / "a.pdf.expected.json").write_text("[", encoding="utf-8")
    said = facteur("teach", "--check", str(tmp_path))
    assert said.code == 1
    assert said.err


def test_a_password_opens_an_encrypted_bill_and_is_told_nowhere(
    facteur: Facteur, bill: Path, tmp_path: Path
) -> None:
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(bill) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(user="sesame", owner="owner"))
    words = ("read", str(locked), "--json")
    assert str(facteur(*words).rows[0]["error"]).startswith("encrypted")
    assert facteur("init").code == 0
    for verb in ("read", "scan", "teach"):
        refused = facteur(verb, str(locked))
        assert refused.code == 1
        assert "--password-stdin" in (refused.err if verb == "teach" else refused.out)
    opened_row = facteur(*words, "--password-stdin", stdin="sesame\n").rows[0]
    assert (opened_row["error"], opened_row["biller"]) == (None, FIRST.name)
    wrong = facteur(*words, "--password-stdin", stdin="open\n")
    assert str(wrong.rows[0]["error"]).startswith("password_wrong")
    assert "open\n" not in wrong.out
    assert facteur(*words, "--password-stdin", stdin="").code == 2
    assert facteur("read", "-", "--password-stdin", stdin="sesame\n").code == 2
    taught = facteur("teach", str(locked), *TOLD, "--password-stdin", stdin="sesame\n")
    assert taught.code == 0
    logs = [path for path in tmp_path.rglob("*.log") if b"sesame" in path.read_bytes()]
    assert logs == []
