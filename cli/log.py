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


@contextmanager
def logging_to(home: Path) -> Iterator[None]:
    """Sends our messages and our libraries' warnings to the log file while the verb runs."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = log_file(home)
    handler = RotatingFileHandler(
        path, maxBytes=_MOST_BYTES, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    loggers = [logging.getLogger(name) for name in NAMES]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        handler.close()
