"""Which column of a bank's CSV is which: known by its header, or asked of the person once."""

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from models.codec import Codec
from pay.evidence.figures import Days, Decimals


class Role(StrEnum):
    """What a column holds. A file needs BOOKED_ON and AMOUNT, or BOOKED_ON and DEBIT or CREDIT."""

    BOOKED_ON = "booked_on"
    VALUE_ON = "value_on"
    AMOUNT = "amount"
    DEBIT = "debit"
    CREDIT = "credit"
    DIRECTION = "direction"
    FEE = "fee"
    BALANCE = "balance"
    CURRENCY = "currency"
    COUNTERPARTY = "counterparty"
    PAYER = "payer"
    PAYEE = "payee"
    COUNTERPARTY_IBAN = "counterparty_iban"
    TEXT = "text"
    END_TO_END = "end_to_end"
    CREDITOR_ID = "creditor_id"
    MANDATE = "mandate"
    BANK_ID = "bank_id"
    ACCOUNT = "account"
    STATE = "state"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The person's answer, or a guess at it: one role for each column.

    fingerprint: of the header, by which the layout is known again. currency: of the amounts when
    no column says it. flipped: amounts are positive when money leaves (some card statements).
    """

    fingerprint: str
    roles: tuple[Role, ...]
    days: Days
    decimals: Decimals
    currency: str = ""
    flipped: bool = False

    @property
    def is_enough(self) -> bool:
        """True when day and amount are told, each by one column."""
        count = self.roles.count
        halves = count(Role.DEBIT) + count(Role.CREDIT)
        one = count(Role.AMOUNT) == 1 and halves == 0
        two = count(Role.AMOUNT) == 0 and max(count(Role.DEBIT), count(Role.CREDIT)) == 1
        return count(Role.BOOKED_ON) == 1 and (one or two)


MAPPING: Codec[Mapping] = Codec(Mapping)
"""A mapping as JSON text and back, for whoever stores the answers."""

Doubt = Literal["columns", "days"]


@dataclass(frozen=True, slots=True)
class Question:
    """Asked when a file's columns are not known.

    columns: the header's names, "1", "2" … when the file has none. examples: up to three cells of
    each column. guess: the best answer so far, `guess.is_enough` or not. doubt: "days" when only
    the order of day and month is open, because no day of the file is above 12.
    """

    columns: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    guess: Mapping
    doubt: Doubt = "columns"


_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.BOOKED_ON,
        "date|date operation|date d operation|dateop|date op|date comptable|date de comptabilisation"
        "|date comptabilisation|booking date|buchungstag|buchungsdatum|datum|completed date"
        "|transaction date|posting date|boekdatum|uitvoeringsdatum|date d execution|posted date",
    ),
    (
        Role.VALUE_ON,
        "dateval|date valeur|date de valeur|value date|valutadatum|wertstellung|valuta|rentedatum",
    ),
    (
        Role.AMOUNT,
        "amount|montant|betrag|bedrag|montant operation|montant de l operation|umsatz"
        "|transaction amount|amount in account currency|montant net",
    ),
    (Role.DEBIT, "debit|debits|sorties|depenses|money out|paid out|withdrawal|withdrawals|soll"),
    (Role.CREDIT, "credit|credits|entrees|recettes|money in|paid in|deposit|deposits|haben"),
    (Role.DIRECTION, "af bij|sens|soll haben|debit credit|dc|direction"),
    (Role.FEE, "fee|frais"),
    (
        Role.BALANCE,
        "balance|solde|saldo|running balance|accountbalance|saldo na mutatie|kontostand"
        "|saldo nach buchung|saldo na trn|solde apres operation",
    ),
    (Role.CURRENCY, "currency|devise|waehrung|wahrung|munt|monnaie|muntsoort"),
    (
        Role.COUNTERPARTY,
        "payee|partner name|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger"
        "|counterparty|counterparty name|naam omschrijving"
        "|naam tegenpartij|nom de la contrepartie|contrepartie|tiers|name zahlungsbeteiligter"
        "|auftraggeber empfanger|auftraggeber empfaenger|beneficiary name|supplierfound",
    ),
    (Role.PAYER, "payer name|zahlungspflichtige r"),
    (Role.PAYEE, "payee name|zahlungsempfanger in|zahlungsempfaenger in"),
    (
        Role.COUNTERPARTY_IBAN,
        "account number|partner iban|kontonummer iban|tegenrekening|tegenrekening iban bban"
        "|payee account number|iban|counterparty iban|compte contrepartie|iban contrepartie"
        "|compte contrepartie|iban zahlungsbeteiligter|counterparty account",
    ),
    (
        Role.TEXT,
        "label|libelle|libelle operation|libelle de l operation|libelle simplifie|libelle court"
        "|description|payment reference|verwendungszweck|mededelingen|omschrijving|memo|narrative"
        "|comment|commentaire|reference|informations complementaires|details|communications"
        "|omschrijving 1|omschrijving 2|omschrijving 3|type operation|buchungstext|note|communication"
        "|mutatiesoort|transaction type|type|umsatztyp|nature de l operation|intitule|detail",
    ),
    (Role.END_TO_END, "kundenreferenz end to end|end to end id|end to end|kundenreferenz"),
    (Role.CREDITOR_ID, "glaeubiger id|glaubiger id|creditor id|incassant id|ics"),
    (Role.MANDATE, "mandatsreferenz|mandate|machtigingskenmerk|rum|mandate reference"),
    (Role.BANK_ID, "transferwise id|transaction id|id|bank id|fitid|volgnr|reference operation"),
    (
        Role.ACCOUNT,
        "accountnum|auftragskonto|rekening|iban auftragskonto|numero de compte|iban bban|compte"
        "|account iban|rekeningnummer|iban compte|numero compte",
    ),
    (Role.STATE, "state|status|statut|etat"),
)
_ROLE_OF = {name: role for role, names in _NAMES for name in names.split("|")}
_CURRENCIES = {
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "e": "EUR",
    "chf": "CHF",
    "gbp": "GBP",
    "usd": "USD",
}
_MANY = (Role.TEXT, Role.IGNORED)
_HEX = 16


def folded(name: str) -> str:
    """A column's name without accents, signs and capitals."""
    plain = unicodedata.normalize("NFKD", name.replace("€", " eur "))
    kept = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def role_and_currency(name: str) -> tuple[Role, str]:
    """What a column called `name` holds, with the currency that its name says ("Montant (EUR)")."""
    words = folded(name).split()
    role = _ROLE_OF.get(" ".join(words))
    if role is None and len(words) > 1 and words[-1] in _CURRENCIES:
        without = words[:-2] if words[-2] == "en" else words[:-1]
        return _ROLE_OF.get(" ".join(without), Role.IGNORED), _CURRENCIES[words[-1]]
    return role or Role.IGNORED, ""


def roles_of(header: list[str]) -> tuple[tuple[Role, ...], str]:
    """One role for each name, each role once (texts as often as they come), and the currency.

    Beside one column of signed amounts, the same amounts split by direction say nothing more.
    """
    taken: set[Role] = set()
    roles, currency = [], ""
    for name in header:
        role, said = role_and_currency(name)
        if role in taken and role not in _MANY:
            role = Role.IGNORED
        taken.add(role)
        roles.append(role)
        currency = currency or (said if role in (Role.AMOUNT, Role.DEBIT, Role.CREDIT) else "")
    if Role.AMOUNT in roles:
        roles = [Role.IGNORED if role in (Role.DEBIT, Role.CREDIT) else role for role in roles]
    return tuple(roles), currency


def fingerprint(header: list[str], separator: str, width: int) -> str:
    """How a layout is known again: its names, or its separator and width when it has none."""
    names = "|".join(folded(name) for name in header) or f"headless {width}"
    return hashlib.sha256(f"{separator}{names}".encode()).hexdigest()[:_HEX]
