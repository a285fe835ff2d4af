"""The code lists of e-invoices, in the house's words."""

from models.reading import Means

CREDIT_NOTES = frozenset(
    ["81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"]
)
"""UNTDID 1001 codes of documents in the customer's favour (EN 16931, BT-3)."""

TYPE_SIGNS: dict[str, str] = {
    "310": "quote",
    "325": "quote",
    "220": "order",
    "231": "order",
    "351": "delivery",
    "751": "for_information",
}
"""UNTDID 1001 codes of what is no demand for money: offer, proforma, order, dispatch, accounting."""

_MEANS_CODES: tuple[tuple[Means, str], ...] = (
    (Means.CASH, "10"),
    (Means.CHEQUE, "20 21 22 23 24 25 26"),
    (Means.TRANSFER, "2 3 30 31 42 45 46 50 51 53 56 57 58"),
    (Means.DIRECT_DEBIT, "49 59"),
    (Means.CARD, "48 54 55"),
    (Means.PORTAL, "68"),
)
MEANS: dict[str, Means] = {code: means for means, codes in _MEANS_CODES for code in codes.split()}
"""UNTDID 4461 (EN 16931, BT-81). 57, a standing agreement, leaves the payer to pay: a transfer."""

MEANS_SIGNS: dict[str, str] = {
    "48": "card_payment",
    "49": "direct_debit",
    "54": "card_payment",
    "55": "card_payment",
    "57": "standing_agreement",
    "59": "direct_debit",
}
"""What a means code says about who acts: the biller debits, or an agreement already pays."""
