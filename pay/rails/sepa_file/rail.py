"""The rail: a file of transfers for the bank's website or program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.errors.orders import HandoverDiffers
from models.order import Order
from models.payment_text import basic_latin
from models.reference import QrReference
from models.said import Country, Said, said
from models.words import mark
from pay.notes import (
    LONGEST_SEPA_NAME,
    copy_lines,
    late_note,
    made_file,
    must_take,
    spelt_note,
)
from pay.rail import Artefact, Handover, Payer
from pay.rails.sepa_file.read_back import payer_of, transfers_of
from pay.rails.sepa_file.transfer import Transfer, transfer_of
from pay.rails.sepa_file.write import payer_name, written
from pay.sepa_area import SEPA

PROVEN_AGAINST = mark("the schema pain.001.001.09 of ISO 20022, mock-bank 0.9.0; no real bank")
_MOST_MINOR = 999_999_999_99
"""The largest SEPA transfer (EPC125-05, AT-T002)."""


@dataclass(frozen=True, slots=True)
class SepaFile:
    """Makes transfers.xml of one order or many."""

    name: str = "sepa-file"
    proven_against: str = PROVEN_AGAINST
    most_orders: int = 1_000

    def refuses(self, order: Order, handover: Handover) -> Said | None:
        """Why the order cannot be in the file."""
        payer, iban, amount = handover.payer, order.payee.iban, order.amount
        if payer is None or payer.iban is None or not _is_name(payer.name):
            return said(
                mark(
                    "your own account and name are not set: write payer_name and payer_iban into "
                    "facteur.toml in the data folder, or set FACTEUR_PAYER_NAME and FACTEUR_PAYER_IBAN"
                )
            )
        if iban is None:
            return said(mark("the account of {payee} is not known"), payee=order.payee.name)
        if iban.country not in SEPA:
            return said(
                mark("the account is in {country}, outside SEPA"), country=Country(iban.country)
            )
        if isinstance(order.reference, QrReference):
            return said(mark("a Swiss QR reference does not fit into a SEPA transfer"))
        if amount.currency != "EUR" or amount.minor > _MOST_MINOR:
            return said(mark("transfers in {currency} are not made"), currency=amount.currency)
        if not _is_name(order.payee.name):
            return said(
                mark("banks take no name in these letters: {payee}"), payee=order.payee.name
            )
        return None

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """The file, read back and compared. Raises RailRefused, HandoverDiffers."""
        must_take(self, orders, handover)
        payer = handover.payer
        transfers = [transfer_of(order, handover.now) for order in orders]
        data = written(transfers, payer, handover.now) if payer else b""
        _must_say(data, transfers, payer)
        next_step = said(
            mark(
                "Give this file to your bank (“import transfers”) and approve it there (payments: {count})."
            ),
            count=len(orders),
        )
        return Artefact(
            self.name,
            next_step,
            (made_file("transfers.xml", "application/xml", data),),
            tuple(line for order in orders for line in copy_lines(order, handover)),
            notes=tuple(_notes(orders, transfers, handover)),
        )


def _is_name(name: str) -> bool:
    return any(c.isalnum() for c in basic_latin(name, LONGEST_SEPA_NAME))


def _must_say(data: bytes, transfers: Sequence[Transfer], payer: Payer | None) -> None:
    """Passes when the bytes hold exactly these transfers of this payer. Raises HandoverDiffers."""
    if payer is None or payer.iban is None:
        raise HandoverDiffers(field="payer")
    if payer_of(data) != {(payer_name(payer), payer.iban.text)}:
        raise HandoverDiffers(field="payer")
    if {one.key: one for one in transfers_of(data)} != {one.key: one for one in transfers}:
        raise HandoverDiffers(field="transfers")


def _notes(
    orders: Sequence[Order], transfers: Sequence[Transfer], handover: Handover
) -> Iterator[Said]:
    for order, transfer in zip(orders, transfers, strict=True):
        yield from late_note(order, handover)
        yield from spelt_note(order.payee.name, transfer.name)
        if transfer.on != order.on:
            yield said(
                mark("The payment to {payee} leaves on {day}, the next bank day."),
                payee=order.payee.name,
                day=transfer.on,
            )
