"""Dates that lost the narrow gap to their neighbours: 11 of 121 receipt scans ("27/05/20188:07 PM")."""

import re
import unicodedata

_TIME_AT_DATE = re.compile(
    r"(?<!\d)(\d{1,2}[-/.]\d{1,2}[-/.])((?:19|20)\d\d(?=\d{1,2}:\d\d)|\d\d(?=\d{1,2}:\d\d))(?=\d)"
)
_LETTER_AT_DATE = re.compile(r"(?<=[^\W\d])(?=\d{2}[-/]\d{2}[-/](?:19|20)\d\d(?!\d))")
_TWO_DASHES = re.compile(r"(?<=\d-)-(?=\d)")


def parted(text: str) -> str:
    """One OCR line in NFKC (the models write full-width signs in two documents of five), one space
    between words, dates parted from times and names.
    """
    text = " ".join(unicodedata.normalize("NFKC", text).split())
    text = _LETTER_AT_DATE.sub(" ", _TWO_DASHES.sub("", text))
    return _TIME_AT_DATE.sub(r"\1\2 ", text)
