"""Paid by hand: cash, cheque, a transfer made elsewhere; with a proof attached or without."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.order import Order
from models.payment_text import one_line
from models.said import Said, said
from models.words import mark
from pay.notes import copy_lines, made_file, must_take
from pay.rail import Artefact, Handover, MadeFile

PROVEN_AGAINST = mark("nothing outside: it sends nothing")
_LARGEST = 20_000_000
"""Bytes of a proof: a photograph is 2 to 12 million."""
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class ByHand:
    """Keeps the proof of what the person did themselves."""

    name: str = "by-hand"
    proven_against: str = PROVEN_AGAINST
    most_orders: int = 1

    def refuses(self, order: Order, handover: Handover) -> Said | None:  # noqa: ARG002 - contract
        """Why the proof is not kept."""
        size = len(handover.proof.data) if handover.proof else 1
        if size == 0:
            return said(mark("the proof is an empty file"))
        if size > _LARGEST:
            return said(mark("the proof is larger than {limit} MB"), limit=_LARGEST // 10**6)
        return None

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """The proof under its digest, and the lines of the payment. Raises RailRefused."""
        must_take(self, orders, handover)
        (order,) = orders
        files = _files(handover)
        notes = (
            ()
            if files
            else (said(mark("No proof is kept yet: a receipt or a photograph would be one.")),)
        )
        next_step = said(mark("Pay {payee} and keep the proof."), payee=order.payee.name)
        return Artefact(self.name, next_step, files, copy_lines(order, handover), notes=notes)


def _files(handover: Handover) -> tuple[MadeFile, ...]:
    proof = handover.proof
    if proof is None:
        return ()
    name = one_line(proof.name, _LONGEST_NAME).replace("/", "-").replace("\\", "-").lstrip(".")
    return (made_file(name or "proof", "application/octet-stream", proof.data),)
