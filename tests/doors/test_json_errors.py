"""With --json an error is one object on standard error, and standard output stays as it is."""

import json

import pytest

from tests.doors.conftest import Facteur


@pytest.mark.parametrize(
    ("words", "error", "code", "sentence"),
    [
        (["show", "7"], "not_found", 1, "Nothing has the number 7"),
        (["import", "--entry", "1"], "usage_wrong", 2, "Say one thing"),
        (["show"], "usage_wrong", 2, "number is missing."),
        (["list", "--colour"], "usage_wrong", 2, "There is no option --colour."),
        (["import", "gone.csv"], "file_unreadable", 1, "gone.csv"),
    ],
)
def test_a_script_reads_why_a_verb_ended(
    facteur: Facteur, words: list[str], error: str, code: int, sentence: str
) -> None:
    said = facteur(*words, "--json")
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    told = json.loads(said.err)
    assert (told["error"], told["exit_code"]) == (error, code)
    assert sentence in told["sentence"]
    assert set(told) == {"error", "sentence", "exit_code"}
    plain = facteur(*words)
    assert (plain.code, plain.out) == (code, "")
    assert not plain.err.startswith("{")
    assert sentence in plain.err


def test_the_sentence_of_an_error_is_in_the_persons_language(facteur: Facteur) -> None:
    said = facteur("show", "7", "--json", "--lang", "fr")
    assert "7" in json.loads(said.err)["sentence"]
    assert (
        json.loads(said.err)["sentence"]
        != json.loads(facteur("show", "7", "--json").err)["sentence"]
    )
