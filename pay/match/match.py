"""Entries of statements against bills and orders: what is proven, what one tap would prove.

A pure function of bills, entries and the person's decisions: it is run again over everything when
any of them changes, so that unmatching and late entries need no code of their own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from models.statement import Entry
from pay.match.again import beside, paid_again, paid_before
from pay.match.decided import confirmed, refused, still_open
from pay.match.expected import Decision, Expected, Match, Matching, Portion, Return, Suggestion
from pay.match.pairs import RANKS, Pair, pairs_of, unique
from pay.match.returned import originals, turned
from pay.match.suggest import refunds, suggestions, sure_sum
from pay.match.twins import alike, twins

_PASSES = (RANKS["end_to_end"], RANKS["reference"], RANKS["iban"])


def match(
    expected: Sequence[Expected], entries: Sequence[Entry], decisions: Sequence[Decision] = ()
) -> Matching:
    """What `entries` (booked ones, of all accounts and files) say of `expected`.

    Automatic only by our own id, a reference, the payee's account or the SEPA creditor, with the
    exact amount, unique in both directions. Everything else is suggested or unknown.
    """
    by_key = {entry.key: entry for entry in entries}
    bills = {one.key: one for one in expected}
    # The same entry handed in twice, from two overlapping files, is one entry.
    entries, expected = tuple(by_key.values()), tuple(bills.values())
    told = confirmed(decisions, by_key, bills)
    apart = refused(decisions)
    returned, undone = _returns(expected, entries, told, apart)
    told = [one for one in told if one.entry not in undone]
    used = {one.entry for one in told} | undone | {one.entry for one in returned}
    rest = [entry for entry in entries if entry.key not in used]
    days = {key: entry.booked_on for key, entry in by_key.items()}
    said = [one for one in told if one.kind != "refund"]
    first = paid_before(said, expected, by_key, rest, apart)
    told = [*beside(told, first), *first]
    found, left = _beside(told, expected, _unused(rest, first), apart, days)
    matches = [*told, *found]
    returned = _consistent(returned, matches)
    suggested = suggestions(left)
    named = undone | {one.entry for one in returned} | {one.entry for one in matches}
    named |= {one.entry for one in suggested}
    rest = [entry for entry in entries if entry.key not in named]
    asked = paid_again(expected, matches, rest, apart)
    asked += refunds(_unused(rest, asked), matches, by_key, bills)
    unknown = [entry.key for entry in _unused(rest, asked)]
    return Matching(tuple(matches), (*suggested, *asked), tuple(returned), tuple(unknown))


def _beside(
    told: Sequence[Match],
    expected: Sequence[Expected],
    entries: Sequence[Entry],
    apart: frozenset[tuple[str, str]],
    days: Mapping[str, date],
) -> tuple[list[Match], list[Pair]]:
    """As `_automatic`, of what the person's word leaves open. days: of every entry.

    A refund takes back what was paid until its day: that is matched first, as if nothing had come back,
    whatever came later; then what pays the opened bill anew.
    """
    refunded = [one for one in told if one.kind == "refund"]
    stands, paid = [one for one in told if one not in refunded], list[Match]()
    for back in sorted(refunded, key=lambda one: days[one.entry]):
        before = [entry for entry in entries if entry.booked_on <= days[back.entry]]
        found, _ = _automatic(still_open(expected, stands), _unused(before, paid), apart)
        again = [one for one in found if not _bills(one).isdisjoint(_bills(back))]
        paid += again
        stands += [*again, back]
    found, left = _automatic(still_open(expected, stands), _unused(entries, paid), apart)
    return [*paid, *found], left


def _unused(entries: Sequence[Entry], matches: Sequence[Match | Suggestion]) -> list[Entry]:
    used = {one.entry for one in matches}
    return [entry for entry in entries if entry.key not in used]


def _bills(match_: Match) -> set[str]:
    return {portion.expected for portion in match_.portions}


def _consistent(returned: Sequence[Return], matches: Sequence[Match]) -> list[Return]:
    """A return whose payment is not known opens no bill that something has paid: a person must look."""
    paid = {portion.expected for one in matches for portion in one.portions}
    return [one for one in returned if one.original or paid.isdisjoint(one.expected)]


def _automatic(
    expected: Sequence[Expected],
    entries: Sequence[Entry],
    apart: frozenset[tuple[str, str]],
    passes: Sequence[int] = _PASSES,
) -> tuple[list[Match], list[Pair]]:
    """The matches that evidence alone makes, and the pairs that are left for the person."""
    left = pairs_of(expected, entries, apart)
    groups = alike(entries)
    repeated = frozenset(one.key for group in groups if len(group) > 1 for one in group)
    matches: list[Match] = []
    for rank in passes:
        # Known by account, near its day, but not alone: a person must look.
        settled = frozenset(one.entry for one in matches)
        two = twins(groups, settled) if rank <= RANKS["iban"] else frozenset[str]()
        taken = [
            pair
            for pair in unique(left, rank)
            if pair.entry.key not in two and not _copied(pair, repeated)
        ]
        matches += [_whole(pair) for pair in taken]
        left = _without(left, matches)
        if rank == RANKS["reference"]:
            matches += _sure_sums(left)
            left = _without(left, matches)
    return matches, left


def _copied(pair: Pair, repeated: frozenset[str]) -> bool:
    """A late payment that its payee gets again and again: people copy last month's reference."""
    told = pair.evidence
    return told.level == "reference" and not told.near and pair.entry.key in repeated


def _whole(pair: Pair) -> Match:
    portion = Portion(pair.expected.key, pair.entry.amount)
    return Match(pair.entry.key, (portion,), pair.evidence.level)


def _sure_sums(pairs: Sequence[Pair]) -> list[Match]:
    by_entry: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_entry[pair.entry.key].append(pair)
    found = [one for own in by_entry.values() if (one := sure_sum(own)) is not None]
    claims: defaultdict[str, int] = defaultdict(int)
    for one in found:
        for portion in one.portions:
            claims[portion.expected] += 1
    return [one for one in found if all(claims[part.expected] == 1 for part in one.portions)]


def _without(pairs: Sequence[Pair], matches: Sequence[Match]) -> list[Pair]:
    entries = {one.entry for one in matches}
    bills = {portion.expected for one in matches for portion in one.portions}
    return [p for p in pairs if p.entry.key not in entries and p.expected.key not in bills]


def _returns(
    expected: Sequence[Expected],
    entries: Sequence[Entry],
    told: Sequence[Match],
    apart: frozenset[tuple[str, str]],
) -> tuple[list[Return], set[str]]:
    """The payments that came back with the bills they had paid, and the keys of those payments.

    A return whose payment is not here still names its bill when it bears its reference.
    """
    found = originals(entries)
    by_key = {entry.key: entry for entry in entries}
    sent = [one for one in found.values() if one is not None]
    lost = [turned(by_key[key]) for key, one in found.items() if one is None]
    paid = {one.entry: one for one in told}
    open_ = [entry for entry in sent if entry.key not in paid]
    paid |= {one.entry: one for one in _automatic(expected, open_, apart)[0]}
    # Which of an account's payments came back is not known by the account: only by a bill's own id.
    paid |= {one.entry: one for one in _automatic(expected, lost, apart, _PASSES[:2])[0]}
    returns = []
    for key, original in found.items():
        match_ = paid.get(original.key if original else key)
        bills = tuple(portion.expected for portion in match_.portions) if match_ else ()
        if original is not None or bills:
            returns.append(
                Return(key, original.key if original else None, bills, by_key[key].returned)
            )
    return returns, {one.key for one in sent}
