"""All signs by name: what the rules and the model look for in a text."""

import re

from classify.lexicon import asking, elsewhere, payment
from classify.lexicon.silencers import SILENCERS
from classify.text import phrase

SIGNS: dict[str, re.Pattern[str]] = {**payment.SIGNS, **asking.SIGNS, **elsewhere.SIGNS}
"""sign -> its words, in the order they are shown nowhere; names are used by rules and model."""

DEBIT_NEAR = phrase(
    r"prelev\w+|debite\w*|direct debit|lastschrift\w*|abgebucht|bankeinzug|auto-?pay"
)
"""Any word of a debit, also in an offer or a condition: a reason to be less sure of "to pay"."""


def silenced(folded: str) -> str:
    """The folded text with standing phrases blanked by "#", of the same length."""
    for pattern in SILENCERS:
        folded = pattern.sub(lambda m: "#" * len(m[0]), folded)
    return folded


def is_standing_phrase(folded: str) -> bool:
    """Whether a reader's quote is nothing but a standing phrase."""
    left = silenced(folded)
    return "#" in left and not any(pattern.search(left) for pattern in SIGNS.values())
