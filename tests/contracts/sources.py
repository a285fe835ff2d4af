"""Something for every reader to read: one good source for each, and damaged copies."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from extract.documents import form_of
from extract.ocr.look import first_look
from extract.pdf_words import pages_of
from extract.pictures.open import pictures_of
from extract.reader import Source
from models.document import Document, Form
from models.errors.problem import Problem
from tests.extract.cast import mail
from tests.extract.e_invoices import cii, pdf_with, ubl, zugferd_1
from tests.extract.pictures.drawn import page, saved
from tests.extract.qr.codes import epc, paper

SAMPLES = Path(__file__).parents[2] / "samples" / "bills"

MARKUP = """<script type="application/ld+json">{"@context": "http://schema.org", "@type": "Invoice",
 "accountId": "C-77", "paymentDueDate": "2026-04-01", "provider": {"name": "Eaux du Vallon"},
 "totalPaymentDue": {"price": "80.20", "priceCurrency": "EUR"}}</script>"""

BODY = """Bonjour,
Votre facture n° F-2031 du 2 mars 2026 est arrivée.
Montant à payer : 80,20 €
Date limite de paiement : 01/04/2026
IBAN : FR76 3000 6000 0112 3456 7890 189
"""


def source_of(data: bytes, form: Form | None = None) -> Source:
    """A file as the stage hands it to readers: with its pages when it has some."""
    document = Document(form or form_of(data), "x", data)
    try:
        pages = pages_of(data) if document.form is Form.PDF else ()
    except Problem:
        pages = ()
    return Source(document, pages)


def mail_source(text: str, html: str) -> Source:
    """A mail's own body as the stage hands it to readers."""
    return Source(Document(Form.MAIL, "x", b"", mail(text, html)))


def good_files() -> tuple[bytes, ...]:
    """Whole files of every form that is bytes: XML of each syntax, PDFs with and without XML."""
    pdfs = [path.read_bytes() for path in sorted(SAMPLES.glob("*.pdf"))[::40]]
    xmls = (cii(), zugferd_1(), ubl(), pdf_with(cii()), pdf_with(ubl(), direct=True))
    return (*xmls, paper(epc()), *pdfs)


def good_sources() -> Iterator[Source]:
    """What the readers together can read."""
    yield from map(source_of, good_files())
    yield mail_source(BODY, MARKUP)
    yield from photographs()


@cache
def photographs() -> tuple[Source, ...]:
    """A drawn page as each OCR engine hands it over; one engine's words do for all."""
    document = Document(Form.IMAGE, "x", saved(page()))
    pictures = pictures_of(document.data)
    (seen,) = first_look(pictures)
    return tuple(
        Source(document, (replace(seen, source=name),), pictures, pictures)
        for name in ("ocr", "ocr_small", "tesseract")
    )
