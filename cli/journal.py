"""`facteur journal`: who did what and when, and the proof that no line was changed."""

from typing import Annotated, Literal

import typer

from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.journal_told import ToldLine, last_lines, state_of_journal
from models.words import mark

_HEADS = (mark("When"), mark("Who"), mark("What"), mark("On what"), mark("Amount"))
_UNCHANGED = mark("{count} lines, unchanged. The last one: {hash}")
_EMPTY = mark("The journal is empty: nothing was done yet.")


def journal(
    action: Annotated[
        Literal["verify", "list"],
        typer.Argument(help=mark("verify: check every line; list: print the last ones.")),
    ] = "verify",
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Check the journal of all actions line by line, or print its end."""
    with wired_door(lang, as_json, reads=True) as (out, wiring):
        if action == "list":
            lines = last_lines(wiring)
            for line in lines:
                out.emit(dict(line.row))
            if not lines:
                out.say(_EMPTY)
                return
            out.table(_HEADS, [_row(out, line) for line in lines], right=4)
            return
        told = state_of_journal(wiring)
        out.emit({"ok": True, "lines": told.lines, "last": told.last})
        out.say(_UNCHANGED if told.lines else _EMPTY, count=told.lines, hash=told.last)


def _row(out: Out, line: ToldLine) -> tuple[str, ...]:
    """The moment is of this machine's own clock; who speaks of themselves reads "you"."""
    what, rail = out.words(line.what), out.words(line.rail)
    return (
        f"{line.at.astimezone():%Y-%m-%d %H:%M}",
        line.who or out.words(mark("you")),
        f"{what} ({rail})" if rail else what,
        line.thing.told(out.lang),
        out.amount(line.amount) if line.amount is not None else "",
    )
