"""Text in the form in which keywords are looked for."""

import unicodedata
from functools import lru_cache

_SPELLED = str.maketrans(
    {"ß": "ss", "œ": "oe", "æ": "ae", "’": "'", "‘": "'", "−": "-", "–": "-", "—": "-", "‐": "-"}
)


@lru_cache(maxsize=4096)
def squash(text: str) -> str:
    """Lower case without accents and without ANY white space, typographic signs made plain.

    One pattern so covers "Zahl betrag", "Net à payer" and "échéance", however kerning broke them.
    """
    bare = unicodedata.normalize("NFKD", text.lower().translate(_SPELLED))
    return "".join(c for c in bare if not c.isspace() and not unicodedata.combining(c))
