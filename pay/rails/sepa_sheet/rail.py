"""The rail: a sheet with a payment code and lines to copy, for a transfer in the person's bank app."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.errors.orders import HandoverDiffers
from models.order import Order
from models.said import Country, Said, said
from models.words import Lang, mark
from pay.bank_days import today
from pay.notes import copy_lines, late_note, made_file, must_take, spelt_note
from pay.rail import Artefact, CopyText, Handover, MadeFile
from pay.rails.sepa_sheet.code import Drawn, drawn
from pay.rails.sepa_sheet.epc import epc_content, epc_differs, epc_refuses
from pay.rails.sepa_sheet.layout import laid_out
from pay.rails.sepa_sheet.picture import png_of, svg_of
from pay.rails.sepa_sheet.swiss import (
    COUNTRIES,
    swiss_content,
    swiss_differs,
    swiss_refuses,
)
from pay.sepa_area import SEPA

PROVEN_AGAINST = mark(
    "zxing-cpp on every code before it is shown, our own strict readers of EPC069-12 and QR-bill; "
    "no bank's app"
)

_NAME = 5
"""The line of the payee's name, in a European code and in a Swiss one."""


@dataclass(frozen=True, slots=True)
class SepaSheet:
    """Makes sheet.png, sheet.svg and sheet.txt."""

    name: str = "sepa-sheet"
    proven_against: str = PROVEN_AGAINST
    most_orders: int = 1

    def refuses(self, order: Order, handover: Handover) -> Said | None:  # noqa: ARG002 - contract
        """Without an account in SEPA there is nothing to transfer to."""
        iban = order.payee.iban
        if iban is None:
            return said(mark("the account of {payee} is not known"), payee=order.payee.name)
        if iban.country not in SEPA:
            return said(
                mark("the account is in {country}, outside SEPA"), country=Country(iban.country)
            )
        if order.amount.currency != "EUR" and not _is_swiss_franc(order):
            return said(
                mark("transfers in {currency} are not made"), currency=order.amount.currency
            )
        return None

    def prepare(self, orders: Sequence[Order], handover: Handover) -> Artefact:
        """The sheet of one order. Raises RailRefused, HandoverDiffers."""
        must_take(self, orders, handover)
        (order,) = orders
        code, why = code_of(order)
        next_step, copy = _next_step(order, code), copy_lines(order, handover)
        notes = (*_notes(order, handover), *_code_notes(order, code, why))
        layout = laid_out(code, copy, (next_step, *notes), handover.lang)
        files = (
            made_file("sheet.png", "image/png", png_of(code, layout)),
            made_file("sheet.svg", "image/svg+xml", svg_of(code, layout)),
            _text_file(copy, (next_step, *notes), handover.lang),
        )
        return Artefact(self.name, next_step, files, copy, notes=notes)


def code_of(order: Order) -> tuple[Drawn | None, Said | None]:
    """The code of an order, or why there is none. Raises HandoverDiffers."""
    why = epc_refuses(order)
    if order.payee.country in COUNTRIES and (swiss_refuses(order) is None or why is not None):
        why = swiss_refuses(order)
        if why is None:
            code = drawn(swiss_content(order), cross=True)
            return _same(code, swiss_differs(code.data, order)), None
    if why is not None:
        return None, why
    code = drawn(epc_content(order))
    return _same(code, epc_differs(code.data, order)), None


def _same(code: Drawn, differs: Iterator[str]) -> Drawn:
    """The code, whose very bytes png_of and svg_of then read back. Raises HandoverDiffers."""
    wrong = next(differs, None)
    if wrong is not None:
        raise HandoverDiffers(field=wrong)
    return code


def _is_swiss_franc(order: Order) -> bool:
    return order.amount.currency == "CHF" and order.payee.country in COUNTRIES


def _next_step(order: Order, code: Drawn | None) -> Said:
    if code is None:
        sentence = mark(
            "Copy these lines into a transfer in your bank’s app; compare the name and the amount "
            "before you confirm."
        )
    elif order.instant:
        sentence = mark(
            "Scan the code with your bank’s app or copy these lines, choose an instant transfer, "
            "and compare the name and the amount before you confirm."
        )
    else:
        sentence = mark(
            "Scan the code with your bank’s app or copy these lines; compare the name and the amount "
            "before you confirm."
        )
    return said(sentence)


def _notes(order: Order, handover: Handover) -> Iterator[Said]:
    yield from late_note(order, handover)
    if order.on > today(handover.now):
        yield said(mark("Choose the day in your bank’s app: a code does not hold it."))


def _code_notes(order: Order, code: Drawn | None, why: Said | None) -> Iterator[Said]:
    if why is not None:
        yield why
    if code is not None:
        yield from spelt_note(order.payee.name, code.data.decode().split("\n")[_NAME])


def _text_file(copy: tuple[CopyText, ...], words: tuple[Said, ...], lang: Lang) -> MadeFile:
    """One line for each thing to copy, then the words: no value can begin a line."""
    colon = "\u00a0: " if lang == "fr" else ": "
    lines = [f"{one.label.told(lang)}{colon}{one.shown}" for one in copy]
    lines += ["", *(sentence.told(lang) for sentence in words)]
    return made_file("sheet.txt", "text/plain; charset=utf-8", ("\n".join(lines) + "\n").encode())
