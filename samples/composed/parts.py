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
    """Cells in one line: labels above values; framed on every other bill, long labels in two."""
    if not rows:
        return top
    size, each, paper = d.look.size, width / len(rows), d.paper
    framed, middle = d.chance(0.5), d.chance(0.4)
    labels = [paper.wrapped(each - 3, label, size * 0.8)[:3] for label, _ in rows]
    deep = max(len(label) for label in labels)
    high = size * PT * (2.2 + 1.05 * deep)
    for index, (label, (_, value)) in enumerate(zip(labels, rows, strict=True)):
        left = x + each * index
        if framed:
            paper.box(left, top, each, high, "", "#888888")
        at, side = (left + each / 2, "c") if middle else (left + 1.5, "")
        for line, text in enumerate(label):
            shrink = min(1.0, (each - 3) / max(paper.width(text, size * 0.8), 1))
            lower = top + size * PT * (0.35 + 1.05 * line)
            paper.put(at, lower, text, size * 0.8 * shrink, side, GREY)
        narrow = min(1.0, (each - 3) / max(paper.width(value, size, "b"), 1))
        style = side + (d.look.strong if narrow == 1 else "")
        paper.put(at, top + size * PT * (0.7 + 1.05 * deep), value, size * narrow, style)
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


def closing(d: Draft, x: float, top: float, size: float) -> float:
    """The last words of a letter, on some with who signs and in which office."""
    top = d.paper.put(x, top, d.say("signoff"), size)
    if d.chance(0.4):
        d.trap("clerk")
        top = d.paper.put(x, top + d.rng.choice((0.5, 4)), d.values["clerk_name"], size)
        if d.chance(0.5):
            top = d.paper.put(x, top, d.say("role"), size)
    return top
