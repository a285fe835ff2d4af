"""What a worker does again and again beside its jobs, each at its own pace."""

import logging
import time
from collections.abc import Callable

from models.database import told_apart
from models.errors.problem import Problem

log = logging.getLogger("facteur.jobs")


class Timetable:
    """Runs each chore when its time has come. url: the database that the chores speak to."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._chores: list[Callable[[], object]] = []
        self._pauses: list[float] = []
        self._due: list[float] = []

    def add(self, pause: float, chore: Callable[[], object], *, first: float = 0.0) -> None:
        """`chore` every `pause` seconds, for the first time in `first` seconds."""
        self._chores.append(chore)
        self._pauses.append(pause)
        self._due.append(time.monotonic() + first)

    def run_due(self) -> None:
        """Runs what is due, in the order in which it was added."""
        for number, chore in enumerate(self._chores):
            if time.monotonic() >= self._due[number]:
                self._try(chore)
                self._due[number] = time.monotonic() + self._pauses[number]

    def _try(self, chore: Callable[[], object]) -> None:
        """A database that is away or full for a while ends no worker: DBOS waits for it too."""
        try:
            with told_apart(self._url):
                chore()
        except Problem as problem:
            log.warning("left for later: %s", problem)
