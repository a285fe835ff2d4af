"""Text from outside on a terminal: as it is read, with nothing that commands the terminal."""

import unicodedata

from rich.text import Text

_NOTHING = {"Cf"}
"""Format characters: invisible, and U+202E turns the rest of a line around."""
_GAP = {"Zl", "Zp"}
_SHOWN = {"Cc", "Cs"}
"""Controls, such as the one that begins an escape sequence, and halves of characters."""


def plain(text: str) -> Text:
    """`text` on one line, as rich prints it without markup, emoji codes or control characters."""
    if text.isprintable():
        return Text(text)
    return Text("".join(_tamed(character) for character in text))


def _tamed(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace():
        # A no-break space stays; a line's end would let a subject write lines of its own.
        return " " if category in _SHOWN | _GAP else character
    if category in _NOTHING:
        return ""
    return "�" if category in _SHOWN else character
