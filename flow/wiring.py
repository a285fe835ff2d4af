"""Everything the steps of the road need, built once at a door."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Engine

from flow.sandbox import Sandbox
from flow.settings import Settings
from models.database import open_engine, told_apart
from models.errors.files import DiskFull
from models.errors.settings import HomeUnusable
from models.errors.store import StoreUnreachable
from models.migrate import current, head, upgrade
from models.originals import Originals
from models.secrets import Secrets, open_secrets
from models.unwritable import is_unwritable, open_unwritable
from models.words import mark


@dataclass(frozen=True, slots=True)
class Wiring:
    """The database, the stored originals, the key and the children that read."""

    settings: Settings
    engine: Engine
    originals: Originals
    secrets: Secrets
    sandbox: Sandbox


@contextmanager
def wired(
    settings: Settings, environment: Mapping[str, str], *, reads: bool = False
) -> Iterator[Wiring]:
    """A Wiring on a database of this version, closed at the end whatever happens.

    The database's own failures become Problems, also those of the work that is done with it. Raises
    HomeUnusable, StoreLocked, StoreDamaged, StoreUnreachable, DiskFull, SettingInvalid, FileUnreadable.

    reads: the work only reads, so a data folder that may not be written will do.
    """
    if not (reads and is_unwritable(settings.url)):
        make_home(settings.home)
    with told_apart(settings.url), _opened(settings, environment) as wiring:
        yield wiring


@contextmanager
def _opened(settings: Settings, environment: Mapping[str, str]) -> Iterator[Wiring]:
    engine = _engine(settings)
    sandbox = Sandbox(settings.processes, settings.read_seconds, settings.read_memory_mb)
    try:
        yield Wiring(
            settings,
            engine,
            Originals(settings.originals),
            open_secrets(settings.key_file, environment),
            sandbox,
        )
    finally:
        sandbox.close()
        engine.dispose()


def _engine(settings: Settings) -> Engine:
    if is_unwritable(settings.url):
        engine = open_unwritable(settings.url)
        if current(engine) != head():
            raise HomeUnusable(path=str(settings.home), why=_NOT_WRITABLE)
        return engine
    try:
        upgrade(settings.url)
    except OSError as cause:  # a SQLite file elsewhere, in a folder that cannot be made
        raise StoreUnreachable(why=cause.strerror or str(cause)) from cause
    return open_engine(settings.url)


_NOT_WRITABLE = mark("it may not be written")
_WHY = {
    errno.EEXIST: mark("it is a file"),
    errno.ENOTDIR: mark("it lies below a file"),
    errno.ENOENT: mark("it cannot be made there"),
    errno.EACCES: _NOT_WRITABLE,
    errno.EPERM: _NOT_WRITABLE,
    errno.EROFS: _NOT_WRITABLE,
}


def make_home(home: Path) -> None:
    """The data folder, made (0700) when it is missing. Raises HomeUnusable, DiskFull."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as cause:
        if cause.errno == errno.ENOSPC:
            raise DiskFull from cause
        why = _WHY.get(cause.errno or 0) or cause.strerror or str(cause)
        raise HomeUnusable(path=str(home), why=why) from cause
    if not os.access(home, os.W_OK | os.X_OK):
        raise HomeUnusable(path=str(home), why=_NOT_WRITABLE)
