"""What every statement reader keeps, whatever it is given. A reader in READERS is tested by being there."""

import socket
import time
from datetime import date
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors.problem import Problem
from models.money import Money
from models.statement import Statement
from pay.evidence.columns import Question
from pay.evidence.read import READERS, read_statements
from pay.evidence.reader import Source, StatementReader
from tests.contracts.statements import CAMT, FILES
from tests.pay.evidence.shapes import CREDITOR, LANDLORD

every_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
WITH_A_MARK = (*CAMT, "csv_bourso", "csv_ing_nl")
every_file = pytest.mark.parametrize("name", FILES)
often = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def said(data: bytes) -> tuple[Statement, ...]:
    """The statements of a file; none when it asks or refuses, which are answers too."""
    try:
        answer = read_statements(Source(data))
    except Problem:
        return ()
    if isinstance(answer, Question):
        assert len(answer.columns) == len(answer.examples) == len(answer.guess.roles)
        return ()
    for statement in answer:
        _keeps_the_contract(statement)
    return answer


def _keeps_the_contract(statement: Statement) -> None:
    assert statement.reader.split(".")[0] in {reader.name for reader in READERS}
    keys = [entry.key for entry in (*statement.entries, *statement.pending)]
    assert len(set(keys)) == len(keys)
    assert all(keys)
    for entry in statement.entries:
        assert entry.amount.currency
        assert "\n" not in entry.text + entry.counterparty
        assert entry.account == statement.account


@every_reader
def test_it_says_what_it_was_tried_on(reader: StatementReader) -> None:
    assert reader.proven_against
    assert sum(other.name == reader.name for other in READERS) == 1


@every_file
def test_a_file_is_of_one_format_whatever_its_name(name: str) -> None:
    first = next(reader for reader in READERS if reader.reads(Source(FILES[name])))
    assert first.name == name.split("_", maxsplit=1)[0].split(".", maxsplit=1)[0]


@every_file
def test_every_format_tells_the_same_movements(name: str) -> None:
    (statement,) = said(FILES[name])
    entries = sorted(statement.entries, key=lambda entry: entry.booked_on)
    assert [(entry.booked_on, entry.amount) for entry in entries] == [
        (date(2026, 1, 5), Money(-8420, "EUR")),
        (date(2026, 1, 7), Money(-65000, "EUR")),
        (date(2026, 1, 30), Money(210000, "EUR")),
    ]
    debit, rent, _ = entries
    assert (debit.creditor_id, debit.mandate) == (CREDITOR, "RUM-9")
    assert "F-2031" in debit.text
    assert rent.counterparty_iban is not None
    assert rent.counterparty_iban.text == LANDLORD
    assert rent.reference == "RF18539007547034"


@every_file
def test_the_same_bytes_give_the_same_keys(name: str) -> None:
    assert said(FILES[name]) == said(FILES[name])


@every_file
def test_opening_and_entries_make_the_closing_where_a_file_gives_both(name: str) -> None:
    (statement,) = said(FILES[name])
    assert statement.adds_up in (True, None)


@every_reader
def test_what_is_none_of_its_business_is_declined_at_once(reader: StatementReader) -> None:
    began = time.process_time()
    for data in (bytes(5_000_000), b"%PDF-1.7\n" + b"1" * 100, b"PK\x03\x04" + bytes(100)):
        assert not reader.reads(Source(data))
    assert time.process_time() - began < 0.2


@often
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    said(data)


@often
@given(text=st.text(alphabet="0123456789.,;:-+/?<>=\n\"' ABCDEUR61", max_size=300))
def test_any_text_of_the_signs_of_statements_is_read_or_refused(text: str) -> None:
    said(text.encode())
    said(b":20:A\n:25:B\n:60F:C260101EUR1,00\n" + text.encode())
    said(b"OFXHEADER:100\n<OFX><STMTRS><STMTTRN>" + text.encode() + b"</OFX>")


@often
@given(
    name=st.sampled_from(sorted(FILES)),
    at=st.floats(0, 1),
    cut=st.integers(0, 2000),
    put=st.binary(max_size=30),
)
def test_a_damaged_file_is_read_or_refused(name: str, at: float, cut: int, put: bytes) -> None:
    file = FILES[name]
    place = int(at * len(file))
    said(file[:place] + put + file[place + cut :])


@pytest.mark.parametrize("name", [name for name in FILES if name not in WITH_A_MARK])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_changes_nothing(name: str, encoding: str) -> None:
    try:
        text = FILES[name].decode()
    except UnicodeDecodeError:
        text = FILES[name].decode("cp1252")
    marked = said(text.encode(encoding))
    assert [entry.amount for one in marked for entry in one.entries] == [
        entry.amount for one in said(FILES[name]) for entry in one.entries
    ]
