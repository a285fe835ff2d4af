"""`facteur watch`: poller and worker in one process; new mail is read as it comes."""

import signal
import threading
from collections.abc import Callable
from types import FrameType

import typer

from cli.chores import chores
from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from cli.working import working
from flow.accounts import accounts, connected
from flow.news import News
from flow.watch import Listeners
from flow.wiring import Wiring
from jobs.worker import Worker
from models.database import told_apart
from models.errors.problem import Problem
from models.words import mark

_LOOK_SECONDS = 3.0
"""Between two looks for what was read, and for accounts connected meanwhile."""


def watch(as_json: Json = False, lang: LangName = None) -> None:
    """Watch every connected mailbox, and read new mail as it comes."""
    with wired_door(lang, as_json) as (out, wiring):
        rows = connected(wiring)
        stop = threading.Event()
        with working(wiring, alone=True) as running:
            _end_on_signals(stop, running)

            def refused(address: str, problem: Problem) -> None:
                out.warn(mark("{address}: {why}"), address=address, why=problem.told(out.lang))

            news = News(wiring)
            listeners = Listeners(wiring, running.outbox.visit, stop, refused)
            addresses = [row.address for row in rows]
            out.emit({"watching": addresses, "state": "started"})
            out.say(mark("Watching {addresses}; Ctrl-C stops it."), addresses=", ".join(addresses))
            listeners.look()
            beside = threading.Thread(
                target=_beside, args=(out, wiring, listeners, news, stop, running.halt), daemon=True
            )
            beside.start()
            running.run_forever(
                lambda: [row.id for row in accounts(wiring)],
                wiring.settings.poll_seconds,
                chores(wiring),
            )
            stop.set()
            beside.join(5)
            listeners.join(5)
        if listeners.all_failed():
            raise typer.Exit(1)


def _end_on_signals(stop: threading.Event, running: Worker) -> None:
    def halt(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        running.halt()

    signal.signal(signal.SIGTERM, halt)
    signal.signal(signal.SIGINT, halt)


def _beside(
    out: Out,
    wiring: Wiring,
    listeners: Listeners,
    news: News,
    stop: threading.Event,
    halt: Callable[[], None],
) -> None:
    """Tells what was read, watches accounts connected meanwhile, and ends it all when none can be."""
    while not stop.wait(_LOOK_SECONDS):
        try:
            with told_apart(wiring.settings.url):
                added = listeners.look()
                found = news.look()
        except Problem:  # the database is away: the worker's own look tells and waits
            continue
        if added:
            out.emit({"watching": added, "state": "added"})
            out.say(mark("Watching {addresses}, too."), addresses=", ".join(added))
        if found is not None:
            out.emit({"state": "read", **found})
            out.say(mark("{new} mails read: {bills} bills, {quarantined} set aside."), **found)
        if listeners.all_failed():
            halt()
            return
