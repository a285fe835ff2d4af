"""The contract of a statement reader: bytes from a stranger in, statements out.

A new reader is one file here, one line in `pay.evidence.read.READERS` and one sample in its tests.
"""

from dataclasses import dataclass, field
from typing import Protocol

from models.statement import Statement
from pay.evidence.columns import Mapping, Question

MOST_BYTES = 20_000_000
"""A year of a household's camt.053, the wordiest format, is below 2 MB (1,000 entries, 1.5 KB each)."""
MOST_ENTRIES = 100_000
"""Thirty years of a busy household; above it a file is not a person's statement."""
MOST_STATEMENTS = 5_000
"""Parts of one file: accounts, days or pages; a year of daily statements of ten accounts has 3,650."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file with what the person said of it.

    mappings: the columns answered for earlier CSV files, found again by the header's fingerprint.
    account, currency: for files that name none (most CSV); what the file says wins.
    """

    data: bytes = field(repr=False)
    mappings: tuple[Mapping, ...] = ()
    account: str = ""
    currency: str = "EUR"


class StatementReader(Protocol):
    """Reads one format, whatever the file is called.

    `name` is what Statement.reader says; `proven_against` says in words what it was tried on.
    """

    @property
    def name(self) -> str: ...

    @property
    def proven_against(self) -> str: ...

    def reads(self, source: Source) -> bool:
        """A cheap look at the first bytes: is this my format?"""
        ...

    def read(self, source: Source) -> tuple[Statement, ...] | Question:
        """One statement for each account and period of the file, all of it or none of it.

        Raises TooLarge, TooDeep, XmlForbidden, StatementUnknown, StatementDamaged, StatementTooLong
        or ColumnsUnfit. A Question asks which column is which.
        """
        ...
