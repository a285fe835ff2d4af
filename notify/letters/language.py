"""The language of a bill, by the small words that its sentences are made of."""

import re
from collections import Counter
from typing import Final

from models.words import mark

LANGUAGES: Final = {
    "fr": mark("French"),
    "en": mark("English"),
    "de": mark("German"),
    "es": mark("Spanish"),
    "it": mark("Italian"),
    "nl": mark("Dutch"),
}
_WORDS: Final = {
    "fr": "le les une est et vous votre vos pour avec dans sur nous notre cette au aux par du facture "
    "montant payer échéance prélèvement règlement",
    "en": "the and your you for of is with this our by please from are will be to invoice bill amount "
    "due pay payment",
    "de": "der die das und ist sie ihre ihr ihnen für mit den von zu wir auf bitte nicht dem bei "
    "rechnung betrag zahlung fällig",
    "es": "el los las una por para con su sus es y usted nuestro nuestra está factura importe pagar "
    "pago vencimiento",
    "it": "il gli della delle di è per sono vostra suo sua nostro che non alla fattura importo pagare "
    "pagamento scadenza",
    "nl": "het een van uw voor met wij op zijn deze niet aan door bij factuur bedrag betalen betaling "
    "vervaldatum",
}
_LANGUAGE_OF: Final = {word: name for name, words in _WORDS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]{1,20}")
_MOST = 20_000
"""Words of a bill that are looked at."""
_FEWEST = 4


def language_of(text: str) -> str:
    """A key of LANGUAGES, or "" where too little tells it or a bill speaks two at once."""
    words = (found[0] for found, _ in zip(_WORD.finditer(text.lower()), range(_MOST), strict=False))
    counted = Counter(name for word in words if (name := _LANGUAGE_OF.get(word)))
    (best, most), (_, next_most) = (*counted.most_common(2), ("", 0), ("", 0))[:2]
    return best if most >= _FEWEST and most >= 2 * next_most else ""
