"""What `facteur teach` shows: one bill's fields with their doubts, and which files are read wrong."""

from pathlib import Path

import typer

from cli.output import KIND_WORDS, Out
from flow.answer import Answer, failed
from flow.expected import FIELDS, Compared, compared, confidence_of, expected_in
from flow.sandbox import Sandbox
from flow.teach import read_bill
from models.errors.files import FileUnreadable
from models.errors.problem import Problem
from models.words import mark

NAMES = {
    "kind": mark("Kind"),
    "biller": mark("Biller"),
    "amount": mark("Amount"),
    "currency": mark("Currency"),
    "due_date": mark("Due"),
    "issue_date": mark("Issued"),
    "invoice_number": mark("Bill number"),
    "customer_number": mark("Customer number"),
    "period": mark("Period"),
    "iban": mark("IBAN"),
    "reference": mark("Reference"),
    "means": mark("Means"),
}
"""The fields of an Answer in words."""
CORE = ("biller", "amount", "due_date")
_ASKED_NOT = frozenset({"period", "means", "currency"})
_HEADS = (mark("Field"), mark("Value"), mark("Sure"), mark("Proof"))


def show_fields(out: Out, sure: float, answer: Answer, told: dict[str, str | None]) -> None:
    """A table of what was read and told; what is in doubt says so."""
    rows = []
    for name in FIELDS:
        value = told[name] if name in told else answer.get(name)
        if value is not None or name in CORE:
            doubt, quote = _doubt(out, sure, answer, told, name)
            rows.append((out.words(NAMES[name]), shown_as(out, name, value), doubt, quote))
    out.table(_HEADS, rows)


def doubtful_fields(sure: float, answer: Answer, told: dict[str, str | None]) -> list[str]:
    """The fields that a person should look at: read without certainty, or needed and not found."""
    return [
        name
        for name in FIELDS
        if name not in told
        and name not in _ASKED_NOT
        and confidence_of(answer, name) < sure
        and (answer.get(name) is not None or name in CORE)
    ]


def shown_as(out: Out, name: str, value: object) -> str:
    """A field's value for a person; a list gives several accepted answers."""
    if isinstance(value, list):
        return " / ".join(shown_as(out, name, one) for one in value)
    if name == "kind" and isinstance(value, str) and value in KIND_WORDS:
        return out.words(KIND_WORDS[value])
    if isinstance(value, dict):
        return f"{value.get('from')} – {value.get('to')}"
    return "—" if value is None else str(value)


def _doubt(
    out: Out, sure: float, answer: Answer, told: dict[str, str | None], name: str
) -> tuple[str, str]:
    """What the column "Sure" says, and the quote that proves the value."""
    if name in told:
        return out.words(mark("you said so")), ""
    proof = answer["evidence"].get(name)
    quote = proof["quote"] if proof else ""
    if answer.get(name) is None:
        return out.words(mark("not found")), ""
    share = confidence_of(answer, name)
    check = "" if share >= sure else " " + out.words(mark("to check"))
    return f"{out.percent(share)}{check}", quote


def check_folder(out: Out, sandbox: Sandbox, memory: str, folder: Path) -> None:
    """Reads each bill that has an expected answer; raises Exit(1) when one is read wrong."""
    bills = list(expected_in(folder))
    if not bills:
        raise FileUnreadable(file=str(folder / "*.expected.json"))
    rows: list[Compared] = []
    with out.progress() as progress:
        task = progress.add_task(out.words(mark("Reading")), total=len(bills))
        for bill, wanted in bills:
            rows += compared(_read(out, sandbox, bill, memory), wanted)
            progress.advance(task)
    for row in rows:
        out.emit(
            {
                "file": row.file, "field": row.field, "expected": row.expected, "read": row.read,
                "right": row.right,
            }
        )  # fmt: skip
    wrong = [row for row in rows if not row.right]
    if wrong:
        out.table(
            (mark("File"), mark("Field"), mark("Expected"), mark("Read as")),
            [_wrong(out, row) for row in wrong],
        )
    out.say(
        mark("{right} of {count} fields are right, in {files} bills."),
        right=len(rows) - len(wrong), count=len(rows), files=len(bills),
    )  # fmt: skip
    if wrong:
        raise typer.Exit(1)


def _read(out: Out, sandbox: Sandbox, bill: Path, memory: str) -> Answer:
    """A bill that cannot be read is one whose every field is wrong; the others are read still."""
    try:
        answer = read_bill(sandbox, bill, out.lang, memory)
    except Problem as problem:
        out.refuse(problem)
        answer = failed(bill.name, problem, out.lang)
    return answer


def _wrong(out: Out, row: Compared) -> tuple[str, str, str, str]:
    expected, read = (shown_as(out, row.field, value) for value in (row.expected, row.read))
    return row.file, out.words(NAMES[row.field]), expected, read
