"""The biller's name from its numbers: an account or a register number that earlier bills printed."""

from collections.abc import Sequence
from dataclasses import replace

from extract.agree import same_company
from extract.memory.exact import is_exact
from extract.memory.identity import Kin, Shown, kin
from extract.memory.lesson import KnownBiller, Memory
from extract.memory.plain import plain_quote
from extract.sheet import Cell, quoted
from extract.squash import squash
from models.reading import Found, Reading

_AGREED, _NAMED, _UNSEEN, _DOUBT = 0.97, 0.93, 0.8, 0.7
_SURE = 0.9
WARNING = "memory_disagree:biller"


def named(reading: Reading, shown: Shown, memory: Memory, shared: frozenset[str]) -> Reading:
    """The reading with the name that the person, or earlier settled bills, gave this biller.

    The name is sure only when the reader says it too, or reads what it read on that biller's bills
    before, or the page or the sender prints it: a number alone may be the customer's or a bank's.
    """
    known = _known(shown, memory, shared)
    if known is None:
        return reading
    old = reading.biller
    if old is not None and _is(old.value, known):
        return replace(reading, biller=_agreed(old, known))
    if old is None or (old.confidence < _SURE and not is_exact(old)):
        return replace(reading, biller=_by_number(known, shown))
    if is_exact(old):
        return reading
    doubted = replace(old, confidence=min(old.confidence, _DOUBT))
    warnings = dict.fromkeys((*reading.warnings, WARNING))
    return replace(reading, biller=doubted, warnings=tuple(warnings))


def _known(shown: Shown, memory: Memory, shared: frozenset[str]) -> KnownBiller | None:
    """The one biller that this is: what was taught last, else what earlier bills agree on."""
    taught = [
        KnownBiller(one.biller, one.identity, frozenset((one.wrong,)), sure=True)
        for one in memory.lessons
        if one.field == "biller" and one.biller
    ]
    for one in taught:
        if _is_of(one, shown, shared):
            return one
    return _merged([one for one in memory.billers if _is_of(one, shown, shared)])


def _is_of(one: KnownBiller, shown: Shown, shared: frozenset[str]) -> bool:
    authentic = shown.sender.authentic
    kinds = [
        kin(one.identity, shown.identity_on(paper), shared, authentic=authentic)
        for paper in shown.papers
    ]
    best = max(kinds, default=Kin.NONE)
    keys = (one.identity.keys & shown.identity.keys) - shared
    return best is Kin.STRONG or (best is Kin.WEAK and bool(keys))


def _merged(found: Sequence[KnownBiller]) -> KnownBiller | None:
    if not found or any(not same_company(one.name, found[0].name) for one in found):
        return None
    read_as = frozenset[str]().union(*(one.read_as for one in found))
    return replace(found[0], read_as=read_as, sure=any(one.sure for one in found))


def _is(name: str, known: KnownBiller) -> bool:
    return same_company(name, known.name) or plain_quote(name) in known.read_as


def _agreed(old: Found[str], known: KnownBiller) -> Found[str]:
    confidence = max(old.confidence, _AGREED) if known.sure else old.confidence
    return replace(old, value=known.name, source="memory", confidence=confidence)


def _by_number(known: KnownBiller, shown: Shown) -> Found[str]:
    names = (squash(known.name), *sorted(known.read_as))
    cell = next((cell for name in names if (cell := shown.where(name)) is not None), None)
    seen = cell is not None or squash(known.name) in squash(shown.sender.name)
    confidence = _NAMED if known.sure and seen else _UNSEEN
    return _found(known.name, cell, confidence)


def _found(name: str, cell: Cell | None, confidence: float) -> Found[str]:
    if cell is None:
        return Found(name, "memory", "", confidence)
    return Found(name, "memory", quoted(cell.text), confidence, cell.page, cell.box)
