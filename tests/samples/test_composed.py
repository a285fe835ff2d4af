"""Laws of the composed bills: what is expected of a reader is printed, once, and legibly."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

import pypdfium2 as pdfium
import pytest
from stdnum import iban
from stdnum.ch import uid
from stdnum.util import get_cc_module

from samples.composed import (
    Composed,
    blocks,
    compose,
    families,
    held_out,
    holdout_group,
    kept,
)
from samples.composed.accounts import account
from samples.composed.firms import firm
from samples.composed.invention import bill
from samples.composed.phrases import LANGS, books
from samples.composed.skeletons import SKELETONS, WIDER
from samples.composed.writing import FIGURES, WORDS, Writing
from tests.samples.printed import squashed

KEYS = {
    "family", "lang", "kind", "biller", "amount", "currency", "due_date", "issue_date",
    "invoice_number", "customer_number", "period", "reference", "means", "traps", "skeleton",
    "phrasebook",
}  # fmt: skip
WIDE = sorted(set(families(wide=True)) - set(families()))
CHOSEN = [*families()[::17], *families()[3::29], *WIDE[::97]]
Box = tuple[float, float, float, float]


@cache
def made(family: str) -> Composed:
    return compose(len(family), family=family)


@cache
def text_of(family: str) -> str:
    with pdfium.PdfDocument(made(family).pdf) as document:
        return squashed("\n".join(p.get_textpage().get_text_range() for p in document))


def amount_forms(value: str) -> Iterator[str]:
    whole, cents = f"{abs(Decimal(value)):.2f}".split(".")
    for mark in ("", ".", ",", "'", "’"):
        grouped = f"{int(whole):,}".replace(",", mark)
        yield from (f"{grouped},{cents}", f"{grouped}.{cents}")
        if cents == "00":
            yield grouped


def date_forms(value: str, family: str) -> Iterator[str]:
    lang, _, name = family.split("-", 2)
    country = books()[lang, name].country
    habits = Writing(lang, country, "", "", ".,", "n", "n", "-", "")
    for style in (*FIGURES[country].split(), *WORDS.get(country, WORDS[lang])):
        yield squashed(habits.dated(date.fromisoformat(value), style))


@pytest.mark.parametrize("family", CHOSEN)
def test_every_expected_value_is_printed(family: str) -> None:
    answer, text = made(family).answer, text_of(family)
    traps = answer["traps"]
    assert isinstance(traps, list)
    assert any(form in text for form in amount_forms(str(answer["amount"])))
    if answer["due_date"] and "derived_due" not in traps:
        assert any(form in text for form in date_forms(str(answer["due_date"]), family))
    if answer["issue_date"]:
        assert any(form in text for form in date_forms(str(answer["issue_date"]), family))
    for field in ("invoice_number", "customer_number", "iban", "reference"):
        value = answer.get(field)
        assert value is None or squashed(str(value)) in text, field
    names = answer["biller"]
    assert isinstance(names, list)
    assert any(squashed(str(name)) in text for name in names)


@pytest.mark.parametrize("family", CHOSEN[::2])
def test_no_text_lies_on_other_text(family: str) -> None:
    """The rectangles that the reader of the PDF sees, none shared by more than two fifths."""
    with pdfium.PdfDocument(made(family).pdf) as document:
        for page in document:
            words = page.get_textpage()
            boxes = [words.get_rect(i) for i in range(words.count_rects())]
            for index, one in enumerate(boxes):
                assert all(shared(one, other) < 0.4 for other in boxes[index + 1 :])


def shared(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    least = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return wide * high / least if wide > 0 and high > 0 and least > 0.5 else 0.0


@pytest.mark.parametrize("family", CHOSEN[::5])
def test_an_answer_has_the_agreed_keys_and_no_due_date_where_nothing_is_due(family: str) -> None:
    answer = made(family).answer
    assert set(answer) - {"iban"} == KEYS
    if answer["kind"] in ("receipt", "credit_note"):
        assert answer["due_date"] is None
    assert (Decimal(str(answer["amount"])) < 0) == (answer["kind"] == "credit_note")


@pytest.mark.parametrize("family", families()[::97])
def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_bill(family: str) -> None:
    assert compose(4, family=family) == compose(4, family=family)
    assert compose(4, family=family).pdf != compose(5, family=family).pdf


def test_a_seed_alone_or_with_a_language_names_a_bill() -> None:
    assert compose(11) == compose(11)
    assert {compose(seed, lang="it").answer["lang"] for seed in range(5)} == {"it"}
    assert {compose(seed).answer["lang"] for seed in range(40)} == set(LANGS)


def test_the_families_are_many_and_every_language_has_several_cultures() -> None:
    assert len(families()) == len(set(families())) >= 150
    assert len(SKELETONS) >= 24
    count = {lang: sum(key[0] == lang for key in books()) for lang in LANGS}
    assert all(count[lang] >= (5 if lang in ("fr", "en", "de") else 3) for lang in LANGS)


def test_the_wide_lessons_add_books_and_pages_and_leave_the_first_ones_as_they_were() -> None:
    first = {name.split("-", 1)[1] for name in families()}
    assert not first & {name.split("-", 1)[1] for name in WIDE}
    assert len(WIDER) >= 20
    assert {name.split("-")[1] for name in WIDE} == {*SKELETONS, *WIDER}
    assert sum(book.wide for book in books().values()) >= 60
    drawn = [compose(seed, wide=True).answer["family"] for seed in range(60)]
    assert 20 < sum(family in WIDE for family in drawn) < 60


def test_every_block_holds_each_language_and_as_many_skeletons() -> None:
    for block in range(5):
        for wide in (False, True):
            own = [b for b in books().values() if b.block == block and b.wide is wide]
            assert {b.lang for b in own} == set(LANGS)
        assert sum(s.block == block for s in SKELETONS.values()) >= 5
    answer = made(families()[0]).answer
    skeleton, book = blocks(answer)
    assert holdout_group(answer) == (book if skeleton == book else -1)


@pytest.mark.parametrize("group", range(5))
def test_a_family_held_out_shares_no_page_and_no_wording_with_those_kept(group: int) -> None:
    measured, trained = held_out(group), kept(group)
    assert {name[:2] for name in measured} == {name[:2] for name in trained} == set(LANGS)
    pages = [{name.split("-", 2)[1] for name in names} for names in (measured, trained)]
    words = [{(n[:2], n.split("-", 2)[2]) for n in names} for names in (measured, trained)]
    assert not pages[0] & pages[1]
    assert not words[0] & words[1]


@pytest.mark.parametrize("key", list(books()), ids="-".join)
def test_totals_add_up_and_terms_count_from_the_issue_date(key: tuple[str, str]) -> None:
    for seed in range(25):
        facts = bill(books()[key], Random(seed), 7)
        assert facts.net + facts.tax == facts.gross > 0
        assert facts.gross + sum(amount for _, amount in facts.adjustments) == facts.balance > 0
        if facts.plan:
            assert sum(amount for _, amount in facts.plan) == facts.balance
            assert facts.plan[0] == (facts.due, facts.amount)
        if facts.rule == "days":
            assert facts.due is not None
            assert (facts.due - facts.issued).days == facts.days
        elif facts.rule == "none":
            assert facts.due is None


@pytest.mark.parametrize("country", ["FR", "BE", "CH", "GB", "IE", "DE", "AT", "ES", "IT", "NL"])
def test_identifiers_pass_their_check_digits(country: str) -> None:
    lang = {b.country: b.lang for b in books().values()}[country]
    for seed in range(60):
        seller = firm(lang, country, "craft", Random(seed))
        assert iban.is_valid(account(country, Random(seed)))
        if country == "CH":
            assert uid.is_valid(seller.vat), seller.vat
        else:
            rules = get_cc_module(country, "vat")
            assert rules is not None
            assert rules.is_valid(seller.vat), seller.vat


def test_companies_are_invented_by_the_hundred() -> None:
    names = {firm("de", "DE", trade, Random(seed)).legal
             for trade in ("craft", "utility", "shop") for seed in range(200)}  # fmt: skip
    assert len(names) > 300
