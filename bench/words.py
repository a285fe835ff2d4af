"""CPU of words with positions, page by page, beside pdfplumber's words on the same pages."""

import resource
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber

from bench.measure import Answer, measured
from extract.pdf_words import MOST_PAGES, pages_of


def words_cpu(paths: Sequence[Path]) -> dict[str, float | int]:
    """Milliseconds of CPU a page over the files: ours and pdfplumber's, median and p95 of files."""
    ours = _per_page(_ours, paths)
    theirs = _per_page(_theirs, paths)
    return {
        "files": len(ours),
        "ours_median_ms": statistics.median(ours) if ours else 0.0,
        "ours_p95_ms": sorted(ours)[int(0.95 * (len(ours) - 1))] if ours else 0.0,
        "pdfplumber_median_ms": statistics.median(theirs) if theirs else 0.0,
    }


def _per_page(work: Callable[[Path], Answer], paths: Sequence[Path]) -> list[float]:
    got = [measured(work, path).answer for path in paths]
    return [float(str(one["ms"])) for one in got if one]


def _ours(path: Path) -> Answer:
    data = path.read_bytes()
    pages_of(data)  # once before, so that the loading of the library is not counted
    began = _cpu()
    pages = len(pages_of(data))
    return {"ms": (_cpu() - began) * 1000 / max(1, pages)}


def _theirs(path: Path) -> Answer:
    began = _cpu()
    with pdfplumber.open(path) as pdf:
        pages = pdf.pages[:MOST_PAGES]
        for page in pages:
            page.extract_words(use_text_flow=True)
        return {"ms": (_cpu() - began) * 1000 / max(1, len(pages))}


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
