"""Is this the same company? Only ever a reason to suggest."""

import re
import unicodedata

from rapidfuzz import fuzz

ALIKE = 85
"""Out of 100. Research: 0.11 % of the matches at this level were wrong, so it never acts alone."""
_SAID = """
prlv prelevement virement vir sepa cb carte card paiement europeen instantane inst emis recu de du des la le
les sa sas sarl sci eurl gmbh ag ltd bv nv ics rum facture fact ref lastschrift ueberweisung direct debit
transfer payment to from vers web permanent et and und the
"""
_BANK_WORDS = frozenset(_SAID.split())
_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS = 24
_SHORTEST = 3


def folded(name: str) -> str:
    """Lower case words without accents, without legal forms and the bank's own words."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))
    kept = [word for word in words if word not in _BANK_WORDS and not word.isdigit()]
    return " ".join(kept[:_MOST_WORDS])


def likeness(payee: str, said: str) -> float:
    """0..100: how well the words of `payee` stand in what the bank said; 0 for too short names."""
    name, text = folded(payee), folded(said)
    if len(name) < _SHORTEST or len(text) < _SHORTEST:
        return 0.0
    return float(fuzz.token_set_ratio(name, text))
