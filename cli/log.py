"""The log: a file in the data folder that rotates; nothing of it on the person's screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAMES = ("facteur", "dbos", "sqlalchemy", "pdfminer", "mailparser")
_MOST_BYTES = 2 * 2**20


def log_file(home: Path) -> Path:
    """Where the log of the data folder `home` is."""
    return home / "facteur.log"


def quiet() -> None:
    """Keeps the log off the screen, also where no file takes it and when writing it fails."""
    logging.raiseExceptions = False
    for name in NAMES:
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


@contextmanager
def logging_to(home: Path) -> Iterator[bool]:
    """Sends our messages and our libraries' warnings to the log file while the verb runs.

    Gives False when there can be no log: the verb goes on without.
    """
    quiet()
    handler = _handler(home)
    loggers = [logging.getLogger(name) for name in NAMES]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield isinstance(handler, RotatingFileHandler)
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        handler.close()


def _handler(home: Path) -> logging.Handler:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            log_file(home), maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler
