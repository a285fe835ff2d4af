"""What else on a page bears an answer out, 0..1: sums, usual terms, web domains."""

import re
from itertools import chain

from extract.amount_due import Candidate
from extract.date_candidates import DateCandidate
from extract.prose import is_applied_at, is_discount_at
from extract.ranker import amounts, codes, days, names
from extract.ranker.context import NOTHING
from extract.ranker.forest import Numbers
from extract.ranker.model import Ranked
from extract.ranker.questions import CODES
from extract.ranker.terms import TermCandidate
from extract.sheet import Sheet
from extract.squash import squash

_PAIRS, _REPEATED = amounts.NAMES.index("sum_of_two"), amounts.NAMES.index("same_value")
_ADDS = amounts.NAMES.index("column_sum")
_AFTER, _BEFORE = days.NAMES.index("term_after"), days.NAMES.index("term_before")
_COLUMN, _LEFT = days.NAMES.index("in_column"), days.NAMES.index("left_gap")
_OF_ANOTHER = re.compile(
    r"(?:(?:^|[^a-z])sur|concernant|annule(?:etremplace)?|remplace|zur|betreft|betrifft|against|(?:^|[^a-z])for)"
    r"(?:la|votre|notre|the|our|your|ihre|unsere|uw|onze)?(?:facture|invoice|bill|rechnung|factuur)"
    r"[^a-z]{0,4}[a-z]{0,4}[^a-z]{0,20}(?:du|vom|of|dated|van|d\.d\.)?$"
)
_OF_A_BILL = re.compile(
    r"(?:facture|invoice|bill|rechnung|factuur|factura|fattura)(?:n[o°r.ºum]*)?[^.!?]{0,40}"
    r"(?:(?<![a-z])du|(?<=\d)du|dated|(?<=\d)of|vom|(?<=\d)van|(?<=\d)del?|van|d\.d\.)$"
)
_DEBIT = re.compile(
    r"prelev|debit|abgebucht|abbuch|eingezogen|einzug|lastschrift|collect|charged|domicili|addebit"
    r"|incass|afgeschr|adeudo|cargo"
)
_STOP = re.compile(r"(?<=\w\w)[.!?] |(?<=\d)[.!?] (?=[A-ZÀ-Ý])|^[.!?] ")
_TO_PAY = 80
"""The score from which the words of a date ask to pay by then; a bare limit of time has less."""
_CURRENCY = 3
"""Letters of a currency, which lead to nothing."""
_LIST = 2
"""Dates of a column, the one itself counted, that make a list."""
_SEEN = codes.NAMES.index("times")
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
    if question in CODES:
        return float(row[_SEEN] > 1)
    return 0.5 * float(row[_DOMAIN] > 0) + 0.5 * float(row[_TIMES] > 1)


def score_of(question: str, ranked: Ranked) -> int:
    """What the keyword rules' labels make of this answer, the best of its places; 0: nothing."""
    key = ranked.asked.keys[ranked.index]
    places = (
        c for c, one in zip(ranked.asked.candidates, ranked.asked.keys, strict=True) if one == key
    )
    scores = [_score(question, place) for place in places]
    return max(scores) if max(scores) > 0 else min(scores)


def is_listed(ranked: Ranked) -> bool:
    """True when each place of this date is a table's column of dates: no label leads to it, others stand
    over or under it.
    """
    asked = ranked.asked
    return all(_in_list(asked.candidates[i], asked.numbers[i]) for i in _places(ranked))


def is_discounted(ranked: Ranked) -> bool:
    """True when each place of this date is in a clause that offers a discount to who pays by then."""
    return all(_in_offer(ranked.asked.candidates[i]) for i in _places(ranked))


def is_applied_for(ranked: Ranked) -> bool:
    """True when each place of this date is the last day of an application, not of a payment."""
    return all(_in_application(ranked.asked.candidates[i]) for i in _places(ranked))


def is_of_another(ranked: Ranked) -> bool:
    """True when each place of this date is another paper's ("sur facture FA-88 du ...")."""
    asked = ranked.asked
    return all(_dates_another(asked.candidates[i]) for i in _places(ranked))


def is_of_its_bill(ranked: Ranked) -> bool:
    """True when each place of this date is a bill's of which the words tell ("facture n° 12 du ...")."""
    return all(_leads(_OF_A_BILL, ranked.asked.candidates[i]) for i in _places(ranked))


def is_of_debit_beside(ranked: Ranked) -> bool:
    """True when each place of this date tells of a debit while another date has a label of its own: who
    pays by hand has until that one.
    """
    asked = ranked.asked
    own = _places(ranked)
    others = (one for i, one in enumerate(asked.candidates) if i not in own)
    return all(_of_debit(asked.candidates[i]) for i in own) and any(
        isinstance(one, DateCandidate) and one.due >= _TO_PAY and not _of_debit(one)
        for one in others
    )


def is_bare(ranked: Ranked, sheet: Sheet) -> bool:
    """True when no words lead to any place of this amount: none before it, left of it or over it."""
    asked = ranked.asked
    return not any(_is_led_to(asked.candidates[i], sheet) for i in _places(ranked))


def _is_led_to(candidate: object, sheet: Sheet) -> bool:
    if not isinstance(candidate, Candidate):
        return True
    cell = candidate.cell
    beside = chain(sheet.left_of(cell), sheet.over(cell, candidate.box))
    texts = chain((cell.text[: candidate.seen.start],), (other.text for other in beside))
    return any(sum(c.isalpha() for c in text) > _CURRENCY for text in texts)


def _places(ranked: Ranked) -> list[int]:
    key = ranked.asked.keys[ranked.index]
    return [i for i, one in enumerate(ranked.asked.keys) if one == key]


def _in_offer(candidate: object) -> bool:
    return isinstance(candidate, DateCandidate) and is_discount_at(
        candidate.cell.text, candidate.seen.start
    )


def _in_application(candidate: object) -> bool:
    return isinstance(candidate, DateCandidate) and is_applied_at(
        candidate.cell.text, candidate.seen.start
    )


def _dates_another(candidate: object) -> bool:
    return _leads(_OF_ANOTHER, candidate)


def _leads(words: re.Pattern[str], candidate: object) -> bool:
    return isinstance(candidate, DateCandidate) and bool(
        words.search(squash(candidate.cell.text[: candidate.seen.start]))
    )


def _of_debit(candidate: object) -> bool:
    return isinstance(candidate, DateCandidate) and bool(
        _DEBIT.search(squash(f"{candidate.label} {_sentence(candidate)}"))
    )


def _sentence(candidate: DateCandidate) -> str:
    """The sentence of its cell in which the date stands."""
    seen, text = candidate.seen, candidate.cell.text
    return _STOP.split(text[: seen.start])[-1] + _STOP.split(text[seen.end :])[0]


def _in_list(candidate: object, row: Numbers) -> bool:
    if not isinstance(candidate, DateCandidate) or isinstance(candidate, TermCandidate):
        return False
    alone = candidate.seen.start == 0 and row[_LEFT] >= NOTHING
    return alone and row[_COLUMN] >= _LIST


def _score(question: str, candidate: object) -> int:
    if isinstance(candidate, Candidate):
        return candidate.score
    if isinstance(candidate, DateCandidate):
        return candidate.due if question == "due_on" else candidate.issued
    return 0
