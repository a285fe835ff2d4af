"""All sets at a glance: accuracy by document and by family, and what "sure" is worth."""

from collections.abc import Sequence

from bench.sets import Set
from bench.tables import percent, table
from bench.tally import Row, percentile, tally, wilson_low
from bench.wholes import Whole, whole
from bench.yardstick import PRESENT

Measures = Sequence[tuple[Set, Sequence[Row]]]
"""Sets with what was measured of them."""


def overview(sets: Measures) -> str:
    """Accuracy of every set at a glance, with seconds and memory of a document."""
    names = (*PRESENT, "kind", "state", "label")
    lines = []
    for chosen, rows in sets:
        shares = [percent(tally(rows, field).accuracy) for field in names]
        all_right = percent(whole(rows, chosen.wholes[0]).share) if chosen.wholes else "–"
        lines.append([chosen.name, str(len(rows)), *shares, all_right, *costs(rows)])
    return table(["accuracy, %", "n", *names, "all right", "ms", "MB"], lines)


def overview_by_family(sets: Measures) -> str:
    """The same averaged over layouts, sellers or shops."""
    names = (*PRESENT, "kind", "state", "label")
    lines = []
    for chosen, rows in sets:
        families = len({item.family for item, _ in rows})
        shares = [percent(tally(rows, field).by_family) for field in names]
        all_right = percent(whole(rows, chosen.wholes[0]).by_family) if chosen.wholes else "–"
        lines.append([chosen.name, str(families), *shares, all_right])
    return table(["accuracy by family, %", "families", *names, "all right"], lines)


def costs(rows: Sequence[Row]) -> list[str]:
    """Median milliseconds of waiting and the most memory, in MB."""
    waits = [got.seconds for _, got in rows]
    peak = max((got.peak_mb for _, got in rows), default=0.0)
    return [f"{1000 * percentile(waits, 0.5):.0f}", f"{peak:.0f}"]


def sure_table(sets: Measures) -> str:
    """Documents with all of some fields right, and what "sure" of all of them is worth."""
    lines = []
    for chosen, rows in sets:
        for names in chosen.wholes:
            one = whole(rows, names)
            if one.total:
                lines.append([f"{chosen.name}: {', '.join(names)}", *whole_cells(one)])
    return table(["all right, %", *WHOLE_HEAD], lines)


WHOLE_HEAD = (
    "n",
    "right",
    "by family",
    "sure",
    "sure, %",
    "right of sure",
    "at least",
    "families wrong",
)


def whole_cells(one: Whole) -> list[str]:
    """One line of figures; "at least" is the lower end of the 95 % interval of "right of sure"."""
    return [
        str(one.total),
        percent(one.share),
        percent(one.by_family),
        f"{one.sure_right}/{one.sure}",
        percent(one.sure_share),
        percent(one.sure_precision),
        percent(wilson_low(one.sure_right, one.sure)),
        str(len(one.wrong_families)),
    ]
