"""The flat of Alice (owner) and Bob (member); Dora approves, Vera views, Charlie lives elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from flow.household.consent import pay_for_all
from flow.household.members import Newcomer, add_member, make_household
from flow.household.rights import Actor, acting_as
from flow.household.rules import Way
from flow.household.splitting import split_bill
from models.journal import verify
from models.money import Money
from models.tables import Bill, BillShare, BillSplit, JournalLine, Member, Role
from models.verdict import Category, Kind, State
from pay.people import Person
from pay.shares.rule import Equally, Rule
from pay.shares.share import Split
from pay.shares.standing import StandingRule
from tests.models import rows

TODAY = date(2026, 11, 20)


@dataclass
class Flat:
    """One database with two households; `account` is Alice's mailbox, `strange` is Charlie's."""

    engine: Engine
    account: int
    strange: int
    alice: Actor
    bob: Actor
    dora: Actor
    vera: Actor
    charlie: Actor

    @contextmanager
    def session(self) -> Iterator[Session]:
        with Session(self.engine) as session, session.begin():
            yield session

    def bill(self, amount: str | None = "90.00", **changes: Any) -> int:
        """A bill in Alice's mailbox, unless said otherwise."""
        with self.session() as session:
            count = session.scalar(select(func.count()).select_from(Bill)) or 0
            fields: dict[str, Any] = {
                "account_id": self.account, "identity": f"bill {count}", "biller": "Énergie du Val",
                "biller_key": "energie du val", "kind": Kind.TO_PAY, "category": Category.ENERGY,
                "state": State.OPEN, "currency": "EUR", "issued_on": TODAY,
            }  # fmt: skip
            row = rows.bill(**fields | changes)
            row.amount = Money.of(amount, row.currency or "EUR") if amount else None
            session.add(row)
            session.flush()
            return row.id

    def split(self, bill_id: int, rule: Rule | None = None, **more: Any) -> Split:
        """Alice splits it, equally with Bob unless said otherwise."""
        between = rule or Equally((self.alice.person, self.bob.person))
        with self.session() as session:
            return split_bill(session, self.alice, bill_id, Way(StandingRule(between, **more)))

    def paid(self, bill_id: int, *names: str, on: date = TODAY) -> None:
        with self.session() as session:
            pay_for_all(session, self.dora, bill_id, [(name, None) for name in names], on)

    def stored(self, bill_id: int) -> BillSplit | None:
        with self.session() as session:
            session.expire_on_commit = False
            return session.scalar(select(BillSplit).where(BillSplit.bill_id == bill_id))

    def shares(self, bill_id: int) -> dict[str, tuple[str, str]]:
        """Amount and state by name."""
        query = (
            select(Member.name, BillShare.amount_minor, BillShare.state)
            .join(BillShare, BillShare.member_id == Member.id)
            .join(BillSplit, BillSplit.id == BillShare.split_id)
            .where(BillSplit.bill_id == bill_id)
        )
        with self.session() as session:
            return {
                name: (str(Money(minor, "EUR")), state.value)
                for name, minor, state in session.execute(query)
            }

    def lines(self, on: str) -> list[str]:
        """What the journal tells of a thing; the chain holds."""
        with self.session() as session:
            verify(session)
            query = select(JournalLine.what).where(JournalLine.on_what == on)
            return list(session.scalars(query.order_by(JournalLine.id)))


def flat(engine: Engine) -> Flat:
    """A new database's flat, everybody there since ever."""
    with Session(engine) as session, session.begin():
        account, strange = rows.account(session).id, rows.account(session, "charlie@example.net").id
        alice = make_household(session, "Rue des Lilas", "Alice", [account], "test")
        charlie = make_household(session, "Elsewhere", "Charlie", [strange], "test")
        roles = {"Bob": Role.MEMBER, "Dora": Role.APPROVER, "Vera": Role.VIEWER}
        bob, dora, vera = (
            acting_as(session, add_member(session, alice, Newcomer(name, role)), "test")
            for name, role in roles.items()
        )
        return Flat(engine, account, strange, alice, bob, dora, vera, charlie)


def people(*actors: Actor) -> tuple[Person, ...]:
    return tuple(actor.person for actor in actors)
