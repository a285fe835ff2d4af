"""Writes pain.001.001.09 (ISO 20022) as SEPA banks take it from customers (EPC132-08)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from itertools import groupby

from lxml import etree

from models.payment_text import basic_latin
from pay.notes import LONGEST_SEPA_NAME
from pay.rail import Payer
from pay.rails.sepa_file.transfer import Remittance, Transfer

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
_LONGEST_ID = 35


def written(transfers: Sequence[Transfer], payer: Payer, now: datetime) -> bytes:
    """The file: one group of payments for each day and speed.

    The same transfers give the same message id, by which a bank refuses a file sent twice.
    """
    root = etree.fromstring(f'<Document xmlns="{NAMESPACE}"/>')
    message = _add(root, "CstmrCdtTrfInitn")
    head = _add(message, "GrpHdr")
    _add(head, "MsgId", message_id(transfers))
    _add(head, "CreDtTm", now.isoformat(timespec="seconds"))
    _sums(head, transfers)
    _add(_add(head, "InitgPty"), "Nm", payer_name(payer))
    for number, group in enumerate(_groups(transfers), 1):
        _group(_add(message, "PmtInf"), f"{message_id(transfers)[:30]}-{number}", group, payer)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def message_id(transfers: Iterable[Transfer]) -> str:
    """35 characters that depend on the keys of the transfers alone."""
    keys = "\n".join(sorted(transfer.key for transfer in transfers))
    return sha256(keys.encode()).hexdigest()[:_LONGEST_ID]


def payer_name(payer: Payer) -> str:
    """The payer's name as the file says it."""
    return basic_latin(payer.name, LONGEST_SEPA_NAME)


def _groups(transfers: Sequence[Transfer]) -> Iterator[list[Transfer]]:
    def together(transfer: Transfer) -> tuple[str, bool]:
        return transfer.on.isoformat(), transfer.instant

    for _, group in groupby(sorted(transfers, key=together), key=together):
        yield list(group)


def _group(info: etree._Element, group_id: str, group: list[Transfer], payer: Payer) -> None:
    """PmtInf: what the transfers of one day and speed have in common, then each of them."""
    first = group[0]
    _add(info, "PmtInfId", group_id)
    _add(info, "PmtMtd", "TRF")
    _add(info, "BtchBookg", "false")
    _sums(info, group)
    kind = _add(info, "PmtTpInf")
    _add(_add(kind, "SvcLvl"), "Cd", "SEPA")
    if first.instant:
        _add(_add(kind, "LclInstrm"), "Cd", "INST")
    _add(_add(info, "ReqdExctnDt"), "Dt", first.on.isoformat())
    _add(_add(info, "Dbtr"), "Nm", payer_name(payer))
    _account(_add(info, "DbtrAcct"), payer.iban.text if payer.iban else "")
    _bank(_add(info, "DbtrAgt"), payer.bic)
    _add(info, "ChrgBr", "SLEV")
    for transfer in group:
        _transfer(_add(info, "CdtTrfTxInf"), transfer)


def _transfer(one: etree._Element, transfer: Transfer) -> None:
    _add(_add(one, "PmtId"), "EndToEndId", transfer.key)
    amount = _add(_add(one, "Amt"), "InstdAmt", f"{transfer.amount:.2f}")
    amount.set("Ccy", "EUR")
    if transfer.bic:
        _bank(_add(one, "CdtrAgt"), transfer.bic)
    _add(_add(one, "Cdtr"), "Nm", transfer.name)
    _account(_add(one, "CdtrAcct"), transfer.iban)
    if transfer.remittance != Remittance():
        _remittance(_add(one, "RmtInf"), transfer.remittance)


def _remittance(parent: etree._Element, remittance: Remittance) -> None:
    if not remittance.structured:
        _add(parent, "Ustrd", remittance.text)
        return
    reference = _add(_add(parent, "Strd"), "CdtrRefInf")
    kind = _add(reference, "Tp")
    _add(_add(kind, "CdOrPrtry"), "Cd", "SCOR")
    _add(kind, "Issr", remittance.issuer)
    _add(reference, "Ref", remittance.structured)


def _sums(parent: etree._Element, transfers: Sequence[Transfer]) -> None:
    _add(parent, "NbOfTxs", str(len(transfers)))
    total = sum((transfer.amount for transfer in transfers), Decimal("0.00"))
    _add(parent, "CtrlSum", f"{total:.2f}")


def _account(parent: etree._Element, iban: str) -> None:
    _add(_add(parent, "Id"), "IBAN", iban)


def _bank(parent: etree._Element, bic: str) -> None:
    """Banks find themselves by the IBAN; the schema wants something all the same."""
    institution = _add(parent, "FinInstnId")
    if bic:
        _add(institution, "BICFI", bic)
    else:
        _add(_add(institution, "Othr"), "Id", "NOTPROVIDED")


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    child.text = text
    return child
