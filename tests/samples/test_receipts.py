"""Laws of the drawn receipts: what is expected of a reader is printed, inside the paper."""

import re
from datetime import date
from decimal import Decimal

import pypdfium2 as pdfium
import pytest

from samples.receipts import Receipt, blocks, families, receipt
from samples.receipts.books import BLOCKS, BOOKS, PER_COUNTRY, options, words
from samples.receipts.lands import LANDS, MONTHS, WEIGHTS
from samples.receipts.skeletons import SKELETONS

SEEDS = range(150)
DRAWN = [receipt(seed) for seed in SEEDS]


def text_of(one: Receipt) -> str:
    """The print without white space, in lower case."""
    with pdfium.PdfDocument(one.pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s+", "", text).lower()


def days(value: str) -> list[str]:
    """The day as tills write it."""
    day = date.fromisoformat(value)
    d, m, y = f"{day.day:02d}", f"{day.month:02d}", f"{day.year}"
    out = [sep.join((a, b, c)) for sep in "/.-" for a, b in ((d, m), (m, d)) for c in (y, y[2:])]
    out += [f"{y}-{m}-{d}", f"{y}/{m}/{d}"]
    out += [f"{day.month}{sep}{day.day}{sep}{c}" for sep in "/-" for c in (y, y[2:])]
    for names in MONTHS.values():
        name = names.split()[day.month - 1].lower()
        out += [f"{d}{sep}{name}{sep}{c}" for sep in ("", "-") for c in (y, y[2:])]
        out += [f"{name}{d},{y}", f"{name}{d}{y}"]
    return out


def figures(value: str) -> list[str]:
    """The amount as tills write it."""
    number = Decimal(value)
    plain, grouped = f"{number:.2f}", f"{number:,.2f}"
    swapped = grouped.translate(str.maketrans(",.", ".,"))
    return [plain, plain.replace(".", ","), grouped, swapped, grouped.replace(",", "'")]


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: str(one.answer["family"]))
def test_what_is_expected_is_printed(one: Receipt) -> None:
    text, answer = text_of(one), one.answer
    assert any(form in text for form in figures(str(answer["amount"]))), answer["amount"]
    assert any(form in text for form in days(str(answer["issue_date"]))), answer["issue_date"]
    if answer["due_date"]:
        assert any(form in text for form in days(str(answer["due_date"])))
    if answer["invoice_number"]:
        assert str(answer["invoice_number"]).lower() in text
    names = answer["biller"]
    assert isinstance(names, list)
    for name in names:
        assert re.sub(r"\s+", "", name).lower() in text


@pytest.mark.parametrize("one", DRAWN, ids=lambda one: str(one.answer["family"]))
def test_no_glyph_leaves_the_paper(one: Receipt) -> None:
    with pdfium.PdfDocument(one.pdf) as document:
        page = document[0]
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            assert left >= 0, text.get_text_range(index, 1)
            assert right <= width, text.get_text_range(index, 1)
            assert 0 <= bottom <= top <= height


@pytest.mark.parametrize("one", DRAWN[::5], ids=lambda one: str(one.answer["family"]))
def test_the_print_can_be_seen(one: Receipt) -> None:
    """Letters leave ink: none is white, outside of a drawn sign."""
    with pdfium.PdfDocument(one.pdf) as document:
        page, image = document[0], document[0].render(scale=2).to_pil().convert("L")
        text, height = page.get_textpage(), page.get_size()[1]
        for index in range(0, text.count_chars(), 7):
            if text.get_text_range(index, 1).isalnum():
                left, bottom, right, top = text.get_charbox(index)
                box = (left * 2, (height - top) * 2, right * 2 + 1, (height - bottom) * 2 + 1)
                assert image.crop(tuple(map(int, box))).getextrema()[0] < 160


def test_the_same_seed_gives_the_same_bytes() -> None:
    for seed in (3, 77):
        assert receipt(seed).pdf == receipt(seed).pdf
        assert receipt(seed).answer == receipt(seed).answer


def test_seeds_and_languages_differ() -> None:
    assert len({one.pdf for one in DRAWN}) == len(DRAWN)
    assert {receipt(seed, lang="fr").answer["lang"] for seed in range(12)} == {"fr"}
    assert {one.answer["lang"] for one in DRAWN} == {"en", "fr", "de", "es", "it", "nl"}


def test_there_are_more_than_forty_layouts_and_a_hundred_phrase_books() -> None:
    assert len({skeleton.name for skeleton in SKELETONS}) == len(SKELETONS) >= 40
    assert set(BOOKS) == set(LANDS) == set(WEIGHTS)
    books = {tuple(words(c, n).said.items()) for c in BOOKS for n in range(PER_COUNTRY)}
    assert len(books) >= 100


def test_every_receipt_has_the_keys_and_words_of_the_other_samples() -> None:
    for one in DRAWN:
        assert one.answer["kind"] in {"receipt", "to_pay"}
        assert one.answer["means"] in {"cash", "card", None}
        assert {"skeleton", "phrasebook", "traps", "currency", "iban"} <= set(one.answer)
        assert len(one.pdf) < 60_000
    unpaid = [one for one in DRAWN if one.answer["kind"] == "to_pay"]
    assert 0 < len(unpaid) < len(DRAWN) / 8
    assert all(one.answer["means"] is None for one in unpaid)


def test_cash_tips_and_rounding_are_among_the_traps() -> None:
    met = {trap for one in DRAWN for trap in one.answer["traps"]}  # type: ignore[attr-defined]
    assert {"cash_given", "rounding", "subtotal", "tax_total", "other_dates", "count"} <= met
    assert {"two_digit_year", "large_total", "card_slip", "company_under_sign"} <= met


def test_rare_words_of_one_block_are_in_no_other() -> None:
    for country in BOOKS:
        for key in BOOKS[country]:
            own = [set(options(country, key, block)[1]) for block in range(BLOCKS)]
            assert sum(map(len, own)) == len(set().union(*own))
            for number in range(PER_COUNTRY):
                everywhere, rest = options(country, key, number % BLOCKS)
                assert words(country, number)[key] in [*everywhere, *rest]


def test_every_receipt_has_a_block_of_layout_and_of_words() -> None:
    met = {blocks(one.answer) for one in DRAWN}
    assert {layout for layout, _ in met} == {book for _, book in met} == set(range(BLOCKS))
    assert {one.answer["skeleton"] for one in DRAWN} <= set(families())
