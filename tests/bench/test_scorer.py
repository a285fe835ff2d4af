"""The benchmark and the corpus' own scorer count the same from the same answers."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest

from bench.items import CORPUS, Item, Truth
from bench.measure import Answer, Measured
from bench.sets import BILL
from bench.tally import Row, tally, wilson_low
from bench.wholes import whole

STATE = (*BILL, "kind")
"""The corpus knows no states: kinds are compared as they stand."""
SCORER = CORPUS / "score.py"
VALUES: dict[str, tuple[object, ...]] = {
    "biller": ("EDF", "Eaux du Vallon", ["EDF", "Électricité de France"]),
    "amount": ("12.00", "84.20", None),
    "due_date": ("2026-04-01", "2026-05-01", None),
    "kind": ("to_pay", "receipt", ["to_pay", "reminder"]),
}


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the shared corpus is not on this machine")
    spec = spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def drawn(dice: Random, name: str) -> Row:
    """A document whose truth lacks a field now and then, with answers right, wrong and absent."""
    truth: Truth = {
        field: dice.choice(values) for field, values in VALUES.items() if dice.random() < 0.95
    }
    said: Answer = {}
    for field, values in VALUES.items():
        value = truth.get(field) if dice.random() < 0.8 else dice.choice(values)
        said[field] = value[0] if isinstance(value, list) else value
    confidence = {field: dice.choice((0.4, 0.9, 0.99, 0.99)) for field in VALUES}
    for field in VALUES:
        if dice.random() < 0.1:
            del confidence[field]
    item = Item(name, Path(), truth, dice.choice("abcde"), "", is_image=False)
    return item, Measured(said | {"confidence": confidence})


def theirs(scorer: ModuleType, rows: list[Row], names: tuple[str, ...]) -> dict[str, Any]:
    manifest = {item.name: {"truth": item.truth, "family": item.family} for item, _ in rows}
    answers = {item.name: got.answer for item, got in rows}
    result: dict[str, Any] = scorer.score(manifest, answers, triple=names)
    return result


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("names", [BILL, STATE])
def test_documents_and_sure_ones_are_counted_alike(
    scorer: ModuleType, names: tuple[str, ...], seed: int
) -> None:
    dice = Random(seed)
    rows = [drawn(dice, str(number)) for number in range(150)]
    ours, other = whole(rows, names), theirs(scorer, rows, names)
    assert (ours.total, ours.right) == (other["triple"]["n"], other["triple"]["right"])
    assert ours.by_family == pytest.approx(other["triple"]["family_share"])
    assert (ours.sure, ours.sure_right) == (other["sure"]["n"], other["sure"]["right"])
    low = wilson_low(ours.sure_right, ours.sure)
    assert low == pytest.approx(other["sure"]["precision_low95"])


@pytest.mark.parametrize("field", VALUES)
def test_fields_are_counted_alike(scorer: ModuleType, field: str) -> None:
    dice = Random(9)
    rows = [drawn(dice, str(number)) for number in range(200)]
    ours, other = tally(rows, field), theirs(scorer, rows, BILL)["fields"][field]
    assert (ours.has, ours.none, ours.right) == (other["n"], other["n_none"], other["right"])
    assert ours.invented == other["false_answers"]
    assert ours.precision == pytest.approx(other["precision"])
    assert ours.by_family == pytest.approx(other["family_accuracy"])
    assert ours.sure_precision == pytest.approx(other["sure_precision"])
    assert ours.sure_share == pytest.approx(other["sure_share"])
