"""Fits what answers are worth on documents whose layouts and wordings nobody had seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from extract.ranker.clues import Said, kind_clues
from extract.ranker.forest import Numbers
from extract.ranker.judge import Judge, said_of, said_of_amount, said_of_name
from extract.ranker.kinds import KINDS, likeliest
from extract.ranker.model import Model
from extract.ranker.sureness import Sureness
from extract.rule_of_dates import due_of
from extract.training.labels import is_biller
from extract.training.prepared import Prepared
from models.verdict import asks_alike

PROMISE = 0.996
"""The share of a field's sure answers that must be right on held-out documents, so that the
fields together, wrong where one is wrong and mostly in the same hard documents, stay near 99.5 %."""
_STRENGTH = 1.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Proposals of held-out documents: clues, whether right, and the document of each."""

    clues: Numbers
    right: NDArray[np.bool_]
    document: NDArray[np.int64]


Held = Sequence[tuple[Prepared, Model]]
"""Documents, each with a model that never saw its layout or its wording."""


def weigh(held: Held, question: str) -> Weighed:
    """All proposals for one question."""
    clues, right, document = [], [], []
    for number, (prepared, model) in enumerate(held):
        if question not in prepared.example.truth.known:
            continue
        judge = Judge(prepared.looked, model)
        for proposal in judge.proposals(question, _said(prepared, judge, question)):
            clues.append(proposal.clues)
            right.append(_is_right(prepared, judge, question, proposal.key, proposal.at))
            document.append(number)
    return Weighed(np.array(clues), np.array(right, dtype=bool), np.array(document))


def weigh_none(held: Held) -> Weighed:
    """The answer "no due date" of each held-out document."""
    known = [(p, m) for p, m in held if "due_on" in p.example.truth.known]
    judges = [(p, Judge(p.looked, m)) for p, m in known]
    clues = [judge.none_clues(_said(p, judge, "due_on")) for p, judge in judges]
    right = [p.example.truth.due_on is None for p, _ in known]
    return Weighed(np.array(clues), np.array(right, dtype=bool), np.arange(len(known)))


def weigh_kind(held: Held) -> Weighed:
    """What the likeliest kind of each held-out document asks."""
    papers = [(p, Judge(p.looked, m).paper) for p, m in held]
    clues = [kind_clues(paper) for _, paper in papers]
    right = [asks_alike(p.example.truth.kind, KINDS[likeliest(q.kinds)]) for p, q in papers]
    return Weighed(np.array(clues), np.array(right, dtype=bool), np.arange(len(held)))


def _said(prepared: Prepared, judge: Judge, question: str) -> Said:
    rules = prepared.rules
    if question == "amount":
        return said_of_amount(rules.amount)
    if question == "biller":
        return said_of_name(rules.biller)
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
    rule = prepared.rules.biller
    text = rule.value if rule and said_of_name(rule).key == key else judge.text_at("biller", at)
    return is_biller(truth.biller, text)


def fit_sureness(weighed: Weighed) -> Sureness:
    """The weights, and the chance from which the best answers keep the PROMISE."""
    model = LogisticRegression(C=_STRENGTH, solver="lbfgs", max_iter=2000)
    model.fit(weighed.clues, weighed.right)
    fitted = Sureness(model.coef_[0], float(model.intercept_[0]), SAFE)
    chances = np.array([fitted.chance(row) for row in weighed.clues])
    best = _best_of_each(chances, weighed.document)
    return Sureness(fitted.weights, fitted.bias, cut_of(chances[best], weighed.right[best]))


SAFE = 0.995


def _best_of_each(chances: Numbers, document: NDArray[np.int64]) -> NDArray[np.int64]:
    order = np.lexsort((-chances, document))
    first = np.concatenate([[True], np.diff(document[order]) > 0])
    return np.asarray(order[first])


def cut_of(chances: Numbers, right: NDArray[np.bool_]) -> float:
    """The lowest chance such that of all answers above it at least PROMISE were right."""
    order = np.argsort(-chances)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    kept = np.flatnonzero(share >= PROMISE)
    return float(np.clip(chances[order][kept[-1]], 0.5, SAFE)) if len(kept) else SAFE
