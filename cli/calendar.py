"""`facteur calendar`: the due dates as a calendar, in a file or behind a secret address."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer
from sqlalchemy.orm import Session

from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.feed import FeedRow, calendar_of, close_address, feed_row, new_address
from flow.pages_here import link_here
from flow.reminding.people import Someone
from flow.reminding.reasons import people_named
from flow.wiring import Wiring
from models.database import reading
from models.errors.files import FileUnwritable
from models.words import mark

PATH = "/calendar/{secret}.ics"
"""Where `facteur serve` answers with it."""


def calendar(
    action: Annotated[
        Literal["address", "close"] | None,
        typer.Argument(
            help=mark("address: make a new secret address; close: show the calendar to nobody.")
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--out", help=mark("Write the calendar to this file, as due.ics.")),
    ] = None,
    to: Annotated[str, typer.Option("--to", help=mark("Whose calendar; yours without it."))] = "me",
    amounts: Annotated[
        bool, typer.Option("--amounts", help=mark("With amounts: calendars are seen by many."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show due dates in your calendar: a file, or an address to subscribe to."""
    with wired_door(lang, as_json) as (out, wiring):
        now = datetime.now(UTC)
        (who,) = people_named(wiring, [to])
        if action == "address":
            _address(out, wiring, who, now, amounts=amounts)
        elif action == "close":
            with Session(wiring.engine) as session, session.begin():
                close_address(session, who, now)
            out.emit({"person": who.name or "me", "open": False})
            out.say(mark("The address opens nothing any more."))
        if file is not None:
            _write(out, wiring, who, file, now, amounts=amounts)
        elif action is None:
            _show(out, wiring, who)


def _address(out: Out, wiring: Wiring, who: Someone, now: datetime, *, amounts: bool) -> None:
    with Session(wiring.engine) as session, session.begin():
        secret = new_address(session, who, now, amounts=amounts)
    path = PATH.format(secret=secret)
    url = wiring.settings.link(path)
    out.emit({"person": who.name or "me", "path": path, "url": url or None, "amounts": amounts})
    out.say(mark("Shown this once; the address before it opens nothing any more:"))
    if url:
        out.say("  {url}", url=url)
        return
    out.say("  {url}", url=link_here(wiring.settings, path))
    out.say(
        mark(
            "It answers while `facteur serve` runs; `facteur serve --address https://…` lets other "
            "devices reach it."
        )
    )


def _write(
    out: Out, wiring: Wiring, who: Someone, file: Path, now: datetime, *, amounts: bool
) -> None:
    with Session(wiring.engine) as session, session.begin():
        data = calendar_of(session, who, now, wiring.settings.sure, amounts=amounts)
    try:
        file.write_bytes(data)
    except OSError as cause:
        raise FileUnwritable(file=str(file), why=cause.strerror or str(cause)) from cause
    count = data.count(b"BEGIN:VEVENT")
    out.emit({"file": str(file), "events": count})
    out.say(
        mark("{file}: {count} due dates. Open it with your calendar."), file=str(file), count=count
    )


def _show(out: Out, wiring: Wiring, who: Someone) -> None:
    with Session(reading(wiring.engine)) as session:
        row: FeedRow = feed_row(session, who)
    out.emit({"person": who.name or "me", "open": row.open, "amounts": row.amounts})
    if row.open:
        out.say(
            mark(
                "An address was given out; `facteur calendar address` makes another, and closes it."
            )
        )
    else:
        out.say(mark("No address was given out yet: `facteur calendar address` makes one."))
    out.say(mark("`facteur calendar --out due.ics` writes a file."))
