"""The command as a person types it: the language, the streams, the exit code."""

import errno
import os
import sys
from io import TextIOWrapper

import typer

from cli.log import quiet
from cli.options import drop_output, fail, lang_now
from cli.output import Out
from cli.tree import Verbs, tree
from cli.usage import told
from models.errors.files import DiskFull
from models.words import mark

_INTERRUPTED = 130


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
    _open_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without € still shows the rest
    lang = lang_now(_lang_in(sys.argv[1:]))
    out = Out(lang, as_json="--json" in sys.argv[1:])
    try:
        sys.exit(_run(tree(lang), out))
    except KeyboardInterrupt:
        os._exit(_interrupted(out))


def _open_closed() -> None:
    """A stream that the caller closed (`>&-`) leads nowhere. Its number is taken, so that no file of ours
    gets it: what a child prints would land in that file.
    """
    for name, way in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), way, encoding="utf-8"))


def _run(verbs: Verbs, out: Out) -> int:
    """The exit code."""
    try:
        code = verbs(prog_name="facteur", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as problem:
        if type(problem).__name__ != "NoArgsIsHelpError":  # its help is on the screen by now
            out.fail("usage_wrong", told(problem, out.lang), int(problem.exit_code))
        return int(problem.exit_code)
    except typer.Abort:
        out.fail("stopped", out.words(mark("Stopped.")), 1)
        return 1
    except OSError as cause:
        if cause.errno != errno.ENOSPC:
            raise
        fail(out, DiskFull(), 1)
        drop_output()
        return 1
    if code == _INTERRUPTED:  # typer makes this of Ctrl-C
        return _interrupted(out)
    return code if isinstance(code, int) else 0


def _interrupted(out: Out) -> int:
    """Says that it was Ctrl-C that ended the verb, and what became of the work. The exit code."""
    words = mark(
        "Stopped by you. Nothing is lost: what was done is kept, the same command does the rest."
    )
    out.fail("interrupted", out.words(words), _INTERRUPTED)
    return _INTERRUPTED
