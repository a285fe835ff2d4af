"""Skeletons of what is no letter: posters, forms, tickets, cards, columns."""

from samples.composed.paper import PT
from samples.papers.heads import Desk, letterhead, recipient
from samples.papers.pieces import body
from samples.papers.places import big, facts_at, flow, rest, title_at


def centred(d: Desk) -> None:
    """Everything on the axis: certificates, menus, notices."""
    x, width = d.look.margin + 6, d.paper.wide - 2 * d.look.margin - 12
    top = letterhead(d, x, 16, width, "centre") if d.text.head.get("head") != "none" else 18
    top = title_at(d, (x, width), top + 8, d.rng.choice((16, 20, 24)), "bc") + 2
    top = facts_at(d, (x + width * 0.12, width * 0.76), top) + 2
    body(flow(d, [(x, width)], top), rest(d))


def poster(d: Desk) -> None:
    """A large title over the whole width, the sender at the foot."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    top = title_at(d, (x, width), 16, d.rng.choice((24, 30, 36)), d.rng.choice(("b", "bc"))) + 2
    d.paper.rule(x, top, x + width, d.look.tint)
    body(flow(d, [(x, width)], top + 4, d.paper.high - 40), rest(d, "#"))
    letterhead(d, x, d.paper.high - 34, width * 0.7, d.rng.choice(("brand", "typed")))


def columns(d: Desk) -> None:
    """Two columns of text below a common head."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    top = letterhead(d, x, 13, width * 0.5) if d.text.head.get("head") != "none" else 13
    low = facts_at(d, (x + width * 0.58, width * 0.42), 14)
    top = title_at(d, (x, width), max(top, low) + 4, big(d)) + 1
    half, bottom = width / 2 - 4, min(d.paper.high - 18, top + d.rng.choice((60, 90, 130, 240)))
    body(flow(d, [(x, half), (x + half + 8, half)], top, bottom), rest(d))


def framed(d: Desk) -> None:
    """A page with a frame around it, as forms and certificates have."""
    d.paper.box(7, 7, d.paper.wide - 14, d.paper.high - 14, "", d.look.tint, d.rng.choice((0, 3)))
    x, width = 16.0, d.paper.wide - 32
    letterhead(d, x, 13, width * 0.6, d.rng.choice(("brand", "initials", "logo")))
    top = title_at(d, (x, width), 48, big(d), d.rng.choice(("b", "bc"))) + 1
    top = recipient(d, x, top, width * 0.6) + 4
    top = facts_at(d, (x, width * 0.8), top, d.rng.choice(("cells", "dots", "beside"))) + 2
    body(flow(d, [(x, width)], top), rest(d))


def ticket(d: Desk) -> None:
    """A slip wider than high, with a stub behind a dashed line."""
    stub = d.paper.wide * 0.72
    d.paper.canvas.setDash([2, 2])
    d.paper.canvas.line(stub / PT, 4 / PT, stub / PT, (d.paper.high - 4) / PT)
    d.paper.canvas.setDash([])
    letterhead(d, 9, 8, stub - 16, d.rng.choice(("brand", "shape", "initials")))
    top = title_at(d, (9, stub - 16), 36, 13)
    body(flow(d, [(9, stub - 16)], top + 1, d.paper.high - 8), rest(d))
    code(d, stub + 7, 12)
    facts_at(d, (stub + 7, d.paper.wide - stub - 13), 40, "above")


def code(d: Desk, x: float, top: float) -> None:
    """A pattern of squares that looks like a code, and is none."""
    for row in range(12):
        for column in range(12):
            if d.chance(0.5):
                d.paper.box(x + column * 1.8, top + row * 1.8, 1.8, 1.8, "#000000", "")


def half(d: Desk) -> None:
    """A5: slips, cards, prescriptions."""
    x, width = 11.0, d.paper.wide - 22
    top = letterhead(d, x, 10, width, d.rng.choice(("centre", "typed", "right")))
    top = recipient(d, x + width * 0.45, top + 3, width * 0.55) + 4
    top = title_at(d, (x, width), top, 13, d.rng.choice(("b", "bc"))) + 1
    top = facts_at(d, (x, width), top, d.rng.choice(("colon", "beside", "dots"))) + 1
    body(flow(d, [(x, width)], top), rest(d))
