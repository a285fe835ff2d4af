"""Whatever is imported and said in whatever order: matching again changes nothing, and states follow."""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from flow.decide_match import confirm, pair, unmatch
from flow.prove import match_again
from flow.proven import to_see
from flow.wiring import Wiring
from models.errors.statements import EntryComesIn, EntryGoesOut
from models.journal import verify
from models.tables import (
    PROVES,
    BankEntry,
    BankMatch,
    BankMatchPart,
    Bill,
    MatchState,
    Word,
)
from models.verdict import Kind, State
from tests.flow.order_house import wiring_on
from tests.flow.paid_bills import LANDLORD, Asked, Line, arrive, bring, csv_file, written

BILLS = (
    Asked(),
    Asked("31.50", "", biller="Eaux du Vallon"),
    Asked("650.00", "", date(2026, 11, 5), "SCI des Tilleuls", LANDLORD),
    Asked("650.00", "", date(2026, 12, 5), "SCI des Tilleuls", LANDLORD, issued=date(2026, 11, 20)),
    Asked("12.00", "C-12-7781", biller="Bois & Fils", sure=0.5),
    Asked("40.00", "AV-2211-8", biller="Énergie du Vallon", kind=Kind.CREDIT_NOTE),
    Asked("19.99", "", biller="Mobile Un", kind=Kind.TO_BE_DEBITED, creditor="FR72ZZZ123456"),
)
_DAY = date(2026, 11, 6)
LINES = (
    Line("-84.20", "VIR FACTURE F-2031-77"),
    Line("84.20", "REJET VIR FACTURE F-2031-77", date(2026, 11, 12)),
    Line("-84.20", "VIR ENERGIE F-2031-77", date(2026, 11, 15)),
    Line("-31.50", "PRLV EAUX DU VALLON"),
    Line("31.50", "REMBOURSEMENT EAUX DU VALLON", date(2026, 11, 20)),
    Line("-650.00", "LOYER", _DAY, LANDLORD),
    Line("-650.00", "LOYER", _DAY + timedelta(days=29), LANDLORD),
    Line("-650.00", "LOYER DEUX", _DAY + timedelta(days=2), LANDLORD),
    Line("-12.00", "VIR C-12-7781"),
    Line("40.00", "AVOIR AV-2211-8"),
    Line("-19.99", "PRLV MOBILE ICS FR72ZZZ123456", date(2026, 11, 10)),
    Line("-20.00", "CHEQUE 7"),
    Line("-115.70", "VIR F-2031-77 ET EAUX"),
)


@pytest.fixture
def wiring(sqlite_url: str, tmp_path: Path) -> Iterator[Wiring]:
    made = wiring_on(sqlite_url, tmp_path)
    yield made
    made.engine.dispose()


def act(wiring: Wiring, dice: random.Random, left: list[Asked]) -> None:
    """One thing that happens: a bill, a file, or the person's word."""
    with Session(wiring.engine) as session:
        found = list(session.scalars(select(BankMatch.id)))
        entries = list(session.scalars(select(BankEntry.id)))
        bills = list(session.scalars(select(Bill.id)))
    turn = dice.random()
    if left and turn < 0.25:
        arrive(wiring, left.pop())
    elif turn < 0.5 or not found:
        bring(wiring, csv_file(*dice.sample(LINES, dice.randint(1, 5))))
    elif turn < 0.7:
        with suppress(EntryComesIn, EntryGoesOut):
            confirm(wiring, dice.choice(found))
    elif turn < 0.88:
        unmatch(wiring, dice.choice(found))
    elif bills:
        with suppress(EntryComesIn, EntryGoesOut):
            pair(wiring, dice.choice(entries), dice.choice(bills))


def check(wiring: Wiring) -> None:
    match_again(wiring)
    before = picture(wiring), written(wiring)
    match_again(wiring)
    assert (picture(wiring), written(wiring)) == before
    with Session(wiring.engine) as session:
        verify(session)
        for row in session.scalars(select(BankMatch)):
            assert (row.state is MatchState.UNDONE) == (row.word is Word.NO)
            assert row.state is not MatchState.CONFIRMED or row.word is Word.YES
        for bill in session.scalars(select(Bill)):
            due, seen = to_see(bill), proven(session, bill)
            assert due is not None
            if bill.state is State.PAID:
                assert abs(seen) >= abs(due.minor)
                assert seen * due.minor > 0
            if bill.state is State.OPEN:
                assert abs(seen) < abs(due.minor) or seen * due.minor <= 0


def proven(session: Session, bill: Bill) -> int:
    query = (
        select(BankMatchPart.amount_minor)
        .join(BankMatch, BankMatch.id == BankMatchPart.match_id)
        .where(BankMatchPart.bill_id == bill.id, BankMatch.state.in_(PROVES))
    )
    return sum(session.scalars(query))


def picture(wiring: Wiring) -> list[tuple[object, ...]]:
    with Session(wiring.engine) as session:
        matches = [
            (row.entry_id, row.pays, row.state, row.level, row.word)
            for row in session.scalars(select(BankMatch).order_by(BankMatch.id))
        ]
        bills = [(row.id, row.state, tuple(row.warnings)) for row in session.scalars(select(Bill))]
    return [*matches, *bills]


@pytest.mark.parametrize("seed", range(6))
def test_matching_again_changes_nothing_and_states_follow(wiring: Wiring, seed: int) -> None:
    dice = random.Random(seed)
    left = list(BILLS)
    dice.shuffle(left)
    for _ in range(25):
        act(wiring, dice, left)
        check(wiring)


def test_an_entry_never_proves_two_matches(wiring: Wiring) -> None:
    arrive(wiring, BILLS[0])
    bring(wiring, csv_file(LINES[0]))
    with Session(wiring.engine) as session:
        row = session.get_one(BankMatch, 1)
        session.add(
            BankMatch(
                entry_id=row.entry_id, pays="bill 9", state=MatchState.CONFIRMED, level="person",
                kind="whole", strength=1.0, created_at=row.created_at, updated_at=row.created_at,
            )
        )  # fmt: skip
        with pytest.raises(IntegrityError):
            session.flush()
