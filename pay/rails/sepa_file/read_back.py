"""Reads a file of transfers back, by another way than it was written: by paths, from the bytes."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lxml import etree

from pay.rails.sepa_file.transfer import Remittance, Transfer
from pay.rails.sepa_file.write import NAMESPACE

_NAMES = {"p": NAMESPACE}


def payer_of(data: bytes) -> set[tuple[str, str]]:
    """The names and accounts that are debited."""
    groups = etree.fromstring(data).iterfind(".//p:PmtInf", _NAMES)
    return {(_text(one, "p:Dbtr/p:Nm"), _text(one, "p:DbtrAcct/p:Id/p:IBAN")) for one in groups}


def transfers_of(data: bytes) -> Iterator[Transfer]:
    """The transfers of a file that write.written made, in its order."""
    for group in etree.fromstring(data).iterfind(".//p:PmtInf", _NAMES):
        on = date.fromisoformat(_text(group, "p:ReqdExctnDt/p:Dt"))
        instant = _text(group, "p:PmtTpInf/p:LclInstrm/p:Cd") == "INST"
        for one in group.iterfind("p:CdtTrfTxInf", _NAMES):
            yield Transfer(
                _text(one, "p:PmtId/p:EndToEndId"),
                on,
                instant,
                Decimal(_text(one, "p:Amt/p:InstdAmt[@Ccy='EUR']") or "0"),
                _text(one, "p:Cdtr/p:Nm"),
                _text(one, "p:CdtrAcct/p:Id/p:IBAN"),
                _text(one, "p:CdtrAgt/p:FinInstnId/p:BICFI"),
                _remittance(one),
            )


def _remittance(one: etree._Element) -> Remittance:
    reference = "p:RmtInf/p:Strd/p:CdtrRefInf"
    return Remittance(
        _text(one, "p:RmtInf/p:Ustrd"),
        _text(one, f"{reference}/p:Ref"),
        _text(one, f"{reference}/p:Tp/p:Issr"),
    )


def _text(parent: etree._Element, path: str) -> str:
    return parent.findtext(path, "", _NAMES)
