"""The table of contents of an archive: by it everything is checked before anything is taken in."""

from dataclasses import dataclass, field
from typing import Literal

from flow.archive.contents import ColumnKind, Purpose
from models.codec import Codec
from models.words import mark

NAME = "manifest.json"
VERSION = 1
CHANGED = mark("{name} in it is damaged, or was changed")
"""Said of a part that is not what the table of contents says."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table: its rows, the SHA-256 of its file, and how each column is written."""

    rows: int
    sha256: str
    columns: dict[str, ColumnKind]


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The key of the stored passwords, encrypted under a passphrase (base 64)."""

    salt: str
    nonce: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in an archive.

    revision: of the tables, as models.migrate counts. sequences: the last number that each table gave,
    so that none is given twice. originals: SHA-256 of each file; missing: of those that were damaged
    already. journal_last: the hash of the last of `journal_lines` lines. settings: of facteur.toml,
    without the secret ones.
    """

    purpose: Purpose
    revision: str
    made_at: str
    tables: dict[str, TableEntry]
    sequences: dict[str, int]
    originals: list[str]
    missing: list[str]
    journal_lines: int
    journal_last: str
    settings: dict[str, str | int | float] = field(default_factory=dict)
    sealed_key: SealedKey | None = None
    format: Literal["facteur"] = "facteur"
    version: int = VERSION


MANIFEST: Codec[Manifest] = Codec(Manifest)


def table_file(name: str) -> str:
    """Where a table lies in the archive: one JSON object a line."""
    return f"tables/{name}.jsonl"


def original_file(digest: str) -> str:
    """Where an original lies in the archive."""
    return f"originals/{digest[:2]}/{digest[2:]}"
