"""A real HTTP server on loopback for tokens: scripted answers, and what was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

Answer = tuple[int, object]
Respond = Callable[[str, dict[str, str], str], Answer]
"""(path, form, token of the Authorization header) to (status, JSON or raw bytes)."""


class TokenServer(ThreadingHTTPServer):
    def __init__(self, respond: Respond) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.respond = respond
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: TokenServer

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        form = dict(parse_qsl(body.decode()))
        self.server.asked.append((self.path, form))
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        status, said = self.server.respond(self.path, form, token)
        raw = said if isinstance(said, bytes) else json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    do_GET = do_POST = _answer  # noqa: N815 - http.server's names

    def log_message(self, *_args: object) -> None:
        return


@contextmanager
def token_server(respond: Respond) -> Iterator[TokenServer]:
    with TokenServer(respond) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
