"""A wrong command line: one sentence, and where the help is."""

import pytest

from tests.doors.conftest import Facteur, facteur

__all__ = ["facteur"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show",), "number is missing. `facteur show --help`"),
        (("show", "x"), "number must be a number. `facteur show --help`"),
        (("list", "--state", "lost"), "--state cannot be “lost”; it may be: review, open,"),
        (("list", "--nope"), "There is no option --nope. `facteur list --help`"),
        (("nonsense",), "There is no command nonsense. `facteur --help`"),
        (("connect", "a@example.org", "--port", "0"), "--port must be 1 or more."),
        (("connect", "a@example.org", "--port", "70000"), "--port must be 65535 or less."),
        (("connect", "--host"), "--host needs a value. `facteur connect --help`"),
        (("show", "1", "2"), "2 is too much."),
    ],
)
def test_a_wrong_command_is_one_sentence(
    facteur: Facteur, words: tuple[str, ...], sentence: str
) -> None:
    said = facteur(*words)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(sentence)
    assert said.err.count("\n") == 1


def test_what_is_missing_is_named_in_french(facteur: Facteur) -> None:
    said = facteur("scan", "--lang", "fr")
    assert said.err.startswith("Il manque : fichiers. ")


def test_the_version_is_told(facteur: Facteur) -> None:
    said = facteur("--version")
    assert said.code == 0
    assert said.out.startswith("facteur 0.")


def test_the_help_of_a_verb_is_french_throughout(facteur: Facteur) -> None:
    said = facteur("list", "--help", "--lang", "fr")
    assert said.code == 0
    assert "Show this message" not in said.out
    assert "Afficher ce message et quitter." in said.out


def test_no_words_at_all_print_the_help(facteur: Facteur) -> None:
    said = facteur()
    assert said.code == 2
    assert "sync" in said.out + said.err


def test_a_language_without_a_verb_prints_the_help_in_it(facteur: Facteur) -> None:
    said = facteur("--lang", "fr")
    assert said.code == 2
    assert "Commencer" in said.out
    assert "Missing" not in said.err
