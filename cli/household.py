"""`facteur household`: who belongs to it, who was there when, meters, links and statements."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from cli.entries import day_of
from cli.house_options import House, Who
from cli.household_acts import ACTS
from cli.household_shown import show_household
from cli.household_typed import Told
from cli.options import Json, LangName
from cli.wired_door import wired_door
from flow.household.door import acting, household_made, looking
from models.errors.values import UsageWrong
from models.tables import Role
from models.words import mark

Action = Literal[
    "new", "add", "edit", "leave", "remove", "rejoin", "away", "stay", "forget", "meter", "link",
    "unlink", "drop-rule", "statement",
]  # fmt: skip


def household(
    action: Annotated[
        Action | None, typer.Argument(help=mark("What to do; without it, the household is shown."))
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(help=mark("Names, days (2026-12-31), a month (2026-12) or a number.")),
    ] = None,
    me: Annotated[
        str | None, typer.Option("--me", help=mark("With new: your own name in it."))
    ] = None,
    role: Annotated[
        Role | None, typer.Option("--role", help=mark("What the member may do."))
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", help=mark("With add: the first day here."))
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", help=mark("With add: the last day here."))
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", help=mark("The address of the member's mailbox."))
    ] = None,
    iban: Annotated[
        str | None,
        typer.Option("--iban", help=mark("Where the member wants money; none: nowhere.")),
    ] = None,
    carried_by: Annotated[
        str | None,
        typer.Option("--carried-by", help=mark("The member who pays for this guest, or none.")),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help=mark("With meter: the day; today without it."))
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--out", help=mark("With statement: the folder for the files."))
    ] = None,
    who: Who = None,
    house: House = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Share bills with others: members, days present, meters, links, monthly statements."""
    with wired_door(lang, as_json) as (out, wiring):
        today = datetime.now().astimezone().date()
        told = Told(
            tuple(words or ()), role, day_of(out, since), day_of(out, until), account, iban,
            carried_by, day_of(out, on) or today, folder, wiring,
        )  # fmt: skip
        if action == "new":
            if me is None:
                raise UsageWrong(why=out.words(mark("Say your own name in it: --me NAME.")))
            (name,) = told.fitting(out, "new NAME --me YOUR_NAME", 1)
            actor = household_made(wiring, name, me)
            out.emit({"household": actor.household_id, "owner": actor.name})
            out.say(mark("It is made, and you are its owner: {name}."), name=actor.name)
            out.say(mark("`facteur household add NAME` adds the others."))
        elif action is not None:
            with out.held(), acting(wiring, house, who) as (session, actor):
                ACTS[action](out, session, actor, told)
        else:
            with looking(wiring, house, who) as (session, actor):
                show_household(out, session, actor)
