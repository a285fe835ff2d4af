"""One entry of a camt file; a batch that the bank itemises becomes as many entries."""

from datetime import date

from models.errors.statements import StatementDamaged
from models.iban import Iban
from models.money import Money
from models.reading import Means
from models.statement import Entry
from models.xml_tree import Element, find, find_all, text_at
from pay.evidence.figures import iso_day, money
from pay.evidence.prose import enriched
from pay.evidence.texts import clean, compact, given, iban_of

_FAMILIES = {
    "ICDT": Means.TRANSFER,
    "RCDT": Means.TRANSFER,
    "IRCT": Means.TRANSFER,
    "RRCT": Means.TRANSFER,
    "IDDT": Means.DIRECT_DEBIT,
    "RDDT": Means.DIRECT_DEBIT,
    "CCRD": Means.CARD,
    "MCRD": Means.CARD,
    "ICHQ": Means.CHEQUE,
    "RCHQ": Means.CHEQUE,
    "CNTR": Means.CASH,
}
"""BkTxCd family codes (ISO 20022 external code list)."""
_RETURNS = frozenset(["RRTN", "UPDD", "PRDD", "RPCR", "CRCQ", "UPCQ"])
"""Sub-families that undo an earlier payment: returns, unpaid and reversed direct debits."""


def is_booked(entry: Element) -> bool:
    """Booked, hence evidence; a file without any status is a list of booked entries."""
    return _status(entry) in ("BOOK", "")


def is_pending(entry: Element) -> bool:
    """Announced by the bank, not yet booked."""
    return _status(entry) in ("PDNG", "FUTR")


def _status(entry: Element) -> str:
    # Up to version 06 the code is the text of Sts, from 07 on it stands in Sts/Cd.
    return text_at(entry, "Sts") or text_at(entry, "Sts/Cd|Prtry")


def entries_of(element: Element, account: str) -> list[Entry]:
    """The entries of one Ntry, without keys. Raises StatementDamaged without amount or day."""
    whole = signed(element, text_at(element, "CdtDbtInd"))
    booked = _day(element, "BookgDt") or _day(element, "ValDt")
    if whole is None or booked is None:
        raise StatementDamaged(what="Ntry")
    details = find_all(element, "NtryDtls/TxDtls")
    parts = [_part(detail, element) for detail in details]
    # Details that do not add up are no proof of their single amounts.
    pairs: list[tuple[Element | None, Money]] = [(details[0] if len(details) == 1 else None, whole)]
    if len(details) > 1 and _add_up(parts, whole):
        amounts = [part for part in parts if part is not None]
        pairs = list(zip(details, amounts, strict=True))
    return [_entry(element, detail, amount, booked, account) for detail, amount in pairs]


def _add_up(parts: list[Money | None], whole: Money) -> bool:
    known = [part for part in parts if part is not None and part.currency == whole.currency]
    return len(known) == len(parts) and sum(part.minor for part in known) == whole.minor


def _part(detail: Element, entry: Element) -> Money | None:
    sign = text_at(detail, "CdtDbtInd") or text_at(entry, "CdtDbtInd")
    inner = find(detail, "AmtDtls/TxAmt")
    return signed(detail, sign) or (signed(inner, sign) if inner is not None else None)


def signed(element: Element, direction: str) -> Money | None:
    """The Amt of an element, negative for DBIT (a reversal's direction is already turned)."""
    amount = find(element, "Amt")
    if amount is None or direction not in ("CRDT", "DBIT"):
        return None
    value = money((amount.text or "").strip(), str(amount.get("Ccy", "")))
    return -value if direction == "DBIT" else value


def _day(element: Element, name: str) -> date | None:
    return iso_day(text_at(element, f"{name}/Dt|DtTm"))


def _entry(
    element: Element, detail: Element | None, amount: Money, booked: date, account: str
) -> Entry:
    codes = [code for code in (find(detail, "BkTxCd"), find(element, "BkTxCd")) if code is not None]
    returned = _returned(element, detail, codes)
    other = _other(detail, amount, account, returned=bool(returned))
    return enriched(
        Entry(
            key="",
            account=account,
            booked_on=booked,
            value_on=_day(element, "ValDt"),
            amount=amount,
            counterparty=_name(detail, other),
            counterparty_iban=_iban(detail, other),
            creditor_id=_creditor(detail),
            mandate=given(text_at(detail, "Refs/MndtId")),
            end_to_end=given(text_at(detail, "Refs/EndToEndId")),
            reference=compact(text_at(detail, "RmtInf/Strd/CdtrRefInf/Ref")),
            text=_text(element, detail),
            bank_id=_bank_id(element, detail),
            means=_means(codes),
            returned=returned,
        )
    )


def _other(detail: Element | None, amount: Money, account: str, *, returned: bool) -> str:
    """Which party is not the account's owner. What comes back keeps the roles that the payment had, say
    the rules for R-transactions; banks that turn them are known by the owner's own account.
    """
    paid, got = ("Cdtr", "Dbtr") if amount.minor < 0 else ("Dbtr", "Cdtr")
    if not returned:
        return paid
    own = _iban(detail, got)
    is_owner = own is not None and own.text == account
    return paid if is_owner or not _name(detail, got) else got


def _name(detail: Element | None, other: str) -> str:
    parties = find(detail, "RltdPties")
    return clean(
        text_at(parties, f"{other}/Nm")
        or text_at(parties, f"{other}/Pty/Nm")
        or text_at(parties, f"Ultmt{other}/Nm")
        or text_at(parties, f"Ultmt{other}/Pty/Nm")
    )


def _iban(detail: Element | None, other: str) -> Iban | None:
    return iban_of(text_at(detail, f"RltdPties/{other}Acct/Id/IBAN"))


def _creditor(detail: Element | None) -> str:
    """The SEPA creditor identifier (EPC AT-02), where the implementation guides put it."""
    for party in find_all(detail, "RltdPties/Cdtr") + find_all(detail, "RltdPties/Cdtr/Pty"):
        for one in find_all(party, "Id/PrvtId|OrgId/Othr"):
            if text_at(one, "SchmeNm/Prtry|Cd").upper() in ("SEPA", ""):
                return compact(text_at(one, "Id"))
    return ""


def _text(element: Element, detail: Element | None) -> str:
    said = [one.text or "" for one in find_all(detail, "RmtInf/Ustrd")]
    said += [one.text or "" for one in find_all(detail, "RmtInf/Strd/AddtlRmtInf")]
    said += [text_at(detail, "RmtInf/Strd/RfrdDocInf/Nb"), text_at(detail, "AddtlTxInf")]
    said.append(text_at(element, "AddtlNtryInf"))
    return clean(" ".join(dict.fromkeys(part for part in said if part)))


def _bank_id(element: Element, detail: Element | None) -> str:
    return (
        given(text_at(detail, "Refs/AcctSvcrRef"))
        or given(text_at(element, "AcctSvcrRef"))
        or given(text_at(detail, "Refs/TxId"))
    )


def _means(codes: list[Element]) -> Means | None:
    families = (text_at(code, "Domn/Fmly/Cd") for code in codes)
    return next((_FAMILIES[family] for family in families if family in _FAMILIES), None)


def _returned(element: Element, detail: Element | None, codes: list[Element]) -> str:
    """The reason code of an R-transaction; "-" when only the reversal itself is told."""
    reason = text_at(detail, "RtrInf/Rsn/Cd") or text_at(detail, "RtrInf/Rsn/Prtry")
    undone = any(text_at(code, "Domn/Fmly/SubFmlyCd") in _RETURNS for code in codes)
    if reason or undone or text_at(element, "RvslInd") in ("true", "1"):
        return clean(reason) or "-"
    return "-" if find(detail, "RtrInf") is not None else ""
