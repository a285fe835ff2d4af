"""`facteur backup`: everything in one file, while the rest goes on working."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cli.archive_shown import refuse_damaged, say_written, told
from cli.options import Json, LangName
from cli.passphrase import PassphraseFile, passphrase
from cli.wired_door import wired_door
from flow.archive.backup import key_to_save, save
from flow.archive.contents import Purpose
from flow.archive.place import must_be_free
from models.words import mark

_KEY_IN = mark(
    "The key of your stored passwords is in it, under the passphrase: without that, nobody opens it."
)
_KEY_OUT = mark(
    "The key of your stored passwords is not in it: --with-key adds it under a passphrase. "
    "Without the key the mailboxes are connected anew after a restore."
)


def backup(
    file: Annotated[str, typer.Argument(help=mark("The file to write, as facteur.zip."))],
    with_key: Annotated[
        bool,
        typer.Option("--with-key", help=mark("Add the key of the passwords, under a passphrase.")),
    ] = False,
    passphrase_file: PassphraseFile = None,
    force: Annotated[
        bool, typer.Option("--force", help=mark("Replace the file if it is there."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Write everything to one file: bills, mails, settings, journal. It is read back at once."""
    with wired_door(lang, as_json, reads=True) as (out, wiring):
        key, path = None, Path(file).expanduser()
        must_be_free(path, force=force)
        if with_key or passphrase_file is not None:
            said = passphrase(out, passphrase_file, twice=True)
            key = key_to_save(wiring, os.environ, said)
        manifest = save(wiring, path, Purpose.BACKUP, force=force, key=key)
        out.emit(told(path, manifest))
        say_written(out, path, manifest)
        out.say(_KEY_IN if manifest.sealed_key else _KEY_OUT)
        out.say(
            mark("Your mails and bills are in it as they are: keep the file where only you go.")
        )
        refuse_damaged(path, manifest)
