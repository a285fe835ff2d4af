"""The frame of a verb's help, which typer writes in English, in the person's language."""

from typing import Any

from typer.core import TyperCommand

from models.words import Lang, mark, translate

_USAGE = mark("Usage: {command}")
_REQUIRED = mark("[required]")
_DEFAULT = mark("[default: {value}]")
_TYPERS = "Usage: "


class Verb(TyperCommand):
    """One verb, whose help is in `lang` all around."""

    lang: Lang = "en"

    def get_usage(self, ctx: Any) -> str:
        """The line that says how the verb is called."""
        return usage_told(super().get_usage(ctx), self.lang)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help. The words are typer's own constants, so they are set before."""
        speak_typers(self.lang)
        super().format_help(ctx, formatter)


def usage_told(line: str, lang: Lang) -> str:
    """`line` ("Usage: facteur pay …") in `lang`."""
    return translate(_USAGE, lang, command=line.removeprefix(_TYPERS))


def speak_typers(lang: Lang) -> None:
    """Puts what typer writes behind an option into `lang`; loading it takes long, so only for a help."""
    from typer import rich_utils  # noqa: PLC0415

    rich_utils.REQUIRED_LONG_STRING = translate(_REQUIRED, lang)
    rich_utils.DEFAULT_STRING = translate(_DEFAULT, lang, value="{}")
