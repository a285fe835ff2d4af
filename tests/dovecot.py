"""A private Dovecot 2.3 on loopback: real IMAP for the tests, as root or as an ordinary user."""

import getpass
import grp
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import imapclient
import pytest

from inbox.login import Login, Password, Patience
from models.security import Security
from tests.dovecot_conf import PASSWORD, settings


def binary() -> str | None:
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")


@cache
def why_not() -> str:
    """Why no server can be started here, or ""."""
    path = binary()
    if path is None:
        return "Dovecot is not installed: apt-get install dovecot-imapd"
    found = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    return "" if found.startswith("2.3.") else f"the recipe is for Dovecot 2.3, here is {found}"


@cache
def certificate() -> tuple[str, str]:
    """(certificate, key) as PEM for localhost, made once a run."""
    with tempfile.TemporaryDirectory() as folder:
        pems = [f"{folder}/cert.pem", f"{folder}/key.pem"]
        names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        command += ["-subj", "/CN=localhost", "-addext", names, "-out", pems[0], "-keyout", pems[1]]
        subprocess.run(command, check=True, capture_output=True)
        return Path(pems[0]).read_text(), Path(pems[1]).read_text()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@dataclass(frozen=True)
class Dovecot:
    folder: Path
    port: int
    tls_port: int
    separator: str

    @property
    def ca_pem(self) -> str:
        return (self.folder / "cert.pem").read_text()

    def login(
        self, user: str = "alice", security: Security = Security.PLAIN, **changes: object
    ) -> Login:
        port = self.tls_port if security is Security.TLS else self.port
        given: dict[str, object] = {
            "address": f"{user}@example.org", "host": "127.0.0.1", "port": port, "user": user,
            "security": security, "secret": Password(PASSWORD), "patience": Patience(5, 10),
        }  # fmt: skip
        return Login(**(given | changes))  # type: ignore[arg-type]

    @contextmanager
    def client(self, user: str = "alice") -> Iterator[imapclient.IMAPClient]:
        """Another mail program of the same person."""
        with imapclient.IMAPClient("127.0.0.1", self.port, ssl=False, timeout=10) as client:
            client.login(user, PASSWORD)
            yield client

    def deliver(self, *messages: bytes, user: str = "alice", folder: str = "INBOX") -> None:
        with self.client(user) as client:
            for message in messages:
                client.append(folder, message)

    def contents(self, user: str = "alice") -> dict[str, list[bytes]]:
        """Every message of every folder that holds one."""
        found: dict[str, list[bytes]] = {}
        with self.client(user) as client:
            names = [name for flags, _, name in client.list_folders() if b"\\Noselect" not in flags]
            for name in names:
                client.select_folder(name, readonly=True)
                uids = client.search(["ALL"])
                said = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
                if uids:
                    found[name] = [said[uid][b"BODY[]"] for uid in uids if uid in said]
        return found

    def seed(self, user: str, messages: Iterable[bytes]) -> None:
        """Drop files into the INBOX: thousands at once, without one APPEND."""
        inbox = self.folder / "mail" / user
        for name in ("cur", "new", "tmp"):
            (inbox / name).mkdir(parents=True, exist_ok=True)
        now = int(time.time())
        for number, message in enumerate(messages):
            size, wide = len(message), len(message.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
            (inbox / "cur" / f"{now}.M{number:06}P1.host,S={size},W={wide}:2,").write_bytes(message)
        self._own(inbox)

    def forget_uids(self, user: str = "alice") -> None:
        """Give INBOX another UIDVALIDITY; nobody may be connected."""
        for path in (self.folder / "mail" / user).glob("dovecot*"):
            path.unlink()
        time.sleep(1.1)  # Dovecot takes the time in seconds as UIDVALIDITY

    def kick(self, user: str) -> None:
        """Have the server end every connection of that person."""
        doveadm = str(Path(str(binary())).parent.parent / "bin" / "doveadm")
        command = [shutil.which("doveadm") or doveadm, "-c", str(self.folder / "dovecot.conf")]
        subprocess.run([*command, "kick", user], check=True, capture_output=True)

    def _own(self, path: Path) -> None:
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", "mail:mail", str(path)], check=True)


@contextmanager
def running(
    *, separator: str = "/", extra: str = "", mechanisms: str = "plain login"
) -> Iterator[Dovecot]:
    """A server until the end of the block. Skips, with the reason, where none can be started."""
    if why_not():
        pytest.skip(why_not())
    folder = Path(tempfile.mkdtemp(prefix="dvc"))
    folder.chmod(0o711)
    server = Dovecot(folder, free_port(), free_port(), separator)
    try:
        _write(server, extra, mechanisms)
        command = [str(binary()), "-c", str(folder / "dovecot.conf")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _await(server)
        yield server
    finally:
        pid_file = folder / "run" / "master.pid"
        if pid_file.exists():
            _stop(int(pid_file.read_text()))
        shutil.rmtree(folder, ignore_errors=True)


def _write(server: Dovecot, extra: str, mechanisms: str) -> None:
    folder = server.folder
    for name in ("run", "state", "mail"):
        (folder / name).mkdir()
    cert, key = certificate()
    (folder / "cert.pem").write_text(cert)
    (folder / "key.pem").write_text(key)
    owner = (getpass.getuser(), grp.getgrgid(os.getgid()).gr_name) if os.getuid() else None
    text = settings(server.folder, server.port, server.tls_port, server.separator, owner)
    text = text.replace("plain login", mechanisms)
    (folder / "dovecot.conf").write_text(text + extra)
    server._own(folder / "mail")


def _await(server: Dovecot) -> None:
    for port in (server.port, server.tls_port):
        end = time.monotonic() + 10
        while True:
            try:
                with socket.create_connection(("127.0.0.1", port), timeout=1) as probe:
                    if port == server.tls_port:
                        trust = ssl.create_default_context(cadata=server.ca_pem)
                        with trust.wrap_socket(probe, server_hostname="127.0.0.1") as tls:
                            tls.recv(1)
                    else:
                        probe.recv(1)
                break
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)


def _stop(pid: int) -> None:
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 0.5  # it lets its children linger; each server has ports of its own
    while Path(f"/proc/{pid}").exists() and time.monotonic() < end:
        time.sleep(0.02)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One server for all tests; each uses a user of its own."""
    with running() as server:
        yield server
