"""The documents with known answers: the shared corpus where it is present, else our samples."""

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

SETS = (
    "zugferd",
    "einvoice-xml",
    "zugferd-visual",
    "real-bills",
    "swiss-qr",
    "not-bill-docs",
    "email",
    "email-composed",
    *SAMPLES,
)
"""Measured when none is named; "adbuy-us" (its amount is gross, not due) only on demand."""

IMAGE_SETS = ("sroie", "wildreceipt", "sroie-photo")
"""Pictures: not read yet, so not measured."""

TEXT_SETS = frozenset(("zugferd-visual", "real-bills", "swiss-qr", "adbuy-us", "samples"))
"""PDFs whose answers stand on the page: here the yardstick can be measured beside us."""

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
    "label",
)
"""What is scored, by its name on the command line; "label" is bill, receipt, other or phishing."""

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


def items_of(name: str) -> list[Item]:
    """The documents of one set; empty where the set is not on this machine."""
    if name in SAMPLES:
        return list(_samples(SAMPLES[name]))
    manifest = CORPUS / name / "manifest.jsonl"
    if not manifest.is_file():
        return []
    rows = [json.loads(line) for line in manifest.read_text("utf-8").splitlines() if line.strip()]
    return [_item(row, manifest.parent) for row in rows if _is_scored(row, name)]


def _is_scored(row: Truth, name: str) -> bool:
    return not (name == "zugferd-visual" and row.get("payable") is False)


def _item(row: Truth, folder: Path) -> Item:
    all_shown = row["set"] == "zugferd"  # the XML says it, whatever the page shows
    truth = {
        field: value
        for field, value in row["truth"].items()
        if field in FIELDS and (all_shown or row.get(_FLAGS.get(field, "")) is not False)
    }
    # Documents with one text are one document: the group, with the seller's name to be readable.
    family = f"{row.get('family', row['id'])} {row.get('doc_group', '')[:4]}".strip()
    kind = row.get("kind")
    return Item(
        row["id"], folder / row["file"], truth, family, row.get("layout", ""), kind == "image"
    )


def _samples(folder: Path) -> Iterator[Item]:
    for answer in sorted(folder.glob("*.json")):
        row = json.loads(answer.read_text("utf-8"))
        truth = {field: row[field] for field in FIELDS if field in row}
        if truth.get("amount") is None:
            truth.pop("currency", None)
        yield Item(
            answer.stem, folder / row["file"], truth, row["family"], row["lang"], is_image=False
        )
