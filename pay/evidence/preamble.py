"""What stands above the table of a CSV: the account and its currency."""

import re

from pay.evidence.columns import folded
from pay.evidence.texts import compact, iban_within

_NUMBERED = re.compile(r"\b(?:n°|no\.?|numero) ?([A-Z0-9][A-Z0-9 ]{4,33}[A-Z0-9])", re.IGNORECASE)
_NAMES = (
    "numero compte",
    "numero de compte",
    "compte",
    "account",
    "account number",
    "konto",
    "iban",
)
_WORDS = {"eur": "EUR", "euro": "EUR", "euros": "EUR", "chf": "CHF", "gbp": "GBP", "usd": "USD"}
_SHORTEST = 5


def account_in(preamble: tuple[tuple[str, ...], ...]) -> str:
    """The account that the rows above the table name: an IBAN, else the bank's own number, else ""."""
    text = " ".join(cell for row in preamble for cell in row)
    if iban := iban_within(text):
        return iban.text
    for row in preamble:
        cells = [cell for cell in row if cell]
        if len(cells) > 1 and folded(cells[0]) in _NAMES and len(compact(cells[1])) >= _SHORTEST:
            return compact(cells[1])
    numbered = _NUMBERED.search(text)
    digits = numbered and any(c.isdigit() for c in numbered[1])
    return compact(numbered[1].split("  ")[0].split(" ")[0]) if numbered and digits else ""


def currency_in(preamble: tuple[tuple[str, ...], ...]) -> str:
    """The only currency that the rows above the table name, or ""."""
    words = folded(" ".join(cell for row in preamble for cell in row)).split()
    found = {_WORDS[word] for word in words if word in _WORDS}
    return found.pop() if len(found) == 1 else ""
