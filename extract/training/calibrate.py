"""Gathers what speaks for the answers to documents whose layouts and wordings nobody had seen."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

import numpy as np

from extract.ranker.clues import Paper, Said, kind_clues
from extract.ranker.judge import Judge
from extract.ranker.kinds import KINDS, likeliest
from extract.ranker.model import Model
from extract.ranker.questions import CODES, Asked
from extract.ranker.said import said_of, said_of_amount, said_of_code, said_of_name
from extract.rule_of_dates import due_of
from extract.training.labels import code_of, is_biller
from extract.training.prepared import Prepared
from extract.training.promise import PARTS, Weighed
from models.verdict import asks_alike

Held = Sequence[tuple[Prepared, Model]]
"""Documents, each with a model that never saw its layout or its wording."""


_papers: dict[tuple[int, int], tuple[object, object, Paper]] = {}
"""What each document is to each model's kinds, with both of them, so that no number is used again."""


class Rehearsed(Judge):
    """A judge of a document whose candidates are described already, and which is judged many times."""

    def __init__(self, prepared: Prepared, model: Model) -> None:
        super().__init__(prepared.looked, model)
        self._asking = prepared.asking

    @cached_property
    def paper(self) -> Paper:
        key = id(self._looked), id(self._model.kinds)
        if key not in _papers:
            _papers[key] = (self._looked, self._model.kinds, super().paper)
        return _papers[key][2]

    def _asked(self, question: str) -> Asked:
        if self._asking is None or question == "due_on":
            return super()._asked(question)
        return self._asking.of(question)


def weigh(held: Held, question: str) -> Weighed:
    """All proposals for one question."""
    rows = []
    for number, (prepared, model) in enumerate(held):
        if not is_asked(prepared, question):
            continue
        judge = Rehearsed(prepared, model)
        for proposal in judge.proposals(question, _said(prepared, judge, question)):
            right = _is_right(prepared, judge, question, proposal.key, proposal.at)
            free = judge.may_be_sure(question, proposal)
            rows.append(_Row(proposal.clues, right, number, judge.paper.group, free))
    return _weighed(rows, [p for p, _ in held])


class _Row(NamedTuple):
    """One proposal: `document` is its number among the papers."""

    clues: Sequence[float]
    right: bool
    document: int
    group: int
    free: bool = True


def _weighed(rows: Sequence[_Row], papers: Sequence[Prepared]) -> Weighed:
    parts = np.array([crc32(p.example.family.encode()) % PARTS for p in papers], dtype=np.int64)
    document = np.array([row.document for row in rows], dtype=np.int64)
    return Weighed(
        np.array([row.clues for row in rows], dtype=np.float64),
        np.array([row.right for row in rows], dtype=bool),
        document,
        np.array([row.group for row in rows], dtype=np.int64),
        np.array([row.free for row in rows], dtype=bool),
        parts[document],
    )


def is_asked(prepared: Prepared, question: str) -> bool:
    """Papers that are no bills have amounts and days which nobody acts on: no promise hangs on them."""
    truth = prepared.example.truth
    return question in truth.known and truth.kind != "other"


def weigh_none(held: Held) -> Weighed:
    """The answer "no due date" of each held-out document."""
    known = [(p, m) for p, m in held if is_asked(p, "due_on")]
    rows = []
    for number, (prepared, model) in enumerate(known):
        judge = Rehearsed(prepared, model)
        clues = judge.none_clues(_said(prepared, judge, "due_on"))
        right = prepared.example.truth.due_on is None
        rows.append(_Row(clues, right, number, judge.paper.group))
    return _weighed(rows, [p for p, _ in known])


def weigh_kind(held: Held) -> Weighed:
    """What the likeliest kind of each held-out document asks."""
    known = [(p, Rehearsed(p, m).paper) for p, m in held if p.example.truth.kind]
    rows = [
        _Row(kind_clues(paper), _asks_so(prepared, paper), number, paper.group)
        for number, (prepared, paper) in enumerate(known)
    ]
    return _weighed(rows, [p for p, _ in known])


def _asks_so(prepared: Prepared, paper: Paper) -> bool:
    return asks_alike(prepared.example.truth.kind, KINDS[likeliest(paper.kinds)])


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
    text = rule.value if rule and said_of_name(rule).key == key else judge.name_at(at)
    return is_biller(truth.biller, text)
