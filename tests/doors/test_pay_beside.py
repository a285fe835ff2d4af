"""`facteur pay` with credit notes and instalments, and where papers may be written, as a person calls it."""

import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from models.verdict import Kind
from tests.doors.conftest import Facteur
from tests.doors.inside import inside
from tests.flow.order_house import FRENCH, OTHER, wiring_on
from tests.flow.paid_bills import Asked, arrive

DUE = datetime.now(UTC).date() + timedelta(days=20)


def asked(amount: str, number: str, due: date | None = DUE, **more: object) -> Asked:
    return Asked(amount, number, due, **({"iban": FRENCH} | more))  # type: ignore[arg-type]


@pytest.fixture
def bills(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Facteur:
    """Bill 1 of 84.20, credit notes 2 and 3 of its payee over 12.30 and 184.20, bill 4 of another payee,
    bill 5 that is debited."""
    wiring = wiring_on(sqlite_url, tmp_path / "home")
    note = Kind.CREDIT_NOTE
    for one in (
        asked("84.20", "F-2031-77"),
        asked("12.30", "A-0099", None, kind=note),
        asked("184.20", "A-0100", None, kind=note),
        asked("60.00", "F-2031-80", biller="Syndic Alpha", iban=OTHER),
        asked("42.00", "F-2031-81", biller="Télécom Beta", kind=Kind.TO_BE_DEBITED),
    ):
        arrive(wiring, one)
    wiring.engine.dispose()
    return inside(tmp_path / "home", monkeypatch, capsys)


def states(bills: Facteur) -> dict[object, tuple[object, object]]:
    return {row["id"]: (row["state"], row["set_off"]) for row in bills("list", "--json").rows}


def test_a_credit_note_is_told_set_off_and_given_back(bills: Facteur) -> None:
    assert (
        "There is a credit of 12.30 EUR of this biller: --credit 2 sets it off."
        in bills("pay", "1").out
    )
    paid = bills("pay", "1", "--credit", "2", "--rail", "by-hand", "--yes", "--json")
    assert paid.code == 0, paid.err
    assert paid.rows[0]["amount"] == "71.90"
    assert paid.rows[0]["set_off"] == [{"credit": 2, "amount": "12.30"}]
    assert states(bills)[2] == ("closed", "12.30")
    assert "Set off: 12.30 EUR of credit note 2" in bills("show", "1").out
    back = bills("pay", "1", "--withdraw", "--yes", "--json")
    assert back.rows == [{"bill": 1, "step": "refused", "given_back": "12.30"}]
    assert states(bills)[2] == ("open", None)


def test_a_bill_that_credit_pays_whole_is_set_off_without_a_way_of_paying(bills: Facteur) -> None:
    waits = bills("pay", "1", "--credit", "3")
    assert waits.code == 2
    assert "Close the bill without a payment?" in waits.err
    done = bills("pay", "1", "--credit", "3", "--yes", "--json")
    assert done.rows == [
        {"bill": 1, "credit": 3, "set_off": "84.20", "currency": "EUR", "left": "0.00",
         "rest": "100.00"}
    ]  # fmt: skip
    assert "set off" in bills("list", "--state", "closed").out
    assert bills("pay", "4", "--credit", "3", "--yes").code == 1


def test_a_split_says_which_credit_note_makes_it_smaller_than_the_bill(bills: Facteur) -> None:
    bills("household", "new", "Flat", "--me", "Alice")
    bills("household", "add", "Bob")
    whole = bills("split", "1", "--equal", "--json").rows[0]
    assert (whole["amount"], whole["asked"], whole["set_offs"]) == ("84.20", "84.20", [])
    assert "set off" not in bills("split", "1").out
    bills("pay", "1", "--credit", "2", "--rail", "by-hand", "--yes")
    told = bills("split", "1", "--json").rows[0]
    assert (told["amount"], told["asked"]) == ("71.90", "84.20")
    assert told["set_offs"] == [{"credit": 2, "bill": 1, "amount": "12.30", "currency": "EUR"}]
    said = bills("split", "1").out
    assert "It is of 84.20 EUR; what is set off is not shared:" in said
    assert "Set off: 12.30 EUR of credit note 2" in said


def test_a_person_at_a_terminal_is_asked_about_the_credit(
    bills: Facteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("cli.pay_credit", "cli.questions"):
        monkeypatch.setattr(f"{module}.asks", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("y\ny\ny\n"))
    said = bills("pay", "1", "--rail", "by-hand")
    assert said.code == 0, said.err
    assert "There is a credit of 12.30 EUR of this biller (credit note 2). Set it off?" in said.err
    assert "Amount: 71.90 EUR" in said.out
    assert said.err.count("?") == 3


def test_a_plan_is_shown_kept_and_paid_one_by_one(bills: Facteur) -> None:
    day = (datetime.now(UTC).date() + timedelta(days=2)).isoformat()
    shown = bills("pay", "1", "--instalments", "3", "--on", day)
    assert shown.code == 2
    assert "28.07 EUR" in shown.out
    kept = bills("pay", "1", "--instalments", "3", "--on", day, "--yes", "--json").rows[0]
    assert [one["amount"] for one in kept["instalments"]] == ["28.07", "28.07", "28.06"]  # type: ignore[attr-defined]
    paid = bills("pay", "1", "--instalment", "2", "--rail", "by-hand", "--yes", "--json").rows[0]
    assert (paid["amount"], paid["instalment"]) == ("28.07", 2)
    stages = [one["stage"] for one in bills("show", "1", "--json").rows[0]["instalments"]]  # type: ignore[attr-defined]
    assert stages == ["open", "handed_over", "open"]
    assert bills("pay", "1", "--instalment", "9").code == 1


def test_an_instalment_that_credit_pays_whole_is_said_to_be_covered_and_not_paid(
    bills: Facteur,
) -> None:
    bills("pay", "1", "--instalments", "9", "--yes")
    bills("pay", "1", "--instalment", "1", "--credit", "2", "--rail", "by-hand", "--yes")
    rows = bills("show", "1", "--json").rows[0]["instalments"]
    assert [(one["stage"], one["amount"]) for one in rows[-2:]] == [  # type: ignore[index]
        ("open", "6.40"), ("set_off", "0.00"),
    ]  # fmt: skip
    (line,) = (line for line in bills("show", "1").out.splitlines() if "covered by credit" in line)
    assert "paid" not in line
    said = bills("pay", "1", "--instalment", "9")
    assert (said.code, "credit covers instalment 9" in said.err) == (1, True)


def test_papers_are_written_over_nothing_but_their_own(bills: Facteur, tmp_path: Path) -> None:
    words = ("--rail", "sepa-sheet", "--yes", "--out")
    assert bills("pay", "1", *words, "sheet").code == 0
    before = (tmp_path / "sheet" / "sheet.txt").read_bytes()
    for _ in range(2):
        other = bills("pay", "4", *words, "sheet")
        assert other.code == 1
        assert "is there already" in other.err
        assert (tmp_path / "sheet" / "sheet.txt").read_bytes() == before
    assert bills("pay", "4", *words, "other").code == 0
    assert bills("pay", "1", "--again", "--out", "sheet").code == 0


def test_the_same_name_in_another_folder_is_another_place(
    bills: Facteur, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bills("pay", "1", "--rail", "sepa-sheet", "--yes", "--out", "sheet").code == 0
    mine = tmp_path / "elsewhere" / "sheet" / "sheet.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("my own notes")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert bills("pay", "1", "--again", "--out", "sheet").code == 1
    assert mine.read_text() == "my own notes"


def test_an_order_is_made_again_the_way_it_was_made_only(bills: Facteur) -> None:
    assert bills("pay", "1", "--rail", "by-hand", "--yes").code == 0
    other = bills("pay", "1", "--again", "--rail", "sepa-sheet", "--out", "sheet")
    assert other.code == 2
    assert "handed over one way (by hand)" in other.err
    assert bills("pay", "1", "--again", "--rail", "by-hand").code == 0


def test_what_is_not_out_cannot_be_taken_back(bills: Facteur) -> None:
    assert bills("pay", "1", "--rail", "by-hand", "--yes").code == 0
    assert "is taken back" in bills("pay", "1", "--withdraw", "--yes").out
    for words in (("--withdraw", "--yes"), ("--again",)):
        said = bills("pay", "1", *words)
        assert (said.code, "No order of bill 1 is out" in said.err) == (1, True)


@pytest.mark.parametrize("words", [(), ("--instalments", "36")])
def test_a_day_no_bank_plans_for_is_one_sentence(bills: Facteur, words: tuple[str, ...]) -> None:
    said = bills("pay", "1", "--on", "9999-12-31", *words)
    assert said.code == 1
    assert "more than ten years ahead" in said.err


def test_no_code_is_promised_for_a_bill_without_an_account(
    bills: Facteur, sqlite_url: str, tmp_path: Path
) -> None:
    assert "--rail sepa-sheet" in bills("pay", "1").out
    wiring = wiring_on(sqlite_url, tmp_path / "home")
    arrive(wiring, asked("9.00", "F-2031-90", biller="Mairie Gamma", iban=""))
    wiring.engine.dispose()
    said = bills("pay", "6")
    assert "--rail by-hand" in said.out
    assert "--rail sepa-sheet" not in said.out


def test_the_end_of_a_plan_is_told(bills: Facteur) -> None:
    assert bills("pay", "1", "--instalments", "2", "--yes").code == 0
    assert "The plan is over" in bills("pay", "1", "--instalments", "1", "--yes").out


def test_french_amounts_have_a_comma(bills: Facteur) -> None:
    assert "84,20 EUR" in bills("paid", "1", "--lang", "fr").out


def test_what_is_debited_says_that_there_is_nothing_to_do(bills: Facteur) -> None:
    said = bills("pay", "5")
    assert "Nothing to do: this bill is debited by itself" in said.out
    assert "Question" not in said.out


def test_a_raised_cap_says_how_a_code_is_set_up(bills: Facteur) -> None:
    assert bills("caps", "--transfer", "50").code == 0
    said = bills("caps", "--transfer", "none", "--code", "123456")
    assert said.code == 1
    assert "run `facteur secret` first" in said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--part", "5", "--instalment", "2"), "do not go together"),
        (("--credit", "2", "--instalments", "2"), "do not go together"),
        (("--part", "0"), "more than zero"),
        (("--rail", "sepa-sheet", "--out", "a-file"), "is a file"),
        (("--rail", "sepa-file", "--out", "a-folder"), "is a folder"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    bills: Facteur, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "a-file").touch()
    (tmp_path / "a-folder").mkdir()
    said = bills("pay", "1", *words)
    assert said.code == 2
    assert told in said.err
