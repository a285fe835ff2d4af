"""Trees leave scikit-learn as plain arrays and answer the same."""

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from extract.ranker.forest import logistic
from extract.ranker.grams import buckets_of
from extract.ranker.head import with_grams
from extract.training.fit import Rows, _exported, fit_head


def test_exported_trees_answer_as_scikit_learn_does() -> None:
    random = np.random.default_rng(3)
    numbers = random.normal(size=(600, 5))
    right = (numbers[:, 0] + numbers[:, 1] ** 2 + random.normal(size=600) * 0.3) > 0.7
    model = HistGradientBoostingClassifier(max_iter=25, random_state=0).fit(numbers, right)
    ours = logistic(_exported(model).scores(numbers))
    assert np.allclose(ours, model.predict_proba(numbers)[:, 1], atol=1e-9)


def rows(documents: int = 60) -> Rows:
    """Two candidates a document: the right one has the telling label beside it."""
    told = [("montant à payer", True), ("sous-total", False)]
    return Rows(
        numbers=np.tile([[1.0], [1.0]], (documents, 1)),
        buckets=[buckets_of([text]) for _ in range(documents) for text, _ in told],
        right=np.tile([right for _, right in told], documents),
        document=np.repeat(np.arange(documents), 2),
        family=np.repeat(np.arange(documents) % 7, 2),
    )


def test_a_head_learns_a_label_and_is_the_same_each_time() -> None:
    one, two = fit_head(rows()), fit_head(rows())
    seen = [buckets_of(["montant restant à payer"]), buckets_of(["sous-total hors taxes"])]
    chances = one.chances(np.array([[1.0], [1.0]]), seen)
    assert chances[0] > chances[1]
    assert np.array_equal(chances, two.chances(np.array([[1.0], [1.0]]), seen))


def test_the_grams_answer_is_added_with_its_distance_and_rank() -> None:
    rows_ = with_grams(np.zeros((3, 1)), np.array([1.0, 3.0, 2.0]))
    assert rows_[:, 1:].tolist() == [[1.0, -2.0, 2.0], [3.0, 0.0, 0.0], [2.0, -1.0, 1.0]]
