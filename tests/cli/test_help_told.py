"""The help of a verb is in one language, also what typer puts around our words."""

import pytest

from cli.help_told import type_told
from cli.tree import loaded, tree
from models.words import Lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ["Utilisation : facteur scan", "[obligatoire]", "[par défaut : standard-input]"]),
        ("en", ["Usage: facteur scan", "[required]", "[default: standard-input]"]),
    ],
)
def test_the_frame_of_a_help_is_in_the_language(
    lang: Lang, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    loaded("scan", lang).main(["--help"], prog_name="facteur scan", standalone_mode=False)
    told = capsys.readouterr().out.replace("\xa0", " ")
    assert [word for word in words if word not in told] == []


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ["<texte>", "<nombre>", "<chemin>", "[NUMÉRO]...", "<fr|en>"]),
        ("en", ["<text>", "<number>", "<path>", "[NUMBER]...", "<fr|en>"]),
    ],
)
def test_what_an_option_takes_is_said_in_words(
    lang: Lang, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    loaded("settle", lang).main(["--help"], prog_name="facteur settle", standalone_mode=False)
    told = capsys.readouterr().out
    assert [word for word in words if word not in told] == []
    assert [word for word in ("bool", "str", "int", "list[") if f"<{word}" in told] == []


def test_the_words_that_may_be_chosen_from_stand_as_they_are_typed() -> None:
    assert type_told("<list[int]>", "fr") == type_told("<int range>", "fr") == "<nombre>"
    assert type_told("<open|closed>", "fr") == "<open|closed>"
    assert type_told("<bool>", "fr") == ""


def test_the_list_of_verbs_is_too(capsys: pytest.CaptureFixture[str]) -> None:
    tree("fr").main(["--help"], prog_name="facteur", standalone_mode=False)
    told = capsys.readouterr().out.replace("\xa0", " ")
    assert "Utilisation : facteur [OPTIONS] COMMANDE [ARGUMENTS]..." in told
    assert "<bool>" not in told
    assert "Usage" not in told
