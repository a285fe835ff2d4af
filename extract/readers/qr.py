"""Reads the payment codes printed on a bill: EPC (SEPA) and Swiss QR-bill.

A code is checksummed and made for machines, so what it says of account, amount and reference is as
good as an e-invoice. Codes that are no payments are left alone; links in them are never opened.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PIL import Image

from extract.ocr.pages import LONG_SIDE
from extract.page import Page
from extract.proofs import MOST_QUOTE
from extract.qr.epc import is_epc, parse_epc
from extract.qr.pages import drawn
from extract.qr.payload import Parsed, Payment
from extract.qr.scan import codes_in
from extract.qr.swiss import is_swiss, parse_swiss
from extract.reader import Source
from models.document import Form
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Box, Found, Means, Period, Reading

T = TypeVar("T")

_SURE = 0.99
_PAYEE = 0.93
"""The payee of a code is nearly always the biller; a collecting company is not."""
_BILLING = 0.97


@dataclass(frozen=True, slots=True)
class _Printed:
    """A payment code where it stands; box in points on the page as displayed."""

    parsed: Parsed
    page: int
    box: Box


class Qr:
    """Reads every payment code of the pages or pictures; several that differ leave the amount open."""

    name = "qr"
    proven_against = "24 public Swiss QR-bills; EPC and Swiss codes of our own, also photographed"

    def reads(self, source: Source) -> bool:
        """True for PDFs and pictures at the first look; `read` decides which pages are drawn."""
        visible = source.document.form is Form.PDF or bool(source.pictures)
        return visible and not source.again

    def read(self, source: Source) -> Reading | None:
        """The reading; None without a payment code. Raises Encrypted or Damaged.

        A code that breaks its standard gives no field, only warnings "qr_invalid:WORD".
        """
        printed = tuple(_printed(source))
        if not printed:
            return None
        good = [one for one in printed if one.parsed.payment is not None]
        faults = (word for one in printed for word in one.parsed.faults)
        warnings = dict.fromkeys(f"qr_invalid:{word}" for word in faults)
        return _Prove(good).reading(tuple(warnings))


def _printed(source: Source) -> Iterator[_Printed]:
    """The payment codes in the order of the pages."""
    pages = {page.number: page for page in source.pages}
    for number, image, enlarge in _images(source):
        for code in codes_in(image, enlarge=enlarge):
            parsed = _parsed(code.data)
            if parsed is not None:
                box = _placed(code.box, image.size, pages.get(number))
                yield _Printed(parsed, number, box)


def _images(source: Source) -> Iterator[tuple[int, Image.Image, bool]]:
    """Page number, image, and whether a small code may hide in it (photographs and scans)."""
    taken = source.pictures or source.scans
    for picture in taken:
        yield picture.number, picture.image, True
    if source.document.form is Form.PDF:
        numbers = {picture.number for picture in taken}
        others = [page for page in source.pages if page.number not in numbers]
        for sheet in drawn(source.document.data, others):
            yield sheet.number, sheet.image, False


def _parsed(data: bytes) -> Parsed | None:
    if is_epc(data):
        return parse_epc(data)
    return parse_swiss(data) if is_swiss(data) else None


def _placed(
    pixels: tuple[float, float, float, float], size: tuple[int, int], page: Page | None
) -> Box:
    """Pixels of the image to points of the page, which may have been turned to be read."""
    long_side = max(page.width, page.height) if page else LONG_SIDE
    scale = long_side / max(size)
    left, top, right, bottom = (edge * scale for edge in pixels)
    width, height = size[0] * scale, size[1] * scale
    match page.turn if page else 0:
        case 90:
            edges = top, width - right, bottom, width - left
        case 180:
            edges = width - right, height - bottom, width - left, height - top
        case 270:
            edges = height - bottom, left, height - top, right
        case _:
            edges = left, top, right, bottom
    return Box(*(round(edge, 2) for edge in edges))


class _Prove:
    """The fields on which all usable codes of a document agree, each with the code as its proof."""

    def __init__(self, printed: Sequence[_Printed]) -> None:
        self._printed = printed

    def reading(self, warnings: tuple[str, ...]) -> Reading:
        several = len({one.parsed.payment for one in self._printed}) > 1
        return Reading(
            reader=Qr.name,
            biller=self._field(lambda p: p.payee, _PAYEE),
            amount=self._field(_amount, _SURE),
            currency=self._field(lambda p: p.currency, _SURE),
            due_on=self._field(lambda p: p.bill.due_on, _BILLING),
            issued_on=self._field(lambda p: p.bill.issued_on, _BILLING),
            number=self._field(lambda p: p.bill.number, _BILLING),
            period=self._field(_period, _BILLING),
            payee_iban=self._field(lambda p: p.iban, _SURE),
            reference=self._field(lambda p: p.reference, _SURE),
            means=self._field(lambda _: Means.TRANSFER, _BILLING),
            biller_id=self._field(lambda p: p.bill.biller_id, _BILLING),
            signs=tuple(self._signs()),
            warnings=(*warnings, *(("several_codes",) if several else ())),
        )

    def _field(self, of: Callable[[Payment], T | None], confidence: float) -> Found[T] | None:
        """What the codes say; None when they differ."""
        said = [(of(one.parsed.payment), one) for one in self._printed if one.parsed.payment]
        values = [value for value, _ in said]
        if not said or values[0] is None or any(value != values[0] for value in values):
            return None
        first = said[0][1]
        quote = _quote(first.parsed.payment)
        return Found(values[0], Qr.name, quote, confidence, first.page, first.box)

    def _signs(self) -> Iterator[Found[str]]:
        amount_open = self._field(lambda p: "amount_open" if p.amount is None else None, _SURE)
        nothing = self._field(lambda p: "no_amount_due" if p.amount == 0 else None, _SURE)
        yield from (sign for sign in (amount_open, nothing) if sign is not None)


def _amount(payment: Payment) -> Money | None:
    try:
        return None if payment.amount is None else Money.of(payment.amount, payment.currency)
    except AmountInvalid:
        return None


def _period(payment: Payment) -> Period | None:
    return Period(*payment.bill.period) if payment.bill.period else None


def _quote(payment: Payment | None) -> str:
    """ "EPC code: 84.20 EUR to Eaux du Vallon, FR76 …, RF18 …" as far as a quote may go."""
    if payment is None:
        return ""
    amount = f"{payment.amount} {payment.currency}" if payment.amount is not None else "?"
    parts = (payment.payee, payment.iban, payment.reference or "", payment.text)
    return f"{amount}: {', '.join(part for part in parts if part)}"[:MOST_QUOTE]
