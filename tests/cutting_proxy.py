"""A proxy on loopback that cuts each connection after some bytes: by close, by reset or with garbage."""

import random
import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_WAYS = ("close", "reset", "garbage")


class CuttingProxy(socketserver.ThreadingTCPServer):
    """`most`: connections live for 200 to this many bytes of the server's answers; 0 lets all pass."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, target: tuple[str, int], seed: int) -> None:
        super().__init__(("127.0.0.1", 0), _Pipe)
        self.target = target
        self.dice = random.Random(seed)
        self.most = 0
        self.cuts = 0

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Pipe(socketserver.BaseRequestHandler):
    server: CuttingProxy
    request: socket.socket

    def handle(self) -> None:
        most = self.server.most
        left = self.server.dice.randint(200, most) if most else -1
        way = self.server.dice.choice(_WAYS)
        with socket.create_connection(self.server.target) as upstream, suppress(OSError):
            asking = threading.Thread(target=_copy, args=(self.request, upstream), daemon=True)
            asking.start()
            while data := upstream.recv(4096):
                if 0 <= left < len(data):
                    self._cut(data[:left], way)
                    return
                left -= len(data) if left >= 0 else 0
                self.request.sendall(data)

    def _cut(self, last: bytes, way: str) -> None:
        self.server.cuts += 1
        self.request.sendall(last)
        if way == "garbage":
            self.request.sendall(self.server.dice.randbytes(300))
        if way == "reset":
            linger = struct.pack("ii", 1, 0)
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        else:
            self.request.shutdown(socket.SHUT_RDWR)


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(4096):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)


@contextmanager
def cutting_proxy(port: int, seed: int) -> Iterator[CuttingProxy]:
    """A proxy before 127.0.0.1:`port` until the end of the block."""
    with CuttingProxy(("127.0.0.1", port), seed) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield proxy
        finally:
            proxy.shutdown()
            thread.join()
