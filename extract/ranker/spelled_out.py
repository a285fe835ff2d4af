"""A biller known by its web domain, whose name the page prints."""

from collections.abc import Sequence

from extract.billers import key_of
from extract.ranker.model import Ranked
from extract.ranker.name_pieces import Piece

_LEAST = 8
"""Letters that a domain must share with a name to be its beginning and not a common word's."""


def spelled_out(ranked: Sequence[Ranked], piece: Piece) -> Piece:
    """The likeliest printed name that begins as the domain reads (a domain is often cut short:
    "office-de-l-habitat-de" stands for "Office de l'Habitat de Villeneuve"). Else the piece itself.
    """
    short = key_of(piece.text)
    if piece.how != "domain" or len(short) < _LEAST:
        return piece
    for one in ranked:
        name = one.asked.candidates[one.index]
        if isinstance(name, Piece) and name.how != "domain" and key_of(name.text).startswith(short):
            return name
    return piece
