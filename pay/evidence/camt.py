"""ISO 20022 camt.052, .053 and .054, any version: the account's report, statement or notification."""

import re

from models.errors.statements import StatementDamaged, StatementTooLong, StatementUnknown
from models.money import Money
from models.statement import Balance, Entry, Statement
from models.xml_tree import Element, find_all, local_name, text_at
from pay.evidence.bank_xml import parse_bank_xml
from pay.evidence.camt_entry import entries_of, is_booked, is_pending, signed
from pay.evidence.figures import iso_day
from pay.evidence.reader import MOST_ENTRIES, MOST_STATEMENTS, Source
from pay.evidence.texts import account_of

_ROOTS = re.compile(rb"BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)|BkToCstmrDebitCreditNotification")
_HEAD = 5000
_KINDS = {"Stmt": "camt.053", "Rpt": "camt.052", "Ntfctn": "camt.054"}
_OPENING = ("OPBD", "PRCD", "OPAV")
_CLOSING = ("CLBD", "CLAV")
_INTERIM = "ITBD"


class Camt:
    """Reads camt by local names, so that no version and no bank's namespace is a stranger."""

    name = "camt"
    proven_against = "our own samples, valid against the schemas of .02 to .14; mock-bank 0.9.0"

    def reads(self, source: Source) -> bool:
        head = source.data[:_HEAD].replace(b"\0", b"")
        return b"<" in head and _ROOTS.search(head) is not None

    def read(self, source: Source) -> tuple[Statement, ...]:
        """Every account's part. Raises what the contract names."""
        root = parse_bank_xml(source.data)
        parts = [one for one in root.iter() if local_name(one) in _KINDS]
        if not parts:
            raise StatementUnknown(what=local_name(root)[:40])
        if len(parts) > MOST_STATEMENTS:
            raise StatementTooLong(limit=f"{MOST_STATEMENTS:,}")
        if sum(len(find_all(part, "Ntry")) for part in parts) > MOST_ENTRIES:
            raise StatementTooLong(limit=f"{MOST_ENTRIES:,}")
        return tuple(_statement(part, source) for part in parts)


def _statement(part: Element, source: Source) -> Statement:
    number = text_at(part, "Acct/Id/IBAN") or text_at(part, "Acct/Id/Othr/Id")
    account = account_of(number) or source.account
    booked: list[Entry] = []
    pending: list[Entry] = []
    left = 0
    for element in find_all(part, "Ntry"):
        if is_booked(element):
            booked.extend(entries_of(element, account))
        elif is_pending(element):
            pending.extend(entries_of(element, account))
        else:
            left += 1
    if len(booked) + len(pending) > MOST_ENTRIES:
        raise StatementTooLong(limit=f"{MOST_ENTRIES:,}")
    opening, closing = _balances(part)
    return Statement(
        reader=_KINDS[local_name(part)],
        account=account,
        currency=_currency(part, booked, opening) or source.currency,
        entries=tuple(booked),
        opening=opening,
        closing=closing,
        pending=tuple(pending),
        left=left,
    )


def _currency(part: Element, booked: list[Entry], opening: Balance | None) -> str:
    told = text_at(part, "Acct/Ccy")
    if told or opening:
        return told or (opening.amount.currency if opening else "")
    return booked[0].amount.currency if booked else ""


def _balances(part: Element) -> tuple[Balance | None, Balance | None]:
    """Opening and closing; of a page in the middle, its interim balances in their order."""
    told: list[tuple[str, Balance]] = []
    for one in find_all(part, "Bal"):
        kind = text_at(one, "Tp/CdOrPrtry/Cd")
        told.append((kind, Balance(_amount(one), iso_day(text_at(one, "Dt/Dt|DtTm")))))
    interim = [balance for kind, balance in told if kind == _INTERIM]
    opening = _first(told, _OPENING)
    closing = _first(told, _CLOSING)
    if closing is None and interim:
        closing = interim[-1]
    if opening is None and interim and interim[0] is not closing:
        opening = interim[0]
    return opening, closing


def _first(told: list[tuple[str, Balance]], kinds: tuple[str, ...]) -> Balance | None:
    return next((balance for wanted in kinds for kind, balance in told if kind == wanted), None)


def _amount(element: Element) -> Money:
    amount = signed(element, text_at(element, "CdtDbtInd"))
    if amount is None:
        raise StatementDamaged(what="Bal")
    return amount
