"""Long text in lines that fit: no amount, account number or command is cut in two."""

import re
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.containers import Lines
from rich.text import Text

_FIRM = re.compile(
    r"`[^`\n]{1,200}`"  # a command to copy
    r"|\b[A-Z]{2}\d{2}(?: [A-Z0-9]{1,5}){1,10}(?!\w)"  # an IBAN or an RF reference, in groups
    r"|(?<![\w,.])[-+]?\d{1,15}(?:[ .,]\d{1,5}){0,9}(?: (?:[A-Z]{3}|[€£$%])(?!\w))?"  # an amount
    r"|\b(?:EUR|USD|GBP|CHF) \d{1,15}(?:[.,]\d{1,4})?"
    r"|« | [:;?!»](?![^ ,.)])"  # French signs, which never stand alone
)
"""What stays whole, as long as a line can hold it."""
_PIECE = re.compile(r"[ ]*[^ ]+")
_HANGING = 2
_GLUE = "\ufdd0"
"""A code point that Unicode keeps out of all text (a noncharacter), for a blank."""
_HIDDEN = str.maketrans("\xa0\u202f", "\ufdd1\ufdd2")
"""rich folds at no-break blanks, too, which leaves a French closing quote alone on its line."""
_SHOWN = str.maketrans("\ufdd0\ufdd1\ufdd2", " \xa0\u202f")


def folded(text: str, width: int) -> str:
    """`text`, which is one line, in lines of at most `width` columns; what follows the first hangs in.

    A word that is longer than a line (a link, a path) stays whole: a terminal folds it as it likes.
    """
    lead = len(text) - len(text.lstrip(" "))
    hang = " " * (lead + _HANGING)
    lines, line = [], ""
    for piece in pieces(text, width - len(hang)):
        if line.strip() and cell_len(line) + cell_len(piece) > width:
            lines.append(line)
            line = hang + piece.lstrip(" ")
        else:
            line += piece
    return "\n".join([*lines, line])


def pieces(text: str, most: int) -> list[str]:
    """`text` cut where a line may end, each piece with the blanks before it. most: columns of a line."""
    return [piece.replace(_GLUE, " ") for piece in _PIECE.findall(_glue_firm(text, most))]


def _glue_firm(text: str, most: int) -> str:
    """`text` with another sign for each blank at which no line may end; one sign for one."""
    return _FIRM.sub(
        lambda found: found[0].replace(" ", _GLUE) if cell_len(found[0]) <= most else found[0], text
    )


class Firm(Text):
    """Text of a table's cell: it folds where sentences do."""

    def wrap(self, console: Console, width: int, **how: Any) -> Lines:
        """As rich folds, after the blanks that no line may end at were taken for letters."""
        glued = self.copy()
        glued.plain = _glue_firm(self.plain, width).translate(_HIDDEN)
        lines = glued.wrap(console, width, **how)
        for line in lines:
            line.plain = line.plain.translate(_SHOWN)
        return lines
