"""A month's statement as files: CSV for a spreadsheet, PDF for a person."""

import csv
import io
from functools import cache
from pathlib import Path

import reportlab
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, Table, TableStyle

from flow.household.statement import Line, Statement
from models.money import Money
from models.payment_text import basic_latin, one_line
from models.said import amount_in, day_in
from models.words import Lang, mark, translate
from pay.recap import Recap, RowKind

_HEADS = (
    mark("Day"), mark("What"), mark("Total"), mark("You paid"), mark("Your share"), mark("Change"),
    mark("Balance"), mark("Waiting"),
)  # fmt: skip
_COLUMNS = (
    "date", "kind", "number", "what", "note", "total", "paid", "share", "change", "balance", "waiting",
    "currency",
)  # fmt: skip
_KIND_WORDS = {
    RowKind.SENT: mark("Sent to {what}"),
    RowKind.RECEIVED: mark("Received from {what}"),
}
_WIDTHS = tuple(width * mm for width in (22, 50, 19, 19, 19, 19, 19, 19))
_MOST_WHAT = 32
_FONT, _BOLD = "FacteurSans", "FacteurSansBold"
_SIZE = 8


def as_csv(statement: Statement) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; amounts with a point, days in ISO 8601.

    No cell begins with a sign that a spreadsheet would take for a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for recap, lines in statement.parts:
        currency = recap.opening.currency
        first, last = recap.period.first.isoformat(), recap.period.last.isoformat()
        blank = ["", "", "", "", "", "", ""]
        writer.writerow([first, "opening", *blank, recap.opening, "", currency])
        writer.writerows(_cells(line) for line in lines)
        writer.writerow([last, "closing", *blank, recap.closing, "", currency])
    return text.getvalue().encode("utf-8-sig")


def _cells(line: Line) -> list[object]:
    row = line.row
    return [
        row.on.isoformat(), row.kind.value, row.number if row.number > 0 else "",
        _no_formula(line.what), _no_formula(line.note),
        row.total, row.paid, row.share, row.change, row.balance, row.waiting, row.total.currency,
    ]  # fmt: skip


def _no_formula(text: str) -> str:
    plain = one_line(text, 140)
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain


def as_pdf(statement: Statement, lang: Lang) -> bytes:
    """A4 pages, the same bytes for the same statement."""
    title = translate(
        mark("{household}: statement of {person}"), lang,
        household=statement.household, person=statement.person,
    )  # fmt: skip
    days = translate(
        mark("From {first} to {last}"), lang,
        first=day_in(lang, statement.period.first), last=day_in(lang, statement.period.last),
    )  # fmt: skip
    story: list[Flowable] = [_line(title, _BOLD, 14), _line(days, _FONT, 10), Spacer(0, 6 * mm)]
    for recap, lines in statement.parts:
        story += [_table(recap, lines, lang), Spacer(0, 6 * mm)]
    if not statement.parts:
        story.append(_line(translate(mark("Nothing was shared until then."), lang), _FONT, 10))
    held = io.BytesIO()
    margin = 12 * mm
    document = SimpleDocTemplate(
        held, pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin,
        bottomMargin=margin, title=title, author="Facteur", invariant=1,
    )  # fmt: skip
    document.build(story)
    return held.getvalue()


@cache
def _fonts() -> frozenset[int]:
    """Bitstream Vera comes with reportlab; returns the signs it has: those of Western Europe."""
    folder = Path(reportlab.__file__).parent / "fonts"
    plain, bold = TTFont(_FONT, str(folder / "Vera.ttf")), TTFont(_BOLD, str(folder / "VeraBd.ttf"))
    pdfmetrics.registerFont(plain)
    pdfmetrics.registerFont(bold)
    return frozenset(plain.face.charToGlyph)


def _line(text: str, font: str, size: int) -> Table:
    style = TableStyle(
        [("FONT", (0, 0), (-1, -1), font, size), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    )
    return Table([[_written(text, 100)]], hAlign="LEFT", style=style)


def _written(text: str, most: int) -> str:
    """`text` in letters that the font has, shortened; the CSV holds it whole."""
    plain = one_line(text, 400)
    if not _fonts().issuperset(map(ord, plain)):
        plain = basic_latin(plain, 400)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def _table(recap: Recap, lines: tuple[Line, ...], lang: Lang) -> Table:
    currency = recap.opening.currency
    heads = [translate(head, lang) for head in _HEADS]
    rows = [
        [f"{currency}", *heads[1:]],
        ["", translate(mark("Balance before"), lang), "", "", "", "", _in(lang, recap.opening), ""],
        *(_row(line, lang) for line in lines),
        [
            "",
            translate(mark("Balance at the end"), lang),
            "",
            "",
            "",
            "",
            _in(lang, recap.closing),
            "",
        ],
    ]
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), _FONT, _SIZE),
            ("FONT", (0, 0), (-1, 0), _BOLD, _SIZE),
            ("FONT", (0, -1), (-1, -1), _BOLD, _SIZE),
            ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.6, colors.black),
            ("LINEBELOW", (0, 1), (-1, -2), 0.2, colors.lightgrey),
        ]
    )
    return Table(rows, colWidths=_WIDTHS, repeatRows=1, hAlign="LEFT", style=style)


def _row(line: Line, lang: Lang) -> list[str]:
    row = line.row
    told = translate(_KIND_WORDS.get(row.kind, ""), lang, what=line.what) or line.what
    what = _written(told, _MOST_WHAT)
    amounts = (row.total, row.paid, row.share, row.change, row.balance)
    waiting = _in(lang, row.waiting) if row.waiting.minor else ""
    return [row.on.isoformat(), what, *(_in(lang, amount) for amount in amounts), waiting]


def _in(lang: Lang, amount: Money) -> str:
    return amount_in(lang, amount)
