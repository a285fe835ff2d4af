"""Account to pay to, payment reference, register number and means of payment."""

import re

from extract import labels_of_identifiers as labels
from extract.identifiers import ibans_in, references_in, register_numbers_in
from extract.labelled import labelled
from extract.labels import words
from extract.looked import Looked
from extract.sheet import Cell, quoted
from extract.squash import squash
from models.reading import Found, Means

_SURE, _BY_LABEL, _DOUBT, _WEAK = 0.97, 0.9, 0.75, 0.5
_CUT_ACCOUNT = re.compile(r"[A-Z]{2}\d\d(?: ?[A-Z0-9]){0,28}$")
_REST_OF_ACCOUNT = re.compile(r"[A-Z0-9]{1,24}(?: [A-Z0-9]{1,4}){0,7}(?![^\s.,;)])")
_NEAR = 70
"""Squashed characters before an account that may say whose it is."""


def iban_of(looked: Looked) -> tuple[Found[str] | None, tuple[str, ...]]:
    """The account to pay to, compact; never the customer's own; with a warning when it is wrong."""
    ranked: list[tuple[int, Cell, str, int, int, bool]] = []
    for cell in looked.cells:
        joined = _with_next_line(looked, cell)
        for value, start, end, right in ibans_in(joined):
            line = looked.lines[cell.row]
            at = line.find(cell.text) + start
            before = squash(f"{looked.sheet.text_of(cell.row - 1)} {line[:at]}")[-_NEAR:]
            if not labels.OWN_ACCOUNT.search(before):
                ranked.append((2 * right, cell, value, start, min(end, len(cell.text)), right))
    if not ranked:
        return None, ()
    best = max(ranked, key=lambda r: (r[0], -r[1].row))
    _, cell, value, start, end, right = best
    several = len({r[2] for r in ranked if r[5]}) > 1
    sure = (_DOUBT if several else _SURE) if right else _WEAK
    warnings = () if right else ("iban_invalid",)
    return looked.found(value, quoted(cell.text), sure, cell, cell.box_of(start, end)), warnings


def _with_next_line(looked: Looked, cell: Cell) -> str:
    """The cell's text, with the cell below when an account goes on there ("DE67 … 7221" / "8882 72")."""
    if not _CUT_ACCOUNT.search(cell.text):
        return cell.text
    following = looked.sheet.rows[cell.row + 1 : cell.row + 2]
    under = [*list(looked.sheet.below(cell))[:1], *(row[0] for row in following)]
    for lower in under:
        rest = _REST_OF_ACCOUNT.match(lower.text)
        joined = f"{cell.text} {rest.group()}" if rest else ""
        if any(right for _, _, end, right in ibans_in(joined) if end > len(cell.text)):
            return joined
    return cell.text


def reference_of(looked: Looked) -> Found[str] | None:
    """The payment reference: one that proves itself, else by its label."""
    for cell in looked.cells:
        for value, start, end in references_in(cell.text):
            return looked.found(value, quoted(cell.text), _SURE, cell, cell.box_of(start, end))
    for pattern, sure in ((labels.REFERENCE, _DOUBT), (labels.REFERENCE_WEAK, _WEAK)):
        for code in sorted(labelled(looked.sheet, pattern), key=lambda c: c.cost):
            if not list(ibans_in(code.value)):
                return looked.found(code.value, code.quote, sure, code.cell, code.box)
    return None


def biller_id_of(looked: Looked, biller: Found[str] | None) -> Found[str] | None:
    """VAT or register number: the one nearest the biller's own lines, never labelled as the customer's."""
    for cell in looked.cells:
        row = squash(looked.lines[cell.row])
        if re.search(r"client|customer|kunde|kaufer|votre(?:n|tva)|your|ihre|uw|acheteur", row):
            continue
        for value, start, end in register_numbers_in(cell.text):
            before = squash(cell.text[:start])
            if (
                re.search(r"tva|vat|ust|siret|siren|rcs|btw|mwst|id|paris|[a-z]$", before)
                or value[:2].isalpha()
            ):
                sure = _SURE if biller and biller.value in looked.lines[cell.row] else _DOUBT
                return looked.found(value, quoted(cell.text), sure, cell, cell.box_of(start, end))
    return None


_CARD = words(r"carte|parcb|(?<![a-z])card|yourcard|visa|mastercard|kreditkarte|creditcard")
_MEANS: tuple[tuple[Means, re.Pattern[str]], ...] = (
    (
        Means.CARD,
        words(
            r"parcarte|cartebancaire|parcb|cardpayment|bycard|creditcard|visa|mastercard|"
            r"kreditkarte"
        ),
    ),
    (
        Means.TRANSFER,
        words(r"virement|banktransfer|bacs|iban|uberweis|bankverbindung|overschrijv|wiretransfer"),
    ),
    (Means.CHEQUE, words(r"cheque|check(?:payable|to)|scheck")),
    (
        Means.PORTAL,
        words(
            r"(?:payer|reglez|paiement|payez|payable)enligne|payonline|onlinebezahlen|"
            r"espaceclient|payfip|impots\.gouv"
        ),
    ),
    (Means.CASH, words(r"especes|incash|barzahlung|contant")),
)


def means_of(looked: Looked, iban: Found[str] | None) -> Found[Means] | None:
    """How the biller asks to be paid: an announced debit first, then an account to pay to."""
    quote = looked.signs.get("direct_debit")
    if quote:
        card = _CARD.search(squash(quote))
        return looked.found(Means.CARD if card else Means.DIRECT_DEBIT, quote, _BY_LABEL)
    if iban:
        return looked.found(Means.TRANSFER, iban.quote, _DOUBT)
    for means, pattern in _MEANS:
        for line in looked.lines:
            if pattern.search(squash(line)):
                return looked.found(means, quoted(line), _WEAK)
    return None
