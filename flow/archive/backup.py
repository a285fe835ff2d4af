"""A backup of everything in one file, read back before it gets its name."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from flow.archive.contents import Purpose
from flow.archive.manifest import Manifest
from flow.archive.opened import Archive
from flow.archive.place import written
from flow.archive.sealed import sealed
from flow.archive.write import write_archive
from flow.wiring import Wiring
from models.secrets import keys_now

FORM = "facteur-before-restore-{moment}.zip"


def save(
    wiring: Wiring, path: Path, purpose: Purpose, *, force: bool, key: tuple[str, str] | None = None
) -> Manifest:
    """Writes the archive of the house to `path`; others may go on working meanwhile.

    key: the keys to add and the passphrase that seals them. Raises PlaceMissing, FileThere,
    FileUnwritable, DiskFull, PassphraseNeeded.
    """
    closed = sealed(*key) if key else None
    with written(path, force=force) as file:
        manifest = write_archive(wiring, purpose, file, closed)
        file.flush()
        with zipfile.ZipFile(file) as zipped:
            _read_back(Archive(zipped))
    return manifest


def keep_old(wiring: Wiring) -> Path:
    """Writes what is there before it is replaced; returns the file, in the data folder."""
    moment = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    path = wiring.settings.home / FORM.format(moment=moment)
    save(wiring, path, Purpose.BACKUP, force=False)
    return path


def key_to_save(wiring: Wiring, environment: Mapping[str, str], passphrase: str) -> tuple[str, str]:
    """The keys in use, and the passphrase. Raises FileUnreadable."""
    return keys_now(wiring.settings.key_file, environment), passphrase


def _read_back(archive: Archive) -> None:
    archive.check()
    for name in archive.manifest.tables:
        for _ in archive.rows(name):
            pass
