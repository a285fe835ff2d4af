"""What several rails tell the person, and the lines that a person copies into their bank's form."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from models.errors.orders import RailRefused
from models.order import Order
from models.said import Said, amount_in, day_in, said
from models.words import mark
from pay.bank_days import arrives_on, latest_day
from pay.rail import CopyText, Handover, MadeFile, Rail

LONGEST_SEPA_NAME = 70
"""Characters of a name in a SEPA transfer and in a payment code."""


def late_note(order: Order, handover: Handover) -> Iterator[Said]:
    """A warning when the money of `order`, given now, is there only after its due date."""
    if order.due_on is None:
        return
    arrives = arrives_on(order.on, handover.now, instant=order.instant)
    if arrives <= order.due_on:
        return
    sentence = (
        mark("It arrives on {day}, after the due date {due}.")
        if order.instant
        else mark(
            "It arrives on {day}, after the due date {due}; to be in time it had to leave by {last}. "
            "An instant transfer is faster."
        )
    )
    last = latest_day(order.due_on, instant=order.instant)
    yield said(sentence, day=arrives, due=order.due_on, last=last)


def copy_lines(order: Order, handover: Handover) -> tuple[CopyText, ...]:
    """The lines of a bank's form: payee, account, amount, reference, day."""
    lang, payee = handover.lang, order.payee
    amount = amount_in(lang, order.amount)
    lines = [CopyText(said(mark("Payee")), payee.name, payee.name)]
    if payee.iban is not None:
        lines.append(CopyText(said(mark("IBAN")), str(payee.iban), payee.iban.text))
    if payee.bic:
        lines.append(CopyText(said(mark("BIC")), payee.bic, payee.bic))
    lines.append(CopyText(said(mark("Amount")), f"{amount} {order.amount.currency}", amount))
    if order.reference is not None:
        shown = str(order.reference)
        lines.append(CopyText(said(mark("Reference")), shown, shown))
    day = day_in(lang, order.on)
    return (*lines, CopyText(said(mark("Day")), day, order.on.isoformat()))


def spelt_note(name: str, spelt: str) -> Iterator[Said]:
    """A note when the bank is told a name in other letters than the bill's, or a shorter one."""
    if spelt != name:
        yield said(mark("The bank is told “{spelt}” for “{name}”."), spelt=spelt, name=name)


def made_file(name: str, media_type: str, data: bytes) -> MadeFile:
    """A file with the digest of its content."""
    return MadeFile(name, media_type, data, sha256(data).hexdigest())


def must_take(rail: Rail, orders: Sequence[Order], handover: Handover) -> None:
    """Passes when `rail` takes all of `orders` in one artefact. Raises RailRefused."""
    if not 1 <= len(orders) <= rail.most_orders:
        raise RailRefused(why=mark("it takes between 1 and {most} payments"), most=rail.most_orders)
    if len({order.key for order in orders}) < len(orders):
        raise RailRefused(why=mark("the same payment is there twice"))
    for order in orders:
        why = rail.refuses(order, handover)
        if why is not None:
            raise RailRefused(**{**why.plain(), "why": why.sentence})
