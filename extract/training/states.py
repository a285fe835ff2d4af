"""Fits what tells a receipt from other papers."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from extract.ranker.head import Grams
from extract.ranker.state import paper_buckets
from extract.training.examples import Example
from extract.training.fit import SEED, matrix_of

_STRENGTH = 30.0


def fit_state(examples: Sequence[Example]) -> Grams:
    """The words of receipts against those of bills and other papers."""
    rows = [[line.text for page in e.pages for line in page.lines] for e in examples]
    model = LogisticRegression(
        C=_STRENGTH, solver="liblinear", class_weight="balanced", random_state=SEED
    )
    model.fit(
        matrix_of([paper_buckets(one) for one in rows]),
        np.array([e.truth.kind == "receipt" for e in examples]),
    )
    return Grams(model.coef_[0].astype(np.float32), float(model.intercept_[0]))
