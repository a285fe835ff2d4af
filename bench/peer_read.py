"""invoice2data on many files: run by the Python of build/peer, which knows nothing of this project.

Paths come on stdin, one a line; for each, one line of JSON: what the shipped templates extract, and what
its labels and suggestions guess where no template fits, each with its seconds, and the peak memory so far.
"""

import json
import logging
import os
import sys
import time
from datetime import datetime

from invoice2data import extract_data  # type: ignore[import-not-found]
from invoice2data.extract.candidates import find_candidates  # type: ignore[import-not-found]
from invoice2data.extract.labels import find_labeled_fields  # type: ignore[import-not-found]
from invoice2data.extract.loader import read_templates  # type: ignore[import-not-found]
from invoice2data.extract.suggestions import suggest_fields  # type: ignore[import-not-found]
from invoice2data.input import pdfium  # type: ignore[import-not-found]

FIELDS = ("issuer", "amount", "currency", "date", "date_due", "invoice_number", "iban")
TYPED = ("amount", "date", "date_due")


def guessed(path: str) -> dict[str, object]:
    """Its template builder's first draft: a labelled value, else the suggestion for the field."""
    text = pdfium.to_text(path)
    found = {name: one.parsed for name, one in suggest_fields(find_candidates(text)).items()}
    for name, match in find_labeled_fields(text).items():
        if name not in TYPED:
            found[name] = match.value
            continue
        kind = "amount" if name == "amount" else "date"
        typed = [one.parsed for one in find_candidates(match.value) if one.kind == kind]
        found.update({name: typed[0]} if typed else {})
    return found


def plain(fields: dict[str, object]) -> dict[str, str]:
    """The fields that are compared, as text; days as ISO dates."""
    named = {name: fields[name] for name in FIELDS if fields.get(name) not in (None, "")}
    return {
        name: value.date().isoformat() if isinstance(value, datetime) else str(value)
        for name, value in named.items()
    }


def peak_mb() -> float:
    """Peak memory of this process in MB."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - runs alone
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM:"))


def timed(work: object, *arguments: object) -> dict[str, object]:
    """What `work` answers, its seconds and, when it failed, its error."""
    began, error = time.perf_counter(), ""
    try:
        answer = plain(work(*arguments))  # type: ignore[operator]
    except Exception as failure:  # noqa: BLE001 - a benchmark counts every failure
        answer, error = {}, repr(failure)
    return {"answer": answer, "seconds": time.perf_counter() - began, "error": error}


def main() -> None:
    """Answers line by line."""
    logging.disable(logging.CRITICAL)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    templates = read_templates()
    for line in sys.stdin:
        path = line.rstrip("\n")
        ways = {"templates": timed(extract_data, path, templates), "guesses": timed(guessed, path)}
        print(json.dumps({"path": path, "mb": peak_mb(), **ways}), flush=True)


if __name__ == "__main__":
    main()
