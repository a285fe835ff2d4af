"""Laws of the drawn bills: what is expected of a reader is really printed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from samples import bills
from samples.case import Answer
from samples.layouts import FAMILIES, Family
from tests.samples.printed import amounts, dates, squashed, stands

FOLDER = Path(bills.__file__).parent / "bills"
KINDS = set(
    [
        "to_pay",
        "to_be_debited",
        "on_portal",
        "schedule",
        "reminder",
        "credit_note",
        "receipt",
        "other",
    ]
)
MEANS = {"transfer", "direct_debit", "card", "cheque", "cash", "portal", None}


def drawn() -> Iterator[tuple[Path, Answer]]:
    for path in sorted(FOLDER.glob("*.json")):
        answer = json.loads(path.read_text(encoding="utf-8"))
        if answer["file"].endswith(".pdf") and "xml" not in answer["traps"]:
            yield path, answer


def page_text(source: Path | bytes) -> str:
    with pdfium.PdfDocument(source) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


CASES = [pytest.param(path, answer, id=path.stem) for path, answer in drawn()]


@pytest.mark.parametrize(("path", "answer"), CASES)
def test_every_expected_value_is_printed(path: Path, answer: Answer) -> None:
    text = squashed(page_text(path.with_suffix(".pdf")))
    traps = answer["traps"]
    assert isinstance(traps, list)
    if answer["amount"]:
        assert stands(text, amounts(str(answer["amount"]))), answer["amount"]
    if answer["due_date"] and "derived_due" not in traps:
        assert stands(text, dates(str(answer["due_date"]))), answer["due_date"]
    if answer["issue_date"]:
        assert stands(text, dates(str(answer["issue_date"]))), answer["issue_date"]
    for field in ("invoice_number", "customer_number", "iban", "reference"):
        value = answer.get(field)
        assert value is None or squashed(str(value)) in text, field
    names = answer["biller"]
    assert isinstance(names, list)
    assert any(squashed(name) in text for name in names), names


@pytest.mark.parametrize(("path", "answer"), CASES)
def test_every_answer_uses_the_agreed_words(path: Path, answer: Answer) -> None:
    assert answer["kind"] in KINDS
    assert answer["means"] in MEANS
    assert path.stem.startswith(str(answer["family"]))
    assert path.with_suffix(".pdf").stat().st_size < 45_000


def test_there_are_at_least_fifty_families_and_half_of_them_are_french() -> None:
    names = [family.name for family in FAMILIES]
    assert len(names) == len(set(names)) >= 50
    assert sum(name.startswith("fr-") for name in names) * 2 >= len(names)


@pytest.mark.parametrize("family", FAMILIES[::6], ids=lambda family: family.name)
def test_drawing_again_gives_the_same_bytes_and_the_kept_answer(family: Family) -> None:
    """Bytes are compared within this run only: another zlib packs the same page differently."""
    name, pdf, answer = bills.draw(family, 1 % family.variants)
    assert bills.draw(family, 1 % family.variants)[1] == pdf
    assert page_text(pdf) == page_text(FOLDER / f"{name}.pdf")
    assert json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")) == answer
