"""Payment codes of our own: contents, and pictures of them."""

from io import BytesIO

import segno
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.extract.papers import turned

IBAN = "FR7630006000011234567890189"
QR_IBAN = "CH4431999123000889012"
SWISS_IBAN = "CH9300762011623852957"
QRR = "210000000003139471430009017"
RF = "RF18539007547034"


def epc(**changes: str) -> str:
    """An EPC code's content for 84.20 EUR to Eaux du Vallon; `end` parts the lines."""
    parts = {
        "tag": "BCD", "version": "002", "encoding": "1", "identification": "SCT", "bic": "",
        "name": "Eaux du Vallon", "iban": IBAN, "amount": "EUR84.20", "purpose": "",
        "reference": "", "text": "Facture F-2031", "information": "",
    }  # fmt: skip
    end = changes.pop("end", "\n")
    return end.join((parts | changes).values())


def swiss(**changes: str) -> str:
    """A Swiss code's content for 84.20 CHF to Wasserwerk Tal; `end` parts the lines."""
    parts = {
        "tag": "SPC", "version": "0200", "coding": "1", "iban": QR_IBAN,
        "creditor": "S|Wasserwerk Tal|Talweg|3|3000|Bern|CH", "ultimate": "||||||",
        "amount": "84.20", "currency": "CHF", "debtor": "S|Alice|Hauptgasse||3000|Bern|CH",
        "kind": "QRR", "reference": QRR, "message": "", "trailer": "EPD",
    }  # fmt: skip
    end, more = changes.pop("end", "\n"), changes.pop("more", "")
    lines = [line for part in (parts | changes).values() for line in part.split("|")]
    return end.join([*lines, *more.split("|")] if more else lines)


def picture(content: str | bytes, *, side: int = 4, encoding: str | None = None) -> Image.Image:
    """The code in grey, each module `side` pixels wide."""
    out = BytesIO()
    segno.make_qr(content, error="m", encoding=encoding).save(out, kind="png", scale=side)
    return Image.open(out).convert("L")


def paper(*contents: str, width: float = 130.0, turn: int = 0) -> bytes:
    """An A4 page with these codes as images, one under the other, `width` points wide."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawString(60, 780, "Facture")
    for row, content in enumerate(contents):
        top = 100 + 160 * row
        image = ImageReader(picture(content))
        canvas.drawImage(image, 60, A4[1] - top - width, width, width)
    canvas.showPage()
    canvas.save()
    return turned(out, turn) if turn else out.getvalue()


def drawn_paper(content: str, *, at: tuple[float, float] = (60.0, 500.0)) -> bytes:
    """An A4 page with the code as small black squares, as most programs for bills draw it."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawString(60, 780, "Rechnung")
    module = 2.2
    for y, row in enumerate(segno.make_qr(content, error="m").matrix):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(at[0] + x * module, at[1] - y * module, module, module, 0, 1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()
