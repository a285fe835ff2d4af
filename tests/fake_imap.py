"""A scripted IMAP server for what real ones never do in a test: misbehave."""

import socketserver
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from inbox.login import Login, Password, Patience
from models.security import Security

Script = Sequence[tuple[bytes, bytes | None]]
"""(how a command begins, what is answered). TAG is the command's; None hangs up; b"" says nothing."""

USUAL: Script = (
    (b"CAPABILITY", b"* CAPABILITY IMAP4rev1 UIDPLUS MOVE IDLE\r\nTAG OK done\r\n"),
    (b"LOGIN", b"TAG OK welcome\r\n"),
    (
        b"EXAMINE",
        b"* 9 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 10] .\r\nTAG OK [READ-ONLY] .\r\n",
    ),
    (
        b"SELECT",
        b"* 9 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 10] .\r\nTAG OK [READ-WRITE] .\r\n",
    ),
    (b"NOOP", b"TAG OK done\r\n"),
    (b"UID SEARCH", b"* SEARCH 1 2 3 4 5 6 7 8 9\r\nTAG OK done\r\n"),
    (b"LOGOUT", b"* BYE bye\r\nTAG OK done\r\n"),
)


class FakeImap(socketserver.ThreadingTCPServer):
    """Answers by the first line of the script that fits; what fits none gets BAD. `heard` keeps all."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, script: Script, greeting: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.script = [*script, *USUAL]
        self.greeting = greeting
        self.heard: list[bytes] = []

    def login(self, **changes: object) -> Login:
        given: dict[str, object] = {
            "address": "alice@example.org", "host": "127.0.0.1", "port": self.server_address[1],
            "security": Security.PLAIN, "user": "alice", "secret": Password("hush"),
            "patience": Patience(2, 0.5),
        }  # fmt: skip
        return Login(**(given | changes))  # type: ignore[arg-type]


class _Talk(socketserver.StreamRequestHandler):
    server: FakeImap

    def handle(self) -> None:
        self.wfile.write(self.server.greeting)
        for line in self.rfile:
            tag, _, command = line.strip().partition(b" ")
            self.server.heard.append(command or tag)
            said = (command or tag).upper()
            fitting = (answer for begin, answer in self.server.script if said.startswith(begin))
            answer = next(fitting, b"TAG BAD what?\r\n")
            if answer is None:
                return
            self.wfile.write(answer.replace(b"TAG", tag))


@contextmanager
def fake_imap(
    *script: tuple[bytes, bytes | None], greeting: bytes = b"* OK hello\r\n"
) -> Iterator[FakeImap]:
    """A server that follows `script`, then the usual answers, until the end of the block."""
    with FakeImap(script, greeting) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
