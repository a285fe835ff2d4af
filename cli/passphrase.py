"""A passphrase: from a file, or typed twice where nobody sees it."""

from pathlib import Path
from typing import Annotated

import typer

from cli.options import asks
from cli.output import Out
from cli.questions import typed
from flow.archive.sealed import LEAST
from models.errors.books import PassphraseNeeded
from models.errors.files import FileUnreadable
from models.words import mark

PassphraseFile = Annotated[
    str | None,
    typer.Option(
        "--passphrase-file", help=mark("A file whose first line is the passphrase of the key.")
    ),
]
_MOST = 10_000


def passphrase(out: Out, file: str | None, *, twice: bool) -> str:
    """The passphrase; `twice` where a mistyped one would lock the person out.

    Raises PassphraseNeeded where nobody can be asked, FileUnreadable.
    """
    if file is not None:
        try:
            with Path(file).open(encoding="utf-8") as stream:
                return stream.readline(_MOST).rstrip("\r\n")
        except (OSError, ValueError) as cause:
            raise FileUnreadable(file=file) from cause
    if not asks():
        raise PassphraseNeeded(least=LEAST)
    while True:
        first = _typed(out, mark("Passphrase of the key"))
        if not twice or not first or _typed(out, mark("The same again")) == first:
            return first
        out.warn(mark("These were two different ones: type it twice."))


def _typed(out: Out, question: str) -> str:
    return typed(out, out.words(question), default="", show_default=False, hide_input=True)
