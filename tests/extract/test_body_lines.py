"""A mail's text as a page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extract.body_lines import page_of
from extract.lines import segments_of
from tests.extract.cast import mail


def test_two_spaces_part_cells_and_one_does_not() -> None:
    page = page_of(replace(mail("Net à payer  84,20 €"), subject=""))
    assert [" ".join(w.text for w in s) for s in segments_of(page.lines[0])] == [
        "Net à payer",
        "84,20 €",
    ]


def test_quoting_marks_are_dropped() -> None:
    assert page_of(mail("> > Net à payer")).lines[1].text == "Net à payer"


@given(st.text(max_size=400))
def test_any_text_makes_a_page_whose_words_lie_on_it(text: str) -> None:
    page = page_of(mail(text))
    for line in page.lines:
        for word in line.words:
            assert 0 <= word.box.x0 < word.box.x1 <= page.width
            assert 0 <= word.box.top < word.box.bottom <= page.height


def test_a_body_without_end_is_cut() -> None:
    assert len(page_of(mail("x\n" * 10_000)).lines) <= 2_000
