"""pain.002, the bank's answer to a file of orders: taken, refused and why. Never proof of payment.

Even "settled" (ACSC) only says what the payer's bank did; a bill is paid when a statement shows it.
"""

from dataclasses import dataclass
from datetime import datetime

from models.errors.statements import StatementUnknown
from models.order import Outcome, Pending, Refused
from models.xml_tree import Element, find, find_all, local_name, text_at
from pay.evidence.bank_xml import parse_bank_xml
from pay.evidence.texts import clean, given

_REFUSED = frozenset(["RJCT", "CANC", "DUPL"])
_SETTLING = frozenset(["ACSP", "ACSC", "ACCC", "ACWC", "ACFC"])
_REPORT = "CstmrPmtStsRpt"


@dataclass(frozen=True, slots=True)
class FileStatus:
    """What a bank says of one of our files.

    message: our id of the file. group: its status ("ACCP", "PART", "RJCT", "DUPL"), "" when only
    payments are told. orders: by our end-to-end id, what became of each order that is named; of a
    file or group that is refused as a whole, the orders may not be named.
    """

    message: str
    group: str
    reason: str
    orders: dict[str, Outcome]

    def outcome(self, key: str, at: datetime) -> Outcome | None:
        """What became of the order `key`; None when the bank does not say."""
        if key in self.orders:
            return self.orders[key]
        whole = self.group in _REFUSED and not self.orders
        return _outcome(self.group, self.reason, at) if whole else None


def read_status(data: bytes, received: datetime) -> FileStatus:
    """The answer in `data`; `received` (aware) is the moment of each outcome.

    Raises TooLarge, TooDeep, XmlForbidden, StatementDamaged, or StatementUnknown for another XML.
    """
    root = parse_bank_xml(data)
    report = root if local_name(root) == _REPORT else find(root, _REPORT)
    if report is None:
        raise StatementUnknown(what=local_name(root)[:40])
    group = find(report, "OrgnlGrpInfAndSts")
    orders: dict[str, Outcome] = {}
    for batch in find_all(report, "OrgnlPmtInfAndSts"):
        for one in find_all(batch, "TxInfAndSts"):
            _take(one, batch, orders, received)
    for one in find_all(report, "TxInfAndSts"):  # version 2 has no groups of payments
        _take(one, report, orders, received)
    return FileStatus(
        given(text_at(group, "OrgnlMsgId")),
        clean(text_at(group, "GrpSts")).upper(),
        _reason(group),
        orders,
    )


def _take(one: Element, batch: Element, orders: dict[str, Outcome], received: datetime) -> None:
    key = given(text_at(one, "OrgnlEndToEndId"))
    status = clean(text_at(one, "TxSts") or text_at(batch, "PmtInfSts")).upper()
    if key and status:
        orders[key] = _outcome(status, _reason(one) or _reason(batch), received)


def _reason(element: Element | None) -> str:
    return clean(text_at(element, "StsRsnInf/Rsn/Cd|Prtry"))


def _outcome(status: str, reason: str, at: datetime) -> Outcome:
    if status in _REFUSED:
        return Refused(at, reason or status)
    return Pending(at, "settlement" if status in _SETTLING else "bank")
