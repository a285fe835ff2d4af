"""The stage's door: a case in, the verdict out."""

from dataclasses import replace

from classify.case import Case
from classify.decision import Chosen, choose
from classify.evidence import Evidence, gather
from classify.folders import Lang, folder_for
from classify.model import Model, shipped
from classify.suspicion import Doubts, doubts
from models.verdict import Because, Category, Kind, Verdict
from models.words import mark

_UNKNOWN_TRADE = Because(mark("Nothing says surely what it is for."))
_SURE_TRADE = 0.7
TAUGHT = Because(mark("You said so for this biller."))
_SURE = 0.99
_SOFT_DOUBT = 0.85
"""What each soft doubt leaves of the confidence of a kind that speaks of money."""
_LEAST_SURE_BILL = 0.6


def judge(
    case: Case,
    *,
    folder_root: str = "Factures",
    folder_lang: Lang = "fr",
    model: Model | None = None,
) -> Verdict:
    """Whether anything must be done, what for, where it is filed, and why in words.

    Never fails: what could not be read is `other` with a low confidence. `model` is the shipped one
    unless a measurement brings its own.
    """
    evidence = gather(case)
    chosen = _taught(case, evidence, _sure_of_trade(choose(evidence, model or shipped())))
    doubted = doubts(case, evidence)
    kind, confidence = _doubted(chosen, doubted)
    taught = case.known_kind == kind
    return Verdict(
        kind=kind,
        category=chosen.category,
        folder=folder_for(chosen.category, kind, folder_root, folder_lang),
        confidence=round(confidence, 3),
        category_confidence=round(chosen.category_confidence, 3),
        because=(*chosen.because, *chosen.category_because, *doubted.soft),
        suspicions=doubted.hard if kind is not Kind.OTHER or taught else (),
    )


def _doubted(chosen: Chosen, doubted: Doubts) -> tuple[Kind, float]:
    """Doubts lower the confidence of what speaks of money; they never make it surer."""
    count = len(doubted.soft) + len(doubted.hard)
    confidence = chosen.confidence
    if chosen.kind is not Kind.OTHER:
        confidence *= _SOFT_DOUBT**count
    if doubted.hard:
        confidence = min(confidence, _LEAST_SURE_BILL)
    return chosen.kind, confidence


def _sure_of_trade(chosen: Chosen) -> Chosen:
    """A weak guess would file the mail wrongly: it goes to the folder of what is unknown instead."""
    if chosen.category_confidence >= _SURE_TRADE or chosen.category is Category.OTHER:
        return chosen
    return replace(chosen, category=Category.OTHER, category_because=(_UNKNOWN_TRADE,))


def _taught(case: Case, evidence: Evidence, chosen: Chosen) -> Chosen:
    """What the person said of this biller, unless this mail is plainly none of its bills."""
    if case.known_category in set(Category):
        chosen = replace(
            chosen,
            category=Category(case.known_category),
            category_confidence=_SURE,
            category_because=(TAUGHT,),
        )
    if case.known_kind not in set(Kind) or _plainly_else(Kind(case.known_kind), chosen, evidence):
        return chosen
    return replace(
        chosen, kind=Kind(case.known_kind), confidence=_SURE, because=(TAUGHT, *chosen.because)
    )


def _plainly_else(taught: Kind, chosen: Chosen, evidence: Evidence) -> bool:
    """A newsletter, a credit note or a reminder of a biller whose bills were taught otherwise."""
    if taught in {Kind.OTHER, chosen.kind}:
        return False
    if chosen.kind is Kind.CREDIT_NOTE:
        return bool(evidence.reading.amount and evidence.reading.amount.value.minor < 0)
    if chosen.kind is Kind.REMINDER:
        return evidence.has("reminder", "subject", "title")
    bare = not evidence.papers and not evidence.alone
    return chosen.kind is Kind.OTHER and bare and not evidence.reading.amount
