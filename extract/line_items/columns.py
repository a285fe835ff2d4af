"""The head of a table of what is charged: which column holds what, by words in six languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from extract.page import Line, Word
from extract.sheet import union
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
            r"einzel|(?:einzel|stuck|einheits|netto|e-?|vk-?)preis(?:\(?(?:netto|eur|€)\)?|in€)*|preis(?:/einheit)?|"
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
_CURRENCY = re.compile(r"(?:[/(\[]|in|en)?(?:€|eur|euro|chf|usd|gbp|\$|£)[)\]]?$")
"""At the end of a head: "Gesamt/€", "Betrag in EUR", "Amount ($)"."""
_LEAST_ROLES = 3


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


def heads_of(line: Line) -> tuple[Column, ...]:
    """The heads on a line, left to right, the longest run of words first; other words are skipped."""
    words, at = line.words, 0
    found: list[Column] = []
    while at < len(words):
        size, role = next(_roles(words[at : at + _MOST_WORDS]), (1, None))
        if role is not None:
            found.append(Column(role, union(words[at : at + size])))
        at += size
    return tuple(found)


def columns_of(heads: Sequence[Column], *, alone: bool = False) -> tuple[Column, ...]:
    """The columns of a table with these heads, of one line or of several; () when it is no such table.

    A head tells at least what is charged or how many, and how much each line costs. `alone`: nothing
    else stands there, so two heads are enough ("Libellé … Montant").
    """
    columns = _with_sum(tuple(_each_once(sorted(heads, key=lambda column: column.box.x0))))
    roles = {column.role for column in columns} - {Role.OTHER}
    said, priced = roles & {Role.DESCRIPTION, Role.QUANTITY}, roles & {Role.NET, Role.GROSS}
    return columns if said and priced and len(roles) >= _LEAST_ROLES - alone else ()


def _with_sum(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A price at the right end is the line's sum where no other head is ("Prix unitaire … Prix HT")."""
    roles = {column.role for column in columns}
    last = columns[-1] if columns else None
    if last is None or last.role is not Role.PRICE or roles & {Role.NET, Role.GROSS}:
        return columns
    return (*columns[:-1], Column(Role.NET, last.box))


def _roles(words: Sequence[Word]) -> Iterator[tuple[int, Role]]:
    """How many of the first words make a head, and which, the longest first."""
    for size in range(len(words), 0, -1):
        if _is_near(words[:size]):
            role = _role("".join(word.text for word in words[:size]))
            if role is not None:
                yield size, role


@lru_cache(maxsize=4096)
def _role(words: str) -> Role | None:
    if len(words) > _MOST_HEAD:
        return None
    text = squash(words).strip(":*")
    text = _CURRENCY.sub("", text) or text
    return next((role for role, pattern in _WORDS if pattern.fullmatch(text)), None)


def _is_near(words: Sequence[Word]) -> bool:
    """Words of one head stand a space apart."""
    return all(
        right.box.x0 - left.box.x1 < left.box.bottom - left.box.top
        for left, right in pairwise(words)
    )


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
