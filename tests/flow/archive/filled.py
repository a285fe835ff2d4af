"""A house in which something of almost everything happened, and all its rows as they can be compared."""

from datetime import UTC, date, datetime

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from flow.archive.contents import Purpose
from flow.archive.snapshot import rows_of, snapshot
from flow.household.announcing import announce
from flow.household.consent import dispute, pay_for_all
from flow.household.members import Newcomer, add_member, make_household
from flow.household.rights import acting_as
from flow.household.rules import Way
from flow.household.splitting import split_bill
from flow.order_word import say_sent
from models.money import Money
from models.security import Security
from models.tables import (
    Account,
    Base,
    CalendarFeed,
    Collector,
    Dispatch,
    DispatchState,
    Mailbox,
    Member,
    Missive,
    MissiveState,
    Outlet,
    Party,
    TakenIn,
    TakenPart,
)
from pay.rail import Proof
from pay.shares.rule import Equally
from pay.shares.standing import StandingRule
from pay.transfers import Transfer
from tests.flow.order_house import OrderHouse
from tests.flow.paid_bills import Asked, Line, arrive, bring, csv_file
from tests.flow.post import post

NOW = datetime(2026, 11, 20, 8, 30, 15, 123456, tzinfo=UTC)
PASSWORD = "Alice's mailbox"
NASTY = '=1+1\r\n"EDF"; DROP\tTABLE 🧾 e\u0301 \u202eFDE'


def fill(house: OrderHouse) -> None:
    """Mails, orders, a statement, a household, letters, a calendar, rows of other books."""
    wiring = house.wiring
    with house.session() as session, session.begin():
        account = session.get_one(Account, house.account_id)
        account.secret = wiring.secrets.encrypt(PASSWORD)
        session.add(Mailbox(account_id=account.id, name="INBOX", uidvalidity=2**32 - 1))
    post(wiring, house.account_id, b"Subject: one\r\n\r\nFacture \xe9\x00\xff")
    app = house.code_app()
    first, second = house.bill(biller=NASTY, number=None), arrive(wiring, Asked())
    house.pay(first, app.code())
    say_sent(wiring, first, house.now, proof=Proof("receipt.txt", b"paid, really"))
    bring(wiring, csv_file(Line("-84.20", "VIR FACTURE F-2031-77"), Line("-3.10", "CB PAIN")))
    with house.session() as session, session.begin():
        _flat(session, second)
    with house.session() as session, session.begin():
        _rest(session, wiring.secrets.encrypt("mailto:alice"), second)


def _flat(session: Session, bill: int) -> None:
    alice = make_household(session, "Rue des Lilas", "Alice", [1], "test")
    bob = acting_as(session, add_member(session, alice, Newcomer("Bob")), "test")
    session.get_one(Member, bob.member_id).link_sha256 = "b" * 64
    # A guest was written before the one who carries them: the row points forward.
    session.get_one(Member, alice.member_id).carried_by_id = bob.member_id
    split_bill(session, alice, bill, Way(StandingRule(Equally((alice.person, bob.person)))))
    pay_for_all(session, alice, bill, [("Alice", None)], date(2026, 11, 9))
    dispute(session, bob, bill, "not mine")
    announce(session, bob, [Transfer(bob.person, alice.person, Money(1234, "EUR"))], bill_id=bill)


def _rest(session: Session, secret: bytes, bill: int) -> None:
    outlet = Outlet(
        channel="email", name="alice@example.org", host="smtp.example.org", port=465,
        security=Security.TLS, user="alice", secret=secret, created_at=NOW,
    )  # fmt: skip
    session.add(outlet)
    session.flush()
    taken = TakenIn(
        household_id=1, key="k", digest="0" * 64, spent_on=date(2026, 1, 2), description=NASTY,
        category="Food", cost_minor=900, currency="EUR", created_at=NOW,
    )  # fmt: skip
    letter = Missive(
        bill_id=bill, party=Party.BILLER, about="question", address="x@example.org", subject="?",
        text=NASTY, key="m", state=MissiveState.POSTED, created_at=NOW,
    )  # fmt: skip
    session.add_all([taken, letter, _dispatch(outlet.id), _calendar(), _collector(secret)])
    session.flush()
    session.add_all(
        [TakenPart(taken_in_id=taken.id, member_id=1, net_minor=450),
         TakenPart(taken_in_id=taken.id, member_id=2, net_minor=-450)]
    )  # fmt: skip


def _dispatch(outlet_id: int) -> Dispatch:
    return Dispatch(
        key="d", outlet_id=outlet_id, purpose="test", about="bill 1", recipient="bob@example.org",
        title="t", text="x", html="", reply_to="", by_machine=False, digest="d" * 64,
        state=DispatchState.SENT, details={"tries": 3, "name": "é"}, created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def _collector(secret: bytes) -> Collector:
    return Collector(
        household_id=1, member_id=1, name="Alice", key=secret, key_end="1234", webhook_secret=secret,
        return_page="", live=False, created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def _calendar() -> CalendarFeed:
    return CalendarFeed(person="owner", house="h", secret_sha256="c" * 64, created_at=NOW)


def everything(engine: Engine, purpose: Purpose = Purpose.BACKUP) -> dict[str, list[object]]:
    """All rows by table."""
    with snapshot(engine) as connection:
        return {
            table.name: list(rows_of(connection, table, purpose))
            for table in Base.metadata.sorted_tables
        }
