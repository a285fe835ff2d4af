"""The product, through the very function of `facteur read`."""

from pathlib import Path

from flow.analyse import analyse

Answer = dict[str, object]


def read(path: Path) -> Answer:
    """The line that `facteur read --json` prints for the file."""
    return dict(analyse(path.read_bytes(), path.name))
