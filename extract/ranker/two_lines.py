"""A letterhead whose name goes over two lines."""

from collections.abc import Sequence

from extract import labels_of_names as labels
from extract.billers import key_of
from extract.ranker.model import Ranked
from extract.ranker.name_pieces import Piece

_LIKELY = 0.85
"""How likely each line must be a name of its own."""
_HEAD = 1
"""The last row of page 1 where such a name begins."""


def whole_name(ranked: Sequence[Ranked], piece: Piece) -> Piece:
    """The name of both lines where `piece` is one of them: at the very top, each likely a name, the legal
    form at the end of the second alone ("MUSTER", "Versicherungsverein a.G."). Else the piece itself.
    """
    if not ranked or piece.how != "cell" or piece.cell.page != 1 or piece.cell.row > _HEAD + 1:
        return piece
    chances = {one.asked.keys[one.index]: one.chance for one in ranked}
    for both in ranked[0].asked.candidates:
        if not isinstance(both, Piece) or both.how != "lines" or both.cell.row > _HEAD:
            continue
        first = both.cell.text.strip(" :,.-–*")
        second = both.text.removeprefix(first).strip()
        lines = (key_of(first), key_of(second.strip(" :,.-–*")))
        likely = all(chances.get(key, 0.0) >= _LIKELY for key in lines)
        if (
            likely
            and key_of(piece.text) in lines
            and _ends_in_form(second)
            and not _ends_in_form(first)
        ):
            return both
    return piece


def _ends_in_form(text: str) -> bool:
    return any(
        found.start() and found.end() >= len(text) - 1 for found in labels.LEGAL.finditer(text)
    )
