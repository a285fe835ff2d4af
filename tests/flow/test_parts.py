"""Several files travel to a child as one request and come out as they were."""

import pytest

from flow.parts import packed, parted

FILES = [("a.jpg", b"first"), ("b.jpg", b""), ("c.pdf", b"\x00third")]


@pytest.mark.parametrize("files", [FILES, FILES[:1]])
def test_files_come_out_as_they_went_in(files: list[tuple[str, bytes]]) -> None:
    header, body = packed(files)
    assert parted(header, body) == files


def test_a_request_without_parts_is_one_file() -> None:
    assert parted({"name": "x.eml"}, b"mail") == [("x.eml", b"mail")]
