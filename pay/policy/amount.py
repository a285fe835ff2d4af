"""Rules on the amount: what is left of the bill, what this payee usually asks, the caps."""

from collections.abc import Iterator
from statistics import median

from models.money import Money
from models.said import said
from models.words import mark
from pay.policy.facts import Facts
from pay.policy.flag import Flag, ask, stop
from pay.policy.steps import HELD

_FAR = 3
"""Times the usual amount, up or down."""
_ENOUGH = 3
"""Earlier bills, below which there is nothing usual."""
_OTHER_CURRENCY = mark(
    "The caps are in {currency} and nothing is exchanged here: a payment in {other} is stopped until "
    "`facteur caps` sets both in {other}, or takes them away."
)


def amount_rules(facts: Facts) -> Iterator[Flag]:
    """more_than_left, currency_of_bill, cap_currency, above_cap, above_month (stop),
    amount_unusual (ask)."""
    amount = facts.order.amount
    if amount.currency != facts.bill.due.currency:
        because = said(mark("The bill is in {currency}."), currency=facts.bill.due.currency)
        yield stop("currency_of_bill", because)
    elif amount > (left := left_to_pay(facts)):
        yield more_than_left(left)
    yield from _cap_rules(facts)
    usual = _usual(facts)
    if usual is not None and not usual <= amount.minor * _FAR <= usual * _FAR**2:
        because = said(
            mark("{amount} is far from what {payee} usually asks ({usual})."),
            amount=amount,
            payee=facts.order.payee.name,
            usual=Money(usual, amount.currency),
        )
        yield ask("amount_unusual", because)


def more_than_left(left: Money) -> Flag:
    """What stops an amount above what is left of its bill."""
    return stop("more_than_left", said(mark("Of this bill {left} are left to pay."), left=left))


def left_to_pay(facts: Facts) -> Money:
    """The bill's amount less credit notes and less its other orders that were or may be paid.

    Never below zero; in the bill's currency (others are left out: there is no silent exchange).
    """
    due = facts.bill.due
    taken = [
        one.amount
        for one in facts.earlier
        if one.bill == facts.order.bill and one.key != facts.order.key and one.step in HELD
    ]
    same = (abs(one.minor) for one in (*taken, *facts.credits) if one.currency == due.currency)
    return Money(max(due.minor - sum(same), 0), due.currency)


def _usual(facts: Facts) -> int | None:
    amounts = facts.payee.amounts if facts.payee else ()
    same = [one.minor for one in amounts if one.currency == facts.order.amount.currency]
    return int(median(same)) if len(same) >= _ENOUGH else None


def _cap_rules(facts: Facts) -> Iterator[Flag]:
    amount, caps = facts.order.amount, facts.caps
    for cap in (caps.transfer, caps.month):
        if cap is not None and cap.currency != amount.currency:
            because = said(_OTHER_CURRENCY, currency=cap.currency, other=amount.currency)
            yield stop("cap_currency", because)
            return
    if caps.transfer is not None and amount > caps.transfer:
        because = said(
            mark("The cap for one payment is {cap}."),
            cap=caps.transfer,
        )
        yield stop("above_cap", because)
    total = amount + facts.spent if facts.spent else amount
    if caps.month is not None and total > caps.month:
        because = said(
            mark("The cap for this month is {cap}; with this payment it would be {total}."),
            cap=caps.month,
            total=total,
        )
        yield stop("above_month", because)
