"""What is told of an archive: what is in it, what came back, what is missing."""

from datetime import datetime
from pathlib import Path

from cli.output import Out
from flow.archive.bring import Brought
from flow.archive.contents import Purpose
from flow.archive.manifest import Manifest
from models.errors.books import OriginalsDamaged
from models.words import mark

_AGAIN = mark(
    "No password is in it: `facteur connect ADDRESS` for each mailbox, `facteur secret` for your code."
)


def told(path: Path, manifest: Manifest) -> dict[str, object]:
    """What a script is told of an archive."""
    return {
        "file": str(path),
        "purpose": manifest.purpose.value,
        "made_at": manifest.made_at,
        "rows": sum(entry.rows for entry in manifest.tables.values()),
        "originals": len(manifest.originals),
        "missing": list(manifest.missing),
        "journal_lines": manifest.journal_lines,
        "with_key": manifest.sealed_key is not None,
    }


def say_written(out: Out, path: Path, manifest: Manifest) -> None:
    """What is in the archive, in a sentence."""
    out.say(
        mark("{file}: {rows} rows, {originals} originals, {lines} lines of the journal."),
        file=path,
        rows=sum(entry.rows for entry in manifest.tables.values()),
        originals=len(manifest.originals),
        lines=manifest.journal_lines,
    )


def refuse_damaged(path: Path, manifest: Manifest) -> None:
    """Raises OriginalsDamaged when some were not whole any more: the file is written all the same."""
    if manifest.missing:
        raise OriginalsDamaged(
            file=str(path), count=len(manifest.missing), first=manifest.missing[0][:12]
        )


def emit_brought(out: Out, file: str, brought: Brought) -> None:
    """What came back, and where what was there before is kept."""
    manifest = brought.manifest
    made_at = datetime.fromisoformat(manifest.made_at)
    out.emit(
        {
            "file": file,
            "purpose": manifest.purpose.value,
            "made_at": manifest.made_at,
            "rows": brought.rows,
            "originals": len(manifest.originals),
            "missing": list(manifest.missing),
            "kept": str(brought.kept) if brought.kept else None,
        }
    )
    out.say(
        mark("Taken in, as of {moment}: {rows} rows, {originals} originals; the journal is whole."),
        moment=out.day(f"{made_at.astimezone():%Y-%m-%d %H:%M}"),
        rows=brought.rows,
        originals=len(manifest.originals),
    )
    if brought.kept is not None:
        out.say(mark("What was there before is kept in {file}"), file=brought.kept)
    if manifest.missing:
        out.warn(
            mark("{count} originals were damaged before this file was made: they are not here."),
            count=len(manifest.missing),
        )
    if manifest.purpose is Purpose.EXPORT:
        out.say(_AGAIN)
