"""Which entries of a statement are new: files overlap, and the same days come in two formats."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from models.money import Money
from models.statement import Entry, Statement

Booked = tuple[str, date, Money]


def new_entries(known: Iterable[tuple[str, Entry]], statement: Statement) -> tuple[Entry, ...]:
    """The booked entries of `statement` that are not among `known` (reader's name, entry).

    The same key is the same entry. Another format writes other texts, hence other keys: there, as
    many movements of one account, day and amount as another format already told are the same ones.
    """
    kept = list(known)
    known_by = {entry.key: name for name, entry in kept}
    told: Counter[Booked] = Counter()
    for reader in {name for name, _ in kept if name != statement.reader}:
        # Two other formats that tell the same movement tell it once: the larger count, not the sum.
        told |= Counter(_booked(entry) for name, entry in kept if name == reader)
    fresh = []
    for entry in statement.entries:
        same = known_by.get(entry.key)
        if same != statement.reader and told[_booked(entry)] > 0:
            told[_booked(entry)] -= 1
        elif same is None:
            fresh.append(entry)
    return tuple(fresh)


def _booked(entry: Entry) -> Booked:
    return entry.account, entry.booked_on, entry.amount
