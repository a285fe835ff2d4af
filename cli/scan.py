"""`facteur scan`: bills from files, photographs and folders into the house, as mail brings them."""

from typing import Annotated

import typer

from cli.house_options import House, Who
from cli.log import log_file
from cli.options import Json, LangName
from cli.output import KIND_WORDS, STATE_WORDS, Out
from cli.passwords import pdf_password
from cli.scan_files import Stack, opened, stacks
from cli.unsure import alike, unsure
from cli.warnings import warning_words
from cli.wired_door import wired_door
from cli.working import drain, working
from flow.counts import left_to_do
from flow.household.door import looking
from flow.prove import match_again
from flow.round import Outbox, pick_up
from flow.scan import Kept, keep_scan, read_scan
from flow.scans_told import ScanRow, scan_row, unopened
from flow.wiring import Wiring
from models.errors.problem import Problem
from models.errors.values import UsageWrong
from models.words import mark

_HEADS = (
    mark("File"), mark("Bill"), mark("Biller"), mark("Amount"), mark("Due"), mark("Kind"),
    mark("State"), mark("Remark"),
)  # fmt: skip
_ON_STDIN = "standard-input"
_MOST_DOUBTS = 2
"""A row says no more; `facteur show` says all."""


def scan(
    files: Annotated[
        list[str],
        typer.Argument(
            help=mark("PDF, XML, photograph or mail (.eml); a folder; - for standard input.")
        ),
    ],
    together: Annotated[
        bool,
        typer.Option("--together", help=mark("The files are one bill: its pages, photographed.")),
    ] = False,
    name: Annotated[
        str, typer.Option("--name", help=mark("What standard input is called in lists."))
    ] = _ON_STDIN,
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", help=mark("Take the PDF's password from standard input.")),
    ] = False,
    who: Who = None,
    house: House = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Bring in bills from files: PDF, photograph, folder. They go the way of your mail."""
    with wired_door(lang, as_json) as (out, wiring):
        if password_stdin and "-" in files:
            words = mark("Standard input gives the password or the bill, not both: name the file.")
            raise UsageWrong(why=out.words(words))
        bills = stacks(out, files, together=together)
        password = pdf_password(out, password_stdin)
        desk = Desk(out, wiring, _member(wiring, house, who), name, password)
        rows = desk.scanned(bills)
        for row in rows:
            out.emit(row)
        out.table(_HEADS, [_row(out, row) for row in rows], right=3)
        _say(out, wiring, rows)
        if any(row["error"] for row in rows):
            raise typer.Exit(1)


def _member(wiring: Wiring, house: int | None, who: str | None) -> int | None:
    if house is None and who is None:
        return None
    with looking(wiring, house, who) as (_, actor):
        return actor.member_id


class Desk:
    """What every file of one call is kept and read with."""

    def __init__(
        self, out: Out, wiring: Wiring, member_id: int | None, name: str, password: str
    ) -> None:
        self._out, self._wiring, self._member_id = out, wiring, member_id
        self._name, self._password = name, password

    def scanned(self, bills: list[Stack]) -> list[ScanRow]:
        """Each bill's row, in order. All are kept before the first is read; one that fails does not
        stop the rest."""
        out, wiring = self._out, self._wiring
        with working(wiring, alone=False) as worker, out.progress() as progress:
            task = progress.add_task(out.words(mark("Keeping")), total=len(bills))
            found: list[Kept | Problem] = []
            for bill in bills:
                found.append(self._kept(bill, worker.outbox))
                progress.advance(task)
            for account_id in sorted({one.account_id for one in found if isinstance(one, Kept)}):
                pick_up(wiring, account_id, worker.outbox, now=True)
            drain(out, wiring, worker, progress)
            match_again(wiring)
        return [self._told(bill, one) for bill, one in zip(bills, found, strict=True)]

    def _kept(self, bill: Stack, outbox: Outbox) -> Kept | Problem:
        """With a password the file is read at once, here: no job may hold a password."""
        wiring = self._wiring
        try:
            files = opened(bill, self._name)
            if not self._password:
                return keep_scan(wiring, files, outbox, self._member_id)
            kept = keep_scan(wiring, files, None, self._member_id)
            read_scan(wiring, kept.message_id, self._password)
        except Problem as problem:
            return problem
        return kept

    def _told(self, bill: Stack, found: Kept | Problem) -> ScanRow:
        lang = self._out.lang
        if isinstance(found, Problem):
            return unopened(bill.label, f"{found.code}: {found.told(lang)}")
        return scan_row(self._wiring, bill.label, found.message_id, lang, known=found.known)


def _row(out: Out, row: ScanRow) -> list[str]:
    return [
        row["file"],
        str(row["bill"] or ""),
        row["biller"] or "",
        out.amount(row["amount"], row["currency"] or "") if row["amount"] else "",
        row["due_date"] or "",
        out.words(KIND_WORDS[row["kind"]]) if row["kind"] else "",
        out.words(STATE_WORDS[row["state"]]) if row["state"] else "",
        _remark(out, row),
    ]


def _remark(out: Out, row: ScanRow) -> str:
    if row["error"]:
        return row["error"].partition(": ")[2]
    if row["kind"] is None:
        return out.words(mark("waits to be read"))
    if row["bill"] is None:
        words = mark("no bill was seen in it; if it is one: `facteur fix m{mail} --kind to_pay`")
        return out.words(words, mail=row["mail"])
    known = [out.words(mark("scanned before"))] if row["known"] else []
    doubts = [warning_words(out, warning) for warning in row["warnings"][:_MOST_DOUBTS]]
    fields = [words] if (words := unsure(out, row["to_review"])) else []
    like = [alike(out, row["like"])] if row["like"] else []
    return "; ".join([*known, *like, *fields, *doubts])


def _say(out: Out, wiring: Wiring, rows: list[ScanRow]) -> None:
    unread = sum(1 for row in rows if row["error"])
    bills = {row["bill"] for row in rows if row["bill"] is not None}
    out.say(
        mark("Files: {files}. Bills: {bills}. Not read: {unread}."),
        files=len(rows), bills=len(bills), unread=unread,
    )  # fmt: skip
    waiting = left_to_do(wiring)
    if any(waiting):
        out.warn(
            mark("{messages} mails and {filings} filings wait for another try: see {log}."),
            messages=waiting[0], filings=waiting[1], log=log_file(wiring.settings.home),
        )  # fmt: skip
    if any(row["error"] and row["mail"] for row in rows):
        out.say(
            mark("What was not read is kept: `facteur quarantine`. Scan it again to try again.")
        )
    if bills:
        out.say(
            mark("Next: `facteur list` shows your bills, `facteur show {id}` one of them."),
            id=min(bills),
        )
