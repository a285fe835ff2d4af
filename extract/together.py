"""Several photographs of one bill: a page each, joined when they go on from one another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.agree import agree
from extract.hearing import Heard, Say, text_of
from extract.ocr.look import SECOND
from extract.opinions import ONCE
from extract.page import Page
from extract.reader import Source
from models.document import Form
from models.reading import Found, Reading

_HEADED = 0.5
_PAGE_OF = re.compile(
    r"\b(?:page|seite|blatt|pagina|página|p\.)\s?(\d{1,2})\s?(?:/|sur|of|von|di|de|van)\s?\d", re.I
)


def joined(heard: Sequence[Heard], say: Say, *, surely: bool = False) -> list[Heard]:
    """The same documents with photographs that continue each other as one, in their order.

    surely: the person says that they belong together. Otherwise a photograph goes on from the one
    before unless both are a bill of their own (number, or biller and amount), as two receipts are.
    """
    kept: list[list[Heard]] = []
    for one in heard:
        if kept and _is_photograph(one) and _goes_on(kept[-1], one, surely=surely):
            kept[-1].append(one)
        else:
            kept.append([one])
    return [_as_one(group, say) if len(group) > 1 else group[0] for group in kept]


def _is_photograph(one: Heard) -> bool:
    return one.document.form is Form.IMAGE and any(page.lines for page in one.pages)


def _goes_on(group: Sequence[Heard], one: Heard, *, surely: bool) -> bool:
    if not _is_photograph(group[-1]):
        return False
    if surely or _page(one) == _page(group[-1]) + 1 > 1:
        return True
    number = _answer(one.readings, "number")
    before = [reading for other in group for reading in other.readings]
    number_before = _answer(before, "number")
    if number is not None and number_before is not None:
        return agree(number.value, number_before.value)
    has_its_own = _surely(one.readings, "amount") and _surely(one.readings, "biller")
    return not (has_its_own and _surely(before, "amount"))


def _surely(readings: Sequence[Reading], name: str) -> bool:
    """A name and an amount head a bill of its own; a second page shows figures too."""
    found = _answer(readings, name)
    return found is not None and found.confidence >= _HEADED


def _page(one: Heard) -> int:
    """The number that the photograph's own page carries ("page 2/3"); 0 without."""
    found = _PAGE_OF.search(one.text)
    return int(found[1]) if found else 0


def _answer(readings: Sequence[Reading], name: str) -> Found[object] | None:
    return next((found for r in readings if (found := getattr(r, name)) is not None), None)


def _as_one(group: Sequence[Heard], say: Say) -> Heard:
    """The pages of all in one document; what codes said of each photograph stays."""
    problems: list[str] = []
    first = _joint(group, 0)
    looks = [first]
    if any(len(one.looks) > 1 for one in group):
        looks.append(replace(_joint(group, -1), again=True))
    by_eye = [r for look in reversed(looks) for r in say(replace(look, again=True), problems)]
    codes = [r for one in group for r in one.readings if r.reader in ONCE]
    known = (code for one in group for code in one.problems)
    return Heard(
        first.document,
        (*codes, *by_eye),
        text_of(first, problems),
        tuple(dict.fromkeys((*known, *problems))),
        tuple(looks),
    )


def _joint(group: Sequence[Heard], look: int) -> Source:
    pages: list[Page] = []
    for one in group:
        pages += [
            replace(page, number=len(pages) + at)
            for at, page in enumerate(one.looks[look].pages, 1)
        ]
    by = pages[0].source if look == 0 else _second(pages)
    pages = [replace(page, source=by) for page in pages]
    names = ", ".join(one.document.name for one in group)
    return Source(replace(group[0].document, name=names), tuple(pages))


def _second(pages: Sequence[Page]) -> str:
    """The engine of the second look; some photographs had none and bring their first along."""
    return next((page.source for page in pages if page.source == SECOND.name), pages[0].source)
