"""`facteur read` for a person: what is doubtful is said beside the value."""

import pytest

from cli.output import Out
from cli.read import _show
from flow.answer import Answer, empty


def _shown(capsys: pytest.CaptureFixture[str], answer: Answer) -> str:
    _show(Out("en", as_json=False), [answer], 0.9)
    return " ".join(capsys.readouterr().out.split())


def _bill(amount_sure: float) -> Answer:
    answer = empty("photo.jpg")
    answer["kind"], answer["biller"] = "to_pay", "Eaux"
    answer["amount"], answer["currency"] = "132.60", "EUR"
    answer["confidence"] = {"kind": 0.98, "biller": 0.95, "amount": amount_sure}
    return answer


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def test_a_doubtful_value_is_never_shown_as_a_sure_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert "132.60 EUR to pay Not sure: Amount." in _shown(capsys, _bill(0.27))
    assert "Not sure" not in _shown(capsys, _bill(0.97))


def test_a_due_date_that_was_not_found_for_sure_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = _bill(0.97)
    answer["confidence"]["due_date"] = 0.17
    assert "Not sure: Due." in _shown(capsys, answer)
    answer["confidence"]["due_date"] = 0.95
    assert "Not sure" not in _shown(capsys, answer)
    answer["kind"], answer["confidence"]["due_date"] = "receipt", 0.17
    assert "Not sure" not in _shown(capsys, answer)


def test_a_file_that_was_not_read_has_no_kind(capsys: pytest.CaptureFixture[str]) -> None:
    answer = empty("photo.jpg")
    answer.update({"kind": "other", "error": "damaged: This file is damaged."})
    assert "photo.jpg This file is damaged." in _shown(capsys, answer)
