"""`facteur sync`: fetch what is new, read it, judge it, file it, and say what was done."""

import time
from typing import Annotated

import typer
from rich.progress import Progress

from cli.list import shortened
from cli.log import log_file
from cli.options import Json, LangName
from cli.output import KIND_WORDS, Out
from cli.sync_told import tell_synced
from cli.wired_door import wired_door
from cli.working import drain, working
from flow.accounts import AccountRow, connected
from flow.counts import bills_since, left_to_do, mark_now, quarantined_since
from flow.dry_run import Forecast, forecast
from flow.filing import file_now
from flow.prove import match_again
from flow.receive import Received, receive_account
from flow.round import pick_up
from flow.wiring import Wiring
from jobs.worker import Worker
from models.errors.problem import Problem
from models.words import mark

_PATIENCE = 60.0
_DONE = ("seen", "new", "bills", "filed", "quarantined")
Failures = dict[str, Problem]
"""Address to what went wrong there."""
_HEADS = (
    mark("Mail"), mark("Biller"), mark("Amount"), mark("Due"), mark("Kind"), mark("Would go to"), mark("Why"),
)  # fmt: skip


def sync(
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help=mark("Show what would be filed and why; change nothing.")),
    ] = False,
    folder: Annotated[
        str | None, typer.Option("--folder", help=mark("Read this folder instead of the inbox."))
    ] = None,
    account: Annotated[
        str | None, typer.Option("--account", help=mark("Only this address, of several connected."))
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Look for new mail, read and judge it, file what is a bill."""
    with wired_door(lang, as_json) as (out, wiring):
        rows = connected(wiring, account)
        if dry_run:
            failures = _dry_run(out, wiring, rows, folder)
        else:
            failures, before = {}, mark_now(wiring)
            report, _ = sync_accounts(out, wiring, rows, folder, failures)
            heard = len(failures) < len(rows) or any(report[name] for name in _DONE)
            tell_synced(out, wiring, report, before, heard=heard)
        for address, problem in failures.items():
            out.warn(mark("{address}: {why}"), address=address, why=problem.told(out.lang))
        if failures:
            raise typer.Exit(1)


def sync_accounts(
    out: Out,
    wiring: Wiring,
    rows: tuple[AccountRow, ...],
    folder: str | None,
    failures: Failures | None = None,
) -> tuple[dict[str, int | float], Problem | None]:
    """Syncs each account; one that fails does not stop the others. The report and the first problem.

    `failures` gets the first problem of each account that failed.
    """
    began, before = time.perf_counter(), mark_now(wiring)
    failures = {} if failures is None else failures
    seen = new = filed = 0
    with working(wiring, alone=False) as worker, out.progress() as progress:
        for row in rows:
            try:
                received = _receive(out, wiring, worker, progress, row, folder)
                seen, new = seen + received.seen, new + received.new
            except Problem as problem:
                failures.setdefault(row.address, problem)
        drain(out, wiring, worker, progress)
        match_again(wiring)
        for row in rows:
            try:
                filed += file_now(wiring, row.id, _PATIENCE)
            except Problem as problem:
                failures.setdefault(row.address, problem)
    waiting = left_to_do(wiring)
    if any(waiting):
        out.warn(
            mark("{messages} mails and {filings} filings wait for another try: see {log}."),
            messages=waiting[0], filings=waiting[1], log=log_file(wiring.settings.home),
        )  # fmt: skip
    report: dict[str, int | float] = {
        "seen": seen,
        "new": new,
        "bills": bills_since(wiring, before),
        "filed": filed,
        "quarantined": quarantined_since(wiring, before),
        "seconds": round(time.perf_counter() - began, 3),
    }
    return report, next(iter(failures.values()), None)


def _receive(
    out: Out,
    wiring: Wiring,
    worker: Worker,
    progress: Progress,
    row: AccountRow,
    folder: str | None,
) -> Received:
    task = progress.add_task(out.words(mark("Fetching {address}"), address=row.address), total=None)

    def moved(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    pick_up(wiring, row.id, worker.outbox, now=True)
    return receive_account(wiring, row.id, folder, on_progress=moved, enqueue=worker.outbox.enqueue)


def _dry_run(
    out: Out, wiring: Wiring, rows: tuple[AccountRow, ...], folder: str | None
) -> Failures:
    found: list[Forecast] = []
    failures: Failures = {}
    began = time.perf_counter()
    for row in rows:
        try:
            found.extend(forecast(wiring, row.id, folder))
        except Problem as problem:
            failures[row.address] = problem
    bills = [mail for mail in found if mail["kind"] not in {None, "other"}]
    out.emit(
        {
            "seen": len(found),
            "new": len(found),
            "bills": len(bills),
            "filed": 0,
            "quarantined": sum(mail["problem"] is not None for mail in found),
            "seconds": round(time.perf_counter() - began, 3),
            "would_file": [mail for mail in found if mail["folder"]],
            "would_leave": [mail for mail in found if not mail["folder"]],
        }
    )
    if len(failures) < len(rows):
        out.table(_HEADS, [_row(out, mail) for mail in found], right=2)
        _say_left(out, [row for row in rows if row.address not in failures])
    return failures


def _say_left(out: Out, rows: list[AccountRow]) -> None:
    for row in rows:
        if not row.files_mail:
            out.say(
                mark("{address} was connected with --no-filing: none of its mail will be filed."),
                address=row.address,
            )
    out.say(mark("Nothing was changed. `facteur sync` does it."))


def _row(out: Out, mail: Forecast) -> list[str]:
    amount = f"{mail['amount']} {mail['currency']}" if mail["amount"] else ""
    kind = out.words(KIND_WORDS[mail["kind"]]) if mail["kind"] else mail["problem"] or ""
    why = out.words(mail["why"], quote=shortened(mail["quote"]))
    return [
        mail["subject"],
        mail["biller"] or "",
        amount,
        mail["due_date"] or "",
        kind,
        mail["folder"],
        why,
    ]
