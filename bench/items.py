"""A document with its known answer, and where such documents lie on this machine."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
SAMPLES = {
    "samples": ROOT / "samples" / "bills",
    "samples-mails": ROOT / "samples" / "mails",
}

FIELDS = (
    "biller",
    "amount",
    "currency",
    "due_date",
    "issue_date",
    "invoice_number",
    "iban",
    "reference",
    "customer_number",
    "means",
    "kind",
    "state",
    "label",
)
"""What is scored, by its name on the command line; "state" is what the kind asks (a reminder asks what its
bill did), "label" is bill, receipt, other or phishing."""

_FLAGS = {
    "amount": "visible_amount",
    "due_date": "visible_due",
    "issue_date": "visible_issue",
    "biller": "visible_biller",
    "invoice_number": "visible_number",
    "iban": "visible_iban",
}
Truth = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A document and its truth: a field that is absent is not scored, None means "there is none"."""

    name: str
    path: Path
    truth: Truth
    family: str
    layout: str
    is_image: bool


def corpus_items(name: str) -> list[Item]:
    """The documents of one set of the shared corpus; empty where it is not on this machine."""
    manifest = CORPUS / name / "manifest.jsonl"
    return [_item(row, manifest.parent) for row in _lines(manifest) if _is_scored(row, name)]


def _lines(manifest: Path) -> list[Truth]:
    text = manifest.read_text("utf-8") if manifest.is_file() else ""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _is_scored(row: Truth, name: str) -> bool:
    return not (name == "zugferd-visual" and row.get("payable") is False)


def _item(row: Truth, folder: Path) -> Item:
    all_shown = row["set"] == "zugferd"  # the XML says it, whatever the page shows
    truth = {
        field: value
        for field, value in row["truth"].items()
        if field in FIELDS and (all_shown or row.get(_FLAGS.get(field, "")) is not False)
    }
    truth |= {"state": truth["kind"]} if "kind" in truth else {}
    # Documents with one text are one document: the group, with the seller's name to be readable.
    family = f"{row.get('family', row['id'])} {row.get('doc_group', '')[:4]}".strip()
    kind = row.get("kind")
    return Item(
        row["id"], folder / row["file"], truth, family, row.get("layout", ""), kind == "image"
    )


def sample_items(folder: Path) -> Iterator[Item]:
    """The samples of a folder, one answer beside each."""
    for answer in sorted(folder.glob("*.json")):
        yield drawn(json.loads(answer.read_text("utf-8")), folder)


def drawn_items(folder: Path) -> list[Item]:
    """The documents of a folder that were drawn with a manifest."""
    return [drawn(row, folder) for row in _lines(folder / "manifest.jsonl")]


def drawn(row: Truth, folder: Path) -> Item:
    """One of our own documents from its answer."""
    truth = {field: row[field] for field in FIELDS if field in row} | {"state": row["kind"]}
    if truth.get("amount") is None:
        truth.pop("currency", None)
    path = folder / row["file"]
    picture = path.suffix in (".jpg", ".png")
    return Item(path.stem, path, truth, row["family"], row["lang"], picture)
