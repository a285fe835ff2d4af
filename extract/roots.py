"""Which element of an XML file is the invoice."""

from itertools import islice

from models.xml_tree import Element, local_name, parse_xml

CII_ROOTS = ("CrossIndustryInvoice", "CrossIndustryDocument")
"""ZUGFeRD 2.x, Factur-X and XRechnung; ZUGFeRD 1.0 (about 15 % of the corpus)."""

UBL_ROOTS = ("Invoice", "CreditNote")

ORDER_ROOTS = ("SCRDMCCBDACIOMessageStructure", "Order", "OrderResponse", "OrderChange")
"""Order-X and UBL orders: they travel in PDFs the same way and ask for no money."""

_MOST_WRAPPERS = 3
_MOST_CHILDREN = 50
"""Looked at in a wrapper: the invoice stands after a few headers, not after a million siblings."""


def invoice_root(data: bytes, names: tuple[str, ...]) -> Element | None:
    """The element called one of `names` at the root or within three wrappers; else None."""
    return root_among(parse_xml(data), names)


def root_among(root: Element, names: tuple[str, ...]) -> Element | None:
    """The first element called one of `names`, at most three levels below `root`."""
    level = [root]
    for _ in range(_MOST_WRAPPERS + 1):
        for element in level:
            if local_name(element) in names:
                return element
        level = [child for element in level for child in islice(element, _MOST_CHILDREN)]
    return None
