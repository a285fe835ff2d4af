"""Letterheads: who sends the bill, in eight ways."""

from samples.composed.draft import Draft
from samples.composed.paper import PT
from samples.composed.parts import lines


def letterhead(d: Draft, x: float, top: float, width: float, mode: str = "") -> float:
    """Who sends the bill."""
    draw = {
        "logo": _logo, "brand": _brand, "typed": _typed, "right": _ranged, "centre": _ranged,
        "band": _band, "shape": _shape, "initials": _initials,
    }  # fmt: skip
    mode = mode or d.look.head
    return draw[mode](d, x, top, width)


def contact_lines(d: Draft) -> list[str]:
    """Address, and some of telephone, mail and web."""
    firm = d.bill.firm
    more = [line for line in (firm.phone, firm.mail, d.values["site"]) if d.chance(0.5)]
    return [*firm.lines, *more]


def _name(d: Draft) -> str:
    firm = d.bill.firm
    d.shown.add("biller")
    name = firm.brand if d.chance(0.7) else firm.legal
    return name.upper() if d.chance(0.15) else name


def _logo(d: Draft, x: float, top: float, width: float) -> float:
    paper, size = d.paper, float(d.rng.choice((14, 16, 18, 22)))
    paper.canvas.setFillColor(d.look.tint)
    paper.canvas.circle((x + 5) / PT, (paper.high - top - 5) / PT, 5 / PT, stroke=0, fill=1)
    paper.fit(x + 12, top + 2, width - 12, _name(d), size, "b", d.look.tint)
    return lines(d, x, top + 13, width, contact_lines(d), d.look.size * 0.85)


def _brand(d: Draft, x: float, top: float, width: float) -> float:
    size = d.rng.choice((14, 18, 24, 28))
    d.paper.fit(x, top, width, _name(d), size, d.rng.choice(("b", "b", "i")), d.look.tint)
    return top + size * PT * 1.4


def _typed(d: Draft, x: float, top: float, width: float) -> float:
    size, firm = d.look.size, d.bill.firm
    d.shown.add("biller")
    top = d.paper.fit(x, top, width, firm.legal, size * 1.2, "b")
    ids = [line for line in (firm.register, firm.vat) if line and d.chance(0.5)]
    return lines(d, x, top, width, [*contact_lines(d), *ids], size)


def _ranged(d: Draft, x: float, top: float, width: float) -> float:
    side = "r" if d.look.head == "right" else "c"
    at = x + width if side == "r" else x + width / 2
    size = float(d.rng.choice((13, 16, 20)))
    name = _name(d)
    size *= min(1, width / d.paper.width(name, size, "b"))
    top = d.paper.put(at, top, name, size, "b" + side, d.look.tint)
    return lines(d, at, top, width, contact_lines(d), d.look.size * 0.85, side)


def _band(d: Draft, x: float, top: float, width: float) -> float:
    end = d.paper.wide if x + width > d.paper.wide * 0.8 else x + width + 2
    d.paper.box(0, 0, end, top + 12, d.look.tint, "")
    d.paper.fit(x, top, width, _name(d), 18, "b", "#ffffff")
    return lines(
        d, x, top + 14, width, contact_lines(d) if d.chance(0.4) else [], d.look.size * 0.85
    )


def _shape(d: Draft, x: float, top: float, width: float) -> float:
    """A drawn mark without a letter: the name stands elsewhere only."""
    paper = d.paper
    for step in range(3):
        paper.canvas.setFillColor(d.look.tint if step % 2 == 0 else "#cccccc")
        left = (x + step * 7) / PT
        paper.canvas.rect(left, (paper.high - top - 12) / PT, 5 / PT, (8 + step * 2) / PT, 0, 1)
    if "biller" not in d.shown:
        d.trap("name_not_in_head")
    return lines(
        d, x, top + 14, width, d.bill.firm.lines if d.chance(0.5) else (), d.look.size * 0.85
    )


def _initials(d: Draft, x: float, top: float, width: float) -> float:
    paper, firm = d.paper, d.bill.firm
    paper.box(x, top, 14, 14, d.look.tint, "")
    letters = "".join(word[0] for word in firm.brand.replace("'", " ").split() if word[0].isalpha())
    paper.put(x + 7, top + 3.5, letters[:2].upper() or "A", 16, "bc", "#ffffff")
    d.shown.add("biller")
    paper.fit(x + 17, top + 1, width - 17, firm.legal, 11, "b")
    return lines(d, x + 17, top + 6, width - 17, contact_lines(d), d.look.size * 0.8)
