"""Every sentence that a person may read exists in French, with the same blanks."""

import ast
import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from models.words import translate

ROOT = Path(__file__).parents[2]
ROOMS = ("inbox", "extract", "classify", "pay", "notify", "models", "flow", "jobs", "web", "cli")
BLANK = re.compile(r"\{(\w+)\}")
IN_TEMPLATE = re.compile(r'\b_\("([^"]+)"')


@cache
def marked() -> list[str]:
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                is_mark = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "mark"
                if is_mark and isinstance(node, ast.Call) and node.args:
                    words = ast.literal_eval(node.args[0])
                    assert isinstance(words, str), path
                    found.append(words)
        for path in sorted((ROOT / room).rglob("templates/*.html")):
            found += IN_TEMPLATE.findall(path.read_text(encoding="utf-8"))
    return found


@cache
def catalogue() -> dict[str, str]:
    path = ROOT / "models/locale/fr/LC_MESSAGES/facteur.po"
    with path.open("rb") as stream:
        return {str(entry.id): str(entry.string) for entry in read_po(stream) if entry.id}


def test_marked_sentences_are_found() -> None:
    assert len(marked()) > 100


@pytest.mark.parametrize("sentence", sorted(set(marked())))
def test_a_marked_sentence_has_its_french(sentence: str) -> None:
    french = catalogue().get(sentence, "")
    assert french, "run `make messages` and translate it"
    assert sorted(BLANK.findall(french)) == sorted(BLANK.findall(sentence))


def test_the_compiled_catalogue_is_the_written_one() -> None:
    for sentence, french in catalogue().items():
        assert translate(sentence, "fr") == french


def test_details_fill_the_blanks_and_other_braces_stay() -> None:
    assert translate("{a} and {b}", "en", a="x{c}", c=1) == "x{c} and {b}"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Bob", "Bob"),
        ("Élodie", "Élodie"),
        ("Bob Martin", "'Bob Martin'"),
        ("d'Arc", '"d\'Arc"'),
        ("$(id) d'Arc", "'$(id) d'\"'\"'Arc'"),
        ("a;b", "'a;b'"),
    ],
)
def test_a_name_in_a_command_is_one_word_for_a_shell(name: str, typed: str) -> None:
    sentence = "Without a mailbox here: `facteur household link {name}` makes a private link."
    assert f"`facteur household link {typed}`" in translate(sentence, "en", name=name)
    assert shlex.split(typed) == [name]


def test_a_name_in_a_sentence_is_as_it_is_and_so_is_a_whole_command() -> None:
    said = translate("“{name}” of {name}; `{command} --help`", "en", name="A B", command="f x")
    assert said == "“A B” of A B; `f x --help`"
