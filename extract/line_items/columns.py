"""The head of a table of what is charged: which column holds what, by words in six languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from extract.page import Line, Word
from extract.squash import squash
from models.reading import Box


class Role(StrEnum):
    """What a column holds; OTHER is known and of no use (positions, article numbers, discounts)."""

    DESCRIPTION = "description"
    QUANTITY = "quantity"
    PRICE = "unit_price"
    RATE = "vat_rate"
    NET = "net"
    GROSS = "gross"
    OTHER = "other"


_WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.OTHER,
        re.compile(
            r"(?:pos|nr|no|n°|#|ref|art|code|item|sku|ean|gtin|artikel|article|codice|codigo|cod)"
            r"[.-]?(?:n[ro°]|number|nummer|no|kunde)?[.:]?|position(?:en)?|lfd\.?nr\.?|reference|"
            r"referenz|referentie|referencia|date|datum|fecha|data|unit|unite|einheit|eenheid|unidad|"
            r"unita|u\.?m\.?|me|meng\.?-?(?:einheit)?|rem(?:ise|\.)?|rabatt|rabais|discount|disc\.?|korting|descuento|sconto|"
            r"zu-/abschlag|(?:steuer|tax|vat|tva|mwst|ust|btw|iva)-?(?:betrag|amount|bedrag|cat\.?)|"
            r"montant(?:de)?(?:la)?tva|periode|period|zeitraum|compteur|index"
        ),
    ),
    (
        Role.DESCRIPTION,
        re.compile(
            r"(?:ma(?:terial|tiere)/)?(?:designation|descriptions?|libelles?|produits?|prestations?|"
            r"details?|objet|intitule|services?|items?|products?|particulars|articles?|articulos?|"
            r"bezeichnung|beschreibung|artikel|leistung(?:en)?|produkte?|ware|text|waren?bezeichnung|"
            r"omschrijving|product(?:omschrijving)?|dienst(?:en)?|descripcion|conceptos?|producto|"
            r"descrizione|prodotto|articolo|servizio|artikelbezeichnung|leistungsbeschreibung|"
            r"produktbezeichnung|artikelbeschreibung|designationdes(?:produits|prestations))"
            r"(?:/.{0,20})?"
        ),
    ),
    (
        Role.QUANTITY,
        re.compile(
            r"q(?:uanti)?te\.?s?|qty\.?|quantit(?:y|ies)|(?:unsere)?menge(?:/.{0,12})?|anzahl|aantal|"
            r"cantidad|cant\.?|quantita|q\.?ta'?\.?|units|hours|hrs|heures|stunden|std\.?|uren|horas|"
            r"ore|nombre|volume|consommation|stuckzahl|stk\.?|stuks?"
        ),
    ),
    (
        Role.PRICE,
        re.compile(
            r"(?:prix|p\.?)(?:u\.?|unit(?:aire|\.)?)(?:\(?(?:net|ht|h\.t\.|ttc|eur|€)\)?)*|prixht|prix|ep|"
            r"(?:unit)?(?:price|cost|rate)(?:\(?[a-z€$£]{1,3}\)?|(?:in|ex)cl\.?(?:vat|tax)?)?|preis/(?:einheit)?|"
            r"(?:einzel|stuck|einheits|netto|e-?|vk-?)preis(?:\(?(?:netto|eur|€)\)?|in€)*|preis(?:/einheit)?|"
            r"(?:eenheids|stuks?)?prijs|(?:precio|prezzo|p\.)(?:unit(?:ario)?\.?)?|tarif|tarief|importeunitario"
        ),
    ),
    (
        Role.RATE,
        re.compile(
            r"(?:taux(?:de)?(?:la)?)?(?:tva|vat|mwst\.?|ust\.?|iva|btw|tax|gst)(?:-?satz|rate|%|\(%\)|in%|tarief)?"
            r"|%(?:tva|vat|mwst|ust|iva|btw)|steuer(?:satz)?(?:%|\[%\])?|aliquota|tipoiva"
        ),
    ),
    (
        Role.GROSS,
        re.compile(
            r"(?:montant|total|prix|somme)ttc|brutto(?:betrag|summe|preis)?|gross(?:amount)?|"
            r"(?:amount|total|price)?(?:incl\.?|including)(?:vat|tax|btw)?|gesamtbrutto|"
            r"(?:total|importe)(?:con)?iva(?:incl\.?|inc\.?)?|totaleivato|bedragincl\.?(?:btw)?"
        ),
    ),
    (
        Role.NET,
        re.compile(
            r"(?:montant|total|prix|somme|sous-total)(?:net)?(?:\(?(?:ht|h\.t\.|horstaxes?|hors|eur|€)\)?)*|ht|"
            r"(?:line|net)?-?(?:total|amount|value)(?:\(?(?:net|eur|usd|gbp|€|\$|£)\)?)?(?:excl\.?(?:vat|tax|gst)?)?|"
            r"(?:amount|price)(?:w/o|excl\.?|without)(?:vat|tax)?|"
            r"(?:gesamt|netto|zeilen|positions|rechnungs)-?(?:preis|betrag|summe|wert)?(?:\(?(?:netto|eur|€)\)?|in€)*|"
            r"betrag(?:\(?(?:netto|eur|€)\)?|in€)*|summe|g-?preis|gp|(?:netto)?entgelt|"
            r"(?:totaal|bedrag)(?:excl\.?)?(?:btw)?|importe(?:neto)?|importo|imponibile|totale|subtotal|base"
        ),
    ),
)
_MOST_WORDS = 4
"""Words that one head may be made of ("Line amount excl. VAT")."""
_MOST_HEAD = 28
_LEAST_ROLES = 3
"""Heads that make a table's; on a line of nothing else two are enough ("Libellé … Montant")."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column's head and where it stands."""

    role: Role
    box: Box

    def apart(self, box: Box) -> float:
        """How far a value is from standing under the head, in points: edges or middles in line."""
        left, right = abs(box.x0 - self.box.x0), abs(box.x1 - self.box.x1)
        middle = abs(box.x0 + box.x1 - self.box.x0 - self.box.x1) / 2
        return min(left, right, middle)


def columns_of(lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns whose heads stand on these lines (one, or two of one head); () for no such head.

    A head tells at least what is charged or how many, and how much each line costs.
    """
    found = sorted((column for line in lines for column in _heads(line)), key=lambda c: c.box.x0)
    columns = _with_sum(tuple(_each_once(found)))
    roles = {column.role for column in columns} - {Role.OTHER}
    said, priced = roles & {Role.DESCRIPTION, Role.QUANTITY}, roles & {Role.NET, Role.GROSS}
    nothing_else = sum(len(line.words) for line in lines) <= _LEAST_ROLES
    enough = len(roles) >= _LEAST_ROLES - nothing_else
    return columns if said and priced and enough else ()


def _with_sum(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A price at the right end is the line's sum where no other head is ("Prix unitaire … Prix HT")."""
    roles = {column.role for column in columns}
    last = columns[-1] if columns else None
    if last is None or last.role is not Role.PRICE or roles & {Role.NET, Role.GROSS}:
        return columns
    return (*columns[:-1], Column(Role.NET, last.box))


def _heads(line: Line) -> Iterator[Column]:
    """Roles from left to right, the longest run of words first; what is no head is skipped."""
    words, at = line.words, 0
    while at < len(words):
        for size in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            run = words[at : at + size]
            role = _role(run)
            if role is not None:
                yield Column(role, _around(run))
                at += size
                break
        else:
            at += 1


def _role(words: Sequence[Word]) -> Role | None:
    text = squash("".join(word.text for word in words)).strip(":*")
    if len(text) > _MOST_HEAD or not _is_near(words):
        return None
    return next((role for role, pattern in _WORDS if pattern.fullmatch(text)), None)


def _is_near(words: Sequence[Word]) -> bool:
    """Words of one head stand a space apart."""
    return all(
        right.box.x0 - left.box.x1 < left.box.bottom - left.box.top
        for left, right in pairwise(words)
    )


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words]
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes),
        max(b.x1 for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip


def _each_once(columns: Sequence[Column]) -> Iterator[Column]:
    """One column a role: of several sums the last is the line's, of the others the first."""
    last = {column.role: column for column in columns}
    first = {column.role: column for column in reversed(columns)}
    summed = bool(last.keys() & {Role.NET, Role.GROSS})
    for column in columns:
        ends = {Role.NET, Role.GROSS} if summed else {Role.PRICE}
        kept = last if column.role in ends else first
        if column.role is Role.OTHER or kept[column.role] is column:
            yield column
        else:
            yield Column(Role.OTHER, column.box)
