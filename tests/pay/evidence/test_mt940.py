"""MT940: signs of reversals, months of 30 days, several statements, longer references."""

import time
from datetime import date

import pytest

from models.errors.statements import StatementDamaged, StatementTooLong
from models.statement import Statement
from pay.evidence.columns import Question
from pay.evidence.mt940_details import details_of
from pay.evidence.read import read_statements
from pay.evidence.reader import MOST_STATEMENTS, Source
from tests.pay.evidence.shapes import GERMAN, LANDLORD, OWN

HEAD = f":20:A\n:25:{OWN}\n:28C:1/1\n:60F:C260101EUR100,00\n"


def read(text: str) -> tuple[Statement, ...]:
    answer = read_statements(Source(text.encode()))
    assert not isinstance(answer, Question)
    return answer


def test_a_reversed_credit_leaves_the_account_and_a_reversed_debit_comes_back() -> None:
    text = (
        f"{HEAD}:61:260105RC10,00NTRFNONREF\n:61:260106RD30,00NDDTNONREF\n:62F:C260131EUR120,00\n"
    )
    (told,) = read(text)
    assert [entry.amount.minor for entry in told.entries] == [-1000, 3000]
    assert {entry.returned for entry in told.entries} == {"-"}
    assert told.adds_up


def test_a_value_date_of_30_february_is_the_last_of_the_month() -> None:
    (told,) = read(f"{HEAD}:61:2602300227D10,00NTRFNONREF\n:62F:C260228EUR90,00\n")
    assert told.entries[0].booked_on == date(2026, 2, 27)
    assert told.entries[0].value_on == date(2026, 2, 28)


def test_each_statement_of_a_file_has_its_own_account_and_balances() -> None:
    told = read(GERMAN + GERMAN.replace(OWN, LANDLORD))
    assert [one.account for one in told] == [OWN, LANDLORD]
    assert all(one.adds_up for one in told)


def test_the_same_statement_twice_in_a_file_counts_once() -> None:
    assert len(read(GERMAN + GERMAN)) == 1


def test_equal_entries_on_two_pages_of_a_day_are_two() -> None:
    page = ":61:260105D5,00NTRFNONREF\n:86:CAFE\n"
    first = f"{HEAD}{page}:62M:C260105EUR95,00\n"
    second = f":20:A\n:25:{OWN}\n:28C:1/2\n:60M:C260105EUR95,00\n{page}:62F:C260105EUR90,00\n"
    told = read(first + second)
    assert len({entry.key for one in told for entry in one.entries}) == 2


def test_a_line_that_cannot_be_read_refuses_the_whole_file() -> None:
    for bad in (":61:26AB05D10,00NTRFNONREF", ":61:260105D,NTRF", ":61:nothing"):
        with pytest.raises(StatementDamaged):
            read(f"{HEAD}:61:260105D10,00NTRFNONREF\n{bad}\n:62F:C260131EUR90,00\n")


def test_an_iban_in_the_longer_field_61_is_the_other_account() -> None:
    text = f"{HEAD}:61:260105D10,00NTRFNONREF\n{LANDLORD}\n:86:LOYER\n:62F:C260131EUR90,00\n"
    (told,) = read(text)
    assert told.entries[0].counterparty_iban is not None
    assert told.entries[0].counterparty_iban.text == LANDLORD


def test_the_currency_behind_the_account_is_not_part_of_it() -> None:
    (told,) = read(HEAD.replace(OWN, OWN + "EUR") + ":62F:C260131EUR100,00\n")
    assert told.account == OWN


def test_a_german_field_86_is_joined_over_its_wraps() -> None:
    told = details_of(
        "105?00LASTSCHRIFT?20EREF+AB\n-12?21MREF+M-1?22SVWZ+STROM 2026?23-01?32STADT?33WERKE"
    )
    assert (told.end_to_end, told.mandate, told.text) == (
        "AB-12",
        "M-1",
        "LASTSCHRIFT STROM 2026-01",
    )
    assert told.name == "STADTWERKE"


def test_a_german_return_is_one() -> None:
    assert details_of("109?00RUECKLASTSCHRIFT?20SVWZ+STROM?34912").returned == "912"


def test_a_dutch_field_86_may_name_nobody() -> None:
    told = details_of(
        "/TRTP/SEPA OVERBOEKING/IBAN/" + LANDLORD + "/NAME/SCI/REMI/HUUR/EREF/NOTPROVIDED"
    )
    assert (told.account, told.name, told.end_to_end) == (LANDLORD, "SCI", "")


@pytest.mark.parametrize("sign", ["?20", "/EREF/", "SVWZ+", "+", "/", "\n"])
def test_very_long_fields_take_no_time(sign: str) -> None:
    for text in (sign * 50_000, "105" + sign * 50_000, "/" + sign * 50_000):
        details_of(text)


def test_very_many_statements_are_refused() -> None:
    for many in (":20:A\n:25:B\n" * (MOST_STATEMENTS + 1), _accounts(MOST_STATEMENTS + 1)):
        with pytest.raises(StatementTooLong):
            read(many)


def _accounts(count: int) -> str:
    return "OFXHEADER:100\n<OFX>" + "<STMTRS></STMTRS>" * count + "</OFX>"


def test_a_text_made_of_half_ids_takes_no_time() -> None:
    began = time.process_time()
    for word in ("RF18 ", "FR76 ", "RUM ", "+++1/", "FR72ZZZ1 ", "12345 "):
        read(f"{HEAD}:61:260105D10,00NTRFNONREF\n:86:{word * 10_000}\n:62F:C260131EUR90,00\n")
    assert time.process_time() - began < 1
