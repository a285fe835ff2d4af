"""What the person says of matches: yes, no, and "this entry pays that bill".

Each is one transaction; saying the same again changes nothing.
"""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.holders import holder
from flow.instalments import paid_by
from flow.money_lock import alone_with_money
from flow.pair_doubts import must_go_its_way, said_pair
from flow.rematch import rematch
from flow.wiring import Wiring
from models.database import reading
from models.errors.statements import EntryUnknown, MatchUnknown
from models.errors.values import NotFound
from models.journal import append
from models.money import Money
from models.tables import MOST_ID, BankEntry, BankMatch, BankMatchPart, Bill, MatchState, Word


def confirm(wiring: Wiring, match_id: int, member_id: int | None = None) -> MatchState:
    """The person says that a suggested match is right; where it stands then.

    Raises MatchUnknown, and as `pair` for one that the person made.
    """
    return _decide(wiring, match_id, Word.YES, member_id)


def unmatch(wiring: Wiring, match_id: int, member_id: int | None = None) -> MatchState:
    """The person says that a match is wrong: its bills open again, and it is never made again.

    Raises MatchUnknown.
    """
    return _decide(wiring, match_id, Word.NO, member_id)


def was_said(wiring: Wiring, match_id: int, word: Word) -> bool:
    """The person said so before, so that saying it again changes nothing."""
    with Session(reading(wiring.engine)) as session:
        row = session.get(BankMatch, min(match_id, MOST_ID))
        return row is not None and row.word is word


def was_paired(wiring: Wiring, entry_id: int, bill_id: int) -> bool:
    """The person said before that this entry pays this bill."""
    with Session(reading(wiring.engine)) as session:
        entry = session.get(BankEntry, min(entry_id, MOST_ID))
        return entry is not None and said_pair(session, entry, bill_id) is not None


def _decide(wiring: Wiring, match_id: int, word: Word, member_id: int | None) -> MatchState:
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        row = None
        if match_id <= MOST_ID:
            mine = holder(session, member_id).brought
            query = select(BankMatch).join(BankEntry, BankEntry.id == BankMatch.entry_id)
            row = session.scalar(query.where(BankMatch.id == match_id, mine))
        if row is None:
            raise MatchUnknown(id=match_id)
        if word is Word.YES and row.level == "person":
            _must_go_its_way(session, row)
        _follow(session, wiring, row, (word, member_id))
        return row.state


def _must_go_its_way(session: Session, row: BankMatch) -> None:
    parts = select(Bill).join(BankMatchPart, BankMatchPart.bill_id == Bill.id)
    entry = session.get_one(BankEntry, row.entry_id)
    for bill in session.scalars(parts.where(BankMatchPart.match_id == row.id)).all():
        must_go_its_way(session, entry, bill)


def pair(
    wiring: Wiring, entry_id: int, bill_id: int, member_id: int | None = None
) -> tuple[int, MatchState]:
    """The person says that an entry pays a bill, whatever the evidence: the match and its state.

    SUGGESTED when the bill is held: the word waits. flow.pair_doubts says what to ask before. Raises
    EntryUnknown, NotFound, EntryComesIn, EntryGoesOut.
    """
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        who = holder(session, member_id)
        own, seen = BankEntry.id == min(entry_id, MOST_ID), Bill.id == min(bill_id, MOST_ID)
        entry = session.scalar(select(BankEntry).where(own, who.brought))
        bill = session.scalar(select(Bill).where(seen, who.bills))
        if entry is None:
            raise EntryUnknown(id=entry_id)
        if bill is None or bill.amount is None or bill.currency != entry.currency:
            raise NotFound(what="bill", id=bill_id)
        must_go_its_way(session, entry, bill)
        # Asked again, an instalment that is paid by now is not the nearest open one any more.
        row = said_pair(session, entry, bill.id) or _match_of(session, entry, bill)
        _follow(session, wiring, row, (Word.YES, member_id))
        return row.id, row.state


def _follow(
    session: Session, wiring: Wiring, row: BankMatch, said_by: tuple[Word, int | None]
) -> None:
    """Keeps the word and matches anew; the journal's line is written last, as everywhere."""
    was, (word, member_id) = row.state, said_by
    said = _say(session, row, word)
    rematch(session, wiring.settings)
    if said:
        who = f"member {member_id}" if member_id else "person"
        what = "match_confirmed" if word is Word.YES else "match_undone"
        append(
            session, who, what, f"bank_match {row.id}", where="cli",
            detail={"pays": row.pays, "level": row.level, "was": was.value},
        )  # fmt: skip


def _say(session: Session, row: BankMatch, word: Word) -> bool:
    """False when it was said before. Another match of the same entry loses its "yes"."""
    if row.word is word:
        return False
    if word is Word.YES:
        others = select(BankMatch).where(
            BankMatch.entry_id == row.entry_id, BankMatch.id != row.id, BankMatch.word == Word.YES
        )
        for other in session.scalars(others):
            other.word = other.said_at = None
    row.word, row.said_at = word, datetime.now(UTC)
    return True


def _match_of(session: Session, entry: BankEntry, bill: Bill) -> BankMatch:
    """The row of this entry and this bill alone, made when there is none."""
    amount = Money(abs(entry.amount_minor), entry.currency)
    what = paid_by(session, bill, entry.booked_on, amount)
    mine = BankMatch.entry_id == entry.id, BankMatch.pays == what
    row = session.scalar(select(BankMatch).where(*mine))
    if row is None:
        now = datetime.now(UTC)
        row = BankMatch(
            entry_id=entry.id, pays=what, state=MatchState.SUGGESTED, level="person", kind="whole",
            strength=1.0, created_at=now, updated_at=now,
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add(
            BankMatchPart(
                match_id=row.id, what=what, bill_id=bill.id, amount_minor=entry.amount_minor
            )
        )
        session.flush()
    return row
