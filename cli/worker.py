"""`facteur worker`: runs the steps of the road alone, on this machine or one of several."""

import signal
from types import FrameType

from cli.chores import chores
from cli.options import Json, LangName
from cli.wired_door import wired_door
from cli.working import working
from models.words import mark


def worker(as_json: Json = False, lang: LangName = None) -> None:
    """Work on what others receive. Several may run on one PostgreSQL database."""
    with wired_door(lang, as_json) as (out, wiring), working(wiring, alone=True) as running:

        def stop(_number: int, _frame: FrameType | None) -> None:
            running.halt()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        out.emit({"worker": running.executor_id, "state": "started"})
        out.say(mark("Worker {name} is ready; Ctrl-C stops it."), name=running.executor_id)
        running.run_forever(every=wiring.settings.poll_seconds, beside=chores(wiring))
        out.emit({"worker": running.executor_id, "state": "stopped"})
