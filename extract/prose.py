"""Payment terms in prose: the due date that no element states, and debits announced in words.

Discount dates (Skonto, escompte) are never due dates: measured, they were 10 of 13 due-date errors.
"""

import re
from collections.abc import Iterator
from datetime import date

from extract.dates import dates_in
from extract.terms import terms_in

MOST_CHARACTERS = 4_000

# A clause ends at a comma or semicolon before a word, at a line, and at a full stop that ends a
# sentence: "04.07.2018, 3% Skonto" is cut; "2,00 %", "04.07.2018" and "4. Juli" are not. So does another
# term after "or" ("oder bis 18.12.2026 ohne Abzug").
OR_TERM = (
    r"(?:oder\s(?:bis|innerhalb|binnen|netto|ohne)|ou\s(?:avant|au\splus|sous|sans)|or\s(?:by|within|net)"
    r"|o\s(?:antes|en)|oppure\s(?:entro|a)|of\s(?:voor|binnen|netto))\b"
)
_CLAUSE_END = re.compile(
    rf"[,;](?=\s)|\n|(?<!\d)[.!?]\s(?=[A-ZÀ-Þ])|(?<=\d{{4}})\.\s|\s(?={OR_TERM})"
)
_DISCOUNT = re.compile(r"skonto|escompte|discount|remise|rabais|rabatt|korting", re.I)
_NO_DISCOUNT = re.compile(
    r"(?:ohne|kein(?:en)?|sans|pas\sd[’'e]\s?|no|without)\s?(?:skonto|escompte|discount|abzug)",
    re.I,
)
_APPLIED = re.compile(
    r"\bantrag|\bbeantrag|\bappl(?:y|ied|ications?)\b|\bsign\sup\b|\benrol"
    r"|\bdemande[rz]\b|\bdemande\s(?:à\s|avant|jusqu|au\splus|en\sligne|sur)|\bactive[rz]\b|\bactivate\b"
    r"|\bdomanda\b|\bpresent(?:i|are)\b|\battiv(?:i|a|are)\b|\bsolicit(?:e|a|ar|ud)\b|\bactive\b"
    r"|\baanvra|\bvraag\b[^.;]{0,40}\baan\b|\bactiveer\b|\baktivier",
    re.I,
)
"""Words that ask for a form or a wish to be sent in by a day, in six languages."""
_CONDITION = re.compile(r"\b(?:würden?|falls|wenn|if|si|would|could|pourrai[st])\b", re.I)
_DUE = re.compile(
    r"\bbis\b|zahlbar|fällig|zahlungsziel|überweisen|abgebucht|eingezogen|belastet"
    r"|\bpayable\b|\bpay(?:ment)?\s(?:by|before)\b|\bdue\b|\bno\slater\sthan\b|debited|collected"
    r"|\bavant\sle\b|\bau\splus\stard\b|échéance|à\srégler|à\spayer|règlement\sle|\bd’ici\sle\b"
    r"|prélev|débité|uiterlijk|vóór|vervaldatum|betalen",
    re.I,
)
_DEBIT = re.compile(
    r"\b(?:wird|werden)\b[^;\n]{0,160}?\b(?:abgebucht|eingezogen)\b"
    r"|\b(?:sera|seront)\s(?:automatiquement\s)?(?:prélevée?s?|débitée?s?)\b"
    r"|\b(?:will|shall)\sbe\s(?:automatically\s)?(?:debited|collected|charged|deducted)\b"
    r"|\b(?:par|by|per)\s(?:prélèvement|direct\sdebit|lastschrift)\b",
    re.I,
)


def due_in(text: str) -> tuple[date, str] | None:
    """The latest day by which `text` asks for the whole amount, and the clause that says so."""
    found = [
        (seen.value, clause)
        for clause in _clauses(text[:MOST_CHARACTERS])
        if _asks(clause)
        for seen in dates_in(clause)
    ]
    return max(found, key=lambda pair: pair[0], default=None)


def due_after(text: str, issued: date) -> tuple[date, str] | None:
    """The day that payment terms without a date ("14 Tage netto") make of the day of issue.

    None when the terms speak of a discount at all: its days cannot be told from the net ones.
    """
    if _DISCOUNT.search(_NO_DISCOUNT.sub("", text)):
        return None
    # The element is the terms of payment, so its text need not say what its days are for.
    terms = terms_in(f"payment: {clause}" for clause in _clauses(text[:MOST_CHARACTERS]))
    return (terms.due(issued), " ".join(text.split())) if terms else None


def debit_in(text: str) -> str | None:
    """The words that announce a debit without any condition, or None."""
    for clause in re.split(r"\n|(?<=[^\d.])\.\s", text[:MOST_CHARACTERS]):
        hit = _DEBIT.search(clause)
        if hit and not _CONDITION.search(clause):
            return " ".join(clause.split())
    return None


def is_discount_at(text: str, at: int) -> bool:
    """Whether the clause that holds this place of the text offers a discount."""
    return _is_discounted(_clause_at(text, at))


def is_applied_at(text: str, at: int) -> bool:
    """Whether the clause that holds this place asks for an application ("apply before ...")."""
    return bool(_APPLIED.search(_clause_at(text, at)))


def _clause_at(text: str, at: int) -> str:
    ends = list(_CLAUSE_END.finditer(text))
    begin = max((end.end() for end in ends if end.end() <= at), default=0)
    until = min((end.start() for end in ends if end.start() >= at), default=len(text))
    return text[begin:until]


def _asks(clause: str) -> bool:
    asks = _DUE.search(clause) and not _CONDITION.search(clause)
    return bool(asks) and not _is_discounted(clause)


def _is_discounted(clause: str) -> bool:
    return bool(_DISCOUNT.search(_NO_DISCOUNT.sub("", clause)))


def _clauses(text: str) -> Iterator[str]:
    return (" ".join(part.split()) for part in _CLAUSE_END.split(text) if part.strip())
