"""XML of a bank as a tree without entities, outside files, or unbounded size and depth.

Elements are found by local name: the namespace changes with every version of ISO 20022.
"""

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

from models.errors.files import TooDeep, TooLarge
from models.errors.reading import XmlForbidden
from models.errors.statements import StatementDamaged

Element: TypeAlias = _Element
MOST_TAGS = 2_000_000
"""About 300 MB in memory; a camt entry with all its details has about 120 tags."""
MOST_DEPTH = 256
"""libxml2's own limit without XML_PARSE_HUGE; camt nests 14 deep."""


def parse_xml(data: bytes) -> Element:
    """The root element. Raises TooLarge, TooDeep, XmlForbidden or StatementDamaged."""
    if data.count(b"<") > MOST_TAGS:
        raise TooLarge(limit=f"{MOST_TAGS:,} tags")
    # NUL bytes off: the same test then sees through UTF-16 and UTF-32.
    if b"<!" in data.replace(b"\0", b"").replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        raise XmlForbidden
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data.lstrip(b" \t\r\n"), parser)
    except etree.XMLSyntaxError as cause:
        if "depth" in str(cause):
            raise TooDeep(limit=MOST_DEPTH) from cause
        raise StatementDamaged(what="XML") from cause
    except (ValueError, LookupError) as cause:
        raise StatementDamaged(what="XML") from cause


def local_name(element: Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def find_all(parent: Element | None, path: str) -> list[Element]:
    """All elements at `path` ("A/B|C/D": each step one of several names), in document order."""
    found = [] if parent is None else [parent]
    for names in path.split("/"):
        wanted = names.split("|")
        found = [child for one in found for child in one if local_name(child) in wanted]
    return found


def find(parent: Element | None, path: str) -> Element | None:
    """The first element at `path`, or None."""
    return next(iter(find_all(parent, path)), None)


def text_at(parent: Element | None, path: str) -> str:
    """The first filled text at `path`, white space collapsed; "" when there is none."""
    texts = (" ".join((one.text or "").split()) for one in find_all(parent, path))
    return next((text for text in texts if text), "")
