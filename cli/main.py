"""The command: every verb in one table, help in the person's language."""

import os
import sys
from collections.abc import Callable
from typing import Any, Protocol

import typer
from typer.main import get_command

from cli.connect import connect
from cli.demo import demo
from cli.doctor import doctor
from cli.fix import fix
from cli.init import init
from cli.list import list_
from cli.options import LangName, lang_now
from cli.quarantine import quarantine
from cli.read import read
from cli.show import show
from cli.sync import sync
from cli.undo import undo
from cli.watch import watch
from cli.worker import worker
from models.words import Lang, mark, translate

VERBS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("init", init, mark("Make the data folder and its database. Running it again harms nothing.")),
    ("connect", connect, mark("Connect a mailbox: the login is tried before anything is kept.")),
    ("sync", sync, mark("Look for new mail, read and judge it, file what is a bill.")),
    ("list", list_, mark("List the bills: what is due first comes first.")),
    ("show", show, mark("Show one bill: what was read, where it stands, why it was judged so.")),
    ("fix", fix, mark("Correct a bill. Kind and category are remembered for this biller.")),
    ("undo", undo, mark("Take a filing back: the mail returns to the folder it came from.")),
    (
        "read",
        read,
        mark("Read bills from files and print what they say, with the proof of each field."),
    ),
    (
        "quarantine",
        quarantine,
        mark("List the mail that could not be read; nothing of it is lost."),
    ),
    ("watch", watch, mark("Watch every connected mailbox, and read new mail as it comes.")),
    (
        "worker",
        worker,
        mark("Work on what others receive. Several may run on one PostgreSQL database."),
    ),
    (
        "doctor",
        doctor,
        mark("Check settings, database, journal, originals, key, readers and mailboxes."),
    ),
    ("demo", demo, mark("Run everything on a sample mailbox. Your own mail is not touched.")),
)
"""Every verb in the order a new user needs them, with its help."""
_HELP = mark(
    "Facteur reads your mailbox, finds the bills, says what must be done, and files the mail."
)
_SHOWN_BY_CLICK = mark("Show this message and exit.")


class Tree(Protocol):
    """A command and what hangs below it, whichever click typer carries."""

    help: str | None
    params: list[Any]

    def __call__(self, *, prog_name: str) -> object: ...


def command() -> Tree:
    """The whole command tree, its help in English."""
    app = typer.Typer(
        name="facteur",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help=_HELP,
    )
    app.callback()(language)
    for name, verb, words in VERBS:
        app.command(name, help=words)(verb)
    return get_command(app)


def language(lang: LangName = None) -> None:
    """--lang before the verb does the same as behind it."""
    if lang is not None:
        os.environ["FACTEUR_LANG"] = lang


def speak(tree: Tree, lang: Lang) -> None:
    """Puts the help of `tree` and all below it into `lang`."""
    tree.help = translate(tree.help or "", lang)
    for parameter in tree.params:
        words = getattr(parameter, "help", None)
        if words:
            parameter.help = translate(words, lang)
    for below in getattr(tree, "commands", {}).values():
        speak(below, lang)


def _lang_in(arguments: list[str]) -> str | None:
    for position, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def main() -> None:
    """Entry point of `facteur`. Exit codes: 0 done, 1 a problem, 2 a wrong command, 130 interrupted."""
    tree = command()
    speak(tree, lang_now(_lang_in(sys.argv[1:])))
    try:
        tree(prog_name="facteur")
    except KeyboardInterrupt:
        os._exit(130)
