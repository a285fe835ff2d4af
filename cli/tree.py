"""The command tree: every verb is listed from the table, and only the one that is called is loaded."""

import os
from importlib.metadata import version
from pkgutil import resolve_name
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from cli.help_told import Verb, speak_types, usage_told
from cli.options import LangName
from cli.verbs import VERBS
from models.words import Lang, mark, translate

_HELP = mark(
    "Facteur reads your mailbox, finds the bills, says what must be done, and files the mail."
)
_OPTIONS, _ARGUMENTS = mark("Options"), mark("Arguments")
_COMMAND = mark("COMMAND [ARGUMENTS]...")
_SHOWN_BY_CLICK = mark("Show this message and exit.")


class Verbs(TyperGroup):
    """Lists each verb by its name and help alone; calling or completing one loads its module."""

    lang: Lang = "en"

    def list_verbs(self, lang: Lang) -> None:
        """Fills the list from the table, in `lang`: entries that hold no options and do nothing."""
        self.lang = lang
        self.subcommand_metavar = translate(_COMMAND, lang)
        for verb in VERBS:
            words, panel = translate(verb.words, lang), translate(verb.group, lang)
            self.add_command(TyperCommand(verb.name, help=words, rich_help_panel=panel))

    def get_usage(self, ctx: Any) -> str:
        """The line that says how the command is called."""
        return usage_told(super().get_usage(ctx), self.lang)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help."""
        speak_types(self, ctx, self.lang)
        super().format_help(ctx, formatter)

    def resolve_command(
        self, ctx: Any, args: list[str]
    ) -> tuple[str | None, TyperCommand | None, list[str]]:
        """The verb that `args` begins with, whole. Raises a usage error when there is none."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, loaded(name, self.lang) if name and listed else None, rest


def tree(lang: Lang) -> Verbs:
    """The whole command, its help in `lang`."""
    app = typer.Typer(
        name="facteur",
        cls=Verbs,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help=_HELP,
    )
    app.callback(invoke_without_command=True)(language)
    verbs = cast("Verbs", get_command(app))
    _speak(verbs, lang)
    verbs.list_verbs(lang)
    return verbs


def loaded(name: str, lang: Lang) -> TyperCommand:
    """The verb called `name` with its options and arguments, its help in `lang`."""
    verb = next(verb for verb in VERBS if verb.name == name)
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(verb.name, help=verb.words, cls=Verb)(resolve_name(verb.place))
    command = cast("Verb", get_command(app))
    command.lang = lang
    _speak(command, lang)
    return command


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"facteur {version('facteur-bills')}")
        raise typer.Exit


def language(
    context: typer.Context,
    lang: LangName = None,
    version_asked: Annotated[  # noqa: ARG001 - the callback answers it
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help=mark("Print the version.")
        ),
    ] = False,
) -> None:
    """--lang before the verb does the same as behind it; without a verb, the help is shown."""
    if lang is not None:
        os.environ["FACTEUR_LANG"] = lang
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)


def _speak(command: TyperCommand | TyperGroup, lang: Lang) -> None:
    """Puts the help of `command` and of its options and arguments into `lang`."""
    command.help = translate(command.help or "", lang)
    help_option = cast("Any", command.get_help_option(typer.Context(command)))
    help_option.help = _SHOWN_BY_CLICK
    for parameter in (*command.params, help_option):
        parameter.help = translate(getattr(parameter, "help", None) or "", lang)
        if parameter.param_type_name == "argument" and parameter.metavar:
            parameter.metavar = translate(parameter.metavar, lang)
        panel = _OPTIONS if parameter.param_type_name == "option" else _ARGUMENTS
        parameter.rich_help_panel = translate(panel, lang)
