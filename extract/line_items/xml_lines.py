"""The lines of an e-invoice (EN 16931: BG-25), exact as written."""

from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import islice

from extract.proofs import MOST_QUOTE, amount_of
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import LineItem
from models.xml_tree import Element, children, find, text_of

MOST_LINES = 500
"""Lines kept: a person looks at fewer, and a call list of 10,000 belongs to nobody's screen."""
_COUNTED = frozenset(("", "DETAIL"))
"""Line status (BT-X-8): groups sum up lines that follow, information lines charge nothing."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where a syntax keeps the parts of a line, as paths of models.xml_tree."""

    line: str
    status: str
    name: str
    quantity: str
    price: str
    per: str
    net: str
    rate: str


CII = Names(
    line="IncludedSupplyChainTradeLineItem",
    status="AssociatedDocumentLineDocument/LineStatusReasonCode",
    name="SpecifiedTradeProduct/Name|Description",
    quantity="SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity",
    price="SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement"
    "/NetPriceProductTradePrice/ChargeAmount",
    per="SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement"
    "/NetPriceProductTradePrice/BasisQuantity",
    net="SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement"
    "/SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation"
    "/LineTotalAmount",
    rate="SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement"
    "/ApplicableTradeTax/RateApplicablePercent|ApplicablePercent",
)
UBL = Names(
    line="InvoiceLine|CreditNoteLine",
    status="",
    name="Item/Name|Description",
    quantity="InvoicedQuantity|CreditedQuantity",
    price="Price/PriceAmount",
    per="Price/BaseQuantity",
    net="LineExtensionAmount",
    rate="Item/ClassifiedTaxCategory/Percent",
)


def lines_of(parent: Element | None, names: Names, currency: str) -> tuple[LineItem, ...]:
    """The lines that charge something, at most MOST_LINES, in the bill's currency."""
    items = (_item(line, names, currency) for line in children(parent, names.line))
    return tuple(islice((item for item in items if item is not None), MOST_LINES))


def _item(line: Element, names: Names, currency: str) -> LineItem | None:
    status = find(line, names.status) if names.status else None
    net = _money(amount_of(find(line, names.net)), currency)
    quantity = amount_of(find(line, names.quantity))
    if text_of(status) not in _COUNTED or (net is None and quantity is None):
        return None
    return LineItem(
        description=text_of(find(line, names.name))[:MOST_QUOTE],
        quantity=quantity,
        unit_price=_each(amount_of(find(line, names.price)), amount_of(find(line, names.per))),
        net=net,
        vat_rate=amount_of(find(line, names.rate)),
    )


def _each(price: Decimal | None, per: Decimal | None) -> Decimal | None:
    """The price of one, where the price is stated for several (BT-149)."""
    if price is None or per is None or per == 1:
        return price
    try:
        return (price / per).normalize()
    except (DivisionByZero, InvalidOperation):
        return price


def _money(amount: Decimal | None, currency: str) -> Money | None:
    try:
        return None if amount is None else Money.of(amount, currency)
    except AmountInvalid:
        return None
