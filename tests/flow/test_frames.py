"""Frames between parent and child."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.frames import read_frame, write_frame

HEADERS = st.dictionaries(st.text(), st.text() | st.integers() | st.none())


@given(HEADERS, st.binary())
def test_what_is_written_is_read(header: dict[str, object], body: bytes) -> None:
    stream = io.BytesIO()
    write_frame(stream, header, body)
    stream.seek(0)
    assert read_frame(stream) == (header, body)


@given(HEADERS, st.binary(), st.data())
def test_a_cut_frame_is_an_end(header: dict[str, object], body: bytes, data: st.DataObject) -> None:
    stream = io.BytesIO()
    write_frame(stream, header, body)
    whole = stream.getvalue()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(whole[:cut]))


def test_an_absurd_length_is_refused_before_memory_is_taken() -> None:
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(b"\xff" * 12))
