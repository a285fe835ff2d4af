"""Writes an archive: tables as lines of JSON, originals as they came, and the table of contents."""

import hashlib
import json
import tomllib
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from flow.archive.contents import Purpose, columns_of, kind_of, tables_of
from flow.archive.manifest import (
    MANIFEST,
    NAME,
    Manifest,
    SealedKey,
    TableEntry,
    original_file,
    table_file,
)
from flow.archive.snapshot import journal_end, rows_of, sequences_of, snapshot
from flow.settings import FILE_NAME, SECRETS
from flow.wiring import Wiring
from models.errors.store import OriginalDamaged
from models.migrate import head
from models.originals import Originals
from models.tables import BankFile, Message, Payment, TakenIn

REFERENCES = (Message.original, BankFile.digest, Payment.proof, TakenIn.digest)
"""The columns that name an original; several, a space between them, for a scan of several files."""


@dataclass(frozen=True, slots=True)
class _Tables:
    entries: dict[str, TableEntry]
    sequences: dict[str, int]
    journal: tuple[int, str]
    named: set[str]


def write_archive(
    wiring: Wiring, purpose: Purpose, file: BinaryIO, key: SealedKey | None = None
) -> Manifest:
    """Writes everything to `file`, which may be read back from its start.

    The tables are of one moment. Originals are never taken away, so that those they name are there;
    each is checked, and a damaged one is named in the manifest instead of being copied.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with snapshot(wiring.engine) as connection:
            tables = _write_tables(archive, connection, purpose)
        kept, missing = _write_originals(archive, wiring.originals, tables.named)
        lines, last = tables.journal
        manifest = Manifest(
            purpose, head(), datetime.now(UTC).isoformat(timespec="seconds"), tables.entries,
            tables.sequences, kept, missing, lines, last, _settings(wiring.settings.home), key,
        )  # fmt: skip
        archive.writestr(NAME, MANIFEST.write(manifest))
    return manifest


def _write_tables(archive: zipfile.ZipFile, connection: Connection, purpose: Purpose) -> _Tables:
    tables = tables_of(purpose)
    entries = {}
    for table in tables:
        rows, sha256 = _write_rows(archive, table.name, rows_of(connection, table, purpose))
        columns = {column.name: kind_of(column) for column in columns_of(table, purpose)}
        entries[table.name] = TableEntry(rows, sha256, columns)
    named = {
        digest
        for column in REFERENCES
        for digests in connection.scalars(sa.select(column).where(column.is_not(None)))
        for digest in (digests or "").split()
    }
    return _Tables(entries, sequences_of(connection, tables), journal_end(connection), named)


def _write_rows(
    archive: zipfile.ZipFile, name: str, rows: Iterable[dict[str, object]]
) -> tuple[int, str]:
    count, sha256 = 0, hashlib.sha256()
    with archive.open(table_file(name), "w", force_zip64=True) as stream:
        for row in rows:
            line = json.dumps(row, separators=(",", ":"), allow_nan=False).encode() + b"\n"
            stream.write(line)
            sha256.update(line)
            count += 1
    return count, sha256.hexdigest()


def _write_originals(
    archive: zipfile.ZipFile, originals: Originals, named: set[str]
) -> tuple[list[str], list[str]]:
    kept, missing = [], []
    for digest in sorted(named | set(originals.digests())):
        try:
            data = originals.read(digest)
        except OriginalDamaged:
            missing.append(digest)
            continue
        archive.writestr(original_file(digest), data)
        kept.append(digest)
    return kept, missing


def _settings(home: Path) -> dict[str, str | int | float]:
    """What facteur.toml says, without what may hold a password."""
    with suppress(OSError, ValueError):
        found = tomllib.loads((home / FILE_NAME).read_text(encoding="utf-8"))
        return {
            name: value
            for name, value in found.items()
            if name not in SECRETS and isinstance(value, str | int | float)
        }
    return {}
