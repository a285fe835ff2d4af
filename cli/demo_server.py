"""A real IMAP server on loopback (pymap, in memory) that holds the sample mailbox while the demo runs."""

import imaplib
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files

USER = "alice@demo.test"
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class DemoServer:
    """Where the demo's mailbox answers. Its password is made anew each time."""

    port: int
    password: str = field(repr=False)
    messages: int


@contextmanager
def demo_server() -> Iterator[DemoServer]:
    """Starts the server, fills its INBOX with the samples, and stops it at the end."""
    port, password = _free_port(), secrets.token_urlsafe(12)
    command = [
        sys.executable, "-P", "-c", "from pymap.main import main; main()",
        "--host", "127.0.0.1", "--port", str(port), "--no-tls", "--no-service", "admin",
        "dict", "--demo-user", USER, "--demo-password", password,
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield DemoServer(port, password, _fill(port, password))
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def samples() -> tuple[bytes, ...]:
    """The sample mails, in the order of their names."""
    folder = files("samples.demo")
    mails = sorted((item for item in folder.iterdir() if item.name.endswith(".eml")), key=_name)
    return tuple(item.read_bytes() for item in mails)


def _name(item: object) -> str:
    return str(getattr(item, "name", ""))


def _fill(port: int, password: str) -> int:
    connection = _connected(port)
    try:
        connection.login(f'"{USER}"', password)
        mails = samples()
        for mail in mails:
            connection.append("INBOX", "", "", mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    finally:
        connection.logout()
    return len(mails)


def _connected(port: int) -> imaplib.IMAP4:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return imaplib.IMAP4("127.0.0.1", port)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
