"""One JSON object on one line, as it may be written to a stream of any encoding."""

import json
import re

_RAW = re.compile("[\x7f-\x9f\ud800-\udfff]")
"""What JSON allows unescaped but no terminal and no encoder should meet."""


def line_of(value: object, encoding: str) -> str:
    """`value` with its line end; what the encoding may not hold is escaped."""
    exact = encoding.lower().replace("-", "") == "utf8"
    line = json.dumps(value, ensure_ascii=not exact)
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", line) + "\n"
