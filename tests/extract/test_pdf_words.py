"""Words with places from a PDF's text layer."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extract import pdf_words
from extract.glyphs import Glyph, words_of
from extract.pdf_words import MOST_PAGES, pages_of
from models.errors.files import TooLarge
from models.errors.reading import Damaged, Encrypted
from tests.extract.papers import Text, paper

TEXTS = [(60.0, 100.0, "Facture"), (300.0, 100.0, "84,20"), (60.0, 700.0, "Merci")]


def texts_of(data: bytes) -> list[str]:
    return [word.text for page in pages_of(data) for line in page.lines for word in line.words]


def test_words_come_in_lines_from_top_to_bottom_and_left_to_right() -> None:
    (page,) = pages_of(paper(TEXTS))
    assert [line.text for line in page.lines] == ["Facture 84,20", "Merci"]
    assert (page.number, round(page.width), round(page.height)) == (1, 595, 842)


def test_a_box_stands_where_the_word_was_drawn() -> None:
    (page,) = pages_of(paper([(100, 200, "Total")]))
    box = page.lines[0].words[0].box
    assert box.x0 == pytest.approx(100, abs=1.5)
    assert box.top < 200 < box.bottom + 1
    assert box.bottom - box.top == pytest.approx(10, abs=3)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_gives_the_same_lines_in_the_same_places(turn: int) -> None:
    texts = [(60.0, 100.0, "Facture"), (300.0, 100.0, "84,20"), (60.0, 500.0, "Merci")]
    (straight,), (turned,) = pages_of(paper(texts)), pages_of(paper(texts, turn=turn))
    assert [line.text for line in turned.lines] == [line.text for line in straight.lines]
    for one, two in zip(straight.lines, turned.lines, strict=True):
        for left, right in zip(one.words, two.words, strict=True):
            assert right.box.x0 == pytest.approx(left.box.x0, abs=1)
            assert right.box.bottom == pytest.approx(left.box.bottom, abs=1)


def test_a_shifted_crop_box_moves_the_words_with_it() -> None:
    (page,) = pages_of(paper([(100, 200, "Total")], crop=(50, 100, 500, 800)))
    box = page.lines[0].words[0].box
    assert (page.width, page.height) == (450, 700)
    assert box.x0 == pytest.approx(50, abs=1.5)
    assert box.top < 200 - (A4[1] - 800) < box.bottom + 1


def test_what_is_printed_off_the_page_is_not_shown() -> None:
    assert texts_of(paper([(700, 100, "hidden"), (60, 100, "seen"), (60, 2000, "below")])) == [
        "seen"
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 560), st.floats(5, 830), st.text("abcXYZ019,.€é", min_size=1, max_size=12)
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([0, 90, 180, 270]),
)
def test_words_never_leave_the_page(texts: list[Text], turn: int) -> None:
    (page,) = pages_of(paper(texts, turn=turn))
    for line in page.lines:
        for word in line.words:
            assert 0 <= word.box.x0 <= word.box.x1 <= page.width + 0.01
            assert 0 <= word.box.top <= word.box.bottom <= page.height + 0.01


def _spaced(text: str, gaps: Sequence[float]) -> bytes:
    """The letters drawn one by one, each followed by its gap in points."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    x = 60.0
    for letter, gap in zip(text, gaps, strict=True):
        canvas.drawString(x, 500, letter)
        x += canvas.stringWidth(letter, "Helvetica", 10) + gap
    canvas.save()
    return out.getvalue()


def test_letters_set_apart_by_kerning_stay_one_word() -> None:
    assert texts_of(_spaced("Zahlbetrag", [0, 0, 0, 0.8, 0, 0, 0.9, 0, 0, 0])) == ["Zahlbetrag"]


def test_a_gap_of_half_the_height_parts_two_words() -> None:
    assert texts_of(_spaced("abcd", [0, 6, 0, 0])) == ["ab", "cd"]


@pytest.mark.parametrize("space", ["\u202f", "\u2009"])
def test_thousands_set_apart_by_a_narrow_space_stay_one_word(space: str) -> None:
    glyphs = [
        Glyph(c, 60 + 5.0 * i, 90, 65 + 5.0 * i, 100) for i, c in enumerate(f"1{space}479,85")
    ]
    (word,) = words_of([*glyphs, None])
    assert word.text == f"1{space}479,85"
    assert (word.box.x0, word.box.x1) == (60, 100)


def test_a_sign_beyond_the_basic_plane_is_put_together_from_its_two_units() -> None:
    assert pdf_words._joined(0xD83D, 0xDCA1) == "💡"
    assert pdf_words._joined(0, 0xDCA1) == "\N{REPLACEMENT CHARACTER}"


def test_text_set_along_the_edge_strays_into_no_line() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.saveState()
    canvas.translate(20, 200)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Vallon SA au capital de 10 000 EUR")
    canvas.restoreState()
    for row in range(30):
        canvas.drawString(60, 700 - 20 * row, f"Ligne {row}")
    canvas.save()
    (page,) = pages_of(out.getvalue())
    lines = [line.text for line in page.lines]
    assert "Vallon SA au capital de 10 000 EUR" in lines
    assert [line for line in lines if line.startswith("Ligne")] == [f"Ligne {n}" for n in range(30)]


def test_a_locked_pdf_asks_for_its_password() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(paper(TEXTS))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="alice", user="alice"))
    with pytest.raises(Encrypted):
        pages_of(out.getvalue())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"not a pdf at all" * 50])
def test_bytes_that_are_no_pdf_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        pages_of(data)


def test_only_the_first_pages_of_a_long_document_are_read() -> None:
    pages = pages_of(paper(*[[(60, 100, f"page {n}")] for n in range(MOST_PAGES + 5)]))
    assert len(pages) == MOST_PAGES


def test_a_page_with_too_many_characters_is_refused() -> None:
    line = "x" * 1000
    with pytest.raises(TooLarge):
        pages_of(paper([(0, 8 * n + 8, line) for n in range(101)], size=1))


def test_a_page_without_text_has_no_lines() -> None:
    (page,) = pages_of(paper([]))
    assert page.lines == ()
