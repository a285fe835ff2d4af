"""The architectures of papers, each with the block 0..4 that it belongs to when set aside."""

from collections.abc import Callable
from typing import NamedTuple

from samples.composed.paper import PT
from samples.papers.flow import Flow
from samples.papers.heads import Desk, foot, letterhead, recipient, window_line
from samples.papers.pieces import body, facts, title
from samples.papers.texts import Block

Column = tuple[float, float]


def _rest(d: Desk, without: str = "#&") -> list[Block]:
    """The blocks that the skeleton does not place itself: title and first facts apart."""
    first = d.text.of("#")[:1] if "#" in without else []
    own = [*first, *(d.text.of("&")[:1] if "&" in without else [])]
    return [block for block in d.text.blocks if not any(block is b for b in own)]


def _flow(d: Desk, columns: list[Column], top: float, bottom: float = 0) -> Flow:
    return Flow(d.paper, d.look, d.v, columns, top, bottom or d.paper.high - 18)


def _facts(d: Desk, column: Column, top: float, mode: str = "") -> float:
    """The first facts in a column of their own; returns the top of what follows."""
    flow = _flow(d, [column], top)
    facts(flow, d.text.of("&")[:1], mode)
    return flow.top


def _title(d: Desk, column: Column, top: float, size: float, style: str = "b") -> float:
    flow = _flow(d, [column], top)
    title(flow, d.text.of("#")[0], size, style)
    return flow.top


def _big(d: Desk) -> float:
    return float(d.rng.choice((12, 14, 16, 18)))


def classic(d: Desk) -> None:
    """Letterhead left, facts right, recipient in the window, title, body."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    left = letterhead(d, x, 14, width * 0.5)
    right = _facts(d, (x + width * 0.56, width * 0.44), 16)
    top = recipient(d, x + width * 0.56, max(left, right) + 5, width * 0.44) + 7
    top = _title(d, (x, width), top, _big(d)) + 1
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


def _foot(d: Desk, x: float, width: float) -> None:
    """Legal lines, on the last page, when there is a sender and room."""
    if d.text.head.get("head") != "none" and d.chance(0.75):
        foot(d, x, width)


def norm(d: Desk) -> None:
    """Business letter with a window at the left and facts at the right."""
    x, width = 25.0, d.paper.wide - 45
    letterhead(d, 125, 12, d.paper.wide - 140, d.rng.choice(("brand", "logo", "right")))
    top = recipient(d, x, window_line(d, x, 46, 85), 80)
    right = _facts(d, (125, d.paper.wide - 145), 52, d.rng.choice(("colon", "beside", "above")))
    top = _title(d, (x, width), max(top, right, 92) + 5, 12) + 1
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


def sidebar(d: Desk) -> None:
    """A coloured column with sender and facts, the body beside it."""
    side = d.rng.choice((50, 58, 64))
    d.paper.box(0, 0, side, d.paper.high, d.rng.choice(("#eef2f6", "#f5f1e8", "#eaf4ee")), "")
    top = letterhead(d, 7, 14, side - 12, d.rng.choice(("brand", "typed", "shape")))
    _facts(d, (7, side - 12), top + 9, d.rng.choice(("above", "colon")))
    x, width = side + 8, d.paper.wide - side - 20
    top = recipient(d, x + width * 0.4, 18, width * 0.6) + 9
    top = _title(d, (x, width), top, _big(d)) + 1
    body(_flow(d, [(x, width)], top), _rest(d))


def boxed(d: Desk) -> None:
    """Sender and recipient in two frames, facts across, body."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    half = width / 2 - 3
    left = letterhead(d, x + 3, 15, half - 6, d.rng.choice(("typed", "brand", "initials")))
    right = recipient(d, x + half + 9, 17, half - 6)
    low = max(left, right) + 3
    d.paper.box(x, 12, half, low - 12, "", "#777777")
    d.paper.box(x + half + 6, 12, half, low - 12, "", "#777777")
    top = _title(d, (x, width), low + 6, _big(d), d.rng.choice(("b", "bc"))) + 1
    top = _facts(d, (x, width), top, "across") + 2
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


def banner(d: Desk) -> None:
    """A tinted band with the sender's name, the title below."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    d.paper.box(0, 0, d.paper.wide, 26, d.look.tint, "")
    d.paper.fit(x, 9, width * 0.7, d.v.firm.brand, 18, "b", "#ffffff")
    top = recipient(d, x + width * 0.55, 34, width * 0.45)
    top = _title(d, (x, width), max(top, 34) + 6, _big(d)) + 1
    top = _facts(d, (x, width * 0.6), top) + 2
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


def centred(d: Desk) -> None:
    """Everything on the axis: certificates, menus, notices."""
    x, width = d.look.margin + 6, d.paper.wide - 2 * d.look.margin - 12
    top = letterhead(d, x, 16, width, "centre") if d.text.head.get("head") != "none" else 18
    top = _title(d, (x, width), top + 8, d.rng.choice((16, 20, 24)), "bc") + 2
    top = _facts(d, (x + width * 0.12, width * 0.76), top) + 2
    body(_flow(d, [(x, width)], top), _rest(d))


def poster(d: Desk) -> None:
    """A large title over the whole width, the sender at the foot."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    top = _title(d, (x, width), 16, d.rng.choice((24, 30, 36)), d.rng.choice(("b", "bc"))) + 2
    d.paper.rule(x, top, x + width, d.look.tint)
    body(_flow(d, [(x, width)], top + 4, d.paper.high - 40), _rest(d, "#"))
    letterhead(d, x, d.paper.high - 34, width * 0.7, d.rng.choice(("brand", "typed")))


def columns(d: Desk) -> None:
    """Two columns of text below a common head."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    top = letterhead(d, x, 13, width * 0.5) if d.text.head.get("head") != "none" else 13
    low = _facts(d, (x + width * 0.58, width * 0.42), 14)
    top = _title(d, (x, width), max(top, low) + 4, _big(d)) + 1
    half = width / 2 - 4
    body(_flow(d, [(x, half), (x + half + 8, half)], top), _rest(d))


def framed(d: Desk) -> None:
    """A page with a frame around it, as forms and certificates have."""
    d.paper.box(7, 7, d.paper.wide - 14, d.paper.high - 14, "", d.look.tint, d.rng.choice((0, 3)))
    x, width = 16.0, d.paper.wide - 32
    letterhead(d, x, 13, width * 0.6, d.rng.choice(("brand", "initials", "logo")))
    top = _title(d, (x, width), 48, _big(d), d.rng.choice(("b", "bc"))) + 1
    top = recipient(d, x, top, width * 0.6) + 4
    top = _facts(d, (x, width * 0.8), top, d.rng.choice(("cells", "dots", "beside"))) + 2
    body(_flow(d, [(x, width)], top), _rest(d))


def typed(d: Desk) -> None:
    """No ornament: lines as a typewriter or a word processor leaves them."""
    x, width = 22.0, d.paper.wide - 44
    top = 20.0
    if d.text.head.get("head") != "none":
        top = d.lines(x, top, width, [d.v.firm.legal, *d.v.firm.lines]) + 6
    top = recipient(d, x, top, width) + 6
    top = _title(d, (x, width), top, d.look.size * 1.15) + 2
    top = _facts(d, (x, width), top, "colon") + 2
    body(_flow(d, [(x, width)], top), _rest(d))


def personal(d: Desk) -> None:
    """A letter of one person: their own address at the right, the other's at the left."""
    x, width = d.look.margin + 5, d.paper.wide - 2 * d.look.margin - 10
    top = d.lines(x + width, 16, width * 0.5, [d.v.firm.legal, *d.v.firm.lines], "r") + 4
    top = recipient(d, x, top, width * 0.5) + 6
    d.paper.put(x + width, top, d.v.day(0), d.look.size, "r")
    top = _title(d, (x, width), top + 8, d.look.size * 1.05) + 2
    top = _facts(d, (x, width), top, "colon")
    body(_flow(d, [(x, width)], top), _rest(d))


def ticket(d: Desk) -> None:
    """A slip wider than high, with a stub behind a dashed line."""
    stub = d.paper.wide * 0.72
    d.paper.canvas.setDash([2, 2])
    d.paper.canvas.line(stub / PT, 4 / PT, stub / PT, (d.paper.high - 4) / PT)
    d.paper.canvas.setDash([])
    letterhead(d, 9, 8, stub - 16, d.rng.choice(("brand", "shape", "initials")))
    top = _title(d, (9, stub - 16), 36, 13)
    body(_flow(d, [(9, stub - 16)], top + 1, d.paper.high - 8), _rest(d))
    code(d, stub + 7, 12)
    _facts(d, (stub + 7, d.paper.wide - stub - 13), 40, "above")


def code(d: Desk, x: float, top: float) -> None:
    """A pattern of squares that looks like a code, and is none."""
    for row in range(12):
        for column in range(12):
            if d.chance(0.5):
                d.paper.box(x + column * 1.8, top + row * 1.8, 1.8, 1.8, "#000000", "")


def wide(d: Desk) -> None:
    """Landscape: statements, lists, plans."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    left = letterhead(d, x, 11, width * 0.35)
    mid = recipient(d, x + width * 0.38, 14, width * 0.26)
    right = _facts(d, (x + width * 0.68, width * 0.32), 12)
    top = _title(d, (x, width), max(left, mid, right) + 4, _big(d)) + 1
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


def half(d: Desk) -> None:
    """A5: slips, cards, prescriptions."""
    x, width = 11.0, d.paper.wide - 22
    top = letterhead(d, x, 10, width, d.rng.choice(("centre", "typed", "right")))
    top = recipient(d, x + width * 0.45, top + 3, width * 0.55) + 4
    top = _title(d, (x, width), top, 13, d.rng.choice(("b", "bc"))) + 1
    top = _facts(d, (x, width), top, d.rng.choice(("colon", "beside", "dots"))) + 1
    body(_flow(d, [(x, width)], top), _rest(d))


def ribbon(d: Desk) -> None:
    """A thin tinted line at the left edge; sender at the right, title first."""
    d.paper.box(0, 0, 5, d.paper.high, d.look.tint, "")
    x, width = 18.0, d.paper.wide - 34
    top = _title(d, (x, width * 0.5), 16, _big(d))
    right = letterhead(d, x + width * 0.55, 14, width * 0.45, "right")
    top = recipient(d, x, max(top, 40), width * 0.5)
    top = _facts(d, (x, width), max(top, right) + 5, d.rng.choice(("across", "beside"))) + 2
    body(_flow(d, [(x, width)], top), _rest(d))
    _foot(d, x, width)


class Skeleton(NamedTuple):
    """Who draws it, its block 0..4, the forms that it suits, and its size in mm ("" the usual)."""

    draw: Callable[[Desk], None]
    block: int
    forms: str
    size: tuple[float, float] | None = None


SKELETONS = {
    "classic": Skeleton(classic, 0, "letter sheet"),
    "norm": Skeleton(norm, 1, "letter sheet"),
    "sidebar": Skeleton(sidebar, 2, "letter sheet flyer"),
    "boxed": Skeleton(boxed, 3, "sheet form letter"),
    "banner": Skeleton(banner, 4, "letter sheet flyer form"),
    "centred": Skeleton(centred, 0, "flyer form ticket private sheet"),
    "poster": Skeleton(poster, 1, "flyer private"),
    "columns": Skeleton(columns, 2, "flyer private form"),
    "framed": Skeleton(framed, 3, "form ticket flyer sheet"),
    "typed": Skeleton(typed, 4, "letter private sheet form"),
    "personal": Skeleton(personal, 0, "letter private"),
    "ticket": Skeleton(ticket, 1, "ticket form", (210.0, 120.0)),
    "wide": Skeleton(wide, 2, "sheet flyer ticket", (297.0, 210.0)),
    "half": Skeleton(half, 3, "form ticket private letter", (148.5, 210.0)),
    "ribbon": Skeleton(ribbon, 4, "letter sheet ticket"),
}
