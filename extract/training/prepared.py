"""An example looked at once: the rules' answers and every candidate described."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import Pool

import numpy as np
from numpy.typing import NDArray

from extract.looked import Looked
from extract.ranker.questions import QUESTIONS, Asking, asking
from extract.rule_of_amount import amount_of
from extract.rule_of_dates import due_of, issued_of
from extract.rule_of_identity import biller_of, customer_of, number_of
from extract.rules import kept
from extract.sheet import sheet_of
from extract.training.examples import Example
from extract.training.fit import Rows
from extract.training.labels import right_of
from models.money import Money
from models.reading import Found


@dataclass(frozen=True)
class Answers:
    """What the keyword rules alone say."""

    amount: Found[Money] | None
    issued_on: Found[date] | None
    due_on: Found[date] | None
    biller: Found[str] | None
    number: Found[str] | None
    customer: Found[str] | None


@dataclass(frozen=True)
class Prepared:
    """looked: for the judge; asking: None where only the kind is known; right: question to a truth for each
    candidate (absent: not to be learned).
    """

    example: Example
    looked: Looked = field(repr=False)
    asking: Asking | None = field(repr=False)
    rules: Answers
    right: Mapping[str, NDArray[np.bool_]]


def prepare(example: Example) -> Prepared:
    """The example with everything that does not depend on a model."""
    source = "ocr" if example.source == "ocr" else "pdf_text"
    looked = Looked(sheet_of(kept(example.pages)), source)
    issued = issued_of(looked)
    rules = Answers(
        amount_of(looked)[0],
        issued,
        due_of(looked, issued),
        biller_of(looked),
        number_of(looked),
        customer_of(looked),
    )
    truth = example.truth
    if not truth.known:
        return Prepared(example, looked, None, rules, {})
    day = truth.issued_on or (issued.value if issued else None)
    seen = asking(looked, day)
    found = {name: right_of(name, seen.of(name), truth) for name in QUESTIONS}
    return Prepared(
        example, looked, seen, rules, {k: v for k, v in found.items() if v is not None and len(v)}
    )


def prepare_all(examples: Iterable[Example], processes: int = 2) -> list[Prepared]:
    """All of them, on two cores, in their order."""
    with Pool(processes) as pool:
        return pool.map(prepare, examples, chunksize=16)


def rows_of(prepared: Sequence[Prepared], question: str) -> Rows:
    """The candidates for one question of all documents."""
    families: dict[str, int] = {}
    used = [p for p in prepared if question in p.right]
    asked = [p.asking.of(question) for p in used if p.asking is not None]
    lengths = [len(one.numbers) for one in asked]
    numbers = [families.setdefault(p.example.family, len(families)) for p in used]
    return Rows(
        np.concatenate([one.numbers for one in asked]),
        [bucket for one in asked for bucket in one.buckets],
        np.concatenate([p.right[question] for p in used]),
        np.repeat(np.arange(len(used)), lengths),
        np.repeat(np.array(numbers), lengths),
    )
