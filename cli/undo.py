"""`facteur undo`: put a filed mail back where it was."""

from typing import Annotated

import typer

from cli.options import Json, LangName
from cli.wired_door import wired_door
from flow.undo import undo_bill, undo_last
from models.words import mark

_CALLED_OFF = mark("It stays where it is, its move was called off: {subject}")


def undo(
    number: Annotated[
        int | None, typer.Argument(help=mark("A bill's id; without it, the last filing."))
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Take a filing back: the mail returns to the folder it came from."""
    with wired_door(lang, as_json) as (out, wiring):
        undone = undo_bill(wiring, number) if number is not None else undo_last(wiring)
        for move in undone:
            out.emit({"message": move.message_id, "subject": move.subject, "to": move.to_folder})
            # A move that had not begun is called off: the mail never left its folder.
            said = mark("Back in {folder}: {subject}") if move.to_folder else _CALLED_OFF
            out.say(said, folder=move.to_folder, subject=move.subject)
