"""All signs by name: what the rules and the model look for in a text."""

import re

from classify.lexicon import asking, elsewhere, payment
from classify.lexicon.silencers import SILENCERS
from classify.text import phrase

SIGNS: dict[str, re.Pattern[str]] = {**payment.SIGNS, **asking.SIGNS, **elsewhere.SIGNS}
"""sign -> its words, in the order they are shown nowhere; names are used by rules and model."""

STEMS: dict[str, re.Pattern[str]] = {
    "debit_near": phrase(
        r"prelev(?!ements sociaux)\w+|debite\w*|direct debit|lastschrift\w*|abgebucht|bankeinzug|"
        r"einzugsermachtigung|auto-?pay|incasso"
    ),
    "paid_near": phrase(
        r"(?:payee?|reglee?|acquittee?)s?(?![a-z])|paid(?![a-z])|bezahlt|beglichen|betaald"
    ),
}
"""Any word of a debit or a payment: where one is left unexplained, "to pay" is never sure."""


def silenced(folded: str) -> str:
    """The folded text with standing phrases blanked by "#", of the same length."""
    for pattern in SILENCERS:
        folded = pattern.sub(lambda m: "#" * len(m[0]), folded)
    return folded


def is_standing_phrase(folded: str) -> bool:
    """Whether a reader's quote is nothing but a standing phrase."""
    left = silenced(folded)
    return "#" in left and not any(pattern.search(left) for pattern in SIGNS.values())
