"""`python -m classify.train`: learns data/model.json from data/examples.jsonl.gz, the same each time.

Two logistic regressions (kind, category) over word pairs and facts; then, on what each example gets from a
model that never saw its family, one that weighs papers and the calibration curves.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from classify.decision import Chosen, choose
from classify.examples import read
from classify.linear import Calibration, Head
from classify.model import FILE, Model
from classify.prepared import Fold, Prepared, dimmed, fitted, folds, prepare
from classify.train_curve import curve, promised
from classify.train_papers import answers_of, clued_papers, papers_without
from classify.weighed import is_page
from models.verdict import asks_alike

LEAST_FAMILIES = 3
"""A word is kept when this many families use it: names of single billers stay out."""
_STRENGTH = 2.0
ROUNDS = 4
"""How often each example is looked at, each time dimmed otherwise, to fit the calibration."""
_STEADY = Calibration(0.0, {})
_NO_PAPERS = Head((), (), {})


def fold_models(prepared: Sequence[Prepared]) -> list[Fold]:
    """Each part of the examples with a model that never saw its families (not yet calibrated)."""
    parts = []
    for part in folds(prepared):
        hidden = {p.example.family for p in part}
        parts.append((part, _heads([p for p in prepared if p.example.family not in hidden])))
    clued = [clued_papers(part, model) for part, model in parts]
    return [
        (part, replace(model, papers=papers_without(clued, i)))
        for i, (part, model) in enumerate(parts)
    ]


def with_worth(parts: Sequence[Fold], model: Model) -> list[Fold]:
    """The same heads, with what answers are worth as this model knows it."""
    return [
        (
            part,
            replace(
                ours,
                kind_sure=model.kind_sure,
                category_sure=model.category_sure,
                papers_sure=model.papers_sure,
            ),
        )
        for part, ours in parts
    ]


def unseen(parts: Sequence[Fold], random: Random | None = None) -> list[tuple[Prepared, Chosen]]:
    """Each example judged by the model that never saw its family.

    With `random`, a part of its signs and words is hidden first: whoever wrote the rules had read the
    samples, real mail says it in words nobody foresaw.
    """
    return [
        (p, choose(p.evidence, model, p.features))
        for part, model in parts
        for p in ((dimmed(p, random) for p in part) if random else part)
    ]


def train(prepared: Sequence[Prepared], parts: Sequence[Fold]) -> Model:
    """The model of all examples with calibrations from unseen families in unseen wordings."""
    rounds = [Random(seed) for seed in range(ROUNDS)]  # noqa: S311 - no secret, the same each time
    answers = [pair for dimmed in rounds for pair in unseen(parts, dimmed)]
    words = [(p, c) for p, c in answers if not is_page(p.evidence)]
    labelled = [(p, c) for p, c in answers if p.example.category]
    clued = [clued_papers(*one) for one in parts]
    right = [asks_alike(c.kind, p.example.kind) for p, c in words]
    fit = [c.category is p.example.category for p, c in labelled]
    return replace(
        _heads(prepared),
        kind_sure=curve([c.clues for _, c in words], right),
        category_sure=curve([c.category_clues for _, c in labelled], fit),
        papers=papers_without(clued, None),
        papers_sure=promised(
            [answers_of(c, m.papers) for c, (_, m) in zip(clued, parts, strict=True)]
        ),
    )


def _heads(prepared: Sequence[Prepared]) -> Model:
    kinds = _head(prepared, [str(p.example.kind) for p in prepared])
    labelled = [p for p in prepared if p.example.category]
    categories = _head(labelled, [str(p.example.category) for p in labelled])
    return Model(kinds, categories, _STEADY, _STEADY, _NO_PAPERS, _STEADY)


def _head(prepared: Sequence[Prepared], labels: Sequence[str]) -> Head:
    users: dict[str, set[str]] = defaultdict(set)
    for p in prepared:
        for name in p.features:
            users[name].add(p.example.family)
    kept = {name for name, families in users.items() if len(families) >= LEAST_FAMILIES}
    rows = [{n: v for n, v in p.features.items() if n in kept} for p in prepared]
    return fitted(rows, labels, _STRENGTH, _family_weights(prepared), balanced=True)


def _family_weights(prepared: Sequence[Prepared]) -> list[float]:
    """A family counts once, however many variants it has (more than four count a little more)."""
    size = Counter(p.example.family for p in prepared)
    return [float(min(size[p.example.family], 4) / size[p.example.family]) for p in prepared]


def main() -> None:
    """Trains and writes the shipped model."""
    prepared = prepare(read())
    FILE.write_text(train(prepared, fold_models(prepared)).as_json(), encoding="utf-8")


if __name__ == "__main__":
    main()
