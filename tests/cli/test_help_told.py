"""The help of a verb is in one language, also what typer puts around our words."""

import pytest

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


def test_the_list_of_verbs_is_too(capsys: pytest.CaptureFixture[str]) -> None:
    tree("fr").main(["--help"], prog_name="facteur", standalone_mode=False)
    told = capsys.readouterr().out.replace("\xa0", " ")
    assert "Utilisation : facteur" in told
    assert "Usage" not in told
