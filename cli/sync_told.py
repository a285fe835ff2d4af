"""What a sync did, at its end: the counts, bills that may be one, and answers that came."""

from collections.abc import Mapping

from cli.beside_shown import say_pairs
from cli.output import Out
from flow.counts import Mark, alike_since, answered_since
from flow.wiring import Wiring
from models.words import mark

Report = Mapping[str, int | float]


def tell_synced(out: Out, wiring: Wiring, report: Report, before: Mark, *, heard: bool) -> None:
    """Tells what came since `before`. heard: an account answered, or something was done without."""
    alike = alike_since(wiring, before)
    out.emit({**report, "alike": [list(pair) for pair in alike]})
    if heard:
        _say(out, report)
    say_pairs(out, alike)
    for bill in answered_since(wiring, before):
        out.say(mark("An answer came about bill {id}: `facteur ask {id} --thread`."), id=bill)


def _say(out: Out, report: Report) -> None:
    out.say(
        mark(
            "{seen} messages seen, {new} new: {bills} bills, {filed} filed, {quarantined} set aside."
        ),
        **report,
    )
    if report["quarantined"]:
        out.say(mark("`facteur quarantine` says what could not be read, and why."))
    out.say(mark("Next: `facteur list` shows your bills, `facteur undo` takes a filing back."))
