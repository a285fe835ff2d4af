"""pymap as a second real server: no SPECIAL-USE, no CONDSTORE, system flags only."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from inbox.login import Login, Password, Patience
from models.security import Security


@contextmanager
def pymap_server() -> Iterator[Login]:
    """The login of its demo user; the server ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-c", "from pymap.main import main; main()"]
    command += [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-tls",
        "--no-service",
        "admin",
        "dict",
    ]
    process = subprocess.Popen(
        [*command, "--demo-data"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port, process)
        yield Login(
            "demouser@example.org", "127.0.0.1", port, Security.PLAIN, "demouser",
            Password("demopass"), patience=Patience(5, 10),
        )  # fmt: skip
    finally:
        process.terminate()
        process.wait(10)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as probe:
                probe.recv(1)
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("pymap did not start")
