"""A backup comes back: into an empty data folder, or in the place of what is there."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from flow.archive.apart import opened_apart
from flow.archive.backup import keep_old
from flow.archive.bring import Brought, Replacing, bring_in, must_be_empty
from flow.archive.load import Forget
from flow.archive.manifest import SealedKey
from flow.archive.place import written
from flow.archive.sealed import unsealed
from flow.sandbox import Sandbox
from flow.setting_values import checked
from flow.settings import FILE_NAME, SECRETS, Settings
from flow.wiring import make_home, wired
from models.errors.books import KeyMissing, StillWorking
from models.errors.problem import Problem
from models.errors.settings import SettingInvalid
from models.errors.store import StoreDamaged
from models.secrets import KEY_NAME, add_keys


@dataclass(frozen=True, slots=True)
class Wanted:
    """force: what is there is replaced, and kept in a file. passphrase: asks for that of the key, after
    all else that may refuse; None to leave the key.

    busy: whether a worker lives; forget: takes its jobs away, in the caller's transaction.
    """

    force: bool
    passphrase: Callable[[], str] | None
    busy: Callable[[Engine], bool]
    forget: Forget


def restore(
    settings: Settings, environment: Mapping[str, str], path: Path, wanted: Wanted
) -> Brought:
    """Everything of the backup; nothing is touched before all of it was checked.

    A database that cannot be opened any more is set aside with `force`. Raises what bring_in raises,
    PassphraseWrong, KeyMissing, StillWorking, StoreDamaged.
    """
    sandbox = Sandbox(1, settings.read_seconds, settings.read_memory_mb)
    with opened_apart(sandbox, path) as archive:
        sealed, said = archive.manifest.sealed_key, archive.manifest.settings
    keys = _keys(settings, environment, sealed, wanted)
    make_home(settings.home)
    if keys:  # before a new one is made; one that is not needed harms nothing
        add_keys(Path(environment.get(f"{KEY_NAME}_FILE") or settings.key_file), keys)
    try:
        brought = _brought(settings, environment, path, wanted)
    except StoreDamaged:
        if not wanted.force or not _set_aside(settings.url):
            raise
        brought = _brought(settings, environment, path, wanted)
    _write_settings(settings.home / FILE_NAME, said)
    return brought


def _keys(
    settings: Settings, environment: Mapping[str, str], key: SealedKey | None, wanted: Wanted
) -> str:
    if wanted.passphrase is None:
        return ""
    if key is None:
        raise KeyMissing
    file = _file_of(settings.url)
    if (
        file is None or file.exists()
    ):  # else nothing is there yet, nor made before the right passphrase
        _must_take_it(settings, environment, wanted)
    return unsealed(key, wanted.passphrase())


def _must_take_it(settings: Settings, environment: Mapping[str, str], wanted: Wanted) -> None:
    """What is there makes room for a backup. Raises StillWorking, HomeNotEmpty, StoreDamaged."""
    try:
        with wired(settings, environment) as wiring:
            if wanted.busy(wiring.engine):
                raise StillWorking
            if not wanted.force:
                must_be_empty(wiring)
    except StoreDamaged:
        if not wanted.force:
            raise


def _brought(
    settings: Settings, environment: Mapping[str, str], path: Path, wanted: Wanted
) -> Brought:
    with wired(settings, environment) as wiring:
        if wanted.busy(wiring.engine):
            raise StillWorking
        replacing = Replacing(partial(keep_old, wiring), wanted.forget) if wanted.force else None
        return bring_in(wiring, path, "cli", replacing)


def _set_aside(url: str) -> bool:
    """Renames a SQLite file that is no database any more, with what belongs to it."""
    path = _file_of(url)
    if path is None:
        return False
    moment = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            part = path.with_name(path.name + ending)
            part.rename(path.with_name(f"{path.name}-damaged-{moment}{ending}"))
    return True


def _file_of(url: str) -> Path | None:
    """The file of a SQLite database, None for any other."""
    address = sa.make_url(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database)


def _write_settings(path: Path, said: Mapping[str, str | int | float]) -> None:
    """The settings of the backup, where there are none; those that cannot be are left out."""
    if path.exists() or not said:
        return
    lines = []
    for name, value in sorted(said.items()):
        with suppress(SettingInvalid, Problem):
            if name in Settings.__dataclass_fields__ and name not in {"home", "sources", *SECRETS}:
                checked(name, value, str(path))
                lines.append(f"{name} = {json.dumps(value, ensure_ascii=False)}\n")
    with written(path, force=False) as file:
        file.write("".join(lines).encode())
