"""The same movement imported twice is one movement.

A key is a digest of account, day, amount, the bank's own id, else the folded texts, and the place
among equal ones. The day and amount stand beside the bank's id because some banks count their ids
from 1 again every day, or give one id to a whole batch.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from models.statement import Entry, Statement
from pay.evidence.texts import compact

_DIGITS = 24
"""96 bits: two different movements share a key once in 10^20 households."""


def with_keys(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The same statements, every entry with its key; a statement that stands twice stands once.

    Equal entries are counted within their account and day over the whole file, as one day may be
    spread over several pages. Which of two equal ones comes first makes no difference.
    """
    seen: Counter[str] = Counter()
    return tuple(
        replace(
            one,
            entries=tuple(_keyed(entry, seen, "") for entry in one.entries),
            pending=tuple(_keyed(entry, seen, "pending|") for entry in one.pending),
        )
        for one in dict.fromkeys(statements)
    )


def _keyed(entry: Entry, seen: Counter[str], kind: str) -> Entry:
    base = kind + _base(entry)
    seen[base] += 1
    return replace(entry, key=_digest(f"{base}|{seen[base]}"))


def _base(entry: Entry) -> str:
    iban = entry.counterparty_iban.text if entry.counterparty_iban else ""
    texts = (entry.counterparty, iban, entry.end_to_end, entry.reference, entry.text)
    # Banks wrap, pad and capitalise the same text differently from one export to the next.
    said = " ".join(compact(text) for text in texts)
    if entry.bank_id:
        said = f"{entry.bank_id} {entry.end_to_end}"
    booked = f"{entry.account}|{entry.booked_on.isoformat()}|{entry.amount.minor}"
    return f"{booked}|{entry.amount.currency}|{said}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
