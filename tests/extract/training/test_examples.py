"""Examples are kept as they were read."""

from pathlib import Path

from extract.page import Line, Page, Word
from extract.training.examples import read, row_of, write
from models.reading import Box


def test_the_rows_of_a_photograph_that_leans_are_kept_as_they_were_read(tmp_path: Path) -> None:
    leaning = Line(
        (
            Word("Amount", Box(10.0, 100.0, 60.0, 110.0), 0.97),
            Word("due", Box(65.0, 108.0, 90.0, 118.0), 0.97),
            Word("12.50", Box(400.0, 150.0, 440.0, 160.0), 0.615),
        )
    )
    below = Line((Word("Page", Box(10.0, 130.0, 40.0, 140.0)),))
    page = Page(1, 595.0, 842.0, (leaning, below))
    row = row_of(
        name="seen-bill1",
        family="en-a-b",
        blocks=(1, 2),
        source="ocr",
        pages=(page,),
        answer={"kind": "to_pay"},
    )
    write(tmp_path / "one.jsonl.gz", [row])
    (example,) = read(tmp_path / "one.jsonl.gz")
    assert example.pages == (page,)
