"""`facteur journal`: who did what and when, and the proof that no line was changed."""

from typing import Annotated, Literal

import typer

from cli.options import Json, LangName
from cli.wired_door import wired_door
from flow.journal_told import last_lines, state_of_journal
from models.words import mark


def journal(
    action: Annotated[
        Literal["verify", "list"],
        typer.Argument(help=mark("verify: check every line; list: print the last ones.")),
    ] = "verify",
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Check the journal of all actions line by line, or print its end."""
    with wired_door(lang, as_json) as (out, wiring):
        if action == "list":
            lines = last_lines(wiring)
            for line in lines:
                out.emit(line)
            heads = (mark("When"), mark("Who"), mark("What"), mark("On what"), mark("Where"))
            out.table(heads, [tuple(line[key] for key in _COLUMNS) for line in lines])
            return
        told = state_of_journal(wiring)
        out.emit({"ok": True, "lines": told.lines, "last": told.last})
        if told.lines:
            words = mark("{count} lines, unchanged. The last one: {hash}")
        else:
            words = mark("The journal is empty: nothing was done yet.")
        out.say(words, count=told.lines, hash=told.last)


_COLUMNS = ("at", "who", "what", "on_what", "where")
