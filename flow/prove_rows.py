"""The rows of an import's answer, apart from what reads statements: showing them is light."""

from typing import TypedDict

from flow.debit_watch import DebitRow
from flow.payments import EntryRow, MatchRow


class StatementRow(TypedDict):
    """One statement of a file. gap: closing less opening less entries, null when it is not told."""

    bank_account: str
    reader: str
    first_on: str | None
    last_on: str | None
    entries: int
    pending: int
    left_out: int
    gap: str | None
    currency: str


class Report(TypedDict):
    """`facteur import --json`. new, known: entries of the file; 0 when no file was named.

    opened: the bills that were paid before the file came, and are not any more.
    """

    new: int
    known: int
    statements: list[StatementRow]
    matched: list[MatchRow]
    suggested: list[MatchRow]
    returned: list[MatchRow]
    unknown: list[EntryRow]
    debits: list[DebitRow]
    opened: list[int]
