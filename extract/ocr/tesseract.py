"""Tesseract, where the system has it: another family of errors than PP-OCR's, and over 100 languages.

pytesseract says what is installed. The picture goes through the program's own pipes: a child that reads
hostile bytes may write no file, and pytesseract hands pictures over in one.
"""

import csv
import os
import subprocess
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO, StringIO

import pytesseract
from PIL import Image

from extract.ocr.engine import OcrLine
from models.errors.reading import PictureUnread

_SECONDS = 120
"""By the clock, and far more than a page takes: the processor may be busy with others."""
_MOST_ANSWER = 4_000_000
_PER_CENT = 100.0
_FULL_SIZE = "300"


class Tesseract:
    """Reads words in `languages` (codes of its data files), as far as these are installed.

    psm 11 (text anywhere) was the best mode on scans and photographs; without OMP_THREAD_LIMIT=1 each
    picture costs 2.7 times the CPU.
    """

    name = "tesseract"
    proven_against = "Tesseract 5.3 of Debian 12: drawn pages in French, receipt scans in English"
    long_side = 2400

    def __init__(self, languages: tuple[str, ...] = ("fra", "eng")) -> None:
        self._wanted = languages

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Those of the wanted languages that are installed, () without the program."""
        try:
            listed = pytesseract.get_languages()
        except pytesseract.TesseractNotFoundError:
            return ()
        return tuple(one for one in self._wanted if one in listed)

    @property
    def is_installed(self) -> bool:
        """True when the program and one of the languages are there."""
        return bool(self.languages)

    def lines(self, image: Image.Image) -> tuple[OcrLine, ...]:
        """Each word as a line of its own; () when it is not installed."""
        if not self.is_installed:
            return ()
        encoded = BytesIO()
        image.save(encoded, "BMP")
        told = self._run(
            *("stdin", "stdout", "-l", "+".join(self.languages)),
            *("--oem", "1", "--psm", "11", "--dpi", _FULL_SIZE, "tsv"),
            data=encoded.getvalue(),
        )
        return tuple(_words(told[:_MOST_ANSWER].decode("utf-8", "replace")))

    def _run(self, *arguments: str, data: bytes) -> bytes:
        try:
            done = subprocess.run(
                ["tesseract", *arguments],
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=True,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except (OSError, subprocess.SubprocessError) as cause:
            raise PictureUnread(what="") from cause
        return done.stdout


def _words(table: str) -> Iterator[OcrLine]:
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if not text or float(row["conf"]) < 0:
            continue
        left, top = float(row["left"]), float(row["top"])
        right, bottom = left + float(row["width"]), top + float(row["height"])
        yield OcrLine(text, left, top, right, bottom, float(row["conf"]) / _PER_CENT)


TESSERACT = Tesseract()
