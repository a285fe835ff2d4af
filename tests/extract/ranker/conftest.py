"""Models that the judges' tests share."""

from dataclasses import replace

import numpy as np
import pytest

from extract.ranker.model import FILE, Model, load
from extract.ranker.sureness import GROUPS, Sureness


@pytest.fixture(scope="session")
def certain() -> Model:
    """The shipped model, where every answer that is given a chance is held for certain."""
    shipped = load(FILE)
    worth = {
        name: Sureness(known.weights, known.bias, np.full(len(GROUPS), 0.01))
        for name, known in shipped.sureness.items()
    }
    return replace(shipped, sureness=worth)
