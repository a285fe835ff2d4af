"""What kind of paper it is (to pay, to be debited, a receipt …): its rows' words and letter groups and the
rules' signs, weighed by a logistic regression over the whole page and over its best rows.

One sentence mostly tells how a bill stands, among fifty that do not: so each row has a score of its own
beside the page's, and the rows' are added as log-sum-exp, where the strongest count ("multiple instances",
Dietterich et al. 1997).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby, pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extract.looked import Looked
from extract.ranker.figures import FIGURES, marked
from extract.ranker.forest import Numbers
from extract.ranker.grams import Buckets
from extract.ranker.meanings import meanings_of
from extract.squash import squash

KINDS = (
    "to_pay", "to_be_debited", "receipt", "credit_note", "schedule", "reminder", "on_portal", "other",
)  # fmt: skip
"""models.verdict.Kind's words, in the order of the model's arrays."""
BUCKETS = 1 << 17
_MOST_ROWS = 150
_MOST_WORDS = 40
_LETTERS = 5
SIGN = 0.5
"""The weight of a sign that the rules saw, beside words that share a length of 1."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """rows and page: weights of shape (kinds, BUCKETS), of one row's words and of all words together; bias
    of shape (kinds,).
    """

    rows: NDArray[np.float32]
    page: NDArray[np.float32]
    bias: Numbers

    def chances(self, lines: Sequence[str], signs: Iterable[str]) -> Numbers:
        """The chance (0..1) of each of KINDS for a page with these rows (`marked`); they sum to 1."""
        score = self.bias + SIGN * self.page[:, sign_buckets(signs)].sum(axis=1, dtype=np.float64)
        said = rows_of(lines)
        if said:
            score = score + _mean(self.page, paper_buckets(said))
            score = score + log_sum_exp(self._told(said))
        likely = np.exp(score - score.max())
        return np.asarray(likely / likely.sum())

    def of(self, looked: Looked) -> Numbers:
        """The chances of this paper."""
        return self.chances(marked(looked), looked.signs)

    def proof(self, kind: str, looked: Looked) -> str:
        """The row that speaks most for this kind against the others."""
        rows = zip(looked.lines, marked(looked)[:_MOST_ROWS], strict=False)
        kept = [(line, buckets) for line, row in rows if len(buckets := row_buckets(row))]
        if not kept:
            return ""
        told = self._told([buckets for _, buckets in kept])
        return kept[int(np.argmax(told[:, KINDS.index(kind)] - told.mean(axis=1)))][0]

    def _told(self, said: Sequence[Buckets]) -> Numbers:
        """The score of each row for each kind, of shape (rows, kinds)."""
        return np.array([_mean(self.rows, buckets) for buckets in said])


_BILL, _REMINDER = KINDS.index("to_pay"), KINDS.index("reminder")


def by_act(chances: Numbers) -> Numbers:
    """The chances with a reminder's beside its bill's: both ask to be paid, and what must be done is
    what the promise of "sure" is about.
    """
    found = chances.copy()
    found[_BILL] += found[_REMINDER]
    found[_REMINDER] = 0.0
    return found


def likeliest(chances: Numbers) -> int:
    """The number of the kind that is meant: what must be done first, then how it is said."""
    act = int(by_act(chances).argmax())
    return _REMINDER if act == _BILL and chances[_REMINDER] > chances[_BILL] else act


def _mean(weights: NDArray[np.float32], buckets: Buckets) -> Numbers:
    found: Numbers = weights[:, buckets].sum(axis=1, dtype=np.float64) / np.sqrt(len(buckets))
    return found


def log_sum_exp(told: Numbers) -> Numbers:
    """Over the rows, for each kind: near the largest, and smooth."""
    most = told.max(axis=0)
    return np.asarray(most + np.log(np.exp(told - most).sum(axis=0)))


@lru_cache(maxsize=2048)
def row_buckets(row: str) -> Buckets:
    """Bucket numbers of a marked row's words, pairs of words and letter groups (what has figures is one
    word), and of its meanings: each, those that follow one another, any two and, in a row, three.
    """
    words = [w if w in FIGURES else _plain(w) for w in row.split()[:_MOST_WORDS]]
    kept = ["#" if word in FIGURES else word for word in words if word]
    pairs = [f"{one} {two}" for one, two in pairwise(kept)]
    run = f" {' '.join(kept)} "
    letters = [f"~{run[i : i + _LETTERS]}" for i in range(len(run) - _LETTERS + 1)]
    parts = [*kept, *pairs, *letters, *_meant(words)]
    found = {crc32(part.encode()) % BUCKETS for part in parts}
    return np.array(sorted(found), dtype=np.int64)


def _plain(word: str) -> str:
    return "#" if any(c.isdigit() for c in word) else squash(word)


def _meant(words: Iterable[str]) -> Iterator[str]:
    told = [m for word in words for m in ([word] if word in FIGURES else meanings_of(word))]
    said = [m for m, _ in groupby(told)]
    kinds = sorted(set(said))
    yield from (f"@{one}" for one in kinds)
    yield from (f"@{one}&{two}" for one, two in combinations(kinds, 2))
    yield from (f"@{one}>{two}" for one, two in pairwise(said))
    yield from (f"@{'>'.join(three)}" for three in zip(said, said[1:], said[2:], strict=False))


def rows_of(lines: Sequence[str]) -> list[Buckets]:
    """The buckets of each row that says anything."""
    found = (row_buckets(line) for line in lines[:_MOST_ROWS])
    return [buckets for buckets in found if len(buckets)]


def paper_buckets(rows: Sequence[Buckets]) -> Buckets:
    """All rows of a paper together."""
    return np.unique(np.concatenate(rows)) if rows else np.empty(0, dtype=np.int64)


def sign_buckets(signs: Iterable[str]) -> Buckets:
    """The signs that the rules saw, one by one and all together."""
    names = sorted(signs)
    said = [*names, " ".join(names)]
    return np.array(sorted({crc32(f"sign:{name}".encode()) % BUCKETS for name in said}))
