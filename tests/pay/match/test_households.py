"""Whole households with traps on purpose: what matches by itself is right (2,000 in `bench.matching`)."""

import random
from collections import Counter

from bench.bank import written
from bench.matching import score
from bench.payers import house
from pay.match.match import match

MOST_WRONG = 0.0005


def test_of_ten_thousand_automatic_matches_five_may_be_wrong() -> None:
    total: Counter[str] = Counter()
    for at in range(60):
        r = random.Random(f"tests/{at}")
        home = house(r)
        style = r.choice(("camt", "label"))
        entries, truth = written(r, home, style)
        total += score(match(home.expected, entries), home, truth, style)
    assert total["automatic"] > 2000
    assert total["wrong"] <= MOST_WRONG * total["automatic"]
    assert total["right"] > 0.6 * total["findable"]
    assert total["right"] + total["suggested"] > 0.95 * total["findable"]
