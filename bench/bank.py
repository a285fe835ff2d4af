"""Payments as the household's bank writes them: everything, a label, or a cut label."""

import random

from bench.payers import OWN, House, Payment
from models.iban import Iban
from models.money import Money
from models.statement import Entry, Statement
from pay.evidence.keys import with_keys
from pay.evidence.prose import enriched

STYLES = ("camt", "label", "label", "short")


def written(
    r: random.Random, home: House, style: str = ""
) -> tuple[list[Entry], dict[str, Payment]]:
    """The entries as this household's bank writes them: everything, a label, or a cut label."""
    style = style or r.choice(STYLES)
    order = sorted(home.payments, key=lambda payment: payment.on)
    raw = [entry(style, payment) for payment in order]
    (statement,) = with_keys([Statement(style, OWN, "EUR", tuple(raw))])
    truth = {one.key: payment for one, payment in zip(statement.entries, order, strict=True)}
    return list(statement.entries), truth


def entry(style: str, payment: Payment) -> Entry:
    biller = payment.biller
    amount = Money(payment.minor, "EUR")
    if biller is None:
        return enriched(Entry("", OWN, payment.on, amount, text=payment.said))
    word = "PRLV SEPA" if biller.debits else "VIR SEPA"
    back = "RETOUR PRLV " if payment.returned else ""
    if style == "camt":
        return Entry(
            "",
            OWN,
            payment.on,
            amount,
            counterparty=biller.name,
            counterparty_iban=None if biller.debits else Iban(biller.iban),
            creditor_id=biller.creditor if biller.debits else "",
            mandate=biller.mandate if biller.debits else "",
            end_to_end=payment.end_to_end,
            text=payment.said,
            returned="AM04" if payment.returned else "",
        )
    ids = f"ICS {biller.creditor} RUM {biller.mandate}" if biller.debits else payment.end_to_end
    text = f"{back}{word} {biller.name.upper()} {payment.said} {ids}"
    return enriched(
        Entry("", OWN, payment.on, amount, text=text[:32] if style == "short" else text)
    )
