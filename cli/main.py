"""The command: every verb in one table, help in the person's language."""

import errno
import os
import sys
from collections.abc import Callable
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any, Protocol, cast

import typer
from typer.main import get_command

from cli.connect import connect
from cli.demo import demo
from cli.doctor import doctor
from cli.fix import fix
from cli.init import init
from cli.list import list_
from cli.log import quiet
from cli.options import LangName, drop_output, lang_now
from cli.output import Out
from cli.quarantine import quarantine
from cli.read import read
from cli.show import show
from cli.sync import sync
from cli.teach import teach
from cli.undo import undo
from cli.usage import told
from cli.watch import watch
from cli.worker import worker
from models.errors import DiskFull
from models.words import Lang, mark, translate

VERBS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("init", init, mark("Make the data folder and its database. Running it again harms nothing.")),
    ("connect", connect, mark("Connect a mailbox: the login is tried before anything is kept.")),
    ("sync", sync, mark("Look for new mail, read and judge it, file what is a bill.")),
    ("list", list_, mark("List the bills: what is due first comes first.")),
    ("show", show, mark("Show one bill: what was read, where it stands, why it was judged so.")),
    ("fix", fix, mark("Correct a bill; the next bill of that biller is read so.")),
    (
        "teach",
        teach,
        mark("Say what your own bill says: kept as a test, learned for the next. It stays here."),
    ),
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
_OPTIONS, _ARGUMENTS, _COMMANDS = mark("Options"), mark("Arguments"), mark("Commands")
_SHOWN_BY_CLICK = mark("Show this message and exit.")


class Tree(Protocol):
    """A command and what hangs below it, whichever click typer carries."""

    help: str | None
    params: list[Any]

    def __call__(self, *, prog_name: str, standalone_mode: bool) -> object: ...

    def get_help_option(self, ctx: Any) -> Any: ...


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


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"facteur {version('facteur-bills')}")
        raise typer.Exit


def language(
    lang: LangName = None,
    version_asked: Annotated[  # noqa: ARG001 - the callback answers it
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=mark("Print the version.")
        ),
    ] = False,
) -> None:
    """--lang before the verb does the same as behind it."""
    if lang is not None:
        os.environ["FACTEUR_LANG"] = lang


def speak(tree: Tree, lang: Lang) -> None:
    """Puts the help of `tree` and all below it into `lang`."""
    tree.help = translate(tree.help or "", lang)
    help_option = tree.get_help_option(typer.Context(cast("Any", tree)))
    help_option.help = _SHOWN_BY_CLICK
    for parameter in (*tree.params, help_option):
        parameter.help = translate(getattr(parameter, "help", None) or "", lang)
        panel = _OPTIONS if parameter.param_type_name == "option" else _ARGUMENTS
        parameter.rich_help_panel = translate(panel, lang)
    for below in getattr(tree, "commands", {}).values():
        below.rich_help_panel = translate(_COMMANDS, lang)
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
    os.umask(0o077)  # what we write is the person's own: no file of ours is for others to read
    quiet()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without € still shows the rest
    lang = lang_now(_lang_in(sys.argv[1:]))
    tree = command()
    speak(tree, lang)
    try:
        sys.exit(_run(tree, Out(lang, as_json=False)))
    except KeyboardInterrupt:
        os._exit(130)


def _run(tree: Tree, out: Out) -> int:
    """The exit code."""
    try:
        code = tree(prog_name="facteur", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as problem:
        if type(problem).__name__ != "NoArgsIsHelpError":  # its help is on the screen by now
            out.warn("{usage}", usage=told(problem, out.lang))
        return int(problem.exit_code)
    except typer.Abort:
        out.warn(mark("Stopped."))
        return 1
    except OSError as cause:
        if cause.errno != errno.ENOSPC:
            raise
        out.refuse(DiskFull())
        drop_output()
        return 1
    return code if isinstance(code, int) else 0
