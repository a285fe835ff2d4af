"""`facteur init`: the data folder, its settings file, the database and the key."""

import json
import os
from typing import Annotated

import typer

from cli.options import Json, LangName, asks, at_work
from cli.output import Out
from cli.questions import typed
from flow.setting_values import checked
from flow.settings import FILE_NAME, Settings
from flow.wiring import make_home, wired
from jobs.engine import prepare
from models.words import mark

_FILE = """\
# Settings of Facteur. A line without # counts; environment variables (FACTEUR_LANG ...) win over it.
lang = {lang}
root_folder = {root}
# folder_lang = "fr"       # fr or en: Factures/Énergie or Factures/Energy
# months = 12              # how far back the first sync looks
# sure = 0.9               # below it a bill waits in "to review"
# file_from = 0.7          # a mail is filed when Facteur is at least that sure that it is a bill
# read_seconds = 60        # of the processor, the most that one document may take
# web_address = "https://bills.example.org"   # where others reach the pages of `facteur serve`
# read_memory_mb = 1280    # the most memory that one document may take
# database_url = "postgresql://user@host/facteur"   # instead of a SQLite file in this folder
"""


def init(
    root_folder: Annotated[
        str | None,
        typer.Option("--root-folder", help=mark("The folder that will hold filed mail.")),
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Make the data folder and its database. Running it again harms nothing."""
    with at_work(lang, as_json) as (out, settings):
        path = settings.home / FILE_NAME
        make_home(settings.home)
        new = not path.exists()
        if new:
            question = out.words(mark("Folder for filed bills"))
            root = _asked(out, question, settings) if root_folder is None else root_folder
            checked("root_folder", root, "--root-folder")
            text = _FILE.format(lang=_toml(settings.lang), root=_toml(root))
            path.write_text(text, encoding="utf-8")
        with wired(settings, os.environ) as wiring:
            prepare(wiring.settings.url)
        out.emit({"home": str(settings.home), "settings": str(path), "new": new})
        out.say(mark("Ready. Your data is in {home}, and only there."), home=settings.home)
        out.say(mark("Next: `facteur connect you@example.org`"))


def _asked(out: Out, question: str, settings: Settings) -> str:
    if not asks():
        return settings.root_folder
    return typed(out, question, default=settings.root_folder)


def _toml(text: str) -> str:
    """`text` as a basic string of TOML 1.0; JSON escapes all that it forbids but U+007F, refused before."""
    return json.dumps(text, ensure_ascii=False)
