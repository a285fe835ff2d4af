"""Where this machine reaches the pages: what a `facteur serve` that runs leaves beside the data."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from flow.settings import PAGES_PORT, Settings

_NAME = "serving"
_USUAL = f"http://127.0.0.1:{PAGES_PORT}"
_LONGEST_URL = 200
_TRIES, _PAUSE = 3, 0.05
"""A reader holds the lock for some microseconds."""


@contextmanager
def answering(home: Path, url: str) -> Iterator[None]:
    """While inside, `link_here` leads to `url`: of two servers of one house, to the first.

    A lock says that the process lives, so nothing is told of one that was killed.
    """
    path = home / _NAME
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii") as file:
        if _locked(file):
            file.truncate(0)
            file.write(url.rstrip("/"))
            file.flush()
        yield


def link_here(settings: Settings, path: str) -> str:
    """The whole address of a page as a browser of this machine opens it: at the server that runs, else
    where one answers usually.
    """
    return (_running(settings.home) or _USUAL) + path


def _running(home: Path) -> str:
    try:
        with (home / _NAME).open(encoding="ascii") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return file.read(_LONGEST_URL)
    except OSError:
        pass
    return ""


def _locked(file: TextIO) -> bool:
    for _ in range(_TRIES):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return True
    return False
