"""Laws of the papers that are no bills: many families, clean print, nothing to pay."""

import re
from collections import Counter

import pypdfium2 as pdfium
import pytest

from samples.papers import Paper, blocks_of, families, paper
from samples.papers.skeletons import SKELETONS
from samples.papers.texts import LANGS, texts

ONE_EACH = [paper(index, family=name) for index, name in enumerate(families())]
SEEDS = range(400)
Box = tuple[float, float, float, float]


def runs(one: Paper) -> list[list[Box]]:
    """The boxes of the runs of text on each page: left, bottom, right, top in points."""
    with pdfium.PdfDocument(one.pdf) as document:
        pages = [page.get_textpage() for page in document]
        return [[text.get_rect(i) for i in range(text.count_rects())] for text in pages]


def text_of(one: Paper) -> str:
    """What is printed."""
    with pdfium.PdfDocument(one.pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def shared(one: Box, other: Box) -> float:
    """The share of the smaller box that both cover."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    area = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide * high / area if wide > 0 and high > 0 and area > 0 else 0.0


@pytest.mark.parametrize("one", ONE_EACH, ids=lambda one: str(one.answer["family"]))
def test_no_text_lies_on_another(one: Paper) -> None:
    for boxes in runs(one):
        for index, box in enumerate(boxes):
            assert all(shared(box, other) < 0.4 for other in boxes[index + 1 :])


@pytest.mark.parametrize("one", ONE_EACH, ids=lambda one: str(one.answer["family"]))
def test_every_hole_is_filled(one: Paper) -> None:
    text = text_of(one)
    assert len(text.split()) >= 15
    assert not re.search(r"[{}~#|<>]\w|\w[{}~#]", text), text


@pytest.mark.parametrize("one", ONE_EACH, ids=lambda one: str(one.answer["family"]))
def test_nothing_is_to_be_paid(one: Paper) -> None:
    answer = one.answer
    assert answer["kind"] == "other"
    assert answer["amount"] is None
    assert answer["due_date"] is None
    assert "biller" not in answer
    assert "issue_date" not in answer
    assert answer["family"] in families()


def test_the_same_seed_gives_the_same_bytes() -> None:
    for seed in (2, 91, 414):
        assert paper(seed) == paper(seed)
        assert paper(seed).pdf != paper(seed + 1).pdf


def test_there_are_many_families_in_six_languages() -> None:
    assert len(families()) >= 60
    assert {name.split("-")[0] for name in families()} == set(LANGS)
    assert all(paper(7, lang=lang).answer["lang"] == lang for lang in LANGS)


def test_no_two_texts_have_the_same_name() -> None:
    names = [text.name for text in texts()]
    assert len(names) == len(set(names))


def test_skeletons_and_phrasebooks_are_spread_over_five_blocks() -> None:
    assert set(Counter(s.block for s in SKELETONS.values()).values()) == {len(SKELETONS) // 5}
    pairs = [blocks_of(paper(seed).answer) for seed in SEEDS]
    for side in (0, 1):
        counts = Counter(pair[side] for pair in pairs)
        assert set(counts) == set(range(5))
        assert min(counts.values()) > 0.1 * len(pairs)


def test_every_trap_is_met() -> None:
    met = Counter(trap for seed in SEEDS for trap in paper(seed).answer["traps"])  # type: ignore[attr-defined]
    wanted = {"has_total", "has_iban", "says_invoice", "says_due", "says_direct_debit", "says_paid"}
    assert set(met) == wanted
    assert min(met.values()) >= 2
