"""PDF invoices that carry their XML: Factur-X, ZUGFeRD 1.0 and 2.x, XRechnung in a PDF."""

from extract.embedded import embedded_xml
from extract.proofs import SURE, Prover
from extract.reader import Source
from extract.readers.cii import cii_reading
from extract.readers.ubl import ubl_reading
from extract.roots import CII_ROOTS, ORDER_ROOTS, UBL_ROOTS, root_among
from models.document import Form
from models.errors.problem import Problem
from models.reading import Reading
from models.xml_tree import Element, local_name, parse_xml


class FacturX:
    """Reads the invoice XML embedded in a PDF; its root element decides the syntax."""

    name = "facturx"
    proven_against = (
        "71 public ZUGFeRD 1.0, 2.x and Factur-X PDFs; cut and bit-flipped copies of them"
    )

    def reads(self, source: Source) -> bool:
        """True for PDFs. Attachment lists may be compressed, so only opening tells more."""
        return source.document.form is Form.PDF

    def read(self, source: Source) -> Reading | None:
        """The reading of the first embedded invoice; an order only when there is no invoice.

        Raises Encrypted, Damaged, XmlForbidden, TooLarge or TooDeep when an embedded XML is there
        and none can be read.
        """
        problem: Problem | None = None
        orders: list[Reading] = []
        for content in embedded_xml(source.document.data):
            try:
                root = parse_xml(content)
            except Problem as raised:
                problem = raised
                continue
            reading = self._invoice(root)
            if reading is not None:
                return reading
            orders.extend(self._order(root))
        if problem is not None and not orders:
            raise problem
        return next(iter(orders), None)

    def _invoice(self, root: Element) -> Reading | None:
        if (cii := root_among(root, CII_ROOTS)) is not None:
            return cii_reading(cii, self.name)
        ubl = root_among(root, UBL_ROOTS)
        return None if ubl is None else ubl_reading(ubl, self.name)

    def _order(self, root: Element) -> list[Reading]:
        if local_name(root) not in ORDER_ROOTS:
            return []
        sign = Prover(self.name).quoted("order", local_name(root), SURE)
        return [Reading(reader=self.name, signs=(sign,))]
