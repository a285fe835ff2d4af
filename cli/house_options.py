"""Options of the verbs that act in a household: which one, and as whom."""

from typing import Annotated

import typer

from models.words import mark

Who = Annotated[
    str | None,
    typer.Option("--as", help=mark("The member who says it; without it, the household's owner.")),
]
House = Annotated[
    int | None,
    typer.Option("--house", help=mark("The household's number, when there are several.")),
]
