"""Real mail and documents, where the shared corpus is present; never trained on."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from classify.case import Case
from classify.judge import judge
from flow.analyse import gather
from models.verdict import Kind, Verdict

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")


@cache
def verdicts(name: str) -> list[tuple[str, Verdict]]:
    """(label, verdict) of each mail or PDF of a set."""
    lines = (CORPUS / name / "manifest.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    judged = []
    for row in rows:
        if row["kind"] != "image":
            data = (CORPUS / name / row["file"]).read_bytes()
            gathered = gather(data, row["file"])
            verdict = judge(Case(gathered.extraction, gathered.mail, gathered.forms))
            judged.append((str(row["truth"]["label"]), verdict))
    return judged


def test_real_mail_that_is_no_bill_is_hardly_ever_taken_for_one() -> None:
    judged = verdicts("email")
    other = [v for label, v in judged if label == "other"]
    asks = [v for v in other if v.kind in {Kind.TO_PAY, Kind.REMINDER, Kind.TO_BE_DEBITED}]
    assert len(asks) <= len(other) * 0.01
    assert sum(v.kind is Kind.OTHER for v in other) >= len(other) * 0.97
    receipts = Counter(v.kind for label, v in judged if label == "receipt")
    assert receipts[Kind.RECEIPT] >= 36
    assert not receipts[Kind.TO_PAY]


def test_real_phishing_is_never_surely_to_pay() -> None:
    frauds = [v for label, v in verdicts("email") if label == "phishing"]
    believed = [v for v in frauds if v.kind is Kind.TO_PAY and v.confidence >= 0.9]
    assert not [v for v in believed if not v.suspicions]
    held = [v for v in frauds if v.suspicions or v.kind is Kind.OTHER]
    assert len(held) >= len(frauds) * 0.85


def test_documents_that_are_no_bills_are_never_surely_bills() -> None:
    sure = [v for _, v in verdicts("not-bill-docs") if v.kind is not Kind.OTHER]
    assert not [v for v in sure if v.confidence >= 0.9]
    assert len(sure) <= 3
