"""Every clue has its name: the weights of a model are told by them."""

import numpy as np

from extract.ranker.clues import KIND_NAMES, NONE_NAMES, Paper, Said, kind_clues, none_clues
from extract.ranker.kinds import KINDS
from extract.ranker.model import SURENESSES, model

PAPER = Paper(is_ocr=False, kinds=np.full(len(KINDS), 1 / len(KINDS)))


def test_a_clue_has_one_name() -> None:
    assert len(none_clues((), Said(None, 0.0), (), PAPER, terms=False)) == len(NONE_NAMES)
    assert len(kind_clues(PAPER)) == len(KIND_NAMES)


def test_the_shipped_model_weighs_these_clues() -> None:
    shipped = model()
    assert shipped is not None
    assert set(shipped.sureness) == set(SURENESSES)
    assert len(shipped.sureness["no_due"].weights) == len(NONE_NAMES)
    assert len(shipped.sureness["kind"].weights) == len(KIND_NAMES)
