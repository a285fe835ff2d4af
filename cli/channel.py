"""`facteur channel`: your own mail account to send from, and services that reach you."""

from typing import Annotated, Literal

import typer

from cli.authority import security_chosen
from cli.channel_acts import ACTS, Asked
from cli.channel_shown import show_channels
from cli.options import Json, LangName
from cli.server_options import Authority, PasswordStdin, Plain, Port, StartTls, Tls, User
from cli.wired_door import wired_door
from models.errors.values import UsageWrong
from models.words import mark

Action = Literal["add", "test", "remove", "again", "drop"]


def channel(
    action: Annotated[
        Action | None, typer.Argument(help=mark("What to do; without it, channels are listed."))
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            help=mark(
                "With add: mail [ADDRESS], or service. Else a channel's name or a message's number."
            )
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", help=mark("Mail: your name as it is shown. A service: what to call it.")
        ),
    ] = None,
    host: Annotated[
        str | None, typer.Option("--host", help=mark("SMTP server, if not known."))
    ] = None,
    port: Port = None,
    user: User = None,
    tls: Tls = False,
    starttls: StartTls = False,
    plain: Plain = False,
    ca: Authority = None,
    no_login: Annotated[
        bool, typer.Option("--no-login", help=mark("The server asks for no password."))
    ] = False,
    password_stdin: PasswordStdin = False,
    url_stdin: Annotated[
        bool, typer.Option("--url-stdin", help=mark("Read a service's URL from standard input."))
    ] = False,
    amounts: Annotated[
        bool,
        typer.Option(
            "--amounts", help=mark("A service: tell amounts, too; its owner may read them.")
        ),
    ] = False,
    to: Annotated[
        str, typer.Option("--to", help=mark("A service: whom it reaches; yourself without it."))
    ] = "me",
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Set up how Facteur reaches you and others: your own mail account, and services."""
    with wired_door(lang, as_json) as (out, wiring):
        asked = Asked(
            tuple(words or ()), name, host, port, user,
            security_chosen(out, tls=tls, starttls=starttls, plain=plain), ca, amounts,
            to=to, no_login=no_login, password_stdin=password_stdin, url_stdin=url_stdin,
        )  # fmt: skip
        if action is None:
            if words:
                raise UsageWrong(
                    why=out.words(mark("Say what to do: {actions}."), actions=", ".join(ACTS))
                )
            show_channels(out, wiring)
            return
        ACTS[action](out, wiring, asked)
