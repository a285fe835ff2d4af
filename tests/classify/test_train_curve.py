"""The curve of confidence keeps its promise on families that it never saw, and its clues keep their signs."""

from random import Random

import pytest

from classify.train_curve import PROMISE, curve, cut_of, promised
from classify.weighed import SURE


def answers(seed: int, count: int = 400) -> list[tuple[dict[str, float], bool]]:
    """The larger the clue the more often right; the second clue says nothing."""
    random = Random(seed)
    clues = [{"page": random.uniform(-2, 4), "least": random.random()} for _ in range(count)]
    return [(one, random.random() < 1 / (1 + 2.718 ** (-3 * one["page"]))) for one in clues]


def test_sure_keeps_the_promise_on_parts_nobody_saw() -> None:
    fitted = promised([answers(seed) for seed in range(8)])
    new = [right for clues, right in answers(99, 20_000) if fitted.probability(clues) >= SURE]
    assert len(new) > 5_000
    assert sum(new) / len(new) >= PROMISE - 0.004


def test_a_clue_that_misleads_is_left_out_and_not_turned_around() -> None:
    misled = [({"page": -clues["page"]}, right) for clues, right in answers(1)]
    assert curve([c for c, _ in misled], [r for _, r in misled]).weights["page"] == 0


def test_a_clue_of_doubt_never_makes_surer() -> None:
    told = [({"mixed": clues["page"]}, right) for clues, right in answers(2)]
    assert curve([c for c, _ in told], [r for _, r in told]).weights["mixed"] == 0


@pytest.mark.parametrize("few", [1, 99])
def test_few_answers_prove_nothing(few: int) -> None:
    assert cut_of([(0.9, True)] * few) == 0.999


def test_the_cut_is_the_lowest_chance_that_keeps_the_promise() -> None:
    judged = [(0.9, True)] * 500 + [(0.8, True)] * 496 + [(0.8, False)] * 4 + [(0.7, False)] * 50
    assert cut_of(judged) == 0.8
