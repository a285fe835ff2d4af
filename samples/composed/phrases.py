"""The phrasebooks: how billers of one culture word what stands on their bills."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "books"
LANGS = ("fr", "en", "de", "es", "it", "nl")
WHOLE = ("gtc", "news", "service")  # sentences that are common to all blocks
HOLE = re.compile(r"\{(\w+)\}")
Slots = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Book:
    """One culture's wordings. `head` holds block, country, trades, vat and priced. wide: whether it is of
    the wide lessons.
    """

    lang: str
    name: str
    head: Mapping[str, str]
    slots: Slots
    base: Slots
    wide: bool = False

    @property
    def block(self) -> int:
        """The block 0..4 that the book belongs to when documents are set aside."""
        return int(self.head["block"])

    @property
    def country(self) -> str:
        """ISO code of the country."""
        return self.head["country"]

    @property
    def trades(self) -> list[str]:
        """The trades of firms that write so."""
        return self.head["trades"].split(",")

    @property
    def rates(self) -> list[str]:
        """Rates of value added tax in per cent, "0" for none."""
        return self.head.get("vat", "0").split(",")

    def all(self, slot: str) -> tuple[str, ...]:
        """Every wording of the slot: the book's own, else those common to the language.

        Of five or more common wordings a block has its own share, so that those of a block that
        is set aside were never seen.
        """
        if slot in self.slots:
            return self.slots[slot]
        local = f"{slot}@{self.country}"
        common = self.base.get(local) or self.base.get(slot, ())
        return common[self.block :: 5] if len(common) >= 5 and slot not in WHOLE else common


def holes(phrase: str) -> set[str]:
    """The names of the values that the phrase needs."""
    return set(HOLE.findall(phrase))


def _section(text: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    head, *lines = text.strip().split("\n")
    fields = dict(part.split("=", 1) for part in head.rstrip("]").split()[1:])
    slots: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.strip() and not line.startswith("#"):
            slot, _, wordings = line.partition(":")
            found = tuple(w.strip() for w in wordings.split(" | ") if w.strip())
            slots[slot.strip()] = slots.get(slot.strip(), ()) + found
    return {"name": head.rstrip("]").split()[0], **fields}, slots


def sections(text: str) -> list[tuple[dict[str, str], dict[str, tuple[str, ...]]]]:
    """The parts "[name key=value ...]" of a file, each with its slots "name: wording | wording"."""
    return [_section(part) for part in ("\n" + text).split("\n[")[1:]]


@cache
def books() -> dict[tuple[str, str], Book]:
    """Every phrasebook by language and name, those of the wide lessons too."""
    return {(book.lang, book.name): book for lang in LANGS for book in _of(lang)}


def _of(lang: str) -> list[Book]:
    first = [part for name in (lang, f"more_{lang}") for part in _parts(name)]
    third = _parts(f"third_{lang}")
    (_, base), (_, more) = first[0], third[0]
    wider = {slot: base.get(slot, ()) + more.get(slot, ()) for slot in {**base, **more}}
    return [
        *(Book(lang, head["name"], head, slots, base) for head, slots in first[1:]),
        *(Book(lang, head["name"], head, slots, wider, wide=True) for head, slots in third[1:]),
    ]


def _parts(name: str) -> list[tuple[dict[str, str], dict[str, tuple[str, ...]]]]:
    path = FOLDER / f"{name}.txt"
    return sections(path.read_text(encoding="utf-8")) if path.exists() else []
