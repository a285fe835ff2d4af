"""Label-value pairs and tables in a flow."""

from collections.abc import Sequence

from samples.composed.paper import PT
from samples.papers.flow import GREY, Flow

Rows = Sequence[tuple[str, str]]


def pairs(f: Flow, rows: Rows, mode: str) -> None:
    """Labels with their values: beside, right, dots, colon, above, cells, across."""
    if mode == "across":
        _across(f, rows)
        return
    size = f.look.size
    gap = max((f.paper.width(label, size) for label, _ in rows), default=0) + 5
    room = f.width - min(gap, f.width * 0.55)
    tight = any(f.paper.width(value, size) > room for _, value in rows)
    draw = {"colon": _colon, "above": _above, "cells": _cell}.get(mode, _beside)
    if draw is _beside and tight:
        draw = _colon
    for label, value in rows:
        f.room(size * PT * 2.7)
        draw(f, label, value, (f.width - room, mode))
    f.gap(0.6)


def _beside(f: Flow, label: str, value: str, frame: tuple[float, str]) -> None:
    size, (gap, mode) = f.look.size, frame
    text = label + f.look.colon
    f.paper.fit(f.x, f.top, gap - 2, text, size)
    if mode == "beside":
        f.paper.put(f.x + gap, f.top, value, size)
    else:
        f.paper.put(f.x + f.width, f.top, value, size, "r")
    if mode == "dots":
        start = f.x + min(f.paper.width(text, size), gap) + 3
        room = f.x + f.width - f.paper.width(value, size) - 3 - start
        count = int(room / f.paper.width(".", size) * 0.9)
        if count > 2:
            f.paper.put(start, f.top, "." * count, size, "", GREY)
    f.top += size * PT * 1.45


def _colon(f: Flow, label: str, value: str, _: tuple[float, str]) -> None:
    f.line(f"{label}{f.look.colon or ':'} {value}")
    f.gap(0.1)


def _above(f: Flow, label: str, value: str, _: tuple[float, str]) -> None:
    size = f.look.size
    f.paper.fit(f.x, f.top, f.width, label, size * 0.8, "", GREY)
    f.paper.fit(f.x, f.top + size * PT * 1.1, f.width, value, size, "b")
    f.top += size * PT * 2.7


def _cell(f: Flow, label: str, value: str, _: tuple[float, str]) -> None:
    size, half = f.look.size, f.width * 0.48
    step = size * PT * 1.65
    f.paper.box(f.x, f.top, half, step, "#eeeeee", "#999999")
    f.paper.box(f.x + half, f.top, f.width - half, step, "", "#999999")
    f.paper.fit(f.x + 1, f.top + size * PT * 0.3, half - 2, label, size)
    f.paper.fit(f.x + half + 1, f.top + size * PT * 0.3, f.width - half - 2, value, size)
    f.top += step


def _across(f: Flow, rows: Rows) -> None:
    """Up to four cells in a line, labels above values."""
    size, most = f.look.size, 4 if f.width > 120 else 2
    framed = f.chance(0.5)
    for start in range(0, len(rows), most):
        part = rows[start : start + most]
        each, high = f.width / len(part), size * PT * 3.2
        f.room(high + 2)
        for index, (label, value) in enumerate(part):
            left = f.x + each * index
            if framed:
                f.paper.box(left, f.top, each, high, "", "#888888")
            f.paper.fit(left + 1.5, f.top + size * PT * 0.35, each - 3, label, size * 0.8, "", GREY)
            f.paper.fit(left + 1.5, f.top + size * PT * 1.7, each - 3, value, size, "b")
        f.top += high + 2
    f.gap(0.4)


def _widths(f: Flow, head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """The first column takes what the others leave, at least a third (a sixth when many)."""
    size = f.look.size
    found = [
        max([f.paper.width(head[i], size, "b"), *(f.paper.width(r[i], size) for r in rows)]) + 3.5
        for i in range(len(head))
    ]
    widest = max(range(len(found)), key=lambda i: found[i])
    others = sum(found) - found[widest]
    least = 0.3 if len(found) < 5 else 0.2
    shrink = min(1.0, f.width * (1 - least) / others) if others else 1.0
    found = [w * shrink for w in found]
    found[widest] = f.width - sum(w for i, w in enumerate(found) if i != widest)
    return found


def _sides(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns whose cells begin or end with a figure and are short stand at the right."""
    sides = []
    for index in range(len(rows[0])):
        cells = [row[index] for row in rows if row[index]]
        short = all(len(c) < 16 and any(k.isdigit() for k in c) for c in cells)
        sides.append("r" if index and cells and short else "")
    return sides


def table(f: Flow, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table in the look of this paper."""
    size, ruled, sides = f.look.size, f.look.table, _sides(rows)
    wide, step = _widths(f, head, rows), size * PT * 1.6
    f.room(step * 3)
    if any(head):
        ground = {"grid": "#e4e4e4", "zebra": f.look.tint, "box": "#d9e2ec"}.get(ruled, "")
        f.paper.box(f.x, f.top, f.width, step, ground, "")
        _cells(f, wide, head, sides, ("b", "#ffffff" if ruled == "zebra" else "#000000"))
        f.top += step
        if ruled in ("rules", "lined"):
            f.paper.rule(f.x, f.top, f.x + f.width, f.look.tint)
    for index, row in enumerate(rows):
        f.room(step)
        if ruled == "zebra" and index % 2:
            f.paper.box(f.x, f.top, f.width, step, "#f0f0f0", "")
        if ruled in ("box", "grid"):
            f.paper.box(f.x, f.top, f.width, step, "", "#aaaaaa")
        _cells(f, wide, row, sides, ("", "#000000"))
        f.top += step
        if ruled == "lined":
            f.paper.rule(f.x, f.top, f.x + f.width, "#bbbbbb")
    f.top += 1.5


def _cells(
    f: Flow,
    wide: Sequence[float],
    cells: Sequence[str],
    sides: Sequence[str],
    paint: tuple[str, str],
) -> None:
    x, size = f.x, f.look.size
    for width, cell, side in zip(wide, cells, sides, strict=True):
        if cell:
            real = f.paper.width(cell, size, paint[0])
            fits = size * min(1, (width - 2) / max(real, 0.1))
            at = x + width - 1 if side else x + 1
            f.paper.put(at, f.top + size * PT * 0.3, cell, fits, paint[0] + side, paint[1])
        x += width
