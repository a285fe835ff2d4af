"""schema.org items in the HTML of a mail: JSON-LD and microdata, as plain dictionaries.

Mail markup is written by hand and by templates: trailing commas, HTML comments around the JSON,
@graph, lists and both http and https are all met in the wild and all read.
"""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

import json5
from selectolax.lexbor import LexborHTMLParser, LexborNode

Item: TypeAlias = dict[str, object]

_MOST_HTML = 2_000_000
_MOST_DEPTH = 1_000
"""Lexbor takes quadratic time in nesting: 200,000 open <div> measured 88 s, 1,000 under 5 ms."""
_MOST_JSON = 200_000
_MOST_JSON5 = 8_000
"""For all scripts of a mail: json5 is pure Python (16 kB measured 0.75 s) and the second try."""
_MOST_SCRIPTS = 20
_MOST_PROPERTIES = 500
_MOST_ITEMS = 500
_MOST_NESTING = 12

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_UNCOUNTED = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr", re.I
)
"""Elements without an end tag, or whose end tag is often left out."""
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPER = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")


def items_in(html: str) -> Iterator[Item]:
    """Every item with an "@type", outermost first; nothing for HTML beyond the limits."""
    if len(html) > _MOST_HTML or _depth(html) > _MOST_DEPTH:
        return
    tree = LexborHTMLParser(html)
    count = 0
    for root in [*_json_roots(tree), *_microdata(tree)]:
        for item in _typed(root, _MOST_NESTING):
            count += 1
            if count > _MOST_ITEMS:
                return
            yield item


def types_of(item: Item) -> frozenset[str]:
    """The names of an item's types without their address ("Invoice")."""
    stated = item.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def _depth(html: str) -> int:
    deepest = depth = 0
    for match in _TAG.finditer(html):
        if not _UNCOUNTED.fullmatch(match[2]):
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _json_roots(tree: LexborHTMLParser) -> Iterator[object]:
    patience = _MOST_JSON5
    for script in tree.css('script[type="application/ld+json" i]')[:_MOST_SCRIPTS]:
        text = _WRAPPER.sub("", script.text(deep=True))
        value = _json(text) if len(text) <= _MOST_JSON else None
        if value is None and len(text) <= patience:
            patience -= len(text)
            value = _json5(text)
        yield value


def _json(text: str) -> object:
    """The value of JSON, numbers exact, a comma before a closing bracket forgiven; else None."""
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, parse_float=Decimal, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _json5(text: str) -> object:
    """The value of JSON as people write it (comments, single quotes, bare names); else None."""
    try:
        return json5.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):
        return None


def _typed(value: object, nesting: int) -> Iterator[Item]:
    if nesting == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _typed(one, nesting - 1)
    elif isinstance(value, dict):
        if value.get("@type"):
            yield value
        for inside in value.values():
            if isinstance(inside, dict | list):
                yield from _typed(inside, nesting - 1)


def _microdata(tree: LexborHTMLParser) -> Iterator[Item]:
    """The outermost items; each property belongs to the nearest itemscope around it."""
    scopes = tree.css("[itemscope]")[:_MOST_PROPERTIES]
    items: dict[int, Item] = {
        node.mem_id: {"@type": node.attributes.get("itemtype") or ""} for node in scopes
    }
    for node in tree.css("[itemprop]")[:_MOST_PROPERTIES]:
        owner = _owner(node, items)
        if owner is not None:
            name = (node.attributes.get("itemprop") or "").strip()
            owner.setdefault(name, items.get(node.mem_id) or _stated(node))
    for node in scopes:
        if node.attributes.get("itemprop") is None:
            yield items[node.mem_id]


def _owner(node: LexborNode, items: dict[int, Item]) -> Item | None:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in items:
            return items[parent.mem_id]
        parent = parent.parent
    return None


def _stated(node: LexborNode) -> str:
    """A property's value where HTML keeps it for this kind of element."""
    for attribute in ("content", "datetime", "href", "src"):
        value = node.attributes.get(attribute)
        if value:
            return value.strip()
    return " ".join(node.text(deep=True).split())
