"""`--columns date=1,amount=3`: which column of a bank's file holds what."""

from cli.output import Out
from models.errors.values import UsageWrong
from models.words import mark
from pay.evidence.columns import Role

_ALSO = {
    "date": Role.BOOKED_ON,
    "jour": Role.BOOKED_ON,
    "value": Role.VALUE_ON,
    "valeur": Role.VALUE_ON,
    "montant": Role.AMOUNT,
    "sens": Role.DIRECTION,
    "frais": Role.FEE,
    "solde": Role.BALANCE,
    "devise": Role.CURRENCY,
    "name": Role.COUNTERPARTY,
    "nom": Role.COUNTERPARTY,
    "tiers": Role.COUNTERPARTY,
    "iban": Role.COUNTERPARTY_IBAN,
    "libelle": Role.TEXT,
    "texte": Role.TEXT,
    "creditor": Role.CREDITOR_ID,
    "ics": Role.CREDITOR_ID,
    "rum": Role.MANDATE,
    "id": Role.BANK_ID,
    "compte": Role.ACCOUNT,
    "etat": Role.STATE,
}
"""Short and French words for the roles; a role's own name does as well."""
_NAMES = {**{role.value: role for role in Role}, **_ALSO}
_MOST_DIGITS = 3


def columns_of(out: Out, text: str | None) -> dict[int, Role]:
    """Role by column, from 1. Raises UsageWrong for an unknown word, no number, or a column twice."""
    roles: dict[int, Role] = {}
    for part in (text or "").split(",") if text else ():
        name, _, number = part.strip().partition("=")
        digits = number.strip()
        role = _NAMES.get(name.strip().casefold())
        if role is None:
            known = ", ".join(role.value for role in Role)
            words = mark("“{name}” is no kind of column; it may be: date, {all}.")
            raise UsageWrong(why=out.words(words, name=name[:40], all=known))
        right = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
        if not right or int(digits) in roles:
            words = mark("“{part}”: name each column once, as date=1,amount=3.")
            raise UsageWrong(why=out.words(words, part=part.strip()[:40]))
        roles[int(digits)] = role
    return roles
