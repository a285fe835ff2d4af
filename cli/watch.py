"""`facteur watch`: poller and worker in one process; new mail is read as it comes."""

import signal
import threading
from types import FrameType

from cli.options import Json, LangName, wired_door
from cli.working import working
from flow.accounts import connected
from flow.watch import watch_account
from models.words import mark


def watch(as_json: Json = False, lang: LangName = None) -> None:
    """Watch every connected mailbox (IDLE and a regular look) until stopped."""
    with wired_door(lang, as_json) as (out, wiring):
        rows = connected(wiring)
        stop = threading.Event()
        with working(wiring, alone=True) as running:

            def halt(_number: int, _frame: FrameType | None) -> None:
                stop.set()
                running.halt()

            signal.signal(signal.SIGTERM, halt)
            signal.signal(signal.SIGINT, halt)
            listeners = [
                threading.Thread(
                    target=watch_account,
                    args=(wiring, row.id, running.outbox.visit, stop),
                    daemon=True,
                )
                for row in rows
            ]
            for listener in listeners:
                listener.start()
            out.emit({"watching": [row.address for row in rows], "state": "started"})
            out.say(
                mark("Watching {addresses}; Ctrl-C stops it."),
                addresses=", ".join(r.address for r in rows),
            )
            running.run_forever(lambda: [row.id for row in rows], wiring.settings.poll_seconds)
            stop.set()
            for listener in listeners:
                listener.join(5)
