"""MT940 and MT942 (SWIFT): tags by the mt-940 library, the meaning of field 86 by `mt940_details`.

The library splits and types the tags. Its post-processors are left out: they glue account and name
of the other party (?31 and ?32) together; and the sign of a reversed credit (RC) is taken here.
"""

import logging
import re
from collections.abc import Mapping as Fields
from datetime import date
from decimal import DecimalException

from mt940 import models as swift
from mt940 import processors, tags

from models.errors.files import TooLarge
from models.errors.statements import StatementDamaged, StatementTooLong
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Means
from models.statement import Balance, Entry, Statement
from pay.evidence.mt940_details import Details, details_of
from pay.evidence.prose import enriched
from pay.evidence.reader import MOST_BYTES, MOST_ENTRIES, MOST_STATEMENTS, Source
from pay.evidence.texts import account_of, clean, decoded, given, iban_of

_TAG = re.compile(rb"(?:^|[\r\n]):\s{0,2}(?:20|25|28C?|60[FM]?|61|NS):")
_HEAD = 4000
_BLOCK = re.compile(r"(?m)^(?=:\n?20:)")
_ENTRY = re.compile(r"(?m)^:\n?61:")
_EXTRA = re.compile(r"/[A-Z]{4}/[^/]{0,40}/")
"""Codes in the second line of field 61 ("/TRCD/00100/")."""
_OUT = ("D", "RC")
_UNDONE = ("RC", "RD")
_KEYWORDS = frozenset(["EREF", "KREF", "MREF", "PREF", "MARF", "NONREF", "NOREF", ""])
_OPENING = ("final_opening_balance", "opening_balance", "intermediate_opening_balance")
_CLOSING = ("final_closing_balance", "closing_balance", "intermediate_closing_balance")
_MEANS = {
    "TRF": Means.TRANSFER,
    "STO": Means.TRANSFER,
    "DDT": Means.DIRECT_DEBIT,
    "CHK": Means.CHEQUE,
}
_ASNB, _GLS = tags.StatementASNB(), tags.StatementGLS()
_DIALECTS: tuple[dict[int | str, tags.Tag] | None, ...] = (
    None,
    {_ASNB.id: _ASNB},
    {_GLS.id: _GLS},
)
"""Field 61 as SWIFT has it, then with the longer references that some banks write."""

_PROCESSORS = {
    "pre_statement": [processors.date_fixup_pre_processor],
    "post_statement": [],
    "post_transaction_details": [],
}
"""A value date of 30 February, which banks that count 30 days a month do write, is moved to the last."""

# The library logs the text of a line that it cannot read: names and amounts do not belong in a log.
logging.getLogger("mt940").setLevel(logging.CRITICAL + 1)


class Mt940:
    """Reads one statement for each field 20."""

    name = "mt940"
    proven_against = (
        "our own samples in the shapes of German (?20 SVWZ+), Dutch (/EREF/, /CNTP/), French banks"
    )

    def reads(self, source: Source) -> bool:
        head = source.data[:_HEAD].replace(b"\0", b"")
        return len(set(_TAG.findall(head))) > 1

    def read(self, source: Source) -> tuple[Statement, ...]:
        """Every statement of the file. Raises what the contract names."""
        if len(source.data) > MOST_BYTES:
            raise TooLarge(limit=f"{MOST_BYTES // 1_000_000} MB")
        text = decoded(source.data)
        if len(_ENTRY.findall(text)) > MOST_ENTRIES:
            raise StatementTooLong(limit=f"{MOST_ENTRIES:,}")
        blocks = [block for block in _BLOCK.split(text) if _TAG.search(block[:_HEAD].encode())]
        if len(blocks) > MOST_STATEMENTS:
            raise StatementTooLong(limit=f"{MOST_STATEMENTS:,}")
        return tuple(_statement(block, source) for block in blocks)


def _statement(block: str, source: Source) -> Statement:
    parsed = _parsed(block)
    if len(parsed.transactions) != len(_ENTRY.findall(block)):
        raise StatementDamaged(what="MT940 :61:")
    opening, closing = _balance(parsed.data, _OPENING), _balance(parsed.data, _CLOSING)
    told = opening or closing
    account = _account(str(parsed.data.get("account_identification") or "")) or source.account
    currency = told.amount.currency if told else source.currency
    entries = (_entry(one.data, account, currency) for one in parsed.transactions)
    return Statement("mt940", account, currency, tuple(entries), opening, closing)


def _parsed(block: str) -> swift.Transactions:
    """The block's tags, in the first dialect of field 61 that reads them all."""
    trouble: Exception | None = None
    for dialect in _DIALECTS:
        parsed = swift.Transactions(processors=_PROCESSORS, tags=dialect)
        try:
            parsed.parse(block)
        except (RuntimeError, ValueError, DecimalException, TypeError, AttributeError) as cause:
            trouble = cause
        else:
            return parsed
    raise StatementDamaged(what="MT940") from trouble


def _account(text: str) -> str:
    plain = clean(text)
    # Some banks add the currency to the account.
    iban = iban_of(plain) or iban_of(plain[:-3])
    return iban.text if iban else account_of(plain)


def _balance(data: Fields[str, object], names: tuple[str, ...]) -> Balance | None:
    told = next((data[name] for name in names if data.get(name)), None)
    if not isinstance(told, swift.Balance) or not isinstance(told.amount, swift.Amount):
        return None
    amount = told.amount.amount
    currency = str(told.amount.currency)
    return Balance(_money(str(amount), currency), _day(told.date))


def _money(text: str, currency: str) -> Money:
    try:
        return Money.of(text, currency)
    except AmountInvalid as cause:
        raise StatementDamaged(what=text[:40]) from cause


def _day(moment: object) -> date | None:
    return date(moment.year, moment.month, moment.day) if isinstance(moment, date) else None


def _entry(data: Fields[str, object], account: str, currency: str) -> Entry:
    value_on = _day(data.get("date"))
    booked_on = _day(data.get("entry_date")) or value_on
    amount = data.get("amount")
    if booked_on is None or not isinstance(amount, swift.Amount):
        raise StatementDamaged(what="MT940 :61:")
    status = str(data.get("status") or "").upper()
    told = details_of(str(data.get("transaction_details") or ""))
    extra = clean(_EXTRA.sub("", str(data.get("extra_details") or "")))
    absolute = _money(str(abs(amount.amount)), currency)
    return enriched(
        Entry(
            key="",
            account=account,
            booked_on=booked_on,
            value_on=value_on,
            amount=-absolute if status in _OUT else absolute,
            counterparty=told.name,
            counterparty_iban=iban_of(told.account) or iban_of(extra),
            creditor_id=told.creditor_id,
            mandate=told.mandate,
            end_to_end=told.end_to_end or _own_reference(data),
            reference=told.reference,
            text=clean(f"{told.text} {extra}"),
            bank_id=given(str(data.get("bank_reference") or "")),
            means=told.means or _MEANS.get(str(data.get("id") or "")[1:]),
            returned=_returned(told, status, str(data.get("id") or "")),
        )
    )


def _own_reference(data: Fields[str, object]) -> str:
    """Subfield 7 of field 61 is the payer's own reference, unless it is a word that points to 86."""
    reference = given(str(data.get("customer_reference") or ""))
    return "" if reference.upper() in _KEYWORDS else reference


def _returned(told: Details, status: str, kind: str) -> str:
    return told.returned or ("-" if status in _UNDONE or kind[1:] == "RTI" else "")
