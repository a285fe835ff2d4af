"""A wrong command line: one sentence in the person's language, and where the help is."""

import re
import sys

from typer import TyperException

from cli.verbs import VERBS
from models.words import Lang, mark, translate

_ARGUMENTS = {
    "number": mark("number"),
    "files": mark("files"),
    "file": mark("file"),
    "address": mark("address"),
}
"""What verbs cannot do without, by typer's name of it."""
_OF_ARGUMENT = ("Missing argument", "Invalid value")
"""Elsewhere a name is what the person typed."""
_HINT = mark("`{command} --help` tells what can be said.")
_INVALID = r"Invalid value for '?(?P<name>[^':]*)'?: "
_KNOWN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (r"Missing argument '(?P<name>[^']*)'.*", mark("{name} is missing.")),
        (r"Missing (?:option|parameter):? '?(?P<name>[^'.]*)'?.*", mark("{name} is missing.")),
        (r"No such option: (?P<name>\S+).*", mark("There is no option {name}.")),
        (r"No such command '(?P<name>.*?)'\..*", mark("There is no command {name}.")),
        (r"Option '(?P<name>[^']*)' requires an argument.*", mark("{name} needs a value.")),
        (r"Option '(?P<name>[^']*)' does not take a value.*", mark("{name} takes no value.")),
        (r"Got unexpected extra argument.*? \((?P<name>.*)\)", mark("{name} is too much.")),
        (
            rf"{_INVALID}(?:Value error, )?(?P<value>.*) is not one of (?P<all>.*?)\.?",
            mark("{name} cannot be “{value}”; it may be: {all}."),
        ),
        (
            rf"{_INVALID}Input should be greater than or equal to (?P<low>\S+)",
            mark("{name} must be {low} or more."),
        ),
        (
            rf"{_INVALID}Input should be less than or equal to (?P<high>\S+)",
            mark("{name} must be {high} or less."),
        ),
        (rf"{_INVALID}Input should be a valid integer.*", mark("{name} must be a number.")),
        (rf"{_INVALID}(?P<value>.*)", mark("{name} cannot be “{value}”.")),
    )
)
"""What typer says in English, and our sentence for it; what is not here is told as typer says it."""


def told(problem: TyperException, lang: Lang) -> str:
    """The sentence for a wrong command line, with the help that belongs to it."""
    context = getattr(problem, "ctx", None)
    command = getattr(context, "command_path", None) or _typed_so_far()
    hint = translate(_HINT, lang, command=command)
    return f"{_sentence(problem.format_message(), lang)} {hint}"


def _typed_so_far() -> str:
    """The command as it was typed, where the parser does not say: its verb is the first word that is one."""
    verbs = {verb.name for verb in VERBS}
    verb = next((word for word in sys.argv[1:] if word in verbs), None)
    return f"facteur {verb}" if verb else "facteur"


def _sentence(message: str, lang: Lang) -> str:
    for pattern, sentence in _KNOWN:
        found = pattern.fullmatch(message)
        if found:
            details = {name: _bare(value) for name, value in found.groupdict().items()}
            if message.startswith(_OF_ARGUMENT) and details["name"] in _ARGUMENTS:
                details["name"] = translate(_ARGUMENTS[details["name"]], lang)
            return translate(sentence, lang, **details)
    return message


def _bare(text: str) -> str:
    return text.replace("'", "").strip()
