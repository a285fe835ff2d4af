"""What "sure" promises is fitted with care: few answers are no proof."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extract.training.examples import truth_of
from extract.training.promise import PARTS, PROMISE, SAFE, Weighed, cut_of, fit_sureness


def test_a_handful_of_right_answers_promises_nothing() -> None:
    assert cut_of(np.linspace(0.6, 0.9, 20), np.ones(20, dtype=bool)) == SAFE


def test_many_right_answers_lower_the_cut() -> None:
    assert cut_of(np.linspace(0.6, 0.9, 10_000), np.ones(10_000, dtype=bool)) == 0.85


def test_nobody_asked_promises_nothing() -> None:
    assert cut_of(np.empty(0), np.empty(0, dtype=bool)) == SAFE


def test_answers_that_are_never_sure_do_not_weigh_on_the_promise() -> None:
    many = 1200
    clue = np.linspace(-1, 1, many)
    right = clue > -0.2
    wrong = np.random.default_rng(7).choice(np.arange(800, many), 20, replace=False)
    right[wrong] = False
    group, document = np.zeros(many, dtype=np.int64), np.arange(many)
    strict, free = (
        fit_sureness(Weighed(clue[:, None], right, document, group, may, document % PARTS)).cuts[0]
        for may in (np.ones(many, dtype=bool), ~np.isin(document, wrong))
    )
    assert free < strict == SAFE


def test_a_firm_is_known_without_its_trade() -> None:
    assert truth_of({"biller": ["Delcourt & Delcourt, huissiers"]}).biller[1:] == (
        "Delcourt & Delcourt",
    )
    assert truth_of({"biller": "Smith, Jones & Brown LLP"}).biller == ("Smith, Jones & Brown LLP",)


@given(st.lists(st.tuples(st.floats(0.5, 0.99), st.booleans()), max_size=400))
def test_the_promise_is_kept_above_the_cut(answers: list[tuple[float, bool]]) -> None:
    chances = np.array([chance for chance, _ in answers])
    right = np.array([ok for _, ok in answers], dtype=bool)
    cut = cut_of(chances, right)
    above = sorted(((c, ok) for c, ok in answers if c > cut), reverse=True)
    assert not above or sum(ok for _, ok in above) >= PROMISE * len(above) - 1
