"""`facteur import`: a bank statement proves what was paid; what is left open is answered here."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from cli.books_in import Members, archive_taken, shared_taken
from cli.columns_option import columns_of
from cli.entries import currency_of
from cli.house_options import House
from cli.match_said import match_said
from cli.options import Json, LangName
from cli.order_options import Yes
from cli.output import Out
from cli.told_payments import ask_columns, show_report
from cli.wired_door import wired_door
from flow.columns_said import ColumnsSaid
from flow.household.door import looking
from flow.prove import Brought, import_file, match_again
from flow.prove_told import report
from flow.wiring import Wiring
from models.errors.files import FileUnreadable, FolderNamed
from models.errors.statements import StatementTooLong
from models.words import mark
from pay.evidence.columns import Question
from pay.evidence.reader import MOST_BYTES


def import_(
    statement: Annotated[
        str | None,
        typer.Argument(
            help=mark(
                "A statement (camt.053, MT940, OFX, CSV; - for standard input), a CSV of Splitwise, "
                "a ZIP of Facteur. Without: all that waits."
            )
        ),
    ] = None,
    confirm_match: Annotated[
        int | None,
        typer.Option("--confirm", min=1, help=mark("This suggested match is right: it is paid.")),
    ] = None,
    undo_match: Annotated[
        int | None,
        typer.Option("--undo", min=1, help=mark("This match is wrong: its bill opens again.")),
    ] = None,
    entry: Annotated[
        int | None, typer.Option("--entry", min=1, help=mark("An entry that pays --bill."))
    ] = None,
    bill: Annotated[
        int | None, typer.Option("--bill", min=1, help=mark("The bill that --entry pays."))
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", help=mark("Which column is which, as date=1,amount=3,text=2.")),
    ] = None,
    days: Annotated[
        Literal["dmy", "mdy", "ymd"] | None,
        typer.Option("--days", help=mark("How the file writes days: day first is dmy.")),
    ] = None,
    flipped: Annotated[
        bool, typer.Option("--flipped", help=mark("Amounts are positive when money leaves."))
    ] = False,
    account: Annotated[
        str | None, typer.Option("--account", help=mark("Your account, when the file names none."))
    ] = None,
    currency: Annotated[
        str | None, typer.Option("--currency", help=mark("Its currency, when the file names none."))
    ] = None,
    who: Annotated[
        str | None,
        typer.Option("--as", help=mark("The member whose statement it is; without it, yours.")),
    ] = None,
    yes: Yes = False,
    house: House = None,
    names: Members = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Prove payments with a bank statement: what is paid, what to confirm, what is unknown."""
    with wired_door(lang, as_json) as (out, wiring):
        member = _member(wiring, house, who)
        if match_said(out, wiring, (confirm_match, undo_match), (entry, bill), member, yes=yes):
            return
        if statement is None:
            match_again(wiring)
            found = report(wiring, None, datetime.now(UTC).date(), member)
            out.emit({"file": None, **found})
            show_report(out, found, whole=True)
            return
        if archive_taken(out, wiring, statement):
            return
        data, money = _bytes_of(statement), currency_of(out, currency) or ""
        said = ColumnsSaid(columns_of(out, columns), days, flipped)
        shared = (statement, data, money)
        if said.is_empty and shared_taken(out, wiring, shared, (house, who), names or ()):
            return
        own, name = "".join((account or "").split()).upper()[:34], Path(statement).name
        _import(out, wiring, statement, Brought(name, data, said, own, money, member))


def _member(wiring: Wiring, house: int | None, who: str | None) -> int | None:
    """The member of that name; None for the person at this machine. Raises MemberUnknown."""
    if who is None:
        return None
    with looking(wiring, house, who) as (_, actor):
        return actor.member_id


def _import(out: Out, wiring: Wiring, file: str, brought: Brought) -> None:
    done = import_file(wiring, brought)
    if isinstance(done, Question):
        out.emit({"file": file, "question": _question(done)})
        ask_columns(out, done, file)
        raise typer.Exit(1)
    found = report(wiring, done, datetime.now(UTC).date(), brought.member_id)
    out.emit({"file": file, **found})
    show_report(out, found, whole=False)


def _question(question: Question) -> dict[str, object]:
    return {
        "doubt": question.doubt,
        "columns": list(question.columns),
        "examples": [list(cells) for cells in question.examples],
        "guess": [role.value for role in question.guess.roles],
    }


def _bytes_of(file: str) -> bytes:
    """Raises FileUnreadable, FolderNamed, StatementTooLong."""
    most = MOST_BYTES + 1
    try:
        if file == "-":
            data = sys.stdin.buffer.read(most)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(most)
    except IsADirectoryError as cause:
        raise FolderNamed(folder=file) from cause
    except (OSError, ValueError) as cause:
        raise FileUnreadable(file=file) from cause
    if len(data) > MOST_BYTES:
        raise StatementTooLong(limit=f"{MOST_BYTES // 1_000_000} MB")
    return data
