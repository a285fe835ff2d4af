"""Parts of a page: each draws at (x, top) within a width and returns the top of what follows."""

from collections.abc import Sequence

from samples.composed.draft import Draft, Rows
from samples.composed.paper import PT

GREY = "#666666"


def label_run(  # noqa: PLR0917
    d: Draft, x: float, top: float, text: str, size: float, style: str = ""
) -> None:
    """A label, on some bills with a gap within a word, as badly kerned fonts make it."""
    letters = text.replace(" ", "")
    if d.broken and len(letters) > 9 and style in ("", "b"):
        cut = d.rng.randrange(4, len(text) - 3)
        if text[cut] != " " and text[cut - 1] != " ":
            d.trap("broken_words")
            d.paper.put(x, top, text[:cut], size, style)
            left = x + d.paper.width(text[:cut], size, style) + size * 0.13
            d.paper.put(left, top, text[cut:], size, style)
            return
    d.paper.put(x, top, text, size, style)


def pairs(  # noqa: PLR0917
    d: Draft, x: float, top: float, width: float, rows: Rows, mode: str = ""
) -> float:
    """Labels with their values, in the way of this bill."""
    mode = mode or d.look.pairs
    if mode == "across":
        return _across(d, x, top, width, rows)
    if mode == "grid":
        return _cells(d, x, top, width, rows)
    draw = {"above": _above, "colon": _colon, "before": _before}.get(mode, _beside)
    size = d.look.size
    gap = max((d.paper.width(label, size) for label, _ in rows), default=0) + 5
    for row in rows:
        top = draw(d, x, top, (width, gap, mode), row)
    return top


Frame = tuple[float, float, str]


def _beside(d: Draft, x: float, top: float, frame: Frame, row: tuple[str, str]) -> float:
    width, gap, mode = frame
    size, (label, value) = d.look.size, row
    paper, room = d.paper, width - gap
    if room < paper.width(value, size, d.look.strong) or (mode == "right" and room < 10):
        return _above(d, x, top, frame, row)
    text = label + d.look.colon.replace(".", "")
    if mode == "ranged":
        paper.put(x + gap - 2, top, text, size, "r")
    else:
        label_run(d, x, top, text, size)
    if mode in ("beside", "ranged"):
        paper.put(x + gap, top, value, size, d.look.strong)
    else:
        paper.put(x + width, top, value, size, "r" + d.look.strong)
    if mode == "dots":
        start = x + paper.width(label, size) + 3
        end = x + width - paper.width(value, size, d.look.strong) - 2
        count = int((end - start) / paper.width(".", size) * 0.9)
        if count > 2:
            paper.put(start, top, "." * count, size, "", GREY)
    return top + size * PT * 1.45


def _above(d: Draft, x: float, top: float, frame: Frame, row: tuple[str, str]) -> float:
    size = d.look.size
    d.paper.fit(x, top, frame[0], row[0], size * 0.82, "", GREY)
    top = d.paper.fit(x, top + size * PT * 1.1, frame[0], row[1], size * 1.05, d.look.strong)
    return top + size * PT * 0.35


def _colon(d: Draft, x: float, top: float, frame: Frame, row: tuple[str, str]) -> float:
    mark = d.look.colon if d.look.colon not in ("", ".") else ":"
    text = f"{row[0]}{mark} {row[1]}"
    top = d.paper.fit(x, top, frame[0], text, d.look.size, d.look.strong)
    return top + d.look.size * PT * 0.15


def _before(d: Draft, x: float, top: float, frame: Frame, row: tuple[str, str]) -> float:
    size = d.look.size
    d.paper.fit(x, top, frame[0], row[1], size * 1.1, "b")
    wide = d.paper.width(row[1], size * 1.1, "b") + 3
    if wide + d.paper.width(row[0], size) > frame[0]:
        top += size * PT * 1.4
        wide = 0
    d.paper.fit(x + wide, top, frame[0] - wide, row[0], size, "", GREY)
    return top + size * PT * 1.5


def _across(d: Draft, x: float, top: float, width: float, rows: Rows) -> float:
    """Cells in one line: labels above values; framed on every other bill."""
    if not rows:
        return top
    size, each = d.look.size, width / len(rows)
    framed, middle = d.chance(0.5), d.chance(0.4)
    high = size * PT * 3.2
    for index, (label, value) in enumerate(rows):
        left = x + each * index
        if framed:
            d.paper.box(left, top, each, high, "", "#888888")
        at, side = (left + each / 2, "c") if middle else (left + 1.5, "")
        shrink = min(1.0, (each - 3) / max(d.paper.width(label, size * 0.8), 1))
        d.paper.put(at, top + size * PT * 0.35, label, size * 0.8 * shrink, side, GREY)
        narrow = min(1.0, (each - 3) / max(d.paper.width(value, size, "b"), 1))
        style = side + (d.look.strong if narrow == 1 else "")
        d.paper.put(at, top + size * PT * 1.75, value, size * narrow, style)
    return top + high + 2


def _cells(d: Draft, x: float, top: float, width: float, rows: Rows) -> float:
    """A ruled block of two columns."""
    size = d.look.size
    step = size * PT * 1.65
    half = width * 0.5
    for label, value in rows:
        d.paper.box(x, top, half, step, "#eeeeee" if d.look.table == "grid" else "", "#999999")
        d.paper.box(x + half, top, width - half, step, "", "#999999")
        d.paper.fit(x + 1, top + size * PT * 0.3, half - 2, label, size)
        d.paper.fit(x + half + 1, top + size * PT * 0.3, width - half - 2, value, size)
        top += step
    return top + 1


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


def lines(  # noqa: PLR0913, PLR0917
    d: Draft,
    x: float,
    top: float,
    width: float,
    strings: Sequence[str],
    size: float,
    style: str = "",
) -> float:
    """Lines below one another; `width` bounds them, r ends at x, c centres on x."""
    for string in strings:
        real = d.paper.width(string, size, style)
        top = d.paper.put(x, top, string, size * min(1, width / max(real, 1)), style)
    return top


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
    d.paper.box(0, 0, d.paper.wide, top + 12, d.look.tint, "")
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
