"""What a bill must be read as: a JSON file beside it, and the comparison with what is read."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from extract.agree import same_company
from flow.answer import Answer
from models.errors.files import FileUnreadable, FileUnwritable
from models.errors.reading import Damaged

Expected = dict[str, object]
SUFFIX = ".expected.json"
FIELDS = (
    "kind", "biller", "amount", "currency", "due_date", "issue_date", "invoice_number", "customer_number",
    "period", "iban", "reference", "means",
)  # fmt: skip
"""The keys of an Answer and of an expected file, in the order in which they are shown."""
_MOST_FILES = 10_000
_MOST_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one file: what is expected, what is read, and whether it is the same."""

    file: str
    field: str
    expected: object
    read: object
    right: bool


def expected_for(
    answer: Answer, told: Mapping[str, str | None], *, accepted: bool, sure: float
) -> Expected:
    """The expected answer of one file: what the person told, then what was read and is sure.

    accepted: the person says that all which was read is right, doubtful or not. A field that is
    neither is left out and will not be compared; null says that the bill has no such value.
    """
    wanted: Expected = {"file": Path(answer["file"]).name}
    for name in FIELDS:
        value = _read(answer, name)
        if name in told:
            wanted[name] = told[name]
        elif value is not None and (accepted or confidence_of(answer, name) >= sure):
            wanted[name] = value
        elif accepted and name == "due_date":
            wanted[name] = None
    return wanted


def confidence_of(answer: Answer, name: str) -> float:
    """0..1 of a field of an Answer, 0 when it was not found."""
    return answer["confidence"].get(name, 0.0)


def _read(answer: Answer, name: str) -> object:
    return answer.get(name)


def write_expected(bill: Path, wanted: Expected) -> Path:
    """Writes the file beside the bill, readable by its owner alone. Raises FileUnwritable."""
    target = bill.with_name(bill.name + SUFFIX)
    text = json.dumps(wanted, ensure_ascii=False, indent=1) + "\n"
    try:
        target.write_text(text, encoding="utf-8")
        target.chmod(0o600)
    except OSError as cause:
        raise FileUnwritable(file=str(target), why=cause.strerror or str(cause)) from cause
    return target


def expected_in(folder: Path) -> Iterator[tuple[Path, Expected]]:
    """(bill, what is expected) of every JSON file in `folder` that names a file beside it.

    Raises FileUnreadable for a folder that cannot be listed, Damaged for an expected file that is no
    JSON object.
    """
    try:
        papers = sorted(folder.glob("*.json"))[:_MOST_FILES]
        if not folder.is_dir():
            raise FileUnreadable(file=str(folder))
    except OSError as cause:
        raise FileUnreadable(file=str(folder)) from cause
    for paper in papers:
        wanted = _opened(paper)
        name = wanted.get("file")
        bill = folder / Path(str(name)).name
        if isinstance(name, str) and bill.is_file():
            yield bill, wanted


def _opened(paper: Path) -> Expected:
    try:
        text = paper.read_text(encoding="utf-8")[:_MOST_BYTES]
        wanted = json.loads(text)
    except OSError as cause:
        raise FileUnreadable(file=str(paper)) from cause
    except (ValueError, RecursionError) as cause:
        raise Damaged(what=paper.name) from cause
    if not isinstance(wanted, dict):
        raise Damaged(what=paper.name)
    return wanted


def compared(answer: Answer, wanted: Expected) -> Iterator[Compared]:
    """Each field that is expected with what was read."""
    for name in FIELDS:
        if name in wanted:
            read = _read(answer, name)
            right = is_right(name, wanted[name], read)
            yield Compared(answer["file"], name, wanted[name], read, right)


def is_right(name: str, wanted: object, read: object) -> bool:
    """True when `read` is what is wanted, or one of several answers that are accepted."""
    if isinstance(wanted, list):
        return any(is_right(name, one, read) for one in wanted)
    if wanted is None or read is None:
        return wanted is read
    if name == "biller":
        return same_company(str(wanted), str(read))
    if name == "amount":
        return _decimal(wanted) == _decimal(read) is not None
    if isinstance(wanted, dict):
        return wanted == read
    return _compact(wanted) == _compact(read)


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _compact(value: object) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(value))).casefold()
