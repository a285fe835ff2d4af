"""Pictures drawn for the tests: a bill's page, in any format and colour space."""

from io import BytesIO
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont

VERA = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
BILL: tuple[tuple[str, str], ...] = (
    ("Eaux du Vallon SA", ""),
    ("12 rue de la Source, 69000 Lyon", ""),
    ("Facture F-2031", "Date 05/01/2026"),
    ("Abonnement eau potable", "24,00 €"),
    ("Consommation 14 m3", "42,83 €"),
    ("TVA 20 %", "13,37 €"),
    ("Net à payer", "80,20 €"),
    ("À régler avant le", "15/02/2026"),
)
"""Left and right text of each row."""


def page(rows: tuple[tuple[str, str], ...] = BILL, *, size: int = 28) -> Image.Image:
    """A white page with these rows in black, mode RGB, 40 sizes wide."""
    image = Image.new("RGB", (40 * size, (3 * len(rows) + 6) * size), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(VERA, size)
    for row, (left, right) in enumerate(rows):
        y = (3 + 3 * row) * size
        draw.text((2 * size, y), left, "black", font)
        draw.text((28 * size, y), right, "black", font)
    return image


def saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The file's bytes."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
