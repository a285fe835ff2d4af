"""Skeletons of letters, statements and lists: sender, recipient, facts, body."""

from samples.papers.heads import Desk, letterhead, recipient, window_line
from samples.papers.pieces import body
from samples.papers.places import big, facts_at, flow, foot_line, rest, title_at


def classic(d: Desk) -> None:
    """Letterhead left, facts right, recipient in the window, title, body."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    left = letterhead(d, x, 14, width * 0.5)
    right = facts_at(d, (x + width * 0.56, width * 0.44), 16)
    top = recipient(d, x + width * 0.56, max(left, right) + 5, width * 0.44) + 7
    top = title_at(d, (x, width), top, big(d)) + 1
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)


def norm(d: Desk) -> None:
    """Business letter with a window at the left and facts at the right."""
    x, width = 25.0, d.paper.wide - 45
    letterhead(d, 125, 12, d.paper.wide - 140, d.rng.choice(("brand", "logo", "right")))
    top = recipient(d, x, window_line(d, x, 46, 85), 80)
    right = facts_at(d, (125, d.paper.wide - 145), 52, d.rng.choice(("colon", "beside", "above")))
    top = title_at(d, (x, width), max(top, right, 92) + 5, 12) + 1
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)


def sidebar(d: Desk) -> None:
    """A coloured column with sender and facts, the body beside it."""
    side = d.rng.choice((50, 58, 64))
    d.paper.box(0, 0, side, d.paper.high, d.rng.choice(("#eef2f6", "#f5f1e8", "#eaf4ee")), "")
    top = letterhead(d, 7, 14, side - 12, d.rng.choice(("brand", "typed", "shape")))
    facts_at(d, (7, side - 12), top + 9, d.rng.choice(("above", "colon")))
    x, width = side + 8, d.paper.wide - side - 20
    top = recipient(d, x + width * 0.4, 18, width * 0.6) + 9
    top = title_at(d, (x, width), top, big(d)) + 1
    body(flow(d, [(x, width)], top), rest(d))


def boxed(d: Desk) -> None:
    """Sender and recipient in two frames, facts across, body."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    half = width / 2 - 3
    left = letterhead(d, x + 3, 15, half - 6, d.rng.choice(("typed", "brand", "initials")))
    right = recipient(d, x + half + 9, 17, half - 6)
    low = max(left, right) + 3
    d.paper.box(x, 12, half, low - 12, "", "#777777")
    d.paper.box(x + half + 6, 12, half, low - 12, "", "#777777")
    top = title_at(d, (x, width), low + 6, big(d), d.rng.choice(("b", "bc"))) + 1
    top = facts_at(d, (x, width), top, "across") + 2
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)


def banner(d: Desk) -> None:
    """A tinted band with the sender's name, the title below."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    d.paper.box(0, 0, d.paper.wide, 26, d.look.tint, "")
    d.paper.fit(x, 9, width * 0.7, d.v.firm.brand, 18, "b", "#ffffff")
    top = recipient(d, x + width * 0.55, 34, width * 0.45)
    top = title_at(d, (x, width), max(top, 34) + 6, big(d)) + 1
    top = facts_at(d, (x, width * 0.6), top) + 2
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)


def typed(d: Desk) -> None:
    """No ornament: lines as a typewriter or a word processor leaves them."""
    x, width = 22.0, d.paper.wide - 44
    top = 20.0
    if d.text.head.get("head") != "none":
        top = d.lines(x, top, width, [d.v.firm.legal, *d.v.firm.lines]) + 6
    top = recipient(d, x, top, width) + 6
    top = title_at(d, (x, width), top, d.look.size * 1.15) + 2
    top = facts_at(d, (x, width), top, "colon") + 2
    body(flow(d, [(x, width)], top), rest(d))


def personal(d: Desk) -> None:
    """A letter of one person: their own address at the right, the other's at the left."""
    x, width = d.look.margin + 5, d.paper.wide - 2 * d.look.margin - 10
    top = d.lines(x + width, 16, width * 0.5, [d.v.firm.legal, *d.v.firm.lines], "r") + 4
    top = recipient(d, x, top, width * 0.5) + 6
    d.paper.put(x + width, top, d.v.day(0), d.look.size, "r")
    top = title_at(d, (x, width), top + 8, d.look.size * 1.05) + 2
    top = facts_at(d, (x, width), top, "colon")
    body(flow(d, [(x, width)], top), rest(d))


def wide(d: Desk) -> None:
    """Landscape: statements, lists, plans."""
    x, width = d.look.margin, d.paper.wide - 2 * d.look.margin
    left = letterhead(d, x, 11, width * 0.35)
    mid = recipient(d, x + width * 0.38, 14, width * 0.26)
    right = facts_at(d, (x + width * 0.68, width * 0.32), 12)
    top = title_at(d, (x, width), max(left, mid, right) + 4, big(d)) + 1
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)


def ribbon(d: Desk) -> None:
    """A thin tinted line at the left edge; sender at the right, title first."""
    d.paper.box(0, 0, 5, d.paper.high, d.look.tint, "")
    x, width = 18.0, d.paper.wide - 34
    top = title_at(d, (x, width * 0.5), 16, big(d))
    right = letterhead(d, x + width * 0.55, 14, width * 0.45, "right")
    top = recipient(d, x, max(top, 40), width * 0.5)
    top = facts_at(d, (x, width), max(top, right) + 5, d.rng.choice(("across", "beside"))) + 2
    body(flow(d, [(x, width)], top), rest(d))
    foot_line(d, x, width)
