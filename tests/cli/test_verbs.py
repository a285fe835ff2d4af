"""The table of verbs: all are in it, and each says what its module says."""

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import cast

import pytest
import typer
from typer.core import TyperCommand

from cli.tree import loaded, tree
from cli.verbs import VERBS, Verb
from models.words import Lang, translate

CLI = Path(__file__).parents[2] / "cli"
A_VERB = re.compile(r"`facteur (\w+)`: ")
"""How the docstring of a verb's module begins."""
verbs = pytest.mark.parametrize("verb", VERBS, ids=[verb.name for verb in VERBS])
langs = pytest.mark.parametrize("lang", ["en", "fr"])


def test_every_verb_is_in_the_table() -> None:
    docstrings = {path: ast.get_docstring(ast.parse(path.read_text())) for path in CLI.glob("*.py")}
    found = {
        (match[1], f"cli.{path.stem}")
        for path, words in docstrings.items()
        if (match := A_VERB.match(words or ""))
    }
    assert found == {(verb.name, verb.place.partition(":")[0]) for verb in VERBS}
    assert len(VERBS) == len({verb.name for verb in VERBS}) == len(found)


@verbs
def test_the_table_and_the_module_of_a_verb_say_the_same(verb: Verb) -> None:
    function = cast("Callable[..., None]", resolve_name(verb.place))
    assert inspect.getdoc(function) == verb.words


@langs
@verbs
def test_a_verb_is_listed_and_explained_in_the_same_words(verb: Verb, lang: Lang) -> None:
    whole = tree(lang)
    _, called, rest = whole.resolve_command(typer.Context(whole), [verb.name, "left"])
    assert called is not None
    assert called.name == verb.name
    assert called.help == whole.commands[verb.name].help == translate(verb.words, lang)
    assert rest == ["left"]


@verbs
def test_every_option_of_a_verb_says_what_it_is_for_in_french(verb: Verb) -> None:
    english, french = (_explained(loaded(verb.name, lang)) for lang in ("en", "fr"))
    assert len(english) >= 2
    assert all(words and french[name] != words for name, words in english.items())


def _explained(command: TyperCommand) -> dict[str, str]:
    return {
        parameter.name: str(getattr(parameter, "help", None) or "") for parameter in command.params
    }


@langs
def test_the_help_lists_every_verb_in_the_tables_order(
    lang: Lang, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert tree(lang)(args=["--help"], prog_name="facteur", standalone_mode=False) == 0
    said = capsys.readouterr().out
    lines = [f" {verb.name} .* {re.escape(translate(verb.words, lang))} " for verb in VERBS]
    assert re.search(".*".join(lines), said, re.DOTALL)
