"""Whom a letter greets: the customer, who is not the biller."""

import re
from collections.abc import Iterable

from extract import labels_of_names as labels
from extract.sheet import Sheet
from extract.squash import squash

_TITLE = (
    r"(?:(?:M\.|MM\.|Mr|Mrs|Ms|Mx|Miss|Mme|Mlle|Monsieur|Madame|Mademoiselle|Herrn?|Frau|Familie|heer|"
    r"mevrouw|meneer|familie|Dhr|Mevr|Mw|Sr|Sra|Srta|Sres|D|Dña|Don|Doña|Señor|Señora|Sig|Sig\.ra|"
    r"Signor|Signora|Spett\.le|Dr|Dott|Dott\.ssa|Prof)\.?(?:\s|$))"
)
_HAIL = re.compile(
    r"^(?:Sehr geehrter?|Guten Tag|Lieber?|Hallo|Dear|Hello|Bonjour|Ch(?:er|ère)|Estimad[oa]|Apreciad[oa]|"
    r"Gentile|Egregi[oa]|Geachte|Beste)\s+"
    rf"{_TITLE}*(?P<name>[^,!:;.()\d]{{2,40}}?)\s*[,!:.]?$"
)
_ADDRESSED = re.compile(r"^(?:An )?(?:Herrn|Frau|Familie|De heer|Dhr\.|Mevrouw)$")
_MOST_WORDS = 4
_LEAST_LETTERS = 3


def addressees(sheet: Sheet) -> frozenset[str]:
    """The family names, squashed, of those a letter greets ("Sehr geehrter Herr Mustermann") or is sent to
    ("Herrn", the name on the next line).
    """
    return frozenset(name for name in _names(sheet) if len(name) >= _LEAST_LETTERS)


def _names(sheet: Sheet) -> Iterable[str]:
    for cell in sheet.cells():
        hail = _HAIL.match(cell.text.strip())
        last = hail["name"].split()[-1:] if hail else []
        if last and last[0][0].isupper():
            yield squash(last[0])
        elif _ADDRESSED.match(cell.text.strip()):
            below = next(iter(sheet.below(cell)), None)
            if below is not None and _is_person(below.text):
                yield squash(below.text.rsplit(maxsplit=1)[-1])


def is_addressee(text: str, names: frozenset[str]) -> bool:
    """Whether a name is that of somebody addressed: a few words that end in the family name, and nothing
    that only an organisation is called.
    """
    return bool(names) and _is_person(text) and squash(text.rsplit(maxsplit=1)[-1]) in names


def _is_person(text: str) -> bool:
    words = text.split()
    organised = labels.LEGAL.search(text) or labels.ORGANISATION.search(squash(text))
    return 0 < len(words) <= _MOST_WORDS and not organised and words[-1][:1].isupper()
