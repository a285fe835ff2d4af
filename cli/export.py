"""`facteur export`: the books for other programs, or everything for another Facteur."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer
from sqlalchemy.orm import Session

from cli.archive_shown import refuse_damaged, say_written, told
from cli.entries import day_of
from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.archive.backup import save
from flow.archive.contents import Purpose
from flow.archive.place import written
from flow.books.gather import facts_of
from flow.books.listed import as_csv_files, as_json, listed
from flow.books.shared import shared_book
from flow.household.door import looking
from flow.household.rights import Actor
from flow.wiring import Wiring
from models.database import reading
from models.errors.files import FileUnwritable
from models.errors.household import HouseholdMissing
from models.errors.values import UsageWrong
from models.words import mark
from pay.books.beancount import beancount_text
from pay.books.expenses import splitwise_csv
from pay.books.facts import Facts
from pay.books.hledger import hledger_text
from pay.books.ledger import Ledger, ledger_of

Form = Literal["beancount", "hledger", "csv", "json", "splitwise", "zip"]
_NO_SECRET = mark(
    "No password, no key, no secret code, no private link is in it: those are made anew elsewhere. "
    "Your mails are in it as they are."
)
_LEFT = mark("{count} bills are not in these books: they are held, or without an amount.")


def export(
    form: Annotated[Form, typer.Option("--as", help=mark("What to write; zip is everything."))],
    to: Annotated[
        str | None,
        typer.Option("--out", help=mark("The file, or with csv the folder; - prints it.")),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", help=mark("From this day on; what was before is summed.")),
    ] = None,
    house: Annotated[
        int | None,
        typer.Option(
            "--household", "--house", help=mark("The household's number, when there are several.")
        ),
    ] = None,
    whose: Annotated[
        str | None,
        typer.Option("--of", help=mark("Whose books; without it, those of the household's owner.")),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help=mark("Begin CSV with a mark, for Excel."))
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help=mark("Replace the file if it is there."))
    ] = False,
    as_json_lines: Json = False,
    lang: LangName = None,
) -> None:
    """Write the books for beancount, hledger, a spreadsheet, Splitwise; or everything as one ZIP."""
    with wired_door(lang, as_json_lines) as (out, wiring):
        day = day_of(out, since)
        _refuse(out, form, to, since)
        if form == "zip":
            _whole(out, wiring, Path(to or "").expanduser(), force=force)
            return
        files, left = _files(wiring, form, (house, whose), day, bom=bom)
        if to is None or to == "-":
            _print(out, files)
        else:
            _write(out, files, Path(to).expanduser(), force=force)
        if left:
            out.warn(_LEFT, count=left)


def _refuse(out: Out, form: Form, to: str | None, since: str | None) -> None:
    """What makes no sense together. Raises UsageWrong."""
    if form in {"zip", "csv"} and to in {None, "-"}:
        raise UsageWrong(
            why=out.words(mark("Say where to: --out facteur.zip, or a folder for csv."))
        )
    if form == "zip" and since is not None:
        raise UsageWrong(why=out.words(mark("A ZIP holds everything: leave --since out.")))
    if out.as_json and to in {None, "-"}:
        raise UsageWrong(why=out.words(mark("With --json the books need a place: --out FILE.")))


def _whole(out: Out, wiring: Wiring, path: Path, *, force: bool) -> None:
    manifest = save(wiring, path, Purpose.EXPORT, force=force)
    out.emit({**told(path, manifest), "secrets": False})
    say_written(out, path, manifest)
    out.say(_NO_SECRET)
    refuse_damaged(path, manifest)


def _files(
    wiring: Wiring, form: Form, who: tuple[int | None, str | None], since: date | None, *, bom: bool
) -> tuple[dict[str, bytes], int]:
    """The files by name ("" for the only one), and how many bills are left out."""
    house, whose = who
    try:
        with looking(wiring, house, whose) as (session, actor):
            return _made(session, actor, form, since, bom=bom, sure=wiring.settings.sure)
    except HouseholdMissing:
        if form == "splitwise" or house is not None or whose is not None:
            raise
    with Session(reading(wiring.engine)) as session:
        return _made(session, None, form, since, bom=bom, sure=wiring.settings.sure)


def _made(
    session: Session, actor: Actor | None, form: Form, since: date | None, *, bom: bool, sure: float
) -> tuple[dict[str, bytes], int]:
    if form == "splitwise" and actor is not None:
        return {"": splitwise_csv(shared_book(session, actor, since), bom=bom)}, 0
    facts, left = facts_of(session, actor, sure)
    if form in {"csv", "json"}:
        found = listed(session, facts, since)
        files = as_csv_files(found, bom=bom) if form == "csv" else {"": as_json(found, facts.title)}
        return files, left
    return {"": _text(facts, form, since).encode()}, left


def _text(facts: Facts, form: Form, since: date | None) -> str:
    ledger: Ledger = ledger_of(facts, since)
    return beancount_text(ledger) if form == "beancount" else hledger_text(ledger)


def _print(out: Out, files: dict[str, bytes]) -> None:
    """As they are: other programs read them."""
    out.console.file.flush()
    for data in files.values():
        sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _write(out: Out, files: dict[str, bytes], path: Path, *, force: bool) -> None:
    for name, data in files.items():
        target = path / name if name else path
        if name:
            _make_folder(path)
        with written(target, force=force) as file:
            file.write(data)
        out.emit({"file": str(target), "bytes": len(data)})
        out.say(mark("Written: {file}"), file=target)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as cause:
        raise FileUnwritable(file=str(path), why=cause.strerror or str(cause)) from cause
