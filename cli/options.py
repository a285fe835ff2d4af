"""Options that every verb has, and the door's one handler of problems."""

import errno
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Literal

import typer

from cli.log import log_file, logging_to
from cli.output import Out
from flow.settings import Settings, home_of, load, misspelt
from models.errors.files import DiskFull
from models.errors.problem import Problem
from models.errors.values import UsageWrong
from models.words import Lang, lang_of, mark

Json = Annotated[
    bool,
    typer.Option("--json", help=mark("Print one JSON object a line, for scripts.")),
]
LangName = Annotated[
    Literal["fr", "en"] | None, typer.Option("--lang", help=mark("Language of what is printed."))
]
_UNEXPECTED = mark(
    "Something unexpected happened ({name}); nothing is lost. The details are in {log}: please report them."
)
_UNLOGGED = mark(
    "Something unexpected happened ({name}: {why}); nothing is lost: please report it."
)
_MISSPELT = mark("{name} is no setting of Facteur and does nothing: check its spelling.")


def lang_now(named: str | None) -> Lang:
    """The language before settings are read: --lang, FACTEUR_LANG, then the locale."""
    chosen = named or os.environ.get("FACTEUR_LANG")
    if chosen:
        return lang_of(chosen)
    tags = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return lang_of(next((tag for tag in tags if tag), None))


@contextmanager
def door(lang: str | None, as_json: bool) -> Iterator[Out]:
    """Gives the verb its output; turns a Problem into a sentence, with --json one object on standard error,
    and exit code 1 (2 for usage).
    """
    out = Out(lang_now(lang), as_json)
    with _problems_told(out):
        yield out


@contextmanager
def _problems_told(out: Out) -> Iterator[None]:
    try:
        yield
    except UsageWrong as problem:
        fail(out, problem, 2)
        raise typer.Exit(2) from problem
    except Problem as problem:
        fail(out, problem, 1)
        raise typer.Exit(1) from problem
    except (typer.Exit, typer.Abort, typer.BadParameter, KeyboardInterrupt, BrokenPipeError):
        raise
    except OSError as cause:
        if cause.errno != errno.ENOSPC:
            _unexpected(out, cause)
        else:
            fail(out, DiskFull(), 1)
            drop_output()
        raise typer.Exit(1) from cause
    except Exception as cause:  # the door is where anything unforeseen must become a sentence
        _unexpected(out, cause)
        raise typer.Exit(1) from cause


@contextmanager
def at_work(lang: str | None, as_json: bool) -> Iterator[tuple[Out, Settings]]:
    """As `door`, with the settings read; their language counts unless --lang was given."""
    with door(lang, as_json) as out:
        settings = load(os.environ, lang=lang)
        for name in misspelt(os.environ):
            out.warn(_MISSPELT, name=name)
        own = Out(settings.lang, as_json, out.console, out.errors)
        with _problems_told(own):
            yield own, settings


def _unexpected(out: Out, cause: Exception) -> None:
    """Writes the cause with its traceback to the log and names the file, where there can be one."""
    home = home_of(os.environ)
    with logging_to(home) as written:
        logging.getLogger("facteur").error("unexpected", exc_info=cause)
    name = type(cause).__name__
    words = (
        out.words(_UNEXPECTED, name=name, log=str(log_file(home)))
        if written
        else out.words(_UNLOGGED, name=name, why=str(cause))
    )
    out.fail("unexpected", words, 1)


def fail(out: Out, problem: Problem, exit_code: int) -> None:
    """Tells the problem that ends the verb."""
    out.fail(problem.code, problem.told(out.lang), exit_code)


def drop_output() -> None:
    """Lets what standard output could not take go nowhere, or Python would fail once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def asks() -> bool:
    """True when a question may be put: standard input and error are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()
