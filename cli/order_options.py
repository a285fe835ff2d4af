"""Options of the verbs that move money or say that it moved."""

from pathlib import Path
from typing import Annotated

import typer

from models.words import mark

Yes = Annotated[bool, typer.Option("--yes", "-y", help=mark("Answer every question with yes."))]
SecretCode = Annotated[
    str | None,
    typer.Option("--code", help=mark("Your secret code (see `facteur secret`).")),
]
Papers = Annotated[
    Path | None,
    typer.Option("--out", help=mark("The folder of the sheet, or the file of transfers.")),
]
Instant = Annotated[bool, typer.Option("--instant", help=mark("As an instant transfer."))]
Again = Annotated[
    bool, typer.Option("--again", help=mark("Make the papers of the same order once more."))
]
