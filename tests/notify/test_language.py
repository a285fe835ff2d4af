"""A bill's language is told by the small words of its sentences, or left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notify.letters.language import LANGUAGES, language_of

TEXTS = {
    "fr": "Bonjour, votre facture du mois est disponible. Le montant sera prélevé sur votre compte.",
    "en": "Dear Bob, your bill is ready. The amount will be taken from your account, please check it.",
    "de": "Guten Tag, Ihre Rechnung liegt vor. Bitte überweisen Sie den Betrag auf das Konto der Bank.",
    "es": "Hola, su factura está lista. El importe se cobrará en su cuenta con los datos y el recibo.",
    "it": "Buongiorno, la fattura è pronta. Il pagamento della somma è per fine mese, con gli allegati.",
    "nl": "Beste klant, uw factuur is klaar. Het bedrag wordt van uw rekening betaald, dank aan u.",
}


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_language_is_known_by_two_sentences(name: str) -> None:
    assert language_of(TEXTS[name]) == name
    assert language_of(TEXTS[name].upper()) == name


@pytest.mark.parametrize(
    "text", ["", "84,20 € TOTAL 2026-11-30", "Merci !", TEXTS["fr"] + TEXTS["en"]]
)
def test_too_little_or_two_at_once_is_left_open(text: str) -> None:
    assert language_of(text) == ""


@given(st.text(max_size=400))
@settings(max_examples=100, deadline=None)
def test_any_text_has_one_of_them_or_none(text: str) -> None:
    assert language_of(text) in {*LANGUAGES, ""}
