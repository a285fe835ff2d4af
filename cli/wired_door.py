"""The door of the verbs that need the database: it is open, and the log is written, while they run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from cli.log import logging_to
from cli.options import at_work
from cli.output import Out
from flow.wiring import Wiring, wired


@contextmanager
def wired_door(lang: str | None, as_json: bool) -> Iterator[tuple[Out, Wiring]]:
    """As `at_work`, with the database open and the log written."""
    with (
        at_work(lang, as_json) as (out, settings),
        logging_to(settings.home),
        wired(settings, os.environ) as wiring,
    ):
        yield out, wiring
