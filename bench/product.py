"""The product, through the very function of `facteur read`, as a process that has read before."""

from pathlib import Path

from PIL import Image

from bench.items import SAMPLES
from extract.ocr.look import FIRST, SECOND
from flow.analyse import analyse

Answer = dict[str, object]


def read(path: Path) -> Answer:
    """The line that `facteur read --json` prints for the file."""
    return dict(analyse(path.read_bytes(), path.name))


def warm() -> None:
    """Loads what reading a page loads once in the life of a process: the learned reader's arrays."""
    for path in sorted(SAMPLES["samples"].glob("*.pdf"))[:1]:
        read(path)


def warm_ocr() -> None:
    """Loads both OCR models (0.2 to 0.5 s), which a process keeps."""
    blank = Image.new("RGB", (320, 320), "white")
    for engine in (FIRST, SECOND):
        engine.lines(blank)
