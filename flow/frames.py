"""Messages between us and a child that reads: two lengths, a JSON header, raw bytes.

The child has handled hostile bytes, so what it answers is data (JSON), never pickled objects.
"""

import json
import struct
from typing import BinaryIO

_LENGTHS = struct.Struct(">IQ")
MOST_HEADER = 64 * 2**20
MOST_BODY = 256 * 2**20


def write_frame(stream: BinaryIO, header: dict[str, object], body: bytes = b"") -> None:
    """Writes one frame and flushes."""
    text = json.dumps(header).encode()
    stream.write(_LENGTHS.pack(len(text), len(body)))
    stream.write(text)
    stream.write(body)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[dict[str, object], bytes]:
    """One frame. Raises EOFError at the end of the stream or when a frame is cut or absurd."""
    head = _exactly(stream, _LENGTHS.size)
    header_length, body_length = _LENGTHS.unpack(head)
    if header_length > MOST_HEADER or body_length > MOST_BODY:
        raise EOFError("frame too large")
    header = json.loads(_exactly(stream, header_length))
    if not isinstance(header, dict):
        raise EOFError("no header")  # noqa: TRY004 - the stream is broken, not the caller
    return header, _exactly(stream, body_length)


def _exactly(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError("stream ended")
    return data
