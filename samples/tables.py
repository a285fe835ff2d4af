"""Tables and label-value pairs, in the several ways bills print them."""

from collections.abc import Sequence

from samples.page import Sheet

Rows = Sequence[Sequence[str]]


def table(  # noqa: PLR0913, PLR0917
    sheet: Sheet,
    x: float,
    y: float,
    widths: Sequence[float],
    head: Sequence[str],
    rows: Rows,
    align: str = "",
    look: str = "rules",
    ink: str = "#333333",
    size: float = 8,
) -> float:
    """Columns of `widths` mm; align one letter a column; looks grid, rules, zebra, plain.

    Rows whose first cell starts with "*" are printed bold (totals). Returns the next y.
    """
    step, whole = size * 0.6, sum(widths)
    align = align or "l" + "r" * (len(widths) - 1)
    if head:
        ground = {"grid": "#e4e4e4", "zebra": ink}.get(look, "")
        sheet.box(x, y - step * 0.7, whole, step, ground, "")
        _row(sheet, x, y, widths, head, align, size, "b", "#ffffff" if look == "zebra" else ink)
        if look == "rules":
            sheet.rule(x, y + step * 0.3, x + whole, ink)
        y += step
    top = y - step * 0.7
    for index, row in enumerate(rows):
        if look == "zebra" and index % 2:
            sheet.box(x, y - step * 0.7, whole, step, "#f0f0f0", "")
        strong = "b" if row[0].startswith("*") else ""
        _row(sheet, x, y, widths, [row[0].lstrip("*"), *row[1:]], align, size, strong, "#000000")
        if look == "grid":
            sheet.rule(x, y + step * 0.3, x + whole, "#999999")
        y += step
    if look == "grid":
        sheet.box(x, top, whole, y - step * 0.7 - top, line="#666666")
    elif look == "rules":
        sheet.rule(x, y - step * 0.6, x + whole, ink)
    return y


def _row(  # noqa: PLR0913, PLR0917
    sheet: Sheet,
    x: float,
    y: float,
    widths: Sequence[float],
    cells: Sequence[str],
    align: str,
    size: float,
    style: str,
    ink: str,
) -> None:
    for width, cell, side in zip(widths, cells, align, strict=False):
        at = {"l": x + 1, "r": x + width - 1, "c": x + width / 2}[side]
        sheet.text(at, y, cell, size, style + side, ink)
        x += width


def pairs(  # noqa: PLR0913, PLR0917
    sheet: Sheet,
    x: float,
    y: float,
    rows: Rows,
    gap: float = 40,
    mode: str = "beside",
    size: float = 9,
    style: str = "",
) -> float:
    """Labels with their values; returns the next y.

    beside: value starts at x + gap; right: value ends at x + gap; colon: "label : value" in one
    run; above: the label over its value; across: labels in one line, values in the next;
    before: the value at x, its label at x + gap.
    """
    step = size * 0.52
    if mode == "across":
        for index, (label, value) in enumerate(rows):
            sheet.text(x + gap * index, y, label, size * 0.85, "", "#555555")
            sheet.text(x + gap * index, y + step, value, size, style)
        return y + 2 * step
    for label, value in rows:
        if mode == "colon":
            sheet.text(x, y, f"{label} : {value}" if gap else f"{label}: {value}", size, style)
        elif mode == "above":
            sheet.text(x, y, label, size * 0.8, "", "#666666")
            y += step
            sheet.text(x, y, value, size * 1.1, "b")
            y += step * 0.3
        elif mode == "before":
            sheet.text(x, y, value, size, style)
            sheet.text(x + gap, y, label, size)
        else:
            sheet.text(x, y, label, size)
            sheet.text(x + gap, y, value, size, style + ("r" if mode == "right" else ""))
        y += step
    return y
