"""A real submission server on loopback, and a scripted one for what a real one seldom does."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from models.security import Security
from notify.post_office import Credentials, PostOffice
from tests.dovecot import certificate, free_port

PASSWORD = "correct horse é"


@dataclass
class Box:
    """What arrived, and how often somebody connected and tried to sign in."""

    mails: list[Envelope] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)
    lines: int = 0

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.tries.append(mechanism)
        right = isinstance(data, LoginPassword) and data == LoginPassword(
            b"alice", PASSWORD.encode()
        )
        return AuthResult(success=right, handled=right)

    async def handle_EHLO(  # noqa: N802
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        self.lines += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        if address.startswith("nobody"):
            return f"550 5.1.1 <{address}> no such user, said \x1b[2J\u202eby {PASSWORD}"
        if address.startswith("full"):
            return "452 4.2.2 mailbox full"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if b"X-Spam" in (envelope.original_content or b""):
            return "554 5.7.1 spam"
        self.mails.append(envelope)
        return "250 2.0.0 queued"

    def sources(self) -> list[bytes]:
        """The mails as they came."""
        return [mail.original_content or b"" for mail in self.mails]


class _Door(Controller):
    def factory(self) -> SMTP:
        kwargs = {"enable_SMTPUTF8": False, **self.SMTP_kwargs}
        return SMTP(self.handler, **kwargs)


@contextmanager
def post(
    folder: Path, security: Security, *, auth: bool = True, mechanisms: tuple[str, ...] = (),
    box: Box | None = None,
) -> Iterator[tuple[Box, PostOffice]]:  # fmt: skip
    """A server that keeps what it gets, and what it takes to send through it as Alice.

    mechanisms: ways of signing in that it does not offer. box: its own, else a new one.
    """
    for name, pem in zip(("cert.pem", "key.pem"), certificate(), strict=True):
        (folder / name).write_text(pem)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    box, port = box or Box(), free_port()
    door = _Door(
        box, hostname="127.0.0.1", port=port,
        ssl_context=tls if security is Security.TLS else None,
        tls_context=tls if security is Security.STARTTLS else None,
        require_starttls=security is Security.STARTTLS,
        authenticator=box.authenticate if auth else None,
        auth_required=auth, auth_require_tls=security is Security.STARTTLS,
        auth_exclude_mechanism=mechanisms,
    )  # fmt: skip
    door.start()
    try:
        pem = (folder / "cert.pem").read_text()
        credentials = Credentials("alice", PASSWORD) if auth else None
        yield box, PostOffice("127.0.0.1", port, security, credentials, pem, 5, 10)
    finally:
        door.stop()


Play = Callable[[socket.socket], None]


@contextmanager
def scripted(*plays: Play) -> Iterator[PostOffice]:
    """A server that answers its first connection by the first play, and so on; then none."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]

        def serve() -> None:
            for play in plays:
                connection, _ = listener.accept()
                with connection:
                    connection.settimeout(5)
                    play(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield PostOffice("127.0.0.1", port, Security.PLAIN, None, None, 2, 2)
        thread.join(5)


def says(*answers: str, until_end: int | None = None) -> Play:
    """Greets, then gives one answer a command; the answer number `until_end` waits for the last dot."""

    def play(connection: socket.socket) -> None:
        lines = connection.makefile("rb")
        connection.sendall(b"220 script\r\n")
        for number, answer in enumerate(answers):
            line = lines.readline()
            while until_end == number and line not in {b".\r\n", b""}:
                line = lines.readline()
            if answer:
                connection.sendall(answer.encode() + b"\r\n")
        lines.close()

    return play
