"""`facteur secret`: the secret code of an authenticator app, asked for before money is sent."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import segno
import typer

from cli.options import Json, LangName, asks
from cli.output import Out
from cli.questions import code_given, typed
from cli.wired_door import wired_door
from flow.enrolment import NewCode, confirm_code, new_code
from flow.step_up import asks_for_code, code_state
from flow.wiring import Wiring
from models.words import mark

_SET_UP = mark("Your secret code is set up. --change makes another one.")
_CHANGE_WAITS = mark(
    "Your secret code is set up. Another one waits for its first code: `facteur secret --code 123456`. "
    "--change shows it again, --renew makes another; both ask for the present code."
)
_AGAIN = mark(
    "It is the same as before: an app that took it fits. If somebody else may have seen it, "
    "`facteur secret --renew` makes another one."
)
_ALONE = mark(
    "Whoever sees it can make your codes: look round before you go on. It is never shown again once "
    "you gave its first code."
)


def secret(
    change: Annotated[
        bool,
        typer.Option("--change", help=mark("Make another one; the present code is asked for.")),
    ] = False,
    renew: Annotated[
        bool,
        typer.Option(
            "--renew", help=mark("Another in place of the one that waits for its first code.")
        ),
    ] = False,
    code: Annotated[
        str | None,
        typer.Option(
            "--code", help=mark("The code that the app shows: puts the new secret in force.")
        ),
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Set up your secret code: six figures of an app on your phone, asked for before you pay."""
    with wired_door(lang, as_json) as (out, wiring):
        state = code_state(wiring)
        if state.waits and code is not None and not (change or renew):
            _confirm(out, wiring, code)
        elif state.is_set and not (change or (renew and state.waits)):
            out.emit({"set_up": True, "waits": state.waits})
            out.say(_CHANGE_WAITS if state.waits else _SET_UP)
        else:
            asked = asks_for_code(wiring, datetime.now(UTC))
            present = code_given(out, code) if asked else ""
            _show(out, new_code(wiring, datetime.now(UTC), present, renew=renew))
            if asks() and not as_json:
                words = out.words(mark("The code that the app shows now"))
                _confirm(out, wiring, typed(out, words))


def _show(out: Out, made: NewCode) -> None:
    out.emit({"set_up": False, "uri": made.uri, "secret": made.secret, "again": made.again})
    out.say(_AGAIN if made.again else _ALONE)
    out.say(mark("Scan this with an authenticator app on your phone, or type the secret into it."))
    if not out.as_json and sys.stdout.isatty():
        code = segno.make(made.uri)
        if code.symbol_size()[0] <= out.width:
            code.terminal(compact=True)
        else:
            out.say(mark("This window is too narrow for it: make it wider, or type the secret."))
    out.say("  {uri}", uri=made.uri)
    out.say(mark("  Secret: {secret}"), secret=made.secret)
    out.say(mark("Then give the code that it shows: `facteur secret --code 123456`."))


def _confirm(out: Out, wiring: Wiring, code: str) -> None:
    codes = confirm_code(wiring, code, datetime.now(UTC))
    out.emit({"set_up": True, "recovery_codes": list(codes)})
    out.say(mark("Your secret code is set up."))
    out.say(mark("Write these down: each stands for it once, if your phone is lost."))
    for one in codes:
        out.say("  {code}", code=one)
