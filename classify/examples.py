"""Labelled cases to learn from: written by `python -m bench.classify --export`, read by the training.

One JSON object a line, gzipped: family, kind, category ("" when unknown) and the case as it was read
from the sample, so that training gives the same model wherever and whenever it runs.
"""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from classify.case import Case
from models.codec import Codec
from models.verdict import Category, Kind

FILE = Path(__file__).parent / "data" / "examples.jsonl.gz"
_CASE: Codec[Case] = Codec(Case)


@dataclass(frozen=True, slots=True)
class Example:
    """A case and what it is; `family` names its template: folds never split one."""

    family: str
    kind: Kind
    category: Category | None
    case: Case


def write(examples: Iterable[Example], path: Path = FILE) -> int:
    """Writes them without attachments' bytes and HTML; returns how many."""
    lines = [
        json.dumps(
            {
                "family": e.family,
                "kind": e.kind,
                "category": e.category,
                "case": json.loads(_CASE.write(_slim(e.case))),
            },
            ensure_ascii=False,
            sort_keys=True,
        )
        for e in examples
    ]
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    return len(lines)


def read(path: Path = FILE) -> tuple[Example, ...]:
    """Every example, in the order written."""
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    return tuple(_example(json.loads(line)) for line in lines)


def _example(raw: dict[str, object]) -> Example:
    category = Category(str(raw["category"])) if raw["category"] else None
    case = _CASE.read(json.dumps(raw["case"]))
    return Example(str(raw["family"]), Kind(str(raw["kind"])), category, case)


def _slim(case: Case) -> Case:
    """The classifier never looks at bytes, boxes or single readings' fields."""
    mail = case.mail and replace(
        case.mail,
        html="",
        attachments=tuple(replace(a, data=b"") for a in case.mail.attachments),
    )
    return replace(case, mail=mail)
