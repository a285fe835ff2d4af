"""`--columns date=1,amount=3`: which column of a bank's file holds what."""

import unicodedata

from cli.output import Out
from models.errors.values import UsageWrong
from models.words import Lang, mark
from pay.evidence.columns import Role

_WORDS: dict[Lang, dict[Role, str]] = {
    "en": {
        Role.BOOKED_ON: "date",
        Role.VALUE_ON: "value",
        Role.COUNTERPARTY: "name",
        Role.COUNTERPARTY_IBAN: "iban",
        Role.CREDITOR_ID: "creditor",
        Role.BANK_ID: "id",
    },
    "fr": {
        Role.BOOKED_ON: "date",
        Role.VALUE_ON: "valeur",
        Role.AMOUNT: "montant",
        Role.DEBIT: "débit",
        Role.CREDIT: "crédit",
        Role.DIRECTION: "sens",
        Role.FEE: "frais",
        Role.BALANCE: "solde",
        Role.CURRENCY: "devise",
        Role.COUNTERPARTY: "tiers",
        Role.PAYER: "payeur",
        Role.PAYEE: "bénéficiaire",
        Role.COUNTERPARTY_IBAN: "iban",
        Role.TEXT: "libellé",
        Role.CREDITOR_ID: "ics",
        Role.MANDATE: "rum",
        Role.BANK_ID: "id",
        Role.ACCOUNT: "compte",
        Role.STATE: "état",
        Role.IGNORED: "rien",
    },
}
"""How each role is shown, where not by its own name; what is shown can be typed, in either language."""
_ALSO = {"jour": Role.BOOKED_ON, "nom": Role.COUNTERPARTY, "texte": Role.TEXT}
_MOST_DIGITS = 3


def role_word(lang: Lang, role: Role) -> str:
    """The word for a role that the person sees, and may type."""
    return _WORDS[lang].get(role, role.value)


def _bare(text: str) -> str:
    """A word without case and accents: a keyboard may have none."""
    apart = unicodedata.normalize("NFD", text.strip().casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


_NAMES = {
    **{role.value: role for role in Role},
    **{_bare(word): role for words in _WORDS.values() for role, word in words.items()},
    **_ALSO,
}


def columns_of(out: Out, text: str | None) -> dict[int, Role]:
    """Role by column, from 1. Raises UsageWrong for an unknown word, no number, or a column twice."""
    roles: dict[int, Role] = {}
    for part in (text or "").split(",") if text else ():
        name, _, number = part.strip().partition("=")
        digits = number.strip()
        role = _NAMES.get(_bare(name))
        if role is None:
            known = ", ".join(role_word(out.lang, role) for role in Role)
            words = mark("“{name}” is no kind of column; it may be: {all}.")
            raise UsageWrong(why=out.words(words, name=name[:40], all=known))
        right = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
        if not right or int(digits) in roles:
            words = mark("“{part}”: name each column once, as date=1,amount=3.")
            raise UsageWrong(why=out.words(words, part=part.strip()[:40]))
        roles[int(digits)] = role
    return roles
