"""Direct debit: nothing to do but have the money there and watch the statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.order import Order
from models.said import Said, said
from models.words import mark
from pay.notes import copy_lines, must_take
from pay.rail import Artefact, CopyText, Handover

PROVEN_AGAINST = mark("nothing outside: it sends nothing")


@dataclass(frozen=True, slots=True)
class DirectDebit:
    """Tells what will be debited."""

    name: str = "direct-debit"
    proven_against: str = PROVEN_AGAINST
    most_orders: int = 1

    def refuses(self, order: Order, handover: Handover) -> Said | None:  # noqa: ARG002 - contract
        """Takes every order: the biller's bank acts, not the person."""
        return None

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """What to expect: payee, amount, day, creditor and mandate where the bill names them."""
        must_take(self, orders, handover)
        (order,) = orders
        lines = [line for line in copy_lines(order, handover) if line.copied != _account_of(order)]
        if handover.mandate is not None:
            creditor = handover.mandate.creditor_id
            lines.append(CopyText(said(mark("Creditor")), creditor, creditor))
            if handover.mandate.reference:
                mandate = handover.mandate.reference
                lines.append(CopyText(said(mark("Mandate")), mandate, mandate))
        next_step = said(
            mark("Do not pay: {payee} debits {amount} on {day}. Have it on the account."),
            payee=order.payee.name,
            amount=order.amount,
            day=order.on,
        )
        note = said(mark("A debit can be taken back at your bank within eight weeks."))
        return Artefact(self.name, next_step, copy=tuple(lines), notes=(note,))


def _account_of(order: Order) -> str:
    """The payee's account, which means nothing in a debit."""
    return order.payee.iban.text if order.payee.iban else ""
