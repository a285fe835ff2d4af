"""The door of the verbs that need the database: it is open, and the log is written, while they run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from cli.log import logging_to
from cli.options import at_work
from cli.output import Out
from flow.wiring import Wiring, wired


@contextmanager
def wired_door(
    lang: str | None, as_json: bool, *, reads: bool = False
) -> Iterator[tuple[Out, Wiring]]:
    """As `at_work`, with the database open and the log written. reads: the verb writes nothing there."""
    with (
        at_work(lang, as_json) as (out, settings),
        logging_to(settings.home),
        wired(settings, os.environ, reads=reads) as wiring,
    ):
        yield out, wiring
