"""The wire of our Stripe: keys, versions, idempotency, signatures, and every way of losing an answer."""

import json
import re
import sys
import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import urlsplit

import stripe

from tests.stripe_fake.books import Books, Thing
from tests.stripe_fake.people import People
from tests.stripe_fake.routes import routed
from tests.stripe_fake.typed import Mistake

Fault = Literal[
    "lost",
    "late",
    "unread",
    "busy",
    "broken",
    "garbage",
    "odd",
    "huge",
    "drip",
    "elsewhere",
    "fine",
]
"""lost, late, garbage, odd, huge, drip, broken: the call has its effect and the answer is bad. unread,
busy, elsewhere: it has none."""
_AUTHORIZATION = re.compile(r"Bearer (?:sk|rk)_(test|live)_[A-Za-z0-9]{10,240}")


@dataclass(frozen=True)
class Call:
    """One request as it came."""

    method: str
    path: str
    headers: Mapping[str, str]
    form: str


@dataclass(frozen=True)
class Reply:
    """One answer as it goes out."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class StripeFake(ThreadingHTTPServer):
    """`faults`: what befalls the next calls, by method. `thinks`: seconds that a writing call takes.
    `odd`: the body of an odd answer. live: it takes live keys, and no test key.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, now: datetime, *, live: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Wire)
        self.books = Books(int(now.timestamp()), live=live)
        self.people = People(self.books)
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.calls: list[Call] = []
        self.withdrawn: set[str] = set()
        self.without_rights: set[str] = set()
        self.thinks = 0.0
        self.odd = b"[]"
        self._kept: dict[tuple[str, str], tuple[str, Reply]] = {}
        self._under_way: set[tuple[str, str]] = set()
        self._lock = threading.RLock()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what the faults are for; all else is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def forget_keys(self) -> None:
        """What Stripe does with idempotency keys after a day."""
        self._kept.clear()

    def charges_of(self, order_key: str) -> list[Thing]:
        """The charges that were paid for an order, whatever the page."""
        return [
            one
            for one in self.books.charges.values()
            if one["paid"] and one["metadata"].get("facteur_order") == order_key
        ]

    def signed(self, event: Thing, secret: str, at: int | None = None) -> tuple[bytes, str]:
        """An event as a webhook brings it: the body and its header, signed by the SDK's own code."""
        body = json.dumps(event)
        sign = stripe.WebhookSignature.generate_signature_header
        return body.encode(), sign(body, secret, at or int(time.time()))

    def answered(self, call: Call) -> Reply:
        """The answer of one call, its effect done."""
        key = call.headers.get("authorization", "").removeprefix("Bearer ")
        known = _AUTHORIZATION.fullmatch("Bearer " + key)
        mode = "live" if self.books.live else "test"
        if known is None or known[1] != mode or key in self.withdrawn:
            return _error(401, "invalid_request_error", "Invalid API Key provided")
        if key in self.without_rights:
            return _error(403, "invalid_request_error", "The key lacks a permission")
        if call.headers.get("stripe-version") != stripe.api_version:
            return _error(400, "invalid_request_error", "Another version was expected")
        again = (key, call.headers.get("idempotency-key", ""))
        return self._once(call, again) if call.method == "POST" else self._done(call)

    def _once(self, call: Call, again: tuple[str, str]) -> Reply:
        said = f"{call.path}\n{call.form}"
        with self._lock:
            if again in self._under_way:
                return _error(409, "idempotency_error", "The same call is under way")
            known = self._kept.get(again)
            if known is not None:
                if known[0] != said:
                    return _error(400, "idempotency_error", "The key was used for another call")
                replay = ("Idempotent-Replayed", "true")
                return Reply(known[1].status, known[1].body, (*known[1].headers, replay))
            self._under_way.add(again)
        try:
            time.sleep(self.thinks)
            reply = self._done(call)
        finally:
            with self._lock:
                self._under_way.discard(again)
                # Stripe keeps answers of calls that it executed; a call refused by its form is none.
                if again[1] and reply.status == 200:
                    self._kept[again] = (said, reply)
        return reply

    def _done(self, call: Call) -> Reply:
        path = urlsplit(call.path)
        with self._lock:
            try:
                thing = routed(self.books, call.method, path.path, call.form or path.query)
            except Mistake as no:
                status = 404 if no.code == "resource_missing" else 400
                return _error(status, "invalid_request_error", no.message, no.code, no.param)
            except LookupError:
                return _error(404, "invalid_request_error", "Unrecognized request URL")
        return Reply(200, json.dumps(thing).encode(), (("Request-Id", "req_0001"),))


class _Wire(BaseHTTPRequestHandler):
    server: StripeFake
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve("")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        pass

    def _serve(self, form: str) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = Call(self.command, self.path, headers, form)
        self.server.calls.append(call)
        waiting = self.server.faults[call.method]
        fault: Fault = waiting.popleft() if waiting else "fine"
        reply = _before(fault) or self.server.answered(call)
        self._send(fault, reply)

    def _send(self, fault: Fault, reply: Reply) -> None:
        if fault in {"lost", "late", "unread"}:
            time.sleep(0.8 if fault == "late" else 0)
            self.close_connection = True
            return
        if fault in {"garbage", "odd"}:
            cut = b'{"object": "checkout.ses' if fault == "garbage" else self.server.odd
            reply = Reply(200, cut, reply.headers)
        if fault == "broken":
            reply = _error(500, "api_error", "Something went wrong on our end")
        if fault == "huge":
            reply = Reply(200, b'{"pad": "' + b"x" * 5_000_000 + b'"}')
        self._write(reply, drip=fault == "drip")

    def _write(self, reply: Reply, *, drip: bool) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        try:
            for at in range(0, len(reply.body), 1 if drip else len(reply.body)):
                self.wfile.write(reply.body[at : at + (1 if drip else len(reply.body))])
                time.sleep(0.02 if drip else 0)
        except OSError:
            self.close_connection = True


def _before(fault: Fault) -> Reply | None:
    """What is answered without reading the call."""
    if fault == "unread":
        return Reply(200, b"")
    if fault == "busy":
        return _error(429, "invalid_request_error", "Too many requests", "rate_limit")
    if fault == "elsewhere":
        return Reply(307, b"{}", (("Location", "http://127.0.0.1:9/v1/steal"),))
    return None


def _error(status: int, kind: str, message: str, code: str = "", param: str = "") -> Reply:
    held: Thing = {"type": kind, "message": message}
    held |= {name: value for name, value in (("code", code), ("param", param)) if value}
    return Reply(status, json.dumps({"error": held}).encode(), (("Request-Id", "req_0002"),))


@contextmanager
def stripe_fake(now: datetime, *, live: bool = False) -> Iterator[StripeFake]:
    """A running Stripe of our own."""
    with StripeFake(now, live=live) as fake:
        threading.Thread(target=fake.serve_forever, args=(0.005,), daemon=True).start()
        try:
            yield fake
        finally:
            fake.shutdown()
