"""HTML as a person sees it, and HTML made to be slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox.html_text import html_to_text


def lines(html: str) -> list[str]:
    return html_to_text(html).text.splitlines()


def test_cells_of_a_row_stand_on_one_line_two_spaces_apart() -> None:
    html = "<table><tr><th>Total<th>TVA<tr><td><p>12,00&nbsp;&euro;</p></td><td> 2,00 </td></table>"
    assert lines(html) == ["Total  TVA", "12,00 €  2,00"]


def test_an_empty_cell_leaves_no_gap_of_its_own() -> None:
    assert lines("<table><tr><td>a</td><td></td><td>&nbsp;</td><td>b</td></tr></table>") == ["a  b"]


def test_a_layout_table_keeps_its_lines() -> None:
    html = "<table><tr><td><p>un</p><p>deux</p></td><td>trois</td></tr></table>"
    assert lines(html) == ["un", "deux", "trois"]


def test_blocks_and_breaks_are_lines_and_inline_tags_are_not() -> None:
    html = "<div>a<b>b</b>\n c<br>d</div><h1>e</h1><ul><li>f<li>g</ul>h"
    assert lines(html) == ["ab c", "d", "e", "f", "g", "h"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<style>x</style>",
        "<script>x</script>",
        "<!-- x -->",
        "<title>x</title>",
        "<p style='display:none'>x</p>",
        "<p style='color:red; DISPLAY : none !important'>x</p>",
        "<p style='visibility:hidden'><b>x</b></p>",
        "<p style='font-size:0'>x</p>",
        "<p style='font-size: 0px; color: red'><b>x</b></p>",
        "<p hidden>x</p>",
    ],
)
def test_hidden_text_is_dropped(hidden: str) -> None:
    assert lines(f"a {hidden} b") in (["a b"], ["a", "b"])


def test_text_that_sets_its_own_size_in_a_frame_of_size_zero_is_seen() -> None:
    html = "<div style='font-size:0px'>x<p style='font-size:13px'>seen</p></div>"
    assert lines(html) == ["seen"]


def test_a_size_below_one_is_no_zero() -> None:
    assert lines("<p style='font-size:0.9em'>seen</p>") == ["seen"]


def test_entities_and_invisible_letters() -> None:
    assert lines("Fac&shy;ture n&deg;&#160;12 &amp; &lt;b&gt; &zwnj;") == ["Facture n° 12 & <b>"]


@pytest.mark.cpu_seconds(10)
@pytest.mark.parametrize(
    ("unit", "remark"),
    [
        ("<div>", "html_depth"),
        ("<b><div>", "html_depth"),
        ("<dd><li><p>", "html_depth"),
        ("<div></q>", "html_depth"),
        ("<ul><li>", "html_depth"),
        ("<p>x</p>", "html_cut"),
        ("<a title='", "html_depth"),
    ],
)
def test_a_megabyte_made_to_be_slow_is_cut_with_a_remark(unit: str, remark: str) -> None:
    assert remark in html_to_text("first" + unit * (1_200_000 // len(unit))).remarks


@pytest.mark.cpu_seconds(10)
def test_a_tag_of_a_hundred_thousand_attributes_is_dropped() -> None:
    html = "a<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">b"
    assert lines(html) == ["ab"]


@given(st.text(alphabet="<>/ab &;\"'=-!tdrplivsx\n", max_size=300))
def test_any_html_is_read(html: str) -> None:
    text = html_to_text(html).text
    assert not any(line != line.strip() or not line for line in text.splitlines())
