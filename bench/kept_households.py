"""`python -m bench.kept_households`: what a large household's accounts cost from the database.

Twelve people, 5,000 bills, every tenth paid by two people, every fiftieth disputed by one, and 500
settlements. `balances and …` is `overview` whole: all that the page of balances and settlements shows.

On SQLite each figure is the processor time of one page, database included: the median of several and, in
brackets, the longest. `python -m bench.kept_households postgresql://…` fills an empty database there and
tells the time on the clock, since the server is another process.
"""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from sqlalchemy.orm import Session

from bench.tables import table
from flow.household.balances import overview, standing
from flow.household.consent import add_advances
from flow.household.cut import write_split
from flow.household.members import Newcomer, add_member, make_household
from flow.household.rights import Actor
from flow.household.rules import Way
from flow.household.statement import statement_of
from flow.household.tally import retell
from models.database import home_url, open_engine, reading
from models.migrate import upgrade
from models.money import Money
from models.security import Security
from models.tables import Account, Auth, Bill, BillShare, Consent, Settlement, SettlementState
from models.verdict import Category, Kind, State
from pay.people import Part, Person
from pay.recap import month_of
from pay.shares.facts import Facts
from pay.shares.rule import Equally
from pay.shares.split import split
from pay.shares.standing import StandingRule

BILLS, SETTLEMENTS, PEOPLE, RUNS = 5000, 500, 12, 15
_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_FIRST = date(2016, 1, 1)


def main() -> None:
    """Prints the table; an argument names the database, else it is a new file."""
    with TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else home_url(Path(folder) / "home")
        clock, kind = (perf_counter, "ms") if len(sys.argv) > 1 else (process_time, "CPU ms")
        upgrade(url)
        engine = open_engine(url)
        with Session(engine) as session, session.begin():
            actor = _fill(session, Random(1))

        def timed(run: Callable[[Session], object]) -> str:
            times = []
            for _ in range(RUNS):
                began = clock()
                with Session(reading(engine)) as session:
                    run(session)
                times.append(1000 * (clock() - began))
            return f"{median(times):.1f} ({max(times):.1f})"

        month = month_of(2029, 6)
        rows = [
            ["balances", timed(lambda session: standing(session, actor))],
            ["balances and fewest transfers", timed(lambda session: overview(session, actor))],
            [
                "balances and who owes whom really",
                timed(lambda session: overview(session, actor, direct=True)),
            ],
            ["one person’s month", timed(lambda session: statement_of(session, actor, 2, month))],
        ]
        engine.dispose()
    print(table(["12 people, 5,000 bills, 500 settlements, kept", kind], rows))


def _fill(session: Session, random: Random) -> Actor:
    account = Account(
        address="alice@example.org", host="imap.example.org", port=993, security=Security.TLS,
        user="alice", auth=Auth.PASSWORD, created_at=_NOW,
    )  # fmt: skip
    session.add(account)
    session.flush()
    actor = make_household(session, "House", "Alice", [account.id], "bench")
    others = [add_member(session, actor, Newcomer(f"M{place}")) for place in range(1, PEOPLE)]
    people = tuple(Person(number) for number in (actor.member_id, *others))
    for number in range(BILLS):
        _bill(session, random, account.id, (number, people), actor)
    for number in range(SETTLEMENTS):
        _settlement(session, random, number, people, actor)
    return actor


def _bill(
    session: Session, random: Random, account_id: int, which: tuple[int, tuple[Person, ...]],
    actor: Actor,
) -> None:  # fmt: skip
    number, people = which
    amount = Money(random.randint(500, 40_000), "EUR")
    bill = Bill(
        account_id=account_id, identity=str(number), biller="Biller", biller_key=f"b{number % 9}",
        amount_minor=amount.minor, currency="EUR", kind=Kind.TO_PAY, category=Category.ENERGY, folder="",
        state=State.OPEN, confidence=1.0, created_at=_NOW, updated_at=_NOW,
    )  # fmt: skip
    session.add(bill)
    session.flush()
    way = Way(StandingRule(Equally(people)))
    made = split(amount, way.rule.rule, Facts(turn=number))
    row = write_split(session, actor.household_id, bill, way, (made, number))
    first, second = random.sample(people, 2)
    part = amount.minor // 3 if number % 10 == 0 else 0
    parts = [Part(first, amount.minor - part), *([Part(second, part)] if part else [])]
    add_advances(session, row, parts, _FIRST + timedelta(number))
    if number % 50 == 0:
        share = session.query(BillShare).filter_by(split_id=row.id, member_id=people[1]).one()
        share.state, share.reason = Consent.DISPUTED, "too much"
        session.flush()
        retell(session, row)


def _settlement(
    session: Session, random: Random, number: int, people: tuple[Person, ...], actor: Actor
) -> None:
    sender, receiver = random.sample(people, 2)
    session.add(
        Settlement(
            household_id=actor.household_id, sender_id=sender, receiver_id=receiver,
            amount_minor=random.randint(100, 9_999), currency="EUR", key=f"k{number:09}",
            reference=f"R{number}", state=SettlementState.RECEIVED,
            received_on=_FIRST + timedelta(7 * number), created_at=_NOW, updated_at=_NOW,
        )
    )  # fmt: skip


if __name__ == "__main__":
    main()
