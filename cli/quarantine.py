"""`facteur quarantine`: what could not be fetched or read, kept and explained."""

from typing import Annotated

import typer

from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.quarantine_told import SetAside, list_quarantine, try_again
from models.words import Lang, mark


def quarantine(
    retry: Annotated[
        list[int] | None,
        typer.Option("--retry", help=mark("Try this one again at the next sync; may be repeated.")),
    ] = None,
    retry_all: Annotated[
        bool, typer.Option("--retry-all", help=mark("Try all of them again at the next sync."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """List the mail that could not be read; nothing of it is lost."""
    with wired_door(lang, as_json) as (out, wiring):
        if retry or retry_all:
            _try_again(out, try_again(wiring, None if retry_all else retry))
            return
        rows = list_quarantine(wiring)
        for row in rows:
            out.emit(row.as_json())
        if not rows:
            out.say(mark("Nothing is set aside: every mail was read."))
            return
        heads = (
            mark("Id"), mark("Where"), mark("Subject"), mark("Reason"), mark("Tried"), mark("Next try"),
        )  # fmt: skip
        out.table(heads, [_cells(row, out.lang) for row in rows])
        out.say(mark("`facteur quarantine --retry ID` tries one of them at the next sync."))


def _try_again(out: Out, numbers: list[int]) -> None:
    for number in numbers:
        out.emit({"id": number, "released": True})
    if numbers:
        out.say(mark("Tried again at the next sync: {count}."), count=len(numbers))
    else:
        out.say(mark("Nothing is set aside: every mail was read."))


def _cells(row: SetAside, lang: Lang) -> tuple[str, ...]:
    """A row of the table; the next try in the machine's own time."""
    again = f"{row.next_try.astimezone():%Y-%m-%d %H:%M}" if row.next_try else "–"
    return str(row.id), row.where, row.subject, row.reason(lang), str(row.attempts), again
