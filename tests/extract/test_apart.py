"""Two bills in one photograph are seen to be two; one bill with wide columns is one."""

from io import BytesIO

from PIL import Image

from extract.read import read_document
from models.document import Document, Form
from models.extraction import Extraction
from tests.extract.pictures.drawn import BILL, page, saved

OTHER = (
    ("Menuiserie Lambert SARL", ""),
    ("Facture M-77", "Date 11/01/2026"),
    ("Pose d'une porte", "410,00 €"),
    ("Remise", "10,00 €"),
    ("Net à payer", "400,00 €"),
)


def told(image: Image.Image) -> Extraction:
    return read_document(Document(Form.IMAGE, "table.jpg", saved(image, "JPEG")))


def on_a_table(*places: tuple[Image.Image, tuple[int, int]], size: tuple[int, int]) -> Image.Image:
    table = Image.new("RGB", size, (150, 120, 90))
    for paper, place in places:
        table.paste(paper, place)
    return table


def is_doubted(extraction: Extraction) -> bool:
    amount = extraction.reading.amount
    warned = "several_bills" in extraction.reading.warnings
    return warned and (amount is None or amount.confidence < 0.7)


def test_two_bills_side_by_side_are_doubted() -> None:
    left, right = page(BILL, size=22), page(OTHER, size=22)
    assert is_doubted(told(on_a_table((left, (40, 60)), (right, (1040, 90)), size=(2000, 900))))


def test_two_bills_one_above_the_other_are_doubted() -> None:
    above, below = page(BILL, size=22), page(OTHER, size=22)
    assert is_doubted(told(on_a_table((above, (40, 40)), (below, (60, 820)), size=(1000, 1400))))


def test_one_bill_is_not_two() -> None:
    extraction = told(on_a_table((page(), (200, 150)), size=(1600, 1300)))
    assert "several_bills" not in extraction.reading.warnings


def pages_of(*papers: Image.Image) -> Extraction:
    kept = BytesIO()
    papers[0].save(
        kept, "TIFF", save_all=True, append_images=papers[1:], compression="tiff_deflate"
    )
    return read_document(Document(Form.IMAGE, "two.tif", kept.getvalue()))


def test_two_bills_scanned_one_after_the_other_are_doubted() -> None:
    assert is_doubted(pages_of(page(BILL, size=22), page(OTHER, size=22)))


def test_a_bill_scanned_twice_is_one() -> None:
    assert "several_bills" not in pages_of(page(), page()).reading.warnings
