"""HTML made harmless to parse: lexbor is quadratic in the depth of tags and in their attributes.

Measured: 1 MB of nested <div> takes 88 s, one tag with 111 000 attributes 48 s; after these limits
the worst of twenty shapes of 1 MB takes 0.9 s.
"""

import re
from collections import Counter

HTML_MAX = 1_000_000
_DEPTH_MAX = 1500
_IMPLIED_MAX = 8000
_LONG_TAG = re.compile(r"<[^<>]{4096,}>?")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
_IMPLIED = frozenset(
    {
        "p",
        "li",
        "td",
        "tr",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "option",
        "dt",
        "dd",
    }
)


def tamed(html: str) -> tuple[str, tuple[str, ...]]:
    """`html` within the limits, and machine words for what was cut ("html_cut", "html_depth")."""
    remarks = []
    if len(html) > HTML_MAX:
        html = html[:HTML_MAX]
        remarks.append("html_cut")
    html = _LONG_TAG.sub("", html)
    cut = _too_deep_at(html)
    if cut is not None:
        html = html[:cut]
        remarks.append("html_depth")
    return html, tuple(remarks)


def _too_deep_at(html: str) -> int | None:
    """Where too many tags are open at once, counting loosely; None when nowhere.

    Tags that HTML closes by itself (<p>, <li>, <td>) may stay unclosed more often than the others.
    """
    if html.count("<") <= _DEPTH_MAX:
        return None
    unclosed = Counter[str]()
    structural = implied = 0
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        step = -1 if tag[1] else 1
        if name in _VOID or (step < 0 and not unclosed[name]):
            continue
        unclosed[name] += step
        if name in _IMPLIED:
            implied += step
        else:
            structural += step
        if structural > _DEPTH_MAX or implied > _IMPLIED_MAX:
            return tag.start()
    return None
