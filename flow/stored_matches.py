"""The matches of one holder as stored: read whole, changed only where they differ from what is wanted."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.awaited import Awaited
from flow.holders import Holder
from flow.wanted_matches import TOLD, Wanted
from models.statement import Entry
from models.tables import PROVES, BankEntry, BankMatch, BankMatchPart, MatchState, Word
from pay.match.expected import Confirmed, Decision, Unmatched

_COUNT = (*PROVES, MatchState.RETURNED)
"""States from which a bill's own follows."""


class StoredMatches:
    """Entries and matches as one matching sees them.

    `touched`: the bills whose state may change; `touched_settlements`: the settlements.
    """

    def __init__(self, session: Session, who: Holder) -> None:
        self._session = session
        rows = session.scalars(select(BankEntry).where(who.brought).order_by(BankEntry.id)).all()
        self._ids = {row.key: row.id for row in rows}
        self._keys = {row.id: row.key for row in rows}
        self.entries: dict[str, Entry] = {row.key: row.entry for row in rows}
        self._parts: dict[int, list[BankMatchPart]] = {}
        matches = select(BankMatch).join(BankEntry, BankEntry.id == BankMatch.entry_id)
        mine = matches.where(who.brought).order_by(BankMatch.id)
        of_mine = BankMatchPart.match_id.in_(mine.with_only_columns(BankMatch.id).order_by(None))
        for part in session.scalars(
            select(BankMatchPart).where(of_mine).order_by(BankMatchPart.id)
        ):
            self._parts.setdefault(part.match_id, []).append(part)
        self._rows = {(self._keys[row.entry_id], row.pays): row for row in session.scalars(mine)}
        self.touched: set[int] = set()
        self.touched_settlements: set[int] = set()

    def decisions(self) -> list[Decision]:
        """The person's words in the order they were said."""
        said = [(row.said_at, row.id, row) for row in self._rows.values() if row.said_at]
        found: list[Decision] = []
        for _, _, row in sorted(said, key=lambda told: told[:2]):
            entry, whats = self._keys[row.entry_id], [part.what for part in self._parts[row.id]]
            if row.word is Word.YES:
                found.append(Confirmed(entry, tuple(whats)))
            else:
                found += [Unmatched(entry, what) for what in whats]
        return found

    def become(
        self, wanted: Mapping[tuple[str, str], Wanted], waiting: Mapping[str, Awaited]
    ) -> None:
        """Writes the difference. waiting: by the name of what is paid.

        What ends is written first, so that an entry never proves two matches, not even for a moment.
        A refusal is never overruled.
        """
        gone = [row for place, row in self._rows.items() if self._ends(row, wanted.get(place))]
        self._delete(gone)
        for place, new in wanted.items():
            old = self._rows.get(place)
            if old is None:
                self._insert(new, waiting)
            elif old.word is not Word.NO:
                self._update(old, new)
        self._session.flush()

    def _ends(self, row: BankMatch, new: Wanted | None) -> bool:
        """True when nothing says this match any more; otherwise it is no more than may be."""
        if row.word is Word.NO:
            self._set(row, state=MatchState.UNDONE)
        elif new is not None:
            if row.state in PROVES and new.state not in PROVES:
                self._set(row, state=new.state)
        elif row.word is Word.YES:
            # What it pays is not awaited any more (a bill that is held, say): the word waits.
            self._set(row, state=MatchState.SUGGESTED)
        return new is None and row.word is None

    def _delete(self, gone: Sequence[BankMatch]) -> None:
        for row in gone:
            self._touch(row)
            for part in self._parts.pop(row.id):
                self._session.delete(part)
            del self._rows[self._keys[row.entry_id], row.pays]
        self._session.flush()
        for row in gone:
            self._session.delete(row)
        self._session.flush()

    def _update(self, row: BankMatch, new: Wanted) -> None:
        ids = self._ids
        self._set(
            row, state=new.state, kind=new.kind, return_reason=new.return_reason,
            returned_by=ids[new.returned_by] if new.returned_by else None,
        )  # fmt: skip
        if new.level not in TOLD:
            self._set(row, level=new.level, reasons=new.reasons, strength=new.strength)
        amounts = {portion.expected: portion.amount.minor for portion in new.portions}
        for part in self._parts[row.id]:
            if part.amount_minor != amounts[part.what]:
                part.amount_minor = amounts[part.what]
                self._touch(row)

    def _set(self, row: BankMatch, **values: object) -> None:
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not changed:
            return
        self._touch(row)
        for name, value in changed.items():
            setattr(row, name, value)
        self._touch(row)
        row.updated_at = datetime.now(UTC)

    def _touch(self, row: BankMatch) -> None:
        if row.state in _COUNT:
            parts = self._parts[row.id]
            self.touched |= {part.bill_id for part in parts if part.bill_id}
            self.touched_settlements |= {part.settlement_id for part in parts if part.settlement_id}

    def _insert(self, new: Wanted, waiting: Mapping[str, Awaited]) -> None:
        now = datetime.now(UTC)
        row = BankMatch(
            entry_id=self._ids[new.entry], pays=new.place[1], state=new.state, level=new.level,
            kind=new.kind, strength=new.strength, reasons=new.reasons,
            returned_by=self._ids[new.returned_by] if new.returned_by else None,
            return_reason=new.return_reason, created_at=now, updated_at=now,
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        self._rows[new.place] = row
        self._parts[row.id] = [
            BankMatchPart(
                match_id=row.id, what=portion.expected, bill_id=waiting[portion.expected].bill_id,
                settlement_id=waiting[portion.expected].settlement_id,
                amount_minor=portion.amount.minor,
            )
            for portion in new.portions
        ]  # fmt: skip
        self._session.add_all(self._parts[row.id])
        self._touch(row)
