"""OFX 1 (SGML) and OFX 2 (XML), of one or several accounts, bank and card."""

from datetime import date
from itertools import islice

from models.errors.files import TooLarge
from models.errors.reading import XmlForbidden
from models.errors.statements import StatementDamaged, StatementTooLong, StatementUnknown
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Means
from models.statement import Balance, Entry, Statement
from pay.evidence.figures import Decimals, day_of, decimal_of, decimals_of
from pay.evidence.ofx_account import account_of_ofx
from pay.evidence.ofx_tags import OfxAccount, accounts_of
from pay.evidence.prose import enriched
from pay.evidence.reader import MOST_BYTES, MOST_ENTRIES, MOST_STATEMENTS, Source
from pay.evidence.texts import clean, decoded, given, iban_of

_HEAD = 4000
_MEANS = {
    "DIRECTDEBIT": Means.DIRECT_DEBIT,
    "XFER": Means.TRANSFER,
    "REPEATPMT": Means.TRANSFER,
    "DIRECTDEP": Means.TRANSFER,
    "CHECK": Means.CHEQUE,
    "POS": Means.CARD,
    "ATM": Means.CASH,
    "CASH": Means.CASH,
}


class Ofx:
    """Reads bank and card statements; investments are left."""

    name = "ofx"
    proven_against = "our own samples of OFX 1 and 2, and the public test files of ofxparse 0.21"

    def reads(self, source: Source) -> bool:
        head = source.data[:_HEAD].replace(b"\0", b"").upper()
        return b"<OFX>" in head or b"OFXHEADER" in head

    def read(self, source: Source) -> tuple[Statement, ...]:
        """A statement for each account. Raises what the contract names."""
        if len(source.data) > MOST_BYTES:
            raise TooLarge(limit=f"{MOST_BYTES // 1_000_000} MB")
        text = decoded(source.data).replace("<![CDATA[", "").replace("]]>", "")
        if "<!" in text:
            raise XmlForbidden
        if "</OFX>" not in text[-_HEAD:].upper():
            raise StatementDamaged(what="</OFX>")
        accounts = list(islice(accounts_of(text), MOST_STATEMENTS + 1))
        if not accounts:
            raise StatementUnknown(what="OFX")
        if len(accounts) > MOST_STATEMENTS:
            raise StatementTooLong(limit=f"{MOST_STATEMENTS:,}")
        if sum(len(account.movements) for account in accounts) > MOST_ENTRIES:
            raise StatementTooLong(limit=f"{MOST_ENTRIES:,}")
        return tuple(_statement(account, source) for account in accounts)


def _statement(account: OfxAccount, source: Source) -> Statement:
    values = account.values
    currency = values.get("CURDEF", "").upper() or source.currency
    number = account_of_ofx(values) or source.account
    amounts = [one.get("TRNAMT", "") for one in account.movements]
    decimals = decimals_of(amounts, ".")
    entries = tuple(_entry(one, number, currency, decimals) for one in account.movements)
    closing = _ledger(values, currency)
    return Statement("ofx", number, currency, entries, closing=closing)


def _ledger(values: dict[str, str], currency: str) -> Balance | None:
    if "LEDGERBAL.BALAMT" not in values:
        return None
    # Some banks write commas in the movements and a point in the balance.
    text = values["LEDGERBAL.BALAMT"]
    amount = _money(text, currency, decimals_of([text], "."))
    return Balance(amount, day_of(values.get("LEDGERBAL.DTASOF", "")))


def _money(text: str, currency: str, decimals: Decimals) -> Money:
    number = decimal_of(text, decimals)
    try:
        exact = None if number is None else Money.of(number, currency)
    except AmountInvalid as cause:
        raise StatementDamaged(what=f"TRNAMT {text[:40]}") from cause
    if exact is None or exact.decimal != number:
        raise StatementDamaged(what=f"TRNAMT {text[:40]}")
    return exact


def _day(values: dict[str, str]) -> date:
    # Some banks fill the posting day with zeros and give the day of the person's order instead.
    days = (day_of(values.get(name, "")) for name in ("DTPOSTED", "DTUSER", "DTAVAIL"))
    found = next((day for day in days if day is not None), None)
    if found is None:
        raise StatementDamaged(what=f"DTPOSTED {values.get('DTPOSTED', '')[:40]}")
    return found


def _entry(values: dict[str, str], account: str, currency: str, decimals: Decimals) -> Entry:
    name = clean(values.get("NAME") or values.get("PAYEE.NAME") or values.get("EXTDNAME"))
    texts = (name, clean(values.get("MEMO")), clean(values.get("CHECKNUM")))
    return enriched(
        Entry(
            key="",
            account=account,
            booked_on=_day(values),
            value_on=day_of(values.get("DTAVAIL", "")),
            amount=_money(values.get("TRNAMT", ""), currency, decimals),
            counterparty=name,
            counterparty_iban=iban_of(values.get("BANKACCTTO.ACCTID")),
            end_to_end=given(values.get("REFNUM")),
            text=clean(" ".join(dict.fromkeys(text for text in texts if text))),
            bank_id=given(values.get("FITID")),
            means=_MEANS.get(values.get("TRNTYPE", "").upper()),
        )
    )
