"""Small PDFs drawn for the tests of reading."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Text = tuple[float, float, str]
"""Left edge and baseline in points from the top left corner, and the text."""


def paper(
    *pages: Sequence[Text],
    turn: int = 0,
    crop: tuple[float, float, float, float] | None = None,
    size: int = 10,
) -> bytes:
    """A PDF with these texts in Helvetica as a person sees it; `turn` is /Rotate, `crop` the crop box.

    With a turn the sheet below is A4 and what is shown lies on its side.
    """
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for texts in pages:
        if crop:
            canvas.setCropBox(crop)
        canvas.setFont("Helvetica", size)
        for x, y, text in texts:
            canvas.saveState()
            canvas.translate(*_under(turn, x, y))
            canvas.rotate(turn)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return turned(out, turn) if turn else out.getvalue()


def _under(turn: int, x: float, y: float) -> tuple[float, float]:
    """Where a shown point (origin top left) lies in PDF user space (origin bottom left)."""
    width, height = A4
    return {0: (x, height - y), 90: (y, x), 180: (width - x, y), 270: (width - y, height - x)}[turn]


def turned(pdf: BytesIO, turn: int) -> bytes:
    """The PDF with /Rotate on every page."""
    out = BytesIO()
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            page.Rotate = turn
        opened.save(out)
    return out.getvalue()


def listing(*lines: str | tuple[str, ...]) -> bytes:
    """A PDF whose lines stand 16 points apart; a tuple's texts stand 200 points apart."""
    texts: list[Text] = []
    for row, line in enumerate(lines):
        cells = (line,) if isinstance(line, str) else line
        texts.extend((40 + 200 * i, 60 + 16 * row, cell) for i, cell in enumerate(cells))
    return paper(texts)
