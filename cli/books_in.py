"""Other files than statements that `facteur import` knows by their bytes: archives, shared expenses."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from cli.archive_shown import emit_brought
from cli.options import asks
from cli.output import Out
from cli.questions import typed
from flow.archive.bring import bring_in
from flow.archive.opened import is_zip
from flow.books.shared import people_of, take_expenses
from flow.books.shared_task import shared_in
from flow.household.door import acting, looking
from flow.household.rights import members_of, present
from flow.wiring import Wiring
from models.errors.books import MembersUnknown
from models.errors.values import UsageWrong
from models.words import mark
from pay.books.expenses import SharedBook

Members = Annotated[
    list[str] | None,
    typer.Option(
        "--member", help=mark("Who a name in a file of shared expenses is, as “Bob D.=Bob”.")
    ),
]
Who = tuple[int | None, str | None]
"""The household's number, and as whom."""


def archive_taken(out: Out, wiring: Wiring, file: str) -> bool:
    """Takes an archive in, into an empty house; False when the file is none."""
    try:
        with Path(file).open("rb") as stream:
            start = stream.read(4)
    except (OSError, ValueError):
        return False  # whoever reads it next says why
    if not is_zip(start):
        return False
    emit_brought(out, file, bring_in(wiring, Path(file), "cli"))
    return True


def shared_taken(
    out: Out, wiring: Wiring, brought: tuple[str, bytes, str], who: Who, members: Sequence[str]
) -> bool:
    """Takes shared expenses in; False when the file holds none. brought: name, bytes, currency."""
    file, data, currency = brought
    book = shared_in(wiring.sandbox, data, currency)
    if book is None:
        if members:
            raise UsageWrong(why=out.words(mark("--member is for files of shared expenses.")))
        return False
    said = _all_known(out, wiring, book, who, _said(out, members))
    digest = wiring.originals.write(data)
    with acting(wiring, *who) as (session, actor):
        taken = take_expenses(session, actor, book, said, digest)
    out.emit({"file": file, "form": "splitwise", "new": taken.new, "known": taken.known})
    out.say(
        mark("Shared expenses: {new} are new, {known} were there already."),
        new=taken.new,
        known=taken.known,
    )
    out.say(mark("Next: `facteur settle` shows who owes whom."))
    return True


def _said(out: Out, members: Sequence[str]) -> dict[str, str]:
    """Raises UsageWrong."""
    found = {}
    for one in members:
        name, sign, member = one.rpartition("=")
        if not sign or not name.strip() or not member.strip():
            why = mark("Write --member as “NAME IN THE FILE=MEMBER”.")
            raise UsageWrong(why=out.words(why))
        found[name.strip()] = member.strip()
    return found


def _all_known(
    out: Out, wiring: Wiring, book: SharedBook, who: Who, said: dict[str, str]
) -> dict[str, str]:
    """Who each name is; asked one by one on a terminal. Raises MembersUnknown."""
    with looking(wiring, *who) as (session, actor):
        names = ", ".join(one.name for one in present(members_of(session, actor)).values())
        for name in book.members:
            while True:
                try:
                    people_of(session, actor, [name], said)
                    break
                except MembersUnknown:
                    if not asks():
                        people_of(session, actor, book.members, said)
                    question = mark("Who is “{name}” in the file? ({names})")
                    asked = out.words(question, name=name[:60], names=names)
                    said[name] = typed(out, asked)
        people_of(session, actor, book.members, said)
    return said
