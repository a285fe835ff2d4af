"""When an answer is right, and that the corpus' own scorer thinks the same."""

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import cast

import pytest

from bench.items import CORPUS
from bench.marks import is_empty, is_right, name_score

SCORER = CORPUS / "score.py"

RIGHT: list[tuple[str, object, object]] = [
    ("amount", "84.2", "84.20"),
    ("amount", ["12.00", "10.00"], "10.00"),
    ("biller", ["EDF", "Électricité de France"], "Electricité de France SA"),
    ("biller", "Lieferant GmbH", "LIEFERANT"),
    ("biller", "PJ'SPETEXPRESS", "PJ's Pet Express"),
    ("biller", "Marlow & Finch", "Marlow and Finch LLP"),
    ("biller", "Beam Pte Pty ApS", "BEAM"),
    ("invoice_number", "RE-2018/12", "re-2018 / 12"),
    ("invoice_number", "A 12", "N° A12."),
    ("iban", "DE88 2008 0000", "DE88-2008-0000"),
    ("due_date", "2026-04-01", "2026-04-01T00:00:00"),
    ("currency", "EUR", "eur"),
    ("kind", ["to_pay", "reminder"], "reminder"),
    ("state", "to_pay", "reminder"),
]
WRONG: list[tuple[str, object, object]] = [
    ("amount", "84.20", "-84.20"),
    ("amount", "84.20", "nan"),
    ("biller", "La Poste", "Eaux du Vallon"),
    ("biller", "EDF", "SA"),
    ("invoice_number", "F-1", "F-2"),
    ("iban", "DE88", "DE89"),
    ("due_date", "2026-04-01", "2026-04-02"),
    ("due_date", "2026-04-01", "no day"),
    ("kind", "to_pay", "receipt"),
    ("kind", "to_pay", "reminder"),
    ("state", "reminder", "to_be_debited"),
]


@pytest.mark.parametrize(("field", "truth", "answer"), RIGHT)
def test_a_right_answer_is_right_in_any_notation(field: str, truth: object, answer: object) -> None:
    assert is_right(field, truth, answer)


@pytest.mark.parametrize(("field", "truth", "answer"), WRONG)
def test_a_wrong_answer_is_wrong(field: str, truth: object, answer: object) -> None:
    assert not is_right(field, truth, answer)


@pytest.mark.parametrize(
    ("truth", "answer", "same"),
    [
        ("bill", "reminder", True),
        ("phishing", "other", True),
        ("other", "to_pay", False),
        ("receipt", "to_pay", False),
    ],
)
def test_a_label_is_told_by_the_kind(truth: str, answer: str, *, same: bool) -> None:
    assert is_right("label", truth, answer) is same


def test_a_name_of_nothing_is_like_no_name() -> None:
    assert name_score("", "EDF") == 0


@pytest.fixture
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the shared corpus is not on this machine")
    spec = spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("field", "truth", "answer"), [*RIGHT, *WRONG])
def test_the_corpus_scorer_judges_the_same(
    scorer: ModuleType, field: str, truth: object, answer: object
) -> None:
    other = cast(Callable[[str, object, object], bool], scorer.is_right)
    if answer != "nan" and field != "state":  # theirs takes only digits, and knows no states
        assert other(field, truth, answer) == is_right(field, truth, answer)


@pytest.mark.parametrize("value", [None, "", "  ", [], "0", 0, "EDF"])
def test_the_corpus_scorer_calls_the_same_empty(scorer: ModuleType, value: object) -> None:
    assert bool(scorer.empty(value)) == is_empty(value)
