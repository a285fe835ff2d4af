"""Pieces of a paper: facts, points, tables, sums, forms and boxes, drawn into a flow."""

from collections.abc import Callable, Sequence

from samples.composed.paper import PT
from samples.papers.flow import GREY, Flow
from samples.papers.grids import pairs, table
from samples.papers.texts import Block


def _title(f: Flow, block: Block) -> None:
    title(f, block, f.look.size * 1.3)


def title(f: Flow, block: Block, size: float, style: str = "b") -> None:
    """What the paper is."""
    text = f.v.fill(f.rng.choice(block.members))
    ink = f.look.tint if f.chance(0.6) else "#000000"
    f.prose(text.upper() if f.look.caps else text, size, style, ink)
    f.gap(0.4)


def facts(f: Flow, blocks: Sequence[Block], mode: str = "") -> None:
    """Labels with their values; a few are left out."""
    rows = []
    for block in blocks:
        kept = [m for index, m in enumerate(block.members) if index < 2 or f.chance(0.75)]
        if f.chance(0.35):
            f.rng.shuffle(kept)
        rows += [_row(f, member) for member in kept]
    pairs(f, rows, mode or f.look.pairs)


def _row(f: Flow, member: str) -> tuple[str, str]:
    label, _, value = member.partition("=")
    shown = f.v.fill(f.rng.choice(label.split("/")))
    return shown.upper() if f.look.caps else shown, f.v.fill(value)


def _prose(f: Flow, block: Block) -> None:
    f.prose(f.v.fill(f.rng.choice(block.members), prose=True))
    f.gap(0.45)


def _maybe(f: Flow, block: Block) -> None:
    if f.chance(0.5):
        _prose(f, block)


def _heading(f: Flow, block: Block) -> None:
    f.gap(0.3)
    f.room(f.look.size * PT * 5)
    text = f.v.fill(f.rng.choice(block.members))
    f.line(text, f.look.size * 1.12, "b", f.look.tint if f.chance(0.5) else "#000000")
    f.gap(0.15)


def _small(f: Flow, block: Block) -> None:
    f.gap(0.3)
    f.prose(
        f.v.fill(f.rng.choice(block.members), prose=True), max(6.0, f.look.size * 0.75), "", GREY
    )


def _points(f: Flow, block: Block) -> None:
    count = f.rng.randrange(max(1, (len(block.members) + 1) // 2), len(block.members) + 1)
    size = f.look.size
    for member in f.rng.sample(block.members, count):
        lines = f.paper.wrapped(f.width - 4, f.v.fill(member, prose=True), size)
        f.room(size * PT * 1.28)
        f.paper.put(f.x, f.top, f.look.bullet, size)
        for line in lines:
            f.room(size * PT * 1.28)
            f.paper.fit(f.x + 4, f.top, f.width - 4, line, size)
            f.top += size * PT * 1.28
    f.gap(0.5)


def _table(f: Flow, block: Block) -> None:
    count, head, *pool = block.members
    low, _, high = count.partition("-")
    kept = _drawn(f, pool, f.rng.randrange(int(low), int(high or low) + 1))
    f.v.fresh = True
    cells = [[f.v.fill(cell) for cell in row.split("~")] for row in kept]
    names = [f.v.fill(f.rng.choice(cell.split("/"))).strip() for cell in head.split("~")]
    f.v.fresh = False
    table(f, names, cells)
    f.gap(0.5)


def _drawn(f: Flow, pool: Sequence[str], wanted: int) -> list[str]:
    """That many rows; rows that name one thing come once and in order."""
    if "{" in pool[0].split("~")[0] + pool[-1].split("~")[0] or "#" in pool[0].split("~")[0]:
        return [f.rng.choice(pool) for _ in range(wanted)]
    places = f.rng.sample(range(len(pool)), min(wanted, len(pool)))
    return [pool[place] for place in sorted(places)]


def _sums(f: Flow, block: Block) -> None:
    size, wide = f.look.size, min(f.width, f.rng.choice((68, 78, 90)))
    for index, member in enumerate(block.members):
        label, value = _row(f, member)
        strong = "b" if index == len(block.members) - 1 else ""
        f.room(size * PT * 1.6)
        left, real = f.x + f.width - wide, f.paper.width(value, size, strong)
        f.paper.fit(left, f.top, wide - real - 4, label, size, strong)
        f.paper.put(f.x + f.width, f.top, value, size, "r" + strong)
        f.top += size * PT * 1.6
    f.gap(0.6)


def _form(f: Flow, block: Block) -> None:
    size, boxed = f.look.size, f.chance(0.5)
    for member in block.members:
        label = f.v.fill(member) + f.look.colon
        high = size * PT * (2.4 if boxed else 2.0)
        f.room(high)
        real = min(f.paper.width(label, size), f.width * 0.55)
        f.paper.fit(f.x, f.top + size * PT * 0.5, f.width * 0.55, label, size)
        if boxed:
            f.paper.box(f.x + real + 3, f.top, f.width - real - 3, high * 0.82, "", "#999999")
        else:
            f.paper.rule(f.x + real + 3, f.top + size * PT * 1.6, f.x + f.width, "#777777")
        f.top += high
    f.gap(0.6)


def _options(f: Flow, block: Block) -> None:
    size = f.look.size
    ticked = f.rng.randrange(-1, len(block.members))
    for index, member in enumerate(block.members):
        f.room(size * PT * 1.7)
        side = size * PT * 0.85
        fill = f.look.tint if index == ticked else ""
        f.paper.box(f.x, f.top + size * PT * 0.1, side, side, fill, "#333333")
        f.paper.fit(f.x + side + 2, f.top, f.width - side - 2, f.v.fill(member, prose=True), size)
        f.top += size * PT * 1.6
    f.gap(0.5)


def _box(f: Flow, block: Block) -> None:
    size = f.rng.choice((12.0, 14.0, 16.0, 20.0))
    text = f.v.fill(f.rng.choice(block.members))
    lines = f.paper.wrapped(f.width - 8, text, size, "b")
    high = len(lines) * size * PT * 1.28 + 5
    f.room(high + 3)
    fill = f.rng.choice(("", "#eef3f8", "#f7f3e8", f.look.tint))
    f.paper.box(f.x, f.top, f.width, high, fill, "" if fill else f.look.tint, f.rng.choice((0, 2)))
    ink = "#ffffff" if fill == f.look.tint else "#000000"
    at = f.top + 3
    for line in lines:
        real = f.paper.width(line, size, "b")
        fits = size * min(1, (f.width - 8) / max(real, 0.1))
        at = f.paper.put(f.x + f.width / 2, at, line, fits, "bc", ink)
    f.top += high
    f.gap(0.8)


def _signature(f: Flow, block: Block) -> None:
    f.gap(0.6)
    for line in f.v.fill(f.rng.choice(block.members)).split(" / "):
        f.line(line)
        f.gap(f.rng.choice((0.0, 0.0, 1.2)))


DRAWERS: dict[str, Callable[[Flow, Block], None]] = {
    "#": _title, ">": _prose, "?": _maybe, "h": _heading, "!": _small, "-": _points, "t": _table,
    "s": _sums, "f": _form, "o": _options, "$": _box, "x": _signature,
    "&": lambda f, block: facts(f, [block]),
}  # fmt: skip


def body(f: Flow, blocks: Sequence[Block]) -> None:
    """The blocks one below the other."""
    last = len(blocks) - 1
    for index, block in enumerate(blocks):
        if index == last and block.mark == "x":
            _extra(f)
        DRAWERS[block.mark](f, block)
    if not blocks or blocks[-1].mark != "x":
        _extra(f)
    if f.v.formal and f.chance(0.14):
        _conditions(f)


def _conditions(f: Flow) -> None:
    """General conditions, on the back or at the foot."""
    if f.chance(0.6):
        f.index, f.top = len(f.columns) - 1, f.bottom + 1
    f.gap(1)
    base, size = f.v.text.base, max(6.0, f.look.size * f.rng.choice((0.75, 0.85)))
    f.line(f.v.fill(f.rng.choice(base["gtc_title"])), size * 1.2, "b")
    clauses = f.rng.sample(base["gtc"], f.rng.randrange(3, len(base["gtc"]) + 1))
    for number, clause in enumerate(clauses, 1):
        f.prose(f"{number}. {f.v.fill(clause, prose=True)}", size, "", GREY)


def _extra(f: Flow) -> None:
    """Sentences that stand on papers of any kind, bills too."""
    more = f.v.text.base["extra"] if f.v.formal else ()
    size = f.look.size * f.rng.choice((0.8, 0.9, 1.0))
    for said in f.rng.sample(more, min(len(more), f.rng.choice((0, 0, 1, 2, 3, 5)))):
        f.gap(0.4)
        f.prose(f.v.fill(said, prose=True), size)
