"""The frame of a verb's help, which typer writes in English, in the person's language."""

import re
from functools import partial
from typing import Any

from typer.core import TyperCommand

from models.words import Lang, mark, translate

_USAGE = mark("Usage: {command}")
_REQUIRED = mark("[required]")
_DEFAULT = mark("[default: {value}]")
_TYPERS = "Usage: "
_FLAG = "bool"
_TYPES = {
    "str": mark("<text>"),
    "int": mark("<number>"),
    "int range": mark("<number>"),
    "path": mark("<path>"),
}
"""What typer calls a value, in words; the words that may be chosen from stand as they are typed."""
_OF_LIST = re.compile(r"list\[(.*)\]")


class Verb(TyperCommand):
    """One verb, whose help is in `lang` all around."""

    lang: Lang = "en"

    def get_usage(self, ctx: Any) -> str:
        """The line that says how the verb is called."""
        return usage_told(super().get_usage(ctx), self.lang)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help. The words are typer's own constants, so they are set before."""
        speak_typers(self.lang)
        speak_types(self, ctx, self.lang)
        super().format_help(ctx, formatter)


def usage_told(line: str, lang: Lang) -> str:
    """`line` ("Usage: facteur pay …") in `lang`."""
    return translate(_USAGE, lang, command=line.removeprefix(_TYPERS))


def speak_typers(lang: Lang) -> None:
    """Puts what typer writes behind an option into `lang`; loading it takes long, so only for a help."""
    from typer import rich_utils  # noqa: PLC0415

    rich_utils.REQUIRED_LONG_STRING = translate(_REQUIRED, lang)
    rich_utils.DEFAULT_STRING = translate(_DEFAULT, lang, value="{}")


def speak_types(command: Any, ctx: Any, lang: Lang) -> None:
    """Says in `lang` what the options and arguments of `command` take."""
    for parameter in command.get_params(ctx):
        told = type_told(parameter.display_type(ctx), lang)
        parameter.display_type_rich = partial(_said, told)


def type_told(shown: str, lang: Lang) -> str:
    """`shown` ("<list[int]>") in words; "" of an option that takes no value."""
    name = _OF_LIST.sub(r"\1", shown.strip("<>"))
    if name == _FLAG:
        return ""
    return translate(_TYPES[name], lang) if name in _TYPES else shown


def _said(told: str, **_: object) -> str:
    return told
