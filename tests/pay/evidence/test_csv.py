"""CSV: layouts that are known, asked, answered and known again; rows that do not fit."""

from dataclasses import replace

import pytest

from models.errors.statements import ColumnsUnfit, StatementTooLong, StatementUnknown
from models.statement import Statement
from pay.evidence.columns import MAPPING, Mapping, Question, Role, role_and_currency
from pay.evidence.read import read_statements
from pay.evidence.reader import MOST_ENTRIES, Source
from tests.pay.evidence.csv_shapes import CREDIT_MUTUEL, LAYOUTS, REVOLUT

STRANGE = """Kod;Gebeurd;Waarvoor;Hoeveel
A;05/01/2026;Huur januari;-650,00
B;17/01/2026;Loon;2.100,00
"""
HEADLESS = "05/01/2026;LOYER;-650,00\n17/01/2026;SALAIRE;2100,00\n18/01/2026;CAFE;-3,10\n"


def asked(text: str) -> Question:
    answer = read_statements(Source(text.encode()))
    assert isinstance(answer, Question)
    return answer


def told(text: str | bytes, *mappings: Mapping, account: str = "") -> tuple[Statement, ...]:
    data = text.encode() if isinstance(text, str) else text
    answer = read_statements(Source(data, mappings, account))
    assert not isinstance(answer, Question)
    return answer


@pytest.mark.parametrize("text", [STRANGE, HEADLESS])
def test_an_unknown_layout_is_asked_with_examples_and_a_guess(text: str) -> None:
    question = asked(text)
    assert question.doubt == "columns"
    assert question.guess.is_enough
    assert Role.TEXT in question.guess.roles
    assert any("-650,00" in cells for cells in question.examples)


@pytest.mark.parametrize("text", [STRANGE, HEADLESS])
def test_an_answer_is_kept_as_json_and_known_next_month(text: str) -> None:
    answer = MAPPING.read(MAPPING.write(asked(text).guess))
    next_month = text.replace("/01/2026", "/02/2026")
    (statement,) = told(next_month, answer)
    assert {entry.amount.minor for entry in statement.entries} >= {-65000, 210000}
    assert {entry.booked_on.month for entry in statement.entries} == {2}


def test_an_answer_for_another_layout_is_not_used() -> None:
    other = replace(asked(STRANGE).guess, fingerprint="0")
    assert isinstance(read_statements(Source(STRANGE.encode(), (other,))), Question)


def test_flipped_amounts_are_turned() -> None:
    answer = replace(asked(STRANGE).guess, flipped=True)
    (statement,) = told(STRANGE, answer)
    assert statement.entries[0].amount.minor == 65000


def test_a_split_of_the_amounts_beside_them_is_left() -> None:
    text = "Date,Description,Amount,Money Out,Money In\n23/01/2026,Water,-30.00,-30.00,\n"
    assert [entry.amount.minor for entry in told(text)[0].entries] == [-3000]


def test_the_order_of_day_and_month_is_asked_where_it_is_open() -> None:
    american = "Date,Description,Amount\n01/05/2026,Rent,-650.00\n02/06/2026,Rent,-650.00\n"
    question = asked(american)
    assert question.doubt == "days"
    (statement,) = told(american, replace(question.guess, days="mdy"))
    assert [entry.booked_on.month for entry in statement.entries] == [1, 2]
    clear = american.replace("02/06", "02/16")
    assert [entry.booked_on.month for entry in told(clear)[0].entries] == [1, 2]


def test_two_columns_of_amounts_may_have_signs_or_not() -> None:
    text = CREDIT_MUTUEL.decode("cp1252")
    (signed,) = told(text)
    (plain,) = told(text.replace("-84,20", "84,20").replace("-650,00", "650,00"))
    assert [e.amount for e in signed.entries] == [e.amount for e in plain.entries]


def test_the_running_balance_tells_a_missing_row() -> None:
    rows = REVOLUT.decode().splitlines(keepends=True)
    assert told("".join(rows))[0].adds_up
    more = rows[-1].replace("2100.00", "10.00").replace("2365.80", "2375.80").replace("30 ", "31 ")
    whole = "".join([*rows, more, more.replace("2375.80", "2385.80")])
    assert told(whole)[0].adds_up
    assert told(whole.replace(rows[2], ""))[0].adds_up is False


def test_declined_and_pending_rows_are_no_evidence() -> None:
    (statement,) = told(REVOLUT)
    assert len(statement.entries) == 3
    assert statement.left == 2


def test_a_fee_is_an_entry_of_its_own() -> None:
    (statement,) = told(REVOLUT.replace(b"-84.20,0.00", b"-84.20,0.50"))
    assert [e.amount.minor for e in statement.entries][:2] == [-8420, -50]


def test_several_currencies_are_several_statements() -> None:
    text = REVOLUT.decode().replace("0.00,EUR,COMPLETED,265.80", "0.00,USD,COMPLETED,265.80")
    assert sorted(one.currency for one in told(text)) == ["EUR", "USD"]


def test_the_account_is_told_by_the_person_where_the_file_says_none() -> None:
    assert told(REVOLUT, account="FR1")[0].account == "FR1"
    assert told(LAYOUTS["sparkasse"], account="FR1")[0].account != "FR1"


def test_a_row_that_does_not_fit_refuses_the_whole_file_and_names_the_row() -> None:
    with pytest.raises(ColumnsUnfit) as caught:
        told(CREDIT_MUTUEL.decode("cp1252").replace("-650,00", "six cents"))
    assert caught.value.details["row"] == 3
    days = CREDIT_MUTUEL.decode("cp1252").replace("07/01/2026;07", "07/31/2026;07")
    with pytest.raises(ColumnsUnfit):
        told(days, asked(days).guess)


def test_formulas_are_no_amounts_and_stay_text() -> None:
    with pytest.raises(ColumnsUnfit):
        told(CREDIT_MUTUEL.decode("cp1252").replace("-650,00", "=-600-50,00"))
    (statement,) = told(
        CREDIT_MUTUEL.decode("cp1252").replace("VIR SEPA", "=cmd|' /C calc'!A0 VIR")
    )
    assert statement.entries[1].text.startswith("=cmd|")


def test_notes_and_totals_below_the_table_are_left_out() -> None:
    text = CREDIT_MUTUEL.decode("cp1252") + ";;;;;\nTotal;;-734,20;2100,00;;\nFin du relevé;;;;;\n"
    assert len(told(text)[0].entries) == 3


def test_too_many_rows_and_columns_are_refused() -> None:
    with pytest.raises(StatementTooLong):
        told("Date;Montant\n" + "05/01/2026;1,00\n" * (MOST_ENTRIES + 1))
    with pytest.raises(StatementTooLong):
        told("Date;Montant\n05/01/2026;1,00" + ";" * 200)


@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "bonjour, monde", '"' * 1000 + ",", ";" * 50])
def test_a_table_of_something_else_is_told(text: str) -> None:
    with pytest.raises(StatementUnknown):
        told(text)


@pytest.mark.parametrize(
    ("name", "role", "currency"),
    [
        ("Montant(EUROS)", Role.AMOUNT, "EUR"),
        ("Montant(FRANCS)", Role.IGNORED, ""),
        ("Montant operation en euro", Role.AMOUNT, "EUR"),
        ("Débit Euros", Role.DEBIT, "EUR"),
        ("Libellé", Role.TEXT, ""),
        ("Betrag (€)", Role.AMOUNT, "EUR"),
        ("Zahlungspflichtige*r", Role.PAYER, ""),
        ("Blood group", Role.IGNORED, ""),
    ],
)
def test_names_of_columns(name: str, role: Role, currency: str) -> None:
    assert role_and_currency(name) == (role, currency)
