"""Everything the steps of the road need, built once at a door."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.engine import Engine

from flow.sandbox import Sandbox
from flow.settings import Settings
from models.database import open_engine
from models.migrate import upgrade
from models.originals import Originals
from models.secrets import Secrets, open_secrets


@dataclass(frozen=True, slots=True)
class Wiring:
    """The database, the stored originals, the key and the children that read."""

    settings: Settings
    engine: Engine
    originals: Originals
    secrets: Secrets
    sandbox: Sandbox


@contextmanager
def wired(settings: Settings, environment: Mapping[str, str]) -> Iterator[Wiring]:
    """A Wiring on a database of this version, closed at the end whatever happens.

    Raises StoreLocked, StoreDamaged, StoreUnreachable, DiskFull, SettingInvalid, FileUnreadable.
    """
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(settings.url)
    engine = open_engine(settings.url)
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
