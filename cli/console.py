"""The terminal or pipe that is printed to, and how wide it is."""

import os
import sys
from shutil import get_terminal_size

from rich.console import Console, ConsoleDimensions
from rich.text import Text

from cli.folding import folded
from cli.plain import plain

_WIDTH_OF_PIPES = 140
"""Columns of a table where there is no terminal to ask: pipes and build logs do not fold at 80."""
_WIDTH_OF_PROSE = 80
"""Columns of a sentence there."""


class _Pipe(Console):
    """Where no terminal says how wide it is."""


def console_of(*, to_errors: bool) -> Console:
    """Standard output or error, without rich's own colours and marks."""
    stream = sys.stderr if to_errors else sys.stdout
    kind, width = (
        (Console, None) if stream.isatty() or "COLUMNS" in os.environ else (_Pipe, _WIDTH_OF_PIPES)
    )
    made = kind(stderr=to_errors, width=width, highlight=False, emoji=False, markup=False)
    if made.is_dumb_terminal:  # rich takes it to be 80 columns wide, whatever it is
        made.size = ConsoleDimensions(*get_terminal_size(fallback=(80, 25)))
    return made


def print_folded(console: Console, sentence: str) -> None:
    """A sentence in lines that fit, what follows the first hanging in (see cli.folding)."""
    width = _WIDTH_OF_PROSE if isinstance(console, _Pipe) else console.width
    console.print(Text(folded(plain(sentence).plain, width)), soft_wrap=True)
