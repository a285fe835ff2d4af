"""PDFs drawn for the tests: scans, mixed ones, hidden and meaningless text layers, forms, locks."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal

import pikepdf
import reportlab
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.extract.pictures.drawn import BILL, page

Rows = Sequence[tuple[str, str]]
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
Mode = Literal[0, 3]
VISIBLE: Mode = 0
INVISIBLE: Mode = 3


def pdf(*pages: Image.Image | Rows | None) -> bytes:
    """A page each: a picture that covers it, rows of text, or nothing."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for one in pages:
        if isinstance(one, Image.Image):
            _cover(canvas, one)
        elif one is not None:
            write(canvas, one)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(canvas: Canvas, rows: Rows, mode: Mode = VISIBLE) -> None:
    """Rows of text in Helvetica."""
    for at, pair in enumerate(rows):
        for x, words in zip((60, 380), pair, strict=True):
            text = canvas.beginText(x, A4[1] - 80 - 30 * at)
            text.setFont("Helvetica", 11)
            text.setTextRenderMode(mode)
            text.textOut(words)
            canvas.drawText(text)


def _cover(canvas: Canvas, image: Image.Image) -> None:
    canvas.drawImage(ImageReader(image), 0, 0, *A4)


def sheet(rows: Rows = BILL) -> Image.Image:
    """The rows as a scan with A4's proportions."""
    small = page(tuple(rows), size=28)
    whole = Image.new("RGB", (1240, 1754), "white")
    whole.paste(small, (40, 40))
    return whole


def with_text_under(rows: Rows, image: Image.Image) -> bytes:
    """A scan that carries this invisible text."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    _cover(canvas, image)
    write(canvas, rows, INVISIBLE)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def on_letterhead(rows: Rows) -> bytes:
    """Text that is seen, printed over a picture as large as the page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    _cover(canvas, Image.new("RGB", (620, 877), (250, 250, 245)))
    write(canvas, rows)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def without_unicode_map(rows: Rows = BILL, *, wrong: bool = False) -> bytes:
    """Text in a font whose characters stand for nothing, or (`wrong`) for other letters."""
    pdfmetrics.registerFont(TTFont("Vera", str(VERA)))
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.setFont("Vera", 11)
    for at, (left, right) in enumerate(rows):
        canvas.drawString(60, A4[1] - 80 - 30 * at, left)
        canvas.drawString(380, A4[1] - 80 - 30 * at, right)
    canvas.save()
    return _remapped(out, wrong=wrong)


def _remapped(out: BytesIO, *, wrong: bool) -> bytes:
    changed = BytesIO()
    with pikepdf.open(out) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                start = 0x0391 if wrong else 0xE000
                one.ToUnicode = opened.make_stream(_cmap(start))
        opened.save(changed)
    return changed.getvalue()


def _cmap(start: int) -> bytes:
    rows = "\n".join(f"<{code:02X}> <{start + code % 24:04X}>" for code in range(256))
    head = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Made def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n256 beginbfchar\n"
    )
    return f"{head}{rows}\nendbfchar endcmap end end".encode()


def locked(data: bytes, password: str) -> bytes:
    """The same PDF, opened only with this password."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="owner", user=password))
    return out.getvalue()


def dynamic_form() -> bytes:
    """A form (XFA) that shows a placeholder in every other program."""
    shown = (("Please wait...", ""), ("If this message is not eventually replaced", ""))
    xdp = (
        b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template '
        b'xmlns="http://www.xfa.org/schema/xfa-template/3.0/"/></xdp:xdp>'
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf(shown))) as opened:
        opened.Root.AcroForm = pikepdf.Dictionary(
            Fields=pikepdf.Array(), XFA=opened.make_stream(xdp)
        )
        opened.Root.NeedsRendering = True
        opened.save(out)
    return out.getvalue()
