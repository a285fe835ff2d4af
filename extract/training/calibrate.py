"""Fits what answers are worth on documents whose layouts and wordings nobody had seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from extract.ranker.clues import Said, kind_clues
from extract.ranker.forest import Numbers
from extract.ranker.judge import Judge
from extract.ranker.kinds import KINDS, likeliest
from extract.ranker.model import Model
from extract.ranker.questions import CODES
from extract.ranker.said import said_of, said_of_amount, said_of_code, said_of_name
from extract.ranker.sureness import GROUPS, Sureness
from extract.rule_of_dates import due_of
from extract.training.labels import code_of, is_biller
from extract.training.prepared import Prepared
from models.verdict import asks_alike

PROMISE = 0.996
"""The share of a field's sure answers that must be right on held-out documents, so that the
fields together, wrong where one is wrong and mostly in the same hard documents, stay near 99.5 %."""
_STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Proposals of held-out documents: clues, whether right, the document of each, its group, and whether it
    may be sure at all.
    """

    clues: Numbers
    right: NDArray[np.bool_]
    document: NDArray[np.int64]
    group: NDArray[np.int64]
    free: NDArray[np.bool_]


Held = Sequence[tuple[Prepared, Model]]
"""Documents, each with a model that never saw its layout or its wording."""


def weigh(held: Held, question: str) -> Weighed:
    """All proposals for one question."""
    clues, right, document, group, free = [], [], [], [], []
    for number, (prepared, model) in enumerate(held):
        if not is_asked(prepared, question):
            continue
        judge = Judge(prepared.looked, model)
        for proposal in judge.proposals(question, _said(prepared, judge, question)):
            clues.append(proposal.clues)
            right.append(_is_right(prepared, judge, question, proposal.key, proposal.at))
            document.append(number)
            group.append(judge.paper.group)
            free.append(judge.may_be_sure(question, proposal))
    return _weighed(clues, right, document, group, free)


def _weighed(
    clues: Sequence[Sequence[float]],
    right: Sequence[bool],
    document: Sequence[int],
    group: Sequence[int],
    free: Sequence[bool],
) -> Weighed:
    return Weighed(
        np.array(clues),
        np.array(right, dtype=bool),
        np.array(document),
        np.array(group),
        np.array(free, dtype=bool),
    )


def is_asked(prepared: Prepared, question: str) -> bool:
    """Papers that are no bills have amounts and days which nobody acts on: no promise hangs on them."""
    truth = prepared.example.truth
    return question in truth.known and truth.kind != "other"


def weigh_none(held: Held) -> Weighed:
    """The answer "no due date" of each held-out document."""
    known = [(p, m) for p, m in held if is_asked(p, "due_on")]
    judges = [(p, Judge(p.looked, m)) for p, m in known]
    clues = [judge.none_clues(_said(p, judge, "due_on")) for p, judge in judges]
    right = [p.example.truth.due_on is None for p, _ in known]
    group = [judge.paper.group for _, judge in judges]
    return _weighed(clues, right, range(len(known)), group, [True] * len(known))


def weigh_kind(held: Held) -> Weighed:
    """What the likeliest kind of each held-out document asks."""
    papers = [(p, Judge(p.looked, m).paper) for p, m in held if p.example.truth.kind]
    clues = [kind_clues(paper) for _, paper in papers]
    right = [asks_alike(p.example.truth.kind, KINDS[likeliest(q.kinds)]) for p, q in papers]
    group = [paper.group for _, paper in papers]
    return _weighed(clues, right, range(len(papers)), group, [True] * len(papers))


def _said(prepared: Prepared, judge: Judge, question: str) -> Said:
    rules = prepared.rules
    if question == "amount":
        return said_of_amount(rules.amount)
    if question == "biller":
        return said_of_name(rules.biller)
    if question in CODES:
        return said_of_code(rules.number if question == "number" else rules.customer)
    if question == "issued_on":
        return said_of(rules.issued_on)
    return said_of(due_of(prepared.looked, judge.issued(rules.issued_on)))


def _is_right(prepared: Prepared, judge: Judge, question: str, key: object, at: int | None) -> bool:
    truth = prepared.example.truth
    if question == "amount":
        return truth.amount is not None and key == abs(truth.amount)
    if question == "due_on":
        return truth.due_on is not None and key == truth.due_on
    if question == "issued_on":
        return truth.issued_on is not None and key == truth.issued_on
    if question in CODES:
        return key is not None and key == code_of(question, truth)
    rule = prepared.rules.biller
    text = rule.value if rule and said_of_name(rule).key == key else judge.text_at("biller", at)
    return is_biller(truth.biller, text)


def fit_sureness(weighed: Weighed) -> Sureness:
    """The weights, and the chance from which the best answers keep the PROMISE."""
    model = LogisticRegression(C=_STRENGTH, solver="lbfgs", max_iter=2000)
    model.fit(weighed.clues, weighed.right)
    fitted = Sureness(model.coef_[0], float(model.intercept_[0]), np.full(len(GROUPS), SAFE))
    chances = np.array([fitted.chance(row) for row in weighed.clues])
    best = _best_of_each(chances, weighed.document)
    best = best[weighed.free[best]]
    parts = [best[weighed.group[best] == group] for group in range(len(GROUPS))]
    cuts = [cut_of(chances[part], weighed.right[part]) for part in parts]
    return Sureness(fitted.weights, fitted.bias, np.array(cuts))


_LEAST_PROOF = 100
SAFE = 0.999
"""The chance from which a group is sure that shows too few answers to know better."""


def _best_of_each(chances: Numbers, document: NDArray[np.int64]) -> NDArray[np.int64]:
    order = np.lexsort((-chances, document))
    first = np.concatenate([[True], np.diff(document[order]) > 0])
    return np.asarray(order[first])


def cut_of(chances: Numbers, right: NDArray[np.bool_]) -> float:
    """The lowest chance such that of all answers above it at least PROMISE were right; fewer than
    _LEAST_PROOF answers are no proof.
    """
    order = np.argsort(-chances)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    share[: _LEAST_PROOF - 1] = 0.0
    kept = np.flatnonzero(share >= PROMISE)
    return float(np.clip(chances[order][kept[-1]], 0.5, SAFE)) if len(kept) else SAFE
