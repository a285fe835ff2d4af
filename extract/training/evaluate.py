"""Held-out answers against the truth: accuracy, what is called sure, and how often that was right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.ranker.codes import code_key
from extract.ranker.model import Model
from extract.rule_of_dates import due_of
from extract.training.calibrate import Rehearsed, is_asked
from extract.training.labels import code_of, is_biller
from extract.training.prepared import Prepared
from models.verdict import asks_alike

SURE = 0.9


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document: is the field right, is it called sure."""

    right: Mapping[str, bool]
    sure: Mapping[str, bool]


def outcome(prepared: Prepared, model: Model) -> Outcome:
    """What the judge says of a document, field by field."""
    judge, rules = Rehearsed(prepared, model), prepared.rules
    truth = prepared.example.truth
    issued = judge.issued(rules.issued_on)
    amount, biller = judge.amount(rules.amount), judge.biller(rules.biller)
    due, none = judge.due(due_of(prepared.looked, issued))
    kind = judge.kind()
    number, customer = judge.code("number", rules.number), judge.code("customer", rules.customer)
    right = {
        "amount": (abs(amount.value.decimal) if amount else None)
        == (None if truth.amount is None else abs(truth.amount)),
        "issued_on": (issued.value if issued else None) == truth.issued_on,
        "due_on": (due.value if due else None) == truth.due_on,
        "biller": biller is not None and is_biller(truth.biller, biller.value),
        "kind": bool(truth.kind) and asks_alike(kind.value, truth.kind),
        "number": (code_key(number.value) if number else None) == code_of("number", truth),
        "customer": (code_key(customer.value) if customer else None) == code_of("customer", truth),
    }
    confidence = {
        "amount": amount.confidence if amount else 0.0,
        "issued_on": issued.confidence if issued else 0.0,
        "due_on": due.confidence if due else none,
        "biller": biller.confidence if biller else 0.0,
        "kind": kind.confidence,
        "number": number.confidence if number else 0.0,
        "customer": customer.confidence if customer else 0.0,
    }
    known = {f for f in truth.known if is_asked(prepared, f)} | ({"kind"} if truth.kind else set())
    return Outcome(
        {k: v for k, v in right.items() if k in known},
        {k: v >= SURE for k, v in confidence.items() if k in known},
    )


def table(outcomes: Sequence[Outcome]) -> list[str]:
    """Lines of a Markdown table: field, documents, accuracy, share called sure, precision there."""
    lines = ["| field | documents | right | sure | right of sure |", "|---|---:|---:|---:|---:|"]
    for field in ("biller", "amount", "due_on", "issued_on", "kind", "number", "customer"):
        seen = [o for o in outcomes if field in o.right]
        lines.append(_line(field, [(o.right[field], o.sure[field]) for o in seen]))
    whole = [
        (all(o.right[f] for f in _THREE), all(o.sure[f] for f in _THREE))
        for o in outcomes
        if set(o.right) >= set(_THREE)
    ]
    return [*lines, _line("all three", whole)]


_THREE = ("biller", "amount", "due_on")


def _line(name: str, pairs: Sequence[tuple[bool, bool]]) -> str:
    if not pairs:
        return f"| {name} | 0 | – | – | – |"
    sure = [right for right, is_sure in pairs if is_sure]
    share = f"{100 * len(sure) / len(pairs):.1f}"
    precise = f"{sum(sure)}/{len(sure)}" if sure else "–"
    right = f"{100 * sum(ok for ok, _ in pairs) / len(pairs):.1f}"
    return f"| {name} | {len(pairs)} | {right} | {share} | {precise} |"
