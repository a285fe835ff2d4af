"""The figures as Markdown tables, the same on the screen and in RESULTS.md."""

from collections.abc import Iterable, Sequence

from bench.items import FIELDS, Item
from bench.measure import Measured
from bench.tally import SURE, Row, all_three, percentile, tally, wilson_low
from bench.yardstick import PRESENT, holds, largest_is_right


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its first column to the left, the others to the right, padded."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]

    def line_of(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return "| " + " | ".join(padded) + " |"

    rule = "|" + "|".join(
        ("-" * (w + 1) + ":") if i else "-" * (w + 2) for i, w in enumerate(widths)
    )
    return "\n".join([line_of(lines[0]), rule + "|", *map(line_of, lines[1:])])


def percent(share: float | None) -> str:
    """One decimal, or a dash for nothing."""
    return "–" if share is None else f"{100 * share:.1f}"


def overview(sets: Iterable[tuple[str, Sequence[Row]]]) -> str:
    """Accuracy of every set at a glance, with CPU and memory of a document."""
    names = (*PRESENT, "kind", "label")
    lines = []
    for name, rows in sets:
        three = all_three(rows)
        shares = [percent(tally(rows, field).accuracy) for field in names]
        cpu = percentile([got.cpu for _, got in rows], 0.5)
        peak = max((got.peak_mb for _, got in rows), default=0.0)
        all_right = percent(three.right / three.total) if three.total else "–"
        costs = [f"{1000 * cpu:.0f}", f"{peak:.0f}"]
        lines.append([name, str(len(rows)), *shares, all_right, *costs])
    return table(["accuracy, %", "n", *names, "all three", "CPU ms", "MB"], lines)


def fields_table(rows: Sequence[Row]) -> str:
    """Accuracy, precision and the worth of "sure" of each field that the set's truth holds."""
    lines = []
    for name in FIELDS:
        one = tally(rows, name)
        if one.has + one.none:
            counts = (one.has, one.none, one.invented, one.sure)
            shares = (one.accuracy, one.by_family, one.precision, one.sure_precision)
            lines.append([name, *map(str, counts), *map(percent, shares)])
    counts_head = ["field", "n", "none", "invented", f"sure ≥ {SURE}"]
    return table([*counts_head, "accuracy", "by family", "precision", "right of sure"], lines)


def summary(rows: Sequence[Row]) -> str:
    """All three right, straight-through share, errors, seconds and memory, in sentences."""
    three = all_three(rows)
    seconds = [got.seconds for _, got in rows]
    cpu = [got.cpu for _, got in rows]
    errors = sum(bool(got.error or got.answer.get("error")) for _, got in rows)
    low = wilson_low(three.sure_right, three.sure)
    parts = [f"{len(rows)} documents, {errors} errors."]
    if three.total:
        parts.append(
            f"Biller, amount and due date all right: {three.right}/{three.total}"
            f" ({percent(three.right / three.total)} %); sure of all three: {three.sure},"
            f" right {three.sure_right} (95 % lower bound {percent(low)} %)."
        )
    parts.append(
        f"CPU a document: median {percentile(cpu, 0.5):.3f} s, p95 {percentile(cpu, 0.95):.3f} s;"
        f" worst wait {max(seconds, default=0.0):.3f} s."
        f" Peak memory: {max((got.peak_mb for _, got in rows), default=0.0):.0f} MB."
    )
    return " ".join(parts)


def layouts_table(rows: Sequence[Row]) -> str:
    """Accuracy by template layout, "" for a set with only one."""
    layouts = sorted({item.layout for item, _ in rows if item.layout})
    if len(layouts) < 2:
        return ""
    names = [name for name in PRESENT if tally(rows, name).has]
    lines = []
    for layout in layouts:
        part = [(item, got) for item, got in rows if item.layout == layout]
        lines.append(
            [layout, str(len(part)), *(percent(tally(part, name).accuracy) for name in names)]
        )
    return table(["layout", "documents", *names], lines)


def families_table(rows: Sequence[Row], names: Sequence[str]) -> str:
    """The families with a mistake, and how many of their documents are right."""
    families = sorted({item.family for item, _ in rows})
    lines = []
    for family in families:
        part = [(item, got) for item, got in rows if item.family == family]
        tallies = [tally(part, name) for name in names]
        if any(one.right < one.has or one.invented for one in tallies):
            lines.append([family, *(f"{one.right}/{one.has}" for one in tallies)])
    return table(["family with a mistake", *names], lines) if lines else ""


def yardstick_table(rows: Sequence[Row], plain: Sequence[tuple[Item, Measured]]) -> str:
    """Us beside pdfplumber's plain text: seconds, values found against values merely present."""
    lines = []
    for name in PRESENT:
        marks = [mark for item, got in plain if (mark := holds(item, got, name)) is not None]
        if marks:
            present = percent(sum(marks) / len(marks))
            lines.append([name, percent(tally(rows, name).accuracy), present])
    largest = [mark for item, got in plain if (mark := largest_is_right(item, got)) is not None]
    if largest:
        ours = percent(tally(rows, "amount").accuracy)
        lines.append(["amount = largest number", ours, percent(sum(largest) / len(largest))])
    for share, label in ((0.5, "median"), (0.95, "p95")):
        mine = percentile([got.cpu for _, got in rows], share)
        theirs = percentile([got.cpu for _, got in plain], share)
        lines.append([f"seconds of CPU, {label}", f"{mine:.3f}", f"{theirs:.3f}"])
    peak = [max((got.peak_mb for _, got in part), default=0.0) for part in (rows, plain)]
    lines.append(["peak memory, MB", f"{peak[0]:.0f}", f"{peak[1]:.0f}"])
    return table(["", "read by Facteur", "in pdfplumber's plain text"], lines)
