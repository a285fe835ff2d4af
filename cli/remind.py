"""`facteur remind`: who is to be told of what today, and the wishes of each."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from cli.options import Json, LangName
from cli.output import Out
from cli.remind_shown import say_sent, show_planned, show_wishes
from cli.wired_door import wired_door
from flow.reminding.people import OWNER, Someone
from flow.reminding.plans import Changed
from flow.reminding.reasons import people_named, why_not
from flow.reminding.remind import (
    asked_messages,
    due_messages,
    remind_all,
    remind_asked,
    send_waiting,
)
from flow.reminding.untold import set_reminded
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.tables import Digest
from models.words import mark


def remind(
    send: Annotated[
        bool, typer.Option("--send", help=mark("Send what is shown; without it, nothing leaves."))
    ] = False,
    bill: Annotated[
        int | None,
        typer.Option(
            "--bill", help=mark("Of this bill now, whatever the day: to those who owe a share.")
        ),
    ] = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", help=mark("This person only; me is yourself. May be repeated.")),
    ] = None,
    digest: Annotated[
        bool, typer.Option("--digest", help=mark("Everything that waits now, in one message."))
    ] = False,
    days: Annotated[
        str | None,
        typer.Option(
            "--days", help=mark("Set: how many days before the due date, as 7,3,0; none.")
        ),
    ] = None,
    every: Annotated[
        Digest | None,
        typer.Option("--every", help=mark("Set: a digest daily, weekly, or none.")),
    ] = None,
    debits: Annotated[
        bool | None,
        typer.Option("--debits/--no-debits", help=mark("Set: announce what is debited by itself.")),
    ] = None,
    address: Annotated[
        str | None, typer.Option("--address", help=mark("Set: the mail address of --to NAME."))
    ] = None,
    speaks: Annotated[
        Literal["fr", "en"] | None,
        typer.Option("--speaks", help=mark("Set: the language in which they are told.")),
    ] = None,
    wanted: Annotated[
        bool | None, typer.Option("--on/--off", help=mark("Set: remind them by itself, or not."))
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show who is to be reminded of which bills today; --send sends it. A worker does so by itself."""
    with wired_door(lang, as_json) as (out, wiring):
        now = datetime.now(UTC)
        people = people_named(wiring, to or [])
        changed = Changed(wanted, _days(out, days), every, debits, address, speaks)
        _check(out, changed, bill, digest=digest, send=send)
        if changed != Changed():
            _set(out, wiring, people if to else people[:1], changed, now)
        elif bill is not None or digest:
            _asked(out, wiring, bill, people if to else [], now, send=send)
        elif to:
            why = mark("Say what of: --bill NUMBER, or --digest for everything that waits.")
            raise UsageWrong(why=out.words(why))
        elif send:
            tried = send_waiting(wiring, now)
            say_sent(out, wiring, remind_all(wiring, now), tried)
        else:
            show_planned(out, wiring, due_messages(wiring, now), now)


def _check(out: Out, changed: Changed, bill: int | None, *, digest: bool, send: bool) -> None:
    """Raises UsageWrong for options of which one would be ignored."""
    if bill is not None and digest:
        raise UsageWrong(why=out.words(mark("Say either --bill or --digest.")))
    if changed != Changed() and (bill is not None or digest or send):
        why = mark("Set first, then show or send: these are two commands.")
        raise UsageWrong(why=out.words(why))


def _days(out: Out, text: str | None) -> tuple[int, ...] | None:
    if text is None:
        return None
    if text.strip().casefold() in {"none", "aucun", "aucune"}:
        return ()
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and len(part) <= 3 for part in parts):  # noqa: PLR2004
        words = mark("“{text}” are no days: write them as 7,3,0, or none.")
        raise UsageWrong(why=out.words(words, text=text[:40]))
    return tuple(int(part) for part in parts)


def _set(out: Out, wiring: Wiring, people: list[Someone], changed: Changed, now: datetime) -> None:
    set_reminded(wiring, people, changed, now)
    names = [who.name or "me" for who in people]
    show_wishes(out, people_named(wiring, names))


def _asked(
    out: Out, wiring: Wiring, bill: int | None, people: list[Someone], now: datetime, *, send: bool
) -> None:  # fmt: skip
    """Of one bill to those who owe their shares; the digest without --to is one's own."""
    alone = len(people_named(wiring, [])) == 1
    keys = [who.key for who in people] or ([OWNER] if bill is None or alone else [])
    planned = asked_messages(wiring, bill, keys, now)
    if bill is not None:
        told = {one.who.key for one in planned}
        for who in people:
            if who.key not in told:
                raise why_not(wiring, who, bill, now)
        if not planned:
            others = [who for who in people_named(wiring, []) if not who.is_here]
            raise _first(wiring, others, bill, now)
    if send:
        say_sent(out, wiring, remind_asked(wiring, bill, keys, now))
    else:
        show_planned(out, wiring, planned, now, all_shown=True, one_bill=bill is not None)


def _first(wiring: Wiring, others: list[Someone], bill: int, now: datetime) -> Exception:
    """The reason that a person can do something about, else that nobody owes anything of it."""
    found = [why_not(wiring, who, bill, now) for who in others or people_named(wiring, [])]
    return next((one for one in found if one.code != "not_to_remind"), found[0])
