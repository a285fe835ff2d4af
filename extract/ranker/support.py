"""What else on a page bears an answer out, 0..1: sums, usual terms, web domains."""

from extract.ranker import amounts, days, names
from extract.ranker.model import Ranked

_PAIRS, _REPEATED = amounts.NAMES.index("sum_of_two"), amounts.NAMES.index("same_value")
_ADDS = amounts.NAMES.index("column_sum")
_AFTER, _BEFORE = days.NAMES.index("term_after"), days.NAMES.index("term_before")
_DOMAIN, _TIMES = names.NAMES.index("domain_is"), names.NAMES.index("times")


def support_of(question: str, ranked: Ranked) -> float:
    """For the answer of this ranking."""
    row = ranked.asked.numbers[ranked.index]
    if question == "amount":
        return 0.5 * float(row[_PAIRS] > 0 or row[_ADDS] > 0) + 0.5 * float(row[_REPEATED] > 1)
    if question == "due_on":
        return float(row[_AFTER] > 0)
    if question == "issued_on":
        return float(row[_BEFORE] > 0)
    return 0.5 * float(row[_DOMAIN] > 0) + 0.5 * float(row[_TIMES] > 1)
