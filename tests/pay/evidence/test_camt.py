"""camt: batches, reversals, pending entries, versions, and what must be refused."""

from datetime import date

import pytest

from models.errors.files import EmptyFile, TooDeep, TooLarge
from models.errors.reading import XmlForbidden
from models.errors.statements import StatementDamaged, StatementUnknown
from models.money import Money
from models.reading import Means
from models.statement import Statement
from models.xml_tree import MOST_TAGS
from pay.evidence.columns import Question
from pay.evidence.read import read_statements
from pay.evidence.reader import MOST_BYTES, Source
from tests.pay.evidence.shapes import OWN, camt

HEAD = """<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{way}</CdtDbtInd>{more}<Sts>{status}</Sts>
<BookgDt><Dt>2026-01-05</Dt></BookgDt><AcctSvcrRef>B-9</AcctSvcrRef>{details}</Ntry>"""


def one(data: bytes) -> Statement:
    answer = read_statements(Source(data))
    assert not isinstance(answer, Question)
    (statement,) = answer
    return statement


def entry(
    amount: str = "30.00",
    way: str = "DBIT",
    status: str = "BOOK",
    more: str = "",
    details: str = "",
) -> str:
    inner = f"<NtryDtls>{details}</NtryDtls>" if details else ""
    return HEAD.format(amount=amount, way=way, status=status, more=more, details=inner)


def detail(amount: str, end_to_end: str) -> str:
    return (
        f"<TxDtls><Refs><EndToEndId>{end_to_end}</EndToEndId></Refs><AmtDtls><TxAmt>"
        f'<Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls></TxDtls>'
    )


def test_a_batch_that_adds_up_is_as_many_entries() -> None:
    batch = entry("30.00", details=detail("10.00", "A-1") + detail("20.00", "A-2"))
    read = one(camt(entries=batch, closing="970.00"))
    assert [(e.amount.minor, e.end_to_end) for e in read.entries] == [
        (-1000, "A-1"),
        (-2000, "A-2"),
    ]
    assert read.adds_up


def test_a_batch_that_does_not_add_up_stays_one_entry() -> None:
    batch = entry("30.00", details=detail("10.00", "A-1") + detail("21.00", "A-2"))
    (kept,) = one(camt(entries=batch, closing="970.00")).entries
    assert (kept.amount.minor, kept.end_to_end) == (-3000, "")


def test_a_reversal_keeps_the_direction_that_the_bank_gives() -> None:
    back = entry("30.00", "CRDT", more="<RvslInd>true</RvslInd>")
    (kept,) = one(camt(entries=back)).entries
    assert (kept.amount.minor, kept.returned) == (3000, "-")


def test_a_return_keeps_its_reason() -> None:
    reason = "<TxDtls><RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>"
    (kept,) = one(camt(entries=entry("30.00", "CRDT", details=reason))).entries
    assert kept.returned == "MD06"


def parties(debtor: str, creditor: str, accounts: str = "") -> str:
    told = "".join(
        f"<{role}><Nm>{name}</Nm></{role}>"
        for role, name in (("Dbtr", debtor), ("Cdtr", creditor))
        if name
    )
    reason = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"
    return f"<TxDtls><RltdPties>{told}{accounts}</RltdPties>{reason}</TxDtls>"


TURNED = f"<CdtrAcct><Id><IBAN>{OWN}</IBAN></Id></CdtrAcct>"


@pytest.mark.parametrize(
    "told",
    [
        parties("Alice Martin", "Eaux du Vallon"),
        parties("", "Eaux du Vallon"),
        parties("Eaux du Vallon", ""),
        parties("Eaux du Vallon", "Alice Martin", TURNED),
    ],
)
def test_what_comes_back_names_the_payee_whichever_way_the_bank_turns_the_roles(told: str) -> None:
    (kept,) = one(camt(entries=entry("30.00", "CRDT", details=told))).entries
    assert (kept.counterparty, kept.returned) == ("Eaux du Vallon", "AC04")


def test_pending_is_shown_and_information_is_counted() -> None:
    some = entry() + entry("5.00", status="PDNG") + entry("6.00", status="INFO")
    read = one(camt(entries=some, closing="970.00"))
    assert [e.amount.minor for e in read.entries] == [-3000]
    assert [e.amount.minor for e in read.pending] == [-500]
    assert read.left == 1
    assert read.adds_up


def test_a_missing_entry_is_told_by_the_balances() -> None:
    read = one(camt(entries=entry("30.00"), closing="900.00"))
    assert read.adds_up is False
    assert read.gap == Money(-7000, "EUR")


def test_account_means_and_days_are_read() -> None:
    read = one(camt())
    assert (read.reader, read.account, read.currency) == ("camt.053", OWN, "EUR")
    assert [e.means for e in read.entries] == [Means.DIRECT_DEBIT, Means.TRANSFER, Means.TRANSFER]
    assert read.entries[1].booked_on == date(2026, 1, 7)
    assert read.opening is not None
    assert read.opening.on == date(2026, 1, 1)


def test_equal_entries_of_a_day_are_two_and_stay_two() -> None:
    twice = entry() + entry()
    read = one(camt(entries=twice))
    assert len({e.key for e in read.entries}) == 2
    assert one(camt(entries=twice)).entries == read.entries


@pytest.mark.parametrize("broken", ["12.345", "1e3", "NaN", "", "-5.00.1", "9" * 30])
def test_an_amount_that_is_none_refuses_the_whole_file(broken: str) -> None:
    with pytest.raises(StatementDamaged):
        one(camt(entries=entry() + entry(broken)))


def test_an_entry_without_direction_or_day_refuses_the_whole_file() -> None:
    for bad in (entry(way="XXXX"), entry().replace("2026-01-05", "2026-02-30")):
        with pytest.raises(StatementDamaged):
            one(camt(entries=bad))


BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>
<Document><BkToCstmrStmt><Stmt>&b;</Stmt></BkToCstmrStmt></Document>"""
OUTSIDE = b"""<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><Document><BkToCstmrStmt/></Document>"""


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, BOMB.decode().encode("utf-16")])
def test_entities_and_document_types_are_refused(data: bytes) -> None:
    with pytest.raises(XmlForbidden):
        one(data)


def test_too_deep_too_many_and_too_large_are_refused() -> None:
    open_ = b"<Document><BkToCstmrStmt>"
    with pytest.raises(TooDeep):
        one(open_ + b"<a>" * 100_000)
    with pytest.raises(TooLarge):
        one(open_ + b"<a/>" * MOST_TAGS)
    with pytest.raises(TooLarge):
        one(open_ + b" " * MOST_BYTES)


@pytest.mark.parametrize("cut", [300, 800, -20])
def test_a_cut_file_is_damaged(cut: int) -> None:
    with pytest.raises((StatementDamaged, StatementUnknown)):
        one(camt()[:cut])


def test_nothing_and_other_files_are_told_apart() -> None:
    with pytest.raises(EmptyFile):
        one(b" \n")
    for other in (b"%PDF-1.7", b"PK\x03\x04", b"<html><body/></html>", bytes(500)):
        with pytest.raises(StatementUnknown):
            one(other)
