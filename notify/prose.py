"""Text of several lines without tricks: for the body of a message."""

import unicodedata

_LINE_ENDS = str.maketrans(
    {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"}
)
_KEPT = frozenset("\n\u200d\u202f\xa0")
"""Line ends, the joiner inside pictographs, and the narrow blanks of French figures."""
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Control and format signs (marks of direction among them), surrogates, private and unknown signs."""
_MOST_EMPTY = 2


def prose(text: str, most: int) -> str:
    """`text` with \\n as its line ends and signs that can be seen, at most `most` characters.

    Tabs become spaces; more than one empty line in a row becomes one; no blanks at the ends of lines.
    The same again when done twice.
    """
    plain = text[:most].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = unicodedata.normalize("NFC", plain.translate(_LINE_ENDS))
    seen = "".join(c for c in plain if c in _KEPT or unicodedata.category(c) not in _DROPPED)
    lines = [line.strip(" ") for line in unicodedata.normalize("NFC", seen).split("\n")]
    return "\n".join(_without_gaps(lines))[:most].strip("\n ")


def _without_gaps(lines: list[str]) -> list[str]:
    empty, kept = 0, []
    for line in lines:
        empty = 0 if line else empty + 1
        if empty < _MOST_EMPTY:
            kept.append(line)
    return kept
