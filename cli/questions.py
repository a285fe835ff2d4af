"""Questions on a terminal; a script answers them with options."""

from collections.abc import Mapping

import typer

from cli.options import asks
from cli.output import Out
from models.errors.values import UsageWrong
from models.words import Lang, mark

_COLONS: Mapping[Lang, str] = {"en": ": ", "fr": " : "}
"""After a question; the French one stands apart from its word."""
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
        said = typed(out, asked, default="", show_default=False).strip().casefold()
        if said in _YES | _NO:
            return said in _YES
        typer.echo(out.words(mark("Answer yes or no.")), err=True)


def code_given(out: Out, given: str | None) -> str:
    """The secret code of --code, else as typed; "" where nobody can be asked.

    A code is of the half minute in which it is typed: the clock is read after it.
    """
    if given is not None or not asks():
        return given or ""
    return typed(out, out.words(mark("Secret code")), hide_input=True)


def typed(
    out: Out, question: str, *, default: str | None = None, show_default: bool = True,
    hide_input: bool = False,
) -> str:  # fmt: skip
    """What the person types after `question` and a colon as their language sets it."""
    return str(
        typer.prompt(
            question, default=default, show_default=show_default, hide_input=hide_input,
            prompt_suffix=_COLONS[out.lang], err=True,
        )
    )  # fmt: skip
