"""What is typed for `facteur collect`: a bill's id, and secrets that never stand on the command line."""

import sys

from cli.options import asks
from cli.output import Out
from cli.questions import typed
from models.errors.values import UsageWrong
from models.words import mark

_MOST_SECRET = 1_000
_MOST_DIGITS = 15


def bill_id_of(out: Out, text: str | None) -> int:
    """A bill's number. Raises UsageWrong, which names what else may stand there."""
    if text is None or not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        words = mark("“{text}” is no bill’s id, and neither setup, webhook nor list.")
        raise UsageWrong(why=out.words(words, text=(text or "")[:40]))
    return int(text)


def secret_of(out: Out, question: str, *, from_stdin: bool) -> str:
    """A secret from standard input or a prompt that shows nothing. Raises UsageWrong."""
    if from_stdin:
        secret = sys.stdin.readline(_MOST_SECRET).strip()
    elif asks():
        secret = typed(out, out.words(question), hide_input=True).strip()
    else:
        raise UsageWrong(why=out.words(mark("Give the secret with --key-stdin, never as a word.")))
    if not secret:
        raise UsageWrong(why=out.words(mark("No secret was given.")))
    return secret
