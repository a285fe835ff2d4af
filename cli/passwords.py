"""A secret from standard input: never on the command line, where other people of the machine see it."""

import sys

from cli.output import Out
from models.errors.values import UsageWrong
from models.words import mark

_MOST_SECRET = 1_000


def pdf_password(out: Out, from_stdin: bool) -> str:
    """The first line of standard input, "" when none is wanted. Raises UsageWrong."""
    if not from_stdin:
        return ""
    password = sys.stdin.readline(_MOST_SECRET).rstrip("\r\n")
    if not password:
        raise UsageWrong(why=out.words(mark("The password is empty.")))
    return password
