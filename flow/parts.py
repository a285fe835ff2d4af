"""Several files in one request to a child: bytes one after the other, names and lengths beside."""

from collections.abc import Mapping, Sequence


def packed(files: Sequence[tuple[str, bytes]]) -> tuple[dict[str, object], bytes]:
    """What a header says of the files (name and bytes), and the body."""
    parts = [[name, len(data)] for name, data in files]
    return {"name": files[0][0], "parts": parts}, b"".join(data for _, data in files)


def parted(header: Mapping[str, object], body: bytes) -> list[tuple[str, bytes]]:
    """Name and bytes of each file of a request; one without parts holds one file."""
    parts = header.get("parts")
    if not isinstance(parts, list):
        return [(str(header["name"]), body)]
    files, at = [], 0
    for name, length in parts:
        files.append((str(name), body[at : at + length]))
        at += length
    return files
