"""A monthly statement written where the person wants it."""

from pathlib import Path

from sqlalchemy.orm import Session

from cli.output import Out
from flow.household.rights import Actor, member_called
from flow.household.statement import month_named, statement_of
from flow.household.statement_files import as_csv, as_pdf
from models.errors.files import FileUnwritable
from models.errors.values import UsageWrong
from models.words import mark


def write_statement(
    out: Out, session: Session, actor: Actor, asked: tuple[str, str], folder: Path
) -> None:
    """Two files, "2026-10-bob.csv" and ".pdf", in place of older ones of these names.

    asked: the member's name and the month. Raises UsageWrong, MemberUnknown, FileUnwritable.
    """
    name, text = asked
    month = month_named(text)
    if month is None:
        raise UsageWrong(
            why=out.words(mark("“{text}” is no month: write it as 2026-10."), text=text[:40])
        )
    made = statement_of(session, actor, member_called(session, actor, name, ever=True).id, month)
    files = {".csv": as_csv(made), ".pdf": as_pdf(made, out.lang)}
    for ending, data in files.items():
        path = folder / f"{made.file_stem}{ending}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as cause:
            raise FileUnwritable(file=str(path), why=cause.strerror or str(cause)) from cause
        out.emit({"file": str(path)})
        out.say(mark("Written: {file}"), file=path)
