"""Words of six languages stand for their meaning."""

import pytest

from extract.ranker.meanings import meanings_of


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("prelevement", "debit"),
        ("lastschrift", "debit"),
        ("domiciliado", "debit"),
        ("bezahlt", "paid"),
        ("pague", "pay"),
        ("rappel", "reminder"),
        ("geen", "nothing"),
    ],
)
def test_a_word_stands_for_its_meaning(word: str, meaning: str) -> None:
    assert meanings_of(word) == [meaning]


def test_what_no_dictionary_knows_means_nothing() -> None:
    assert meanings_of("kwh") == []
    assert meanings_of("") == []


def test_a_joined_word_means_what_its_parts_mean() -> None:
    assert meanings_of("n'avez-vous") == ["was", "you"]
    assert meanings_of("don't") == ["not"]
