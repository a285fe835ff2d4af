"""What an approval is bound to: the digest of all that decides where the money goes."""

from hashlib import sha256

from models.order import Order, Payee

_FORM = "facteur order 1"
"""Changes whenever the list of fields does: old approvals are then void."""


def digest_of(order: Order) -> str:
    """SHA-256 in hex of bill, payee, IBAN, amount, currency and reference.

    Each field stands behind its length in bytes, so that no two orders have the same bytes. The day,
    the key and the speed are not part of it: moving a payment to another day needs no new approval.
    """
    amount, payee, reference = order.amount, order.payee, order.reference
    fields = (
        _FORM,
        order.bill,
        payee.name,
        payee.iban.text if payee.iban else "",
        payee.bic,
        *_place(payee),
        str(amount.minor),
        amount.currency,
        type(reference).__name__ if reference else "",
        reference.text if reference else "",
    )
    return sha256(b"".join(map(_framed, fields))).hexdigest()


def _place(payee: Payee) -> tuple[str, ...]:
    where = payee.address
    if where is None:
        return ("",)
    return ("at", where.street, where.house, where.postcode, where.town, where.country)


def _framed(field: str) -> bytes:
    data = field.encode()
    return b"%d:%b," % (len(data), data)
