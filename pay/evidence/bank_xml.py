"""XML of a bank as a tree, or what is wrong with it in the words of statements."""

from models.errors.reading import Damaged
from models.errors.statements import StatementDamaged
from models.xml_tree import Element, parse_xml
from pay.evidence.reader import MOST_BYTES


def parse_bank_xml(data: bytes) -> Element:
    """The root element. Raises TooLarge, TooDeep, XmlForbidden or StatementDamaged."""
    try:
        return parse_xml(data, MOST_BYTES)
    except Damaged as cause:
        raise StatementDamaged(what="XML") from cause
