"""Which entries of a statement are new: files overlap, and the same days come in two formats, or in a
file that names no account.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.money import Money
from models.statement import Entry, Statement
from pay.evidence.texts import compact
from pay.match.names import folded

Booked = tuple[date, Money]
_TELLING = (
    "account", "counterparty_iban", "creditor_id", "mandate", "end_to_end", "reference", "bank_id",
    "returned",
)  # fmt: skip
_BESIDE = ("counterparty", "value_on", "means")
_SHARED = 0.5
"""Of the letters of a text: the payee's name beside what each format adds to it."""
_WORD = 4
"""Letters of a word that may be a name."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """fresh: the movements that nothing told yet. again: by the key of a known movement, all that is
    known of it now, where the file says more than was known and it is plain which one it means.
    """

    fresh: tuple[Entry, ...]
    again: dict[str, Entry]


def overlap(known: Iterable[tuple[str, Entry]], statement: Statement) -> Overlap:
    """What `statement` says beside `known` (reader's name, entry): what is new, and what is said better.

    The same key is the same entry. Another format writes other texts, hence other keys: there, as
    many movements of one account, day and amount as another format already told are the same ones. A
    file that names no account may be of any: there the payees must be alike as well.
    """
    kept = list(known)
    keys = {entry.key: name for name, entry in kept}
    told = _told_elsewhere(kept, statement)
    alone = Counter(map(_booked, statement.entries))
    fresh: list[Entry] = []
    again: dict[str, Entry] = {}
    for entry in statement.entries:
        same = keys.get(entry.key)
        beside = told[_booked(entry)]
        twin = None if same == statement.reader else _twin(entry, beside)
        if twin is not None:
            plain = len(beside) == alone[_booked(entry)] == 1
            beside.remove(twin)
            merged = joined(twin, entry) if plain else twin
            if merged != twin:
                again[twin.key] = merged
        elif same is None:
            fresh.append(entry)
    return Overlap(tuple(fresh), again)


def joined(one: Entry, other: Entry) -> Entry:
    """Two tellings of one movement as one: whichever names more ids tells it, the other fills what is
    blank, and what their texts say is kept of both.
    """
    more, less = (other, one) if _ids(other) > _ids(one) else (one, other)
    blank = {name: getattr(less, name) for name in (*_TELLING, *_BESIDE) if not getattr(more, name)}
    text = more.text
    if compact(less.text) not in compact(text):
        text = f"{text} / {less.text}" if text else less.text
    return replace(more, **blank, text=text)


def _ids(entry: Entry) -> int:
    return sum(bool(getattr(entry, name)) for name in _TELLING)


def _told_elsewhere(
    kept: Sequence[tuple[str, Entry]], statement: Statement
) -> defaultdict[Booked, list[Entry]]:
    """What other formats or accounts told, by day and amount: this account first.

    Two formats that tell the same movement of an account tell it once: the longer list, not the sum.
    """
    lists: defaultdict[tuple[str, Booked], defaultdict[str, list[Entry]]]
    lists = defaultdict(lambda: defaultdict(list))
    for reader, entry in kept:
        if reader != statement.reader or entry.account != statement.account:
            lists[entry.account, _booked(entry)][reader].append(entry)
    found: defaultdict[Booked, list[Entry]] = defaultdict(list)
    here_first = sorted(lists.items(), key=lambda one: one[0][0] != statement.account)
    for (_, booked), by_reader in here_first:
        longest: list[Entry] = max(by_reader.values(), key=len)
        found[booked] += longest
    return found


def _twin(entry: Entry, beside: Sequence[Entry]) -> Entry | None:
    """The movement among `beside` that `entry` tells again, None when none is."""
    for other in beside:
        if entry.account == other.account:
            return other
    nameless = [other for other in beside if not (entry.account and other.account)]
    alike = [(_likeness(entry, other), other) for other in nameless]
    best = max(alike, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= _SHARED else None


def _likeness(entry: Entry, other: Entry) -> float:
    """0..1: how much of what the shorter of two texts says of the other side stands in the longer."""
    if entry.counterparty_iban is not None and entry.counterparty_iban == other.counterparty_iban:
        return 1.0
    one, two = (set(folded(f"{e.counterparty} {e.text}").split()) for e in (entry, other))
    common = [word for word in one & two if word.isalpha()]
    if max(map(len, common), default=0) < _WORD:
        return 0.0
    return len("".join(common)) / min(len("".join(words)) for words in (one, two))


def _booked(entry: Entry) -> Booked:
    return entry.booked_on, entry.amount
