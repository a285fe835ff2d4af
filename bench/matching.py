"""How often matching is wrong: our own households, months of statements, traps on purpose.

`python -m bench.matching --households 400` prints wrong automatic matches, what was found by itself,
what was suggested, and what was missed. The truth is known because the payments are made from it.

Traps: bills that Facteur never saw, payments from another account, equal amounts (same biller twice a
month, other billers, shops), customer numbers printed as references, last month's reference on this
month's transfer, typos and cut texts, late, double, part and joint payments, returned debits that are
presented again, refunds, similar names, one account for two billers, misread bill numbers.
"""

import argparse
import random
import time
from collections import Counter

from bench.bank import STYLES, written
from bench.payers import House, Payment, house
from pay.match.expected import Matching
from pay.match.match import match


def score(found: Matching, home: House, truth: dict[str, Payment], style: str) -> Counter[str]:
    """Counts of one household. A payment is findable when one of its bills was seen by Facteur."""
    tally: Counter[str] = Counter()
    seen = {one.key for one in home.expected}
    proven = {one.entry: one for one in found.matched}
    hinted = {one.entry: set[str]() for one in found.suggested}
    for hint in found.suggested:
        hinted[hint.entry].update(portion.expected for portion in hint.portions)
    back = {one.original: one for one in found.returned}
    for key, payment in truth.items():
        bills = set(payment.bills) & seen
        if key in proven:
            one = proven[key]
            named = {portion.expected for portion in one.portions}
            right = named == set(payment.bills) and not payment.returned
            tally["automatic"] += 1
            tally["right" if right else "wrong"] += 1
            tally[f"{'right' if right else 'wrong'} as {style}"] += 1
            tally[f"{'right' if right else 'wrong'} {one.level} {one.kind}"] += 1
        elif key in back:
            tally["returns"] += 1
            tally["returns wrong"] += not set(back[key].expected) <= set(payment.bills)
        elif bills and not payment.returned:
            tally["suggested" if bills & hinted.get(key, set()) else "missed"] += 1
        tally["findable"] += bool(bills) and not payment.returned
        tally[f"findable as {style}"] += bool(bills) and not payment.returned
    return tally


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--households", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    total: Counter[str] = Counter()
    began = time.process_time()
    for at in range(chosen.households):
        r = random.Random(f"{chosen.seed}/{at}")
        home = house(r)
        style = r.choice(STYLES)
        entries, truth = written(r, home, style)
        total += score(match(home.expected, entries), home, truth, style)
    spent = time.process_time() - began
    for name, count in sorted(total.items()):
        print(f"{name:32} {count:8}")
    rate = 100 * total["wrong"] / max(1, total["automatic"])
    print(
        f"wrong automatic {rate:.3f} %, automatic right {100 * total['right'] / total['findable']:.1f} %,"
    )
    print(
        f"suggested {100 * total['suggested'] / total['findable']:.1f} % of the findable; {spent:.1f} s"
    )


if __name__ == "__main__":
    main()
