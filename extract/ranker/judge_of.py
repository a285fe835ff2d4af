"""Who judges a document: the learned reader beside the rules, or the rules alone."""

from extract.looked import Looked
from extract.ranker.judge import Judge
from extract.ranker.model import model
from extract.ranker.rules_alone import RulesAlone

_PAPER = frozenset(("pdf_text", "ocr", "ocr_small", "tesseract"))


def judge_of(looked: Looked) -> Judge | RulesAlone:
    """The judge for this source."""
    learned = model() if looked.source in _PAPER else None
    return RulesAlone() if learned is None else Judge(looked, learned)
