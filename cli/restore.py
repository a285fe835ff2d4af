"""`facteur restore`: a backup comes back whole, or nothing changes."""

import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cli.archive_shown import emit_brought
from cli.log import logging_to
from cli.options import Json, LangName, at_work
from cli.passphrase import PassphraseFile, passphrase
from flow.archive.restore import Wanted
from flow.archive.restore import restore as put_back
from jobs.forget import anybody_works, forget_jobs
from models.words import mark


def restore(
    file: Annotated[str, typer.Argument(help=mark("A file that `facteur backup` wrote."))],
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=mark("Replace what is in the data folder; it is kept in a file there.")
        ),
    ] = False,
    with_key: Annotated[
        bool, typer.Option("--with-key", help=mark("Take the key too; asks for its passphrase."))
    ] = False,
    passphrase_file: PassphraseFile = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Bring a backup back into an empty data folder. All of it is checked before anything changes."""
    with at_work(lang, as_json) as (out, settings), logging_to(settings.home):
        said = None
        if with_key or passphrase_file is not None:
            said = partial(passphrase, out, passphrase_file, twice=False)
        busy = partial(anybody_works, settings.home / "workers")
        wanted = Wanted(force, said, busy, forget_jobs)
        brought = put_back(settings, os.environ, Path(file).expanduser(), wanted)
        emit_brought(out, file, brought)
        out.say(mark("Next: `facteur doctor`"))
