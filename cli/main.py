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
from cli.options import lang_now
from cli.quarantine import quarantine
from cli.read import read
from cli.show import show
from cli.sync import sync
from cli.undo import undo
from cli.watch import watch
from cli.worker import worker
from models.words import Lang, translate

VERBS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("init", init),
    ("connect", connect),
    ("sync", sync),
    ("list", list_),
    ("show", show),
    ("fix", fix),
    ("undo", undo),
    ("read", read),
    ("quarantine", quarantine),
    ("watch", watch),
    ("worker", worker),
    ("doctor", doctor),
    ("demo", demo),
)
"""Every verb in the order a new user needs them."""


class Tree(Protocol):
    """A command and what hangs below it, whichever click typer carries."""

    help: str | None
    params: list[Any]

    def __call__(self, *, prog_name: str) -> object: ...


def command() -> Tree:
    """The whole command tree, its help in English."""
    app = typer.Typer(
        name="facteur", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
        help="Facteur reads your mailbox, finds the bills, says what must be done, and files the mail.",
    )  # fmt: skip
    for name, verb in VERBS:
        app.command(name)(verb)
    return get_command(app)


def speak(tree: Tree, lang: Lang) -> None:
    """Puts the help of `tree` and all below it into `lang`."""
    tree.help = translate(_joined(tree.help), lang)
    for parameter in tree.params:
        words = getattr(parameter, "help", None)
        if words:
            parameter.help = translate(words, lang)
    for below in getattr(tree, "commands", {}).values():
        speak(below, lang)


def _joined(text: str | None) -> str:
    return " ".join((text or "").split())


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
