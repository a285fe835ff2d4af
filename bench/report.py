"""What is told of one set: its fields, layouts, families, and what stands beside us."""

from collections.abc import Mapping, Sequence

from bench.items import FIELDS, Item
from bench.measure import Measured
from bench.sets import Set
from bench.tables import percent, table
from bench.tally import SURE, Row, percentile, tally, wilson_low
from bench.wholes import whole
from bench.yardstick import PRESENT, holds, largest_is_right


def fields_table(rows: Sequence[Row]) -> str:
    """Accuracy, precision and the worth of "sure" of each field that the set's truth holds."""
    lines = []
    for name in FIELDS:
        one = tally(rows, name)
        if one.has + one.none:
            counts = (one.has, one.none, one.invented, one.sure)
            low = wilson_low(one.sure_right, one.sure)
            worth = (one.sure_share, one.sure_precision, low)
            shares = (one.accuracy, one.by_family, one.precision, *worth)
            lines.append([name, *map(str, counts), *map(percent, shares)])
    head = [
        "field",
        "n",
        "none",
        "invented",
        f"sure ≥ {SURE}",
        "accuracy",
        "by family",
        "precision",
    ]
    return table([*head, "sure, %", "right of sure", "at least"], lines)


def summary(chosen: Set, rows: Sequence[Row]) -> str:
    """What is all right, errors, seconds and memory, in sentences."""
    errors = sum(bool(got.error or got.answer.get("error")) for _, got in rows)
    parts = [f"{len(rows)} documents, {errors} errors."]
    for names in chosen.wholes:
        one = whole(rows, names)
        if one.total:
            low = wilson_low(one.sure_right, one.sure)
            parts.append(
                f"All of {', '.join(names)} right: {one.right}/{one.total} ({percent(one.share)} %,"
                f" by family {percent(one.by_family)}); sure of all: {one.sure}, right"
                f" {one.sure_right} (95 % lower bound {percent(low)} %)."
            )
    return " ".join([*parts, _cost(rows)])


def _cost(rows: Sequence[Row]) -> str:
    waits, cpu = [got.seconds for _, got in rows], [got.cpu for _, got in rows]
    return (
        f"One core, a document: median {percentile(waits, 0.5):.3f} s, p95 {percentile(waits, 0.95):.3f} s,"
        f" worst {max(waits, default=0.0):.3f} s (of CPU: median {percentile(cpu, 0.5):.3f} s)."
        f" Peak memory: {max((got.peak_mb for _, got in rows), default=0.0):.0f} MB."
    )


def kept_out_table(rows: Sequence[Row], names: Sequence[str]) -> str:
    """One line a family of layouts held out: all right, sure, right of sure."""
    lines = []
    for family in sorted({item.family for item, _ in rows}):
        part = [(item, got) for item, got in rows if item.family == family]
        one = whole(part, names)
        each = [percent(tally(part, name).accuracy) for name in names]
        sure = (f"{one.sure}", percent(one.sure_precision))
        lines.append([family, str(one.total), *each, percent(one.share), *sure])
    return table(["family", "n", *names, "all right", "sure", "right of sure"], lines)


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


def peer_table(chosen: Set, rows: Sequence[Row], peers: Mapping[str, Sequence[Row]]) -> str:
    """Us beside the peer in each of its ways: accuracy / precision of each field, seconds, memory."""
    parts = [rows, *peers.values()]
    lines = []
    for name in (*PRESENT[:2], "currency", *PRESENT[2:]):
        tallies = [tally(part, name) for part in parts]
        if tallies[0].has:
            shares = [f"{percent(one.accuracy)} / {percent(one.precision)}" for one in tallies]
            lines.append([name, *shares])
    for names in chosen.wholes[:2]:
        if "state" not in names and whole(rows, names).total:
            shares = [percent(whole(part, names).share) for part in parts]
            lines.append([f"all of {', '.join(names)}", *shares])
    waits = [percentile([got.seconds for _, got in part], 0.5) for part in parts]
    lines.append(["seconds, median", *(f"{wait:.3f}" for wait in waits)])
    peaks = [max((got.peak_mb for _, got in part), default=0.0) for part in parts]
    lines.append(["peak memory, MB", *(f"{peak:.0f}" for peak in peaks)])
    heads = ["Facteur", *(f"invoice2data, {way}" for way in peers)]
    return table(["accuracy / precision, %", *heads], lines)
