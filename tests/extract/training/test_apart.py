"""What is held out teaches nothing, and is judged as a document is that a person hands in."""

from dataclasses import replace

import pytest

from extract.ranker.judge import Judge
from extract.ranker.model import FILE, load
from extract.ranker.questions import QUESTIONS
from extract.ranker.said import said_of_name
from extract.train import taught
from extract.training.calibrate import Rehearsed
from extract.training.examples import Example, truth_of
from extract.training.prepared import Prepared, prepare
from tests.extract.sheets import page_of_rows

ROWS = [
    ["Brasserie du Quai SARL"],
    ["Facture n° F-2031", "Date : 03/03/2026"],
    ["Total TTC", "120,00 €"],
    ["À régler avant le 31/03/2026"],
]
TRUTH: dict[str, object] = {
    "biller": "Brasserie du Quai", "amount": "120.00", "due_date": "2026-03-31",
    "issue_date": "2026-03-03", "invoice_number": "F-2031", "customer_number": None, "kind": "to_pay",
}  # fmt: skip


@pytest.fixture(scope="module")
def bill() -> Prepared:
    pages = (page_of_rows(ROWS),)
    return prepare(Example("bill1", "one", (2, 2), "text", pages, truth_of(TRUTH)))


def in_blocks(prepared: Prepared, blocks: tuple[int, int], *, apart: bool = False) -> Prepared:
    return replace(prepared, example=replace(prepared.example, blocks=blocks, apart=apart))


def test_a_fold_learns_of_neither_its_layouts_nor_its_wordings(bill: Prepared) -> None:
    layout, wording, other = (in_blocks(bill, b) for b in ((1, 2), (2, 1), (2, 2)))
    assert taught([layout, wording, other], 1) == [other]


def test_what_is_set_apart_teaches_no_fold(bill: Prepared) -> None:
    assert taught([in_blocks(bill, (2, 2), apart=True)], 1) == []


def test_a_rehearsal_judges_as_the_reader_does(bill: Prepared) -> None:
    model = load(FILE)
    rehearsed, judge = Rehearsed(bill, model), Judge(bill.looked, model)
    assert rehearsed.issued(bill.rules.issued_on) == judge.issued(bill.rules.issued_on)
    for question in QUESTIONS:
        one, other = rehearsed.ranked(question), judge.ranked(question)
        assert [(r.chance, r.index) for r in one] == [(r.chance, r.index) for r in other]
    said = said_of_name(bill.rules.biller)
    assert rehearsed.proposals("biller", said) == judge.proposals("biller", said)
