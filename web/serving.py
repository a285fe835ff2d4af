"""The running server: its socket is open before anything is said, and it ends when it is told to."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

import uvicorn

from flow.wiring import Wiring
from models.errors.files import PortTaken
from web.app import application

_BACKLOG = 128
_MOST_AT_ONCE = 64
_MOST_HEAD = 16 * 1024
_GRACE = 5
"""Seconds that open requests have to end."""


class _Quiet(uvicorn.Server):
    """A server that leaves signals to the command line."""

    def capture_signals(self) -> nullcontext[None]:  # type: ignore[override]
        return nullcontext()


@dataclass(frozen=True, slots=True)
class Serving:
    """A server whose socket is open. url: where this machine reaches it."""

    url: str
    server: uvicorn.Server
    listener: socket.socket

    def run_forever(self) -> None:
        """Answers until `halt`."""
        self.server.run(sockets=[self.listener])

    def halt(self) -> None:
        """Makes `run_forever` return; safe in a signal handler."""
        self.server.should_exit = True


@contextmanager
def serving(wiring: Wiring, host: str, port: int) -> Iterator[Serving]:
    """A server on `host` and `port` (0: any free one). Raises PortTaken.

    It writes no log of requests: an address holds a secret.
    """
    listener = _listening(host, port)
    with listener:
        at = listener.getsockname()[1]
        config = uvicorn.Config(
            application(wiring, host, at), access_log=False, log_config=None, log_level="warning",
            http="h11", ws="none", lifespan="on", server_header=False, limit_concurrency=_MOST_AT_ONCE,
            h11_max_incomplete_event_size=_MOST_HEAD, timeout_graceful_shutdown=_GRACE,
        )  # fmt: skip
        shown = f"[{host}]" if ":" in host else host
        yield Serving(f"http://{shown}:{at}/", _Quiet(config), listener)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except (OSError, UnicodeError) as cause:
        number = cause.errno if isinstance(cause, OSError) else None
        why = os.strerror(number) if number and number > 0 else str(cause)
        raise PortTaken(host=host[:80], port=port, why=why) from cause
