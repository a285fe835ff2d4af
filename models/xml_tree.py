"""XML from strangers: parsed without entities, outside files or unbounded size and depth.

Bills and bank statements alike. Elements are found by local name: prefixes and namespaces vary between
versions of one standard.
"""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from models.errors.files import TooDeep, TooLarge
from models.errors.reading import Damaged, XmlForbidden

Element: TypeAlias = _Element
"""lxml's element, which it gives no public name."""

MOST_BYTES = 20_000_000
MOST_TAGS = 2_000_000
"""An element costs about 120 bytes of memory, so bytes alone bound it badly: 20 MB of "<a/>" took
670 MB and 8 s, this limit 300 MB. An invoice of 10,000 lines has about 1,200,000 tags, a camt entry
with all its details about 120.
"""
MOST_DEPTH = 256
"""libxml2's own limit without XML_PARSE_HUGE; real e-invoices nest less than 20 deep, camt 14."""


def parse_xml(data: bytes, most_bytes: int = MOST_BYTES) -> Element:
    """The root element. Raises TooLarge, TooDeep, XmlForbidden or Damaged; never loads anything."""
    if len(data) > most_bytes or data.count(b"<") > MOST_TAGS:
        raise TooLarge(limit=f"{most_bytes // 1_000_000} MB")
    # NUL bytes off: the same test then sees through UTF-16 and UTF-32.
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise XmlForbidden
    try:
        root = etree.fromstring(data.lstrip(b" \t\r\n"), _parser())
    except etree.XMLSyntaxError as cause:
        if "depth" in str(cause):
            raise TooDeep(limit=MOST_DEPTH) from cause
        raise Damaged(what="XML") from cause
    except (ValueError, LookupError) as cause:
        raise Damaged(what="XML") from cause
    # No standard of e-invoices or banks has a document type: whatever one declares is not needed.
    if root.getroottree().docinfo.internalDTD is not None:
        raise XmlForbidden
    return root


def _parser() -> etree.XMLParser:
    # A parser is made for each document: lxml's parsers keep state and are not shared by threads.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )


def local_name(element: Element) -> str:
    """The name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(parent: Element | None, names: str) -> list[Element]:
    """The direct children called one of `names` ("A|B"), in document order."""
    if parent is None:
        return []
    wanted = names.split("|")
    return [child for child in parent if local_name(child) in wanted]


def find(parent: Element | None, path: str) -> Element | None:
    """The first element at `path` ("A/B|C/D": each step one of several names) or None.

    Every branch is tried, so an empty first branch does not hide a filled second one.
    """
    return next(iter(find_all(parent, path)), None)


def find_all(parent: Element | None, path: str) -> list[Element]:
    """All elements at `path`, in document order."""
    found = [] if parent is None else [parent]
    for names in path.split("/"):
        found = [child for one in found for child in children(one, names)]
    return found


def text_of(element: Element | None) -> str:
    """The text directly inside, white space collapsed; "" for None."""
    return "" if element is None else " ".join((element.text or "").split())


def text_at(parent: Element | None, path: str) -> str:
    """The first filled text at `path`, white space collapsed; "" when there is none."""
    return next((text for text in map(text_of, find_all(parent, path)) if text), "")


def path_of(element: Element) -> str:
    """The last two steps to an element, enough for a person to find it ("Seller/Name")."""
    parent = element.getparent()
    own = local_name(element)
    return own if parent is None else f"{local_name(parent)}/{own}"


def texts(root: Element) -> Iterator[str]:
    """Every filled text of the tree, in document order."""
    return (text for text in map(text_of, root.iter()) if text)
