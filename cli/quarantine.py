"""`facteur quarantine`: what could not be fetched or read, kept and explained."""

from typing import Annotated

import typer

from cli.options import Json, LangName
from cli.wired_door import wired_door
from flow.quarantine_told import list_quarantine, try_again
from models.words import mark


def quarantine(
    retry: Annotated[
        int | None, typer.Option("--retry", help=mark("Try this one again at the next sync."))
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """List the mail that could not be read; nothing of it is lost."""
    with wired_door(lang, as_json) as (out, wiring):
        if retry is not None:
            try_again(wiring, retry)
            out.emit({"id": retry, "released": True})
            out.say(mark("It will be tried again at the next sync."))
            return
        rows = list_quarantine(wiring)
        for row in rows:
            out.emit(row.as_json())
        if not rows:
            out.say(mark("Nothing is set aside: every mail was read."))
            return
        out.table(
            (mark("Id"), mark("Where"), mark("Subject"), mark("Reason"), mark("Tried")),
            [(str(r.id), r.where, r.subject, r.reason(out.lang), str(r.attempts)) for r in rows],
        )
