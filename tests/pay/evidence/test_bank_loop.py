"""Our file of orders goes to a simulated bank; its answers and statements come back and match."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from http.client import HTTPConnection

import pytest

from models.iban import Iban
from models.money import Money
from models.order import Order, Pending, Refused
from models.reference import reference_of
from models.statement import Statement
from pay.evidence.columns import Question
from pay.evidence.pain002 import FileStatus, read_status
from pay.evidence.read import read_statements
from pay.evidence.reader import Source
from pay.match.expected import Expected, to_be_seen
from pay.match.match import match
from pay.rail import Payer
from pay.rails.sepa_file.transfer import transfer_of
from pay.rails.sepa_file.write import written
from tests.pay.orders import order, payee

bank_server = pytest.importorskip("mockbank.server", reason="the bank simulator is not installed")

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
PAYER = Payer("ACME Corporation", Iban("NL41MOCK0000000001"), "MOCKNL2A")
CLOSED = "NL84MOCK0000000003"
WATER, RENT, DEAD = (f"{letter}f8b2c4d1e6a4f70b3a5c9d8e7f6011" for letter in "abc")


class Bank:
    """The simulator over HTTP on this machine; its clock starts on 1 December 2026."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.collected: list[tuple[str, bytes]] = []

    def ask(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/xml"
    ) -> bytes:
        """The answer's body; 422 is the bank's "refused", which its message explains."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request(method, path, body, {"Content-Type": kind})
            answer = line.getresponse()
            data = answer.read()
        finally:
            line.close()
        assert answer.status < 400 or answer.status == 422, data[:300]
        return data

    def change(self, account: str, **fields: object) -> None:
        self.ask(
            "PATCH", f"/_mock/accounts/{account}", json.dumps(fields).encode(), "application/json"
        )

    def messages(self, kind: str) -> list[bytes]:
        """All messages of a kind so far, the oldest first; the bank hands each one out once."""
        for one in json.loads(self.ask("GET", "/_mock/mailbox")):
            self.collected.append((str(one["type"]), str(one["body"]).encode()))
        return [body for name, body in self.collected if name.startswith(kind)]


@pytest.fixture
def bank() -> Iterator[Bank]:
    config = bank_server.Config(port=0, quiet=True, clock="2026-12-01T09:00")
    server = bank_server.make_server(config)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Bank(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def ours() -> list[Order]:
    today = {"on": date(2026, 12, 1), "made_at": NOW}
    rf = reference_of("RF18539007547034")
    rent = payee("SCI des Tilleuls", "FR1420041010050500013M02606", bic="PSSTFRPPXXX")
    dead = payee("Initech Services", CLOSED, bic="MOCKNL2A")
    return [
        order(key=WATER, bill="water", payee=payee(bic="AGRIFRPPXXX"), **today),
        order(
            key=RENT, bill="rent", amount=Money(65_000, "EUR"), payee=rent, reference=rf, **today
        ),
        order(key=DEAD, bill="dead", amount=Money(1_000, "EUR"), payee=dead, **today),
    ]


def expected(one: Order) -> Expected:
    base = to_be_seen(one.bill, one.amount, due_on=one.on, issued_on=None, today=one.on)
    return replace(base, end_to_end=one.key, payee=one.payee.name, payee_iban=one.payee.iban)


def sent(bank: Bank) -> FileStatus:
    file = written([transfer_of(one, NOW) for one in ours()], PAYER, NOW)
    bank.ask("POST", "/payments", file)
    return read_status(bank.messages("pain.002")[-1], NOW)


def statements(bank: Bank, kind: str) -> list[Statement]:
    answers = [read_statements(Source(data)) for data in bank.messages(kind)]
    return [one for answer in answers if not isinstance(answer, Question) for one in answer]


def test_orders_go_out_and_come_back_as_evidence(bank: Bank) -> None:
    status = sent(bank)
    assert isinstance(status.outcome(DEAD, NOW), Refused)
    assert isinstance(status.outcome(WATER, NOW), Pending)
    bank.ask("POST", "/_mock/advance?days=2")
    told = statements(bank, "camt.053")
    assert all(one.adds_up for one in told)
    entries = {entry.key: entry for one in told for entry in one.entries}
    found = match([expected(one) for one in ours()], list(entries.values()))
    assert {part.expected for one in found.matched for part in one.portions} == {"water", "rent"}
    assert {one.level for one in found.matched} == {"end_to_end"}


def test_the_same_file_again_is_refused_as_a_duplicate(bank: Bank) -> None:
    sent(bank)
    again = sent(bank)
    assert again.group in ("RJCT", "DUPL")
    assert isinstance(again.outcome(WATER, NOW), Refused)


def test_a_payment_that_comes_back_days_later_opens_its_bill(bank: Bank) -> None:
    bank.change("ACME", behaviour="return-later")
    sent(bank)
    bank.ask("POST", "/_mock/advance?days=8")
    entries = [entry for one in statements(bank, "camt.053") for entry in one.entries]
    found = match([expected(one) for one in ours()], entries)
    back = {key for one in found.returned for key in one.expected}
    paid = {portion.expected for one in found.matched for portion in one.portions}
    assert back
    assert back <= {"water", "rent"}
    assert back - paid


def test_the_notification_and_the_statement_tell_one_movement(bank: Bank) -> None:
    sent(bank)
    bank.ask("POST", "/_mock/advance?days=2")
    notified = {entry.key for one in statements(bank, "camt.054") for entry in one.entries}
    booked = {entry.key for one in statements(bank, "camt.053") for entry in one.entries}
    assert notified
    assert notified == booked
