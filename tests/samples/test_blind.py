"""Laws of the blind set: same bytes each time, what is expected is printed, nothing covers anything."""

import calendar
from datetime import date
from itertools import combinations
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from stdnum import iban

from samples.blind import LAYOUTS, VARIANTS, draw
from samples.blind.parts import latin
from samples.page import Sheet
from tests.samples.printed import amounts, dates, squashed, stands

CASES = [(name, variant) for name in LAYOUTS for variant in range(VARIANTS)]
KINDS = (
    "to_pay", "to_be_debited", "on_portal", "schedule",
    "reminder", "credit_note", "receipt", "other",
)  # fmt: skip
MEANS = ("transfer", "direct_debit", "card", "cheque", "cash", "portal", None)
ROOT = Path(__file__).parents[2]
POINT = 25.4 / 72  # millimetres

Box = tuple[float, float, float, float, str]


def text_of(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return squashed("\n".join(page.get_textpage().get_text_range() for page in document))


def printed_dates(value: str) -> list[str]:
    day = date.fromisoformat(value)
    short = calendar.month_abbr[day.month]
    more = [f"{day.day} {short} {day.year}", f"{short} {day.day}, {day.year}"]
    more += [latin(day, "es"), latin(day, "it"), f"{day.month:02d}/{day.day:02d}/{day.year}"]
    return dates(value) + [squashed(form) for form in more]


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[list[Box]]:
    """Where each string is drawn, page by page: left, top, right, bottom in mm."""
    pages: list[list[Box]] = [[]]
    draw_text, turn = Sheet.text, Sheet.page

    def text(  # noqa: PLR0913, PLR0917
        sheet: Sheet,
        x: float,
        y: float,
        string: str,
        size: float = 9,
        style: str = "",
        ink: str = "#000000",
    ) -> None:
        wide = sheet.width(string, size, style)
        left = x - (wide if "r" in style else wide / 2 if "c" in style else 0)
        if string.strip():
            pages[-1].append(
                (left, y - 0.68 * size * POINT, left + wide, y + 0.1 * size * POINT, string)
            )
        draw_text(sheet, x, y, string, size, style, ink)

    def page(sheet: Sheet) -> None:
        pages.append([])
        turn(sheet)

    monkeypatch.setattr(Sheet, "text", text)
    monkeypatch.setattr(Sheet, "page", page)
    return pages


def test_what_measures_never_teaches() -> None:
    sources = [
        path
        for folder in ("extract", "classify", "samples")
        for path in (ROOT / folder).rglob("*.py")
        if "blind" not in path.parts
    ]
    assert sources
    assert not [path for path in sources if "samples.blind" in path.read_text(encoding="utf-8")]


def test_there_are_forty_eight_layouts() -> None:
    assert len(LAYOUTS) == len(set(LAYOUTS)) == 48


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_the_same_call_gives_the_same_bytes(name: str, variant: int) -> None:
    assert draw(name, variant) == draw(name, variant)


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_what_is_expected_is_printed(name: str, variant: int) -> None:
    pdf, answer = draw(name, variant)
    text = text_of(pdf)
    billers = answer["biller"]
    assert isinstance(billers, list)
    assert any(squashed(biller) in text for biller in billers)
    if "amount" in answer:
        assert stands(text, amounts(str(answer["amount"])))
    assert stands(text, printed_dates(str(answer["issue_date"])))
    if answer["due_date"] and "terms_only" not in str(answer["traps"]):
        assert stands(text, printed_dates(str(answer["due_date"])))
    bare = text.replace(" ", "")
    assert str(answer["issue_date"]) <= "2026-11-22"
    for field in ("invoice_number", "customer_number", "reference", "iban"):
        if answer.get(field):
            assert squashed(str(answer[field])) in bare, field


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_the_words_of_the_answer_are_those_of_the_glossary(name: str, variant: int) -> None:
    answer = draw(name, variant)[1]
    assert answer["kind"] in KINDS
    assert answer.get("means") in MEANS
    assert answer["kind"] != "receipt" or answer["due_date"] is None
    assert answer["kind"] != "to_be_debited" or answer["due_date"] is not None
    if answer.get("iban"):
        assert iban.is_valid(
            str(answer["iban"]), check_country=answer["currency"] == "EUR" and name[:2] != "nl"
        )


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_no_word_covers_another_or_leaves_the_page(
    name: str, variant: int, boxes: list[list[Box]]
) -> None:
    draw(name, variant)
    wide, tall = (215.9, 279.4) if ("-us-" in name or "-ca-" in name) else (210.0, 297.0)
    for page in boxes:
        for left, top, right, bottom, string in page:
            assert min(left, top, wide - right, tall - bottom) >= 2, string
        hidden = [
            (one[4], two[4])
            for one, two in combinations(page, 2)
            if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
        ]
        assert not hidden
