"""The texts of papers: what stands on each, with its alternatives, read from `books/`.

A file holds one language. `[topic voice] key=value` opens one paper; each line of it is a block:

    # title          alternatives
    & facts          Label=value; a label may have synonyms, "Date/Issued"; some are left out
    > paragraph      alternatives          ? the same, on half of the papers
    h heading        alternatives          ! small print, alternatives
    - points         some of them, in any order
    t 4-9            a table: how many rows, then its head, then rows; cells parted by "~"
    s sums           Label=value, below the table at the right
    f fields         labels of a form with room to write
    o options        boxes to tick
    $ box            alternatives, large
    x signature      alternatives

Alternatives and members are parted by " | ". `<a;b>` chooses within a line; `{...}` is a value
(see `values`); "#" is a digit. `[base]` holds wordings common to the language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "books"
LANGS = ("fr", "en", "de", "es", "it", "nl")
MARKS = "#&>?h!-tsfo$x"


@dataclass(frozen=True)
class Block:
    """One line of a text: its mark and its members."""

    mark: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """One paper's wordings. `head` may hold form, trade, name, country, to and size."""

    lang: str
    topic: str
    voice: str
    head: Mapping[str, str]
    blocks: tuple[Block, ...]
    base: Mapping[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        """The phrasebook, such as fr-quote-a."""
        return f"{self.lang}-{self.topic}-{self.voice}"

    @property
    def family(self) -> str:
        """Language and topic, such as fr-quote."""
        return f"{self.lang}-{self.topic}"

    def of(self, mark: str) -> list[Block]:
        """The blocks of that mark, in order."""
        return [block for block in self.blocks if block.mark == mark]


def block_of(name: str) -> int:
    """Block 0..4 of a phrasebook, by its name alone."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") % 5


def _parted(text: str, mark: str = " | ") -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _base(lines: list[str]) -> dict[str, tuple[str, ...]]:
    return {key.strip(): _parted(rest) for key, _, rest in (line.partition(":") for line in lines)}


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    wrong = [line for line in lines if line[0] not in MARKS or line[1:2] != " "]
    if wrong:
        raise ValueError(f"not a block: {wrong[0]}")
    return tuple(Block(line[0], _parted(line[2:])) for line in lines)


def _head(title: str) -> tuple[list[str], dict[str, str]]:
    """Topic and voice, and the pairs after the bracket; "_" stands for a space in a value."""
    names, _, rest = title.partition("]")
    pairs = (pair.partition("=") for pair in rest.split())
    return names.split(), {key: value.replace("_", " ") for key, _, value in pairs}


@cache
def texts() -> tuple[Text, ...]:
    """Every text, in a fixed order."""
    found = []
    for lang in LANGS:
        written = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8")
        first, *rest = (
            [line for line in part.split("\n") if line.strip()]
            for part in ("\n" + written).split("\n[")[1:]
        )
        base = _base(first[1:])
        for title, *lines in rest:
            (topic, voice), head = _head(title)
            found.append(Text(lang, topic, voice, head, _blocks(lines), base))
    return tuple(found)
