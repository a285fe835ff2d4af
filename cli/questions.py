"""Questions on a terminal; a script answers them with options."""

import typer

from cli.options import asks
from cli.output import Out
from models.errors.values import UsageWrong
from models.words import mark

_YES = {"y", "yes", "o", "oui"}
_NO = {"", "n", "no", "non"}
"""Both languages always: a keyboard's habit is not the setting's. Enter alone is no."""


def agreed(out: Out, question: str, *, yes: bool) -> bool:
    """True when the person says yes, at once with --yes. Raises UsageWrong where nobody can be asked."""
    if yes:
        return True
    if not asks():
        why = mark("{question} Nobody can be asked here: --yes answers it.")
        raise UsageWrong(why=out.words(why, question=question))
    return says_yes(out, question)


def says_yes(out: Out, question: str) -> bool:
    """Whether the answer typed is yes; asked again until it is yes or no."""
    choice = out.words(mark("y/N"))  # a sentence inside an f-string is not collected
    asked = f"{question} [{choice}]"
    while True:
        said = str(typer.prompt(asked, default="", show_default=False, err=True)).strip().casefold()
        if said in _YES | _NO:
            return said in _YES
        typer.echo(out.words(mark("Answer yes or no.")), err=True)


def code_given(out: Out, given: str | None) -> str:
    """The secret code of --code, else as typed; "" where nobody can be asked."""
    if given is not None or not asks():
        return given or ""
    return str(typer.prompt(out.words(mark("Secret code")), hide_input=True, err=True))
