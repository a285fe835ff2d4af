"""`python -m extract.train EXAMPLES.jsonl.gz …`: learns extract/ranker/data/model.npz and its card.

Examples come from `python -m bench.examples FOLDER`. Five folds hold out a fifth of the layouts and of
the wordings at once; what answers are worth is fitted on those documents alone, the shipped heads then
on all. The same examples give the same model.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from extract.ranker.model import FILE, Model, save
from extract.ranker.questions import QUESTIONS
from extract.ranker.sureness import Sureness
from extract.training.calibrate import Held, weigh, weigh_kind, weigh_none
from extract.training.evaluate import outcome, table
from extract.training.examples import read
from extract.training.fit import fit_head
from extract.training.kinds import fit_kinds
from extract.training.prepared import Prepared, prepare_all, rows_of
from extract.training.promise import ANSWERS, PROMISE, fit_sureness

FOLDS = 5
FOLD_MODELS = Path("build/folds")
"""Where the models that saw neither a fold's layouts nor its wordings are kept, for measurements: N.npz."""
_ORDER = ("issued_on", "amount", "due_on", "biller", "number", "customer")
"""The day of issue first: derived due dates are counted from it."""
_ANSWERS = frozenset(("amount", "due_on", "biller"))


def fitted(prepared: Sequence[Prepared]) -> Model:
    """Heads and kinds of these documents; what answers are worth comes later."""
    heads = {question: fit_head(rows_of(prepared, question)) for question in QUESTIONS}
    return Model(heads, {}, fit_kinds(prepared))


def held_out(prepared: Sequence[Prepared]) -> tuple[list[tuple[Prepared, Model]], Model]:
    """Documents whose layout and wording both belong to a fold, with heads that saw neither; and the
    heads of all documents. Two at a time: each fit keeps one core busy.
    """
    with get_context("fork").Pool(2, _take, (prepared,)) as pool:
        *folds, whole = pool.imap(_without, [*range(FOLDS), _NONE])
    held = [
        (p, model)
        for fold, model in enumerate(folds)
        for p in prepared
        if p.example.blocks == (fold, fold)
    ]
    return held, whole


_NONE = -99
_taken: list[Prepared] = []


def _take(prepared: Sequence[Prepared]) -> None:
    _taken[:] = prepared


def _without(fold: int) -> Model:
    print("fitting", "all" if fold == _NONE else f"without fold {fold}", flush=True)  # noqa: T201
    return fitted(taught(_taken, fold))


def taught(prepared: Sequence[Prepared], fold: int) -> list[Prepared]:
    """What a model learns from that must know neither the layouts nor the wordings of this fold."""
    return [p for p in prepared if fold not in p.example.blocks and not p.example.apart]


def with_worth(held: Held) -> list[tuple[Prepared, Model]]:
    """The same documents and heads, with what answers are worth as all of them tell."""
    known = {"kind": fit_sureness(weigh_kind(held))}
    for question in _ORDER:
        promise = ANSWERS if question in _ANSWERS else PROMISE
        known[question] = fit_sureness(weigh(_with(held, known), question), promise)
    known["no_due"] = fit_sureness(weigh_none(_with(held, known)), ANSWERS)
    return _with(held, known)


def _with(held: Held, worth: Mapping[str, Sureness]) -> list[tuple[Prepared, Model]]:
    return [(p, replace(m, sureness=dict(worth))) for p, m in held]


def cross_checked(held: Held) -> list[str]:
    """The table of held-out answers; one half of the families is weighed by what the other half taught."""
    families = sorted({p.example.family for p, _ in held})
    first = set(families[::2])
    halves = [[x for x in held if (x[0].example.family in first) is side] for side in (True, False)]
    outcomes = []
    for taught, tried in (halves, halves[::-1]):
        worth = with_worth(taught)[0][1].sureness
        outcomes += [outcome(p, m) for p, m in _with(tried, worth)]
    return table(outcomes)


def main(files: Sequence[str]) -> None:
    """Trains and writes model and card."""
    examples = list(chain.from_iterable(read(Path(file)) for file in files))
    prepared = prepare_all(examples)
    held, whole = held_out(prepared)
    report = cross_checked(held)
    worth = with_worth(held)[0][1].sureness
    for fold, model in {p.example.blocks[0]: m for p, m in held}.items():
        save(replace(model, sureness=worth), FOLD_MODELS / f"{fold}.npz")
    save(replace(whole, sureness=worth), FILE)
    sources = Counter((e.name.rstrip("0123456789"), e.source) for e in examples)
    FILE.with_name("CARD.md").write_text(card(sources, report), encoding="utf-8")
    print("\n".join(report))  # noqa: T201 - a command


def card(sources: Counter[tuple[str, str]], report: Sequence[str]) -> str:
    """The model's card: what it learned from, what it reached, where it ends."""
    rows = [f"- {count} × {name} ({source})" for (name, source), count in sorted(sources.items())]
    return "\n".join(
        [
            "# The learned reader: model card",
            "",
            "Ranks amounts, days and names of a page (letter groups by logistic regression, then boosted",
            "trees), and says what kind of paper it is. Data: drawn by `samples/` of this project only,",
            "no third party's document, no personal data. Licence: the project's.",
            "Wide bills teach only what kind of paper it is. Bills apart teach nothing: what answers",
            "are worth is weighed on them.",
            "",
            *rows,
            "",
            "Held out: layout and wording both unseen, the worth of answers fitted on other families.",
            "A kind is right when it asks the same: a reminder counts as the bill to pay.",
            "",
            *report,
            "",
            "Limits: six languages (fr, en, de, es, it, nl); drawn bills are sparser than real ones;",
            "handwriting is not read; a bill of two billers has one answer.",
            "",
        ]
    )


if __name__ == "__main__":
    main(sys.argv[1:])
