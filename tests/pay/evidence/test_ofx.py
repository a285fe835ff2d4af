"""OFX: tags without ends, several accounts, commas, days of zeros, French accounts."""

import pytest

from models.errors.reading import XmlForbidden
from models.errors.statements import StatementDamaged, StatementUnknown
from models.statement import Statement
from pay.evidence.columns import Question
from pay.evidence.ofx_account import account_of_ofx
from pay.evidence.read import read_statements
from pay.evidence.reader import Source
from tests.pay.evidence.shapes import OFX_1, OFX_2, OWN


def read(text: str) -> tuple[Statement, ...]:
    answer = read_statements(Source(text.encode("cp1252")))
    assert not isinstance(answer, Question)
    return answer


def test_two_accounts_of_one_file_stay_apart() -> None:
    one = OFX_1[OFX_1.index("<STMTTRNRS>") : OFX_1.index("</BANKMSGSRSV1>")]
    two = OFX_1.replace(one, one + one.replace("12345678901", "98765432109"))
    first, second = read(two)
    assert first.account == OWN
    assert second.account != OWN
    assert [len(first.entries), len(second.entries)] == [3, 3]
    assert {e.key for e in first.entries}.isdisjoint(e.key for e in second.entries)


def test_a_french_account_is_the_same_in_every_format() -> None:
    parts = {"BANKID": "30006", "BRANCHID": "00001", "ACCTID": "12345678901"}
    values = {f"BANKACCTFROM.{name}": value for name, value in parts.items()}
    assert account_of_ofx(values) == OWN
    assert account_of_ofx({**values, "BANKACCTFROM.ACCTKEY": "89"}) == OWN
    assert account_of_ofx({**values, "BANKACCTFROM.ACCTKEY": "88"}) == "12345678901"


def test_the_closing_balance_is_the_ledgers_not_what_is_available() -> None:
    (told,) = read(OFX_1)
    assert told.closing is not None
    assert str(told.closing.amount) == "2365.80"
    assert told.adds_up is None


def test_a_day_of_zeros_takes_the_day_of_the_order() -> None:
    (told,) = read(OFX_1.replace("<DTPOSTED>20260105", "<DTPOSTED>00000000<DTUSER>20260104"))
    assert told.entries[0].booked_on.isoformat() == "2026-01-04"


def test_ids_that_start_again_are_not_one_movement() -> None:
    (told,) = read(OFX_1.replace("B-0002", "B-0001").replace("B-0003", "B-0001"))
    assert len({entry.key for entry in told.entries}) == 3


def test_entities_of_html_are_text_and_definitions_are_refused() -> None:
    (told,) = read(OFX_2.replace("Énergie", "&#201;nergie").replace("É", ""))
    assert told.entries[0].counterparty == "Énergie du Vallon"
    assert told.entries[0].text.endswith("F-2031 & fils")
    with pytest.raises(XmlForbidden):
        read(OFX_2.replace("<OFX>", '<!DOCTYPE x [<!ENTITY a "b">]><OFX>'))


def test_a_cut_file_is_damaged() -> None:
    with pytest.raises(StatementDamaged):
        read(OFX_1[: len(OFX_1) // 2])


def test_a_file_of_another_kind_of_account_is_told() -> None:
    with pytest.raises(StatementUnknown):
        read("OFXHEADER:100\n<OFX><INVSTMTMSGSRSV1></INVSTMTMSGSRSV1></OFX>")


@pytest.mark.parametrize("bad", ["-84,2O", "=84", "", "1,2,3.4"])
def test_an_amount_that_is_none_refuses_the_whole_file(bad: str) -> None:
    with pytest.raises(StatementDamaged):
        read(OFX_1.replace("-84,20", bad))
