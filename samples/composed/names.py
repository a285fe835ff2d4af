"""Grammar of biller names by language and trade, read from books/names.txt."""

from functools import cache

from samples.composed.phrases import FOLDER, sections

Patterns = dict[str, tuple[str, ...]]


@cache
def patterns(lang: str) -> Patterns:
    """Patterns "brand / legal name" by trade; `lang` as "fr", or "frCH" where names differ."""
    text = (FOLDER / "names.txt").read_text(encoding="utf-8")
    return {head["name"]: slots for head, slots in sections(text)}[lang]
