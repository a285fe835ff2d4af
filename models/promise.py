"""What "sure" promises: a chance stretched so that SURE is where held-out answers kept the promise."""

SURE = 0.9
"""The confidence from which an answer is called sure."""
_MOST = 0.99


def stretched(chance: float, cut: float) -> float:
    """The confidence (0..0.99, 3 digits) of an answer that is right with this chance; SURE and more
    exactly where the chance reaches the cut (both 0..1).
    """
    if chance < cut:
        return round(min(chance / max(cut, 1e-9) * SURE, SURE - 0.01), 3)
    return round(SURE + (chance - cut) / max(1 - cut, 1e-9) * (_MOST - SURE), 3)
