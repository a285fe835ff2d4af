"""Examples to learn from: the words of a document's pages with what a careful reader must answer."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from extract.page import Line, Page, Word
from models.reading import Box


@dataclass(frozen=True, slots=True)
class Truth:
    """Right answers; None = known to be absent. `known` names the fields that may be learned from."""

    known: frozenset[str]
    biller: tuple[str, ...] = ()
    amount: Decimal | None = None
    due_on: date | None = None
    issued_on: date | None = None
    kind: str = ""
    number: str | None = None
    customer: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """family: documents that must never stand on both sides of a test; blocks: (layout, wording) parts
    0..4, (-1, -1) where only the family counts; source: "text" or "ocr"; apart: what answers are worth is
    weighed on it, and nothing else learned from it.
    """

    name: str
    family: str
    blocks: tuple[int, int]
    source: str
    pages: tuple[Page, ...]
    truth: Truth
    apart: bool = False


def truth_of(answer: dict[str, object]) -> Truth:
    """The truth in an expected answer's terms (samples/*.json)."""
    names = {
        "biller": "biller",
        "amount": "amount",
        "due_date": "due_on",
        "issue_date": "issued_on",
        "invoice_number": "number",
        "customer_number": "customer",
    }
    known = frozenset(ours for public, ours in names.items() if public in answer)
    biller = answer.get("biller") or ()
    return Truth(
        known=known,
        biller=_names(biller),
        amount=Decimal(str(answer["amount"])) if answer.get("amount") else None,
        due_on=_day(answer.get("due_date")),
        issued_on=_day(answer.get("issue_date")),
        kind=str(answer.get("kind") or ""),
        number=str(answer["invoice_number"]) if answer.get("invoice_number") else None,
        customer=str(answer["customer_number"]) if answer.get("customer_number") else None,
    )


def _names(value: object) -> tuple[str, ...]:
    """The accepted billers; "Delcourt, huissiers" is known as "Delcourt" too."""
    names = (value,) if isinstance(value, str) else tuple(str(name) for name in _list(value))
    heads = (name.partition(", ") for name in names)
    return (*names, *(head for head, _, trade in heads if trade and trade == trade.lower()))


def _list(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else ()


def _day(value: object) -> date | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return date.fromisoformat(str(value)[:10]) if value else None


def write(path: Path, rows: Iterable[dict[str, object]]) -> int:
    """Rows of `row_of` as gzip'd JSON lines; returns how many."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=4) as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def row_of(
    *,
    name: str,
    family: str,
    blocks: tuple[int, int],
    source: str,
    pages: Iterable[Page],
    answer: dict[str, object],
) -> dict[str, object]:
    """One example as JSON: its pages' rows as they were read (the rows of a photograph lean: boxes alone do
    not tell them), boxes in tenths of a point, and how sure the OCR was of each word.
    """
    return {
        "name": name,
        "family": family,
        "blocks": list(blocks),
        "source": source,
        "answer": answer,
        "pages": [
            [
                page.number,
                page.width,
                page.height,
                [[_row_of(word) for word in line.words] for line in page.lines],
            ]
            for page in pages
        ],
    }


def _row_of(word: Word) -> list[object]:
    edges = (word.box.x0, word.box.top, word.box.x1, word.box.bottom)
    return [word.text, *(round(10 * edge) for edge in edges), round(word.confidence, 3)]


def read(path: Path) -> Iterator[Example]:
    """The examples of a file that `write` made."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            layout, wording = row["blocks"]
            yield Example(
                row["name"],
                row["family"],
                (layout, wording),
                row["source"],
                tuple(_page(*page) for page in row["pages"]),
                truth_of(row["answer"]),
                bool(row.get("apart")),
            )


def _page(number: int, width: float, height: float, lines: list[list[list[object]]]) -> Page:
    return Page(number, width, height, tuple(Line(tuple(map(_word, line))) for line in lines))


def _word(row: list[object]) -> Word:
    text, *edges, confidence = row
    return Word(str(text), Box(*(float(str(edge)) / 10 for edge in edges)), float(str(confidence)))
