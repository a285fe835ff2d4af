"""`python -m extract.train EXAMPLES.jsonl.gz …`: learns extract/ranker/data/model.npz and its card.

Examples come from `python -m bench.examples FOLDER`. Five folds hold out a fifth of the layouts and of
the wordings at once; what answers are worth is fitted on those documents alone, the shipped heads then
on all. The same examples give the same model.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from extract.ranker.model import FILE, Model, save
from extract.ranker.questions import QUESTIONS
from extract.training.calibrate import Held, fit_sureness, weigh, weigh_none
from extract.training.evaluate import outcome, table
from extract.training.examples import read
from extract.training.fit import fit_head
from extract.training.prepared import Prepared, prepare_all, rows_of
from extract.training.states import fit_state

FOLDS = 5
_ORDER = ("issued_on", "amount", "due_on", "biller")
"""The day of issue first: derived due dates are counted from it."""


def held_out(prepared: Sequence[Prepared]) -> list[tuple[Prepared, Model]]:
    """Documents whose layout and wording both belong to a fold, with heads that saw neither."""
    held: list[tuple[Prepared, Model]] = []
    for fold in range(FOLDS):
        seen = [p for p in prepared if fold not in p.example.blocks]
        model = Model({q: fit_head(rows_of(seen, q)) for q in QUESTIONS}, {}, None)
        held += [(p, model) for p in prepared if p.example.blocks == (fold, fold)]
    return held


def calibrated(held: Held) -> Model:
    """What answers are worth, as a model without heads."""
    known = Model({}, {}, None)
    for question in _ORDER:
        fresh = [(p, replace(m, sureness=dict(known.sureness))) for p, m in held]
        sureness = fit_sureness(weigh(fresh, question))
        known = replace(known, sureness={**known.sureness, question: sureness})
    none = fit_sureness(weigh_none([(p, replace(m, sureness=known.sureness)) for p, m in held]))
    return replace(known, sureness={**known.sureness, "no_due": none})


def cross_checked(held: Held) -> list[str]:
    """The table of held-out answers; one half of the families is weighed by what the other half taught."""
    families = sorted({p.example.family for p, _ in held})
    first = set(families[::2])
    halves = [[x for x in held if (x[0].example.family in first) is side] for side in (True, False)]
    outcomes = []
    for fitted, tried in (halves, halves[::-1]):
        worth = calibrated(fitted).sureness
        outcomes += [outcome(p, replace(m, sureness=worth)) for p, m in tried]
    return table(outcomes)


def main(files: Sequence[str]) -> None:
    """Trains and writes model and card."""
    examples = list(chain.from_iterable(read(Path(file)) for file in files))
    prepared = prepare_all(e for e in examples if e.truth.kind != "other")
    held = held_out(prepared)
    report = cross_checked(held)
    worth = calibrated(held).sureness
    heads = {question: fit_head(rows_of(prepared, question)) for question in QUESTIONS}
    save(Model(heads, worth, fit_state(examples)), FILE)
    sources = Counter((e.name.rstrip("0123456789-"), e.source) for e in examples)
    FILE.with_name("CARD.md").write_text(card(sources, report), encoding="utf-8")
    print("\n".join(report))  # noqa: T201 - a command


def card(sources: Counter[tuple[str, str]], report: Sequence[str]) -> str:
    """The model's card: what it learned from, what it reached, where it ends."""
    rows = [
        f"- {count} × {name or 'example'} ({source})"
        for (name, source), count in sorted(sources.items())
    ]
    return "\n".join(
        [
            "# The learned reader: model card",
            "",
            "Ranks amounts, days and names of a page (letter groups by logistic regression, then boosted",
            "trees), and says whether a paper is a receipt. Data: drawn by `samples/` of this project only,",
            "no third party's document, no personal data. Licence: the project's.",
            "",
            *rows,
            "",
            "Held out: layout and wording both unseen, the worth of answers fitted on other families.",
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
