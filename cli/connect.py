"""`facteur connect`: try a mailbox's login, list its folders, keep it."""

import sys
from typing import Annotated

import typer

from cli.authority import authority_text, security_chosen
from cli.options import Json, LangName, asks
from cli.output import Out
from cli.questions import typed
from cli.server_options import Authority, PasswordStdin, Plain, Port, StartTls, Tls, User
from cli.wired_door import wired_door
from flow.connecting import connect as connect_account
from flow.login_asked import Asked
from flow.sign_in import sign_in_by_device
from flow.wiring import Wiring
from inbox.login import AccessToken, Password, Secret
from models.errors.mailbox import LoginRefused
from models.errors.values import UsageWrong
from models.security import must_encrypt
from models.tables import Auth
from models.words import mark

_MOST_SECRET = 10_000


def connect(
    address: Annotated[str, typer.Argument(help=mark("Your e-mail address."))],
    host: Annotated[
        str | None, typer.Option("--host", help=mark("IMAP server, if not known."))
    ] = None,
    port: Port = None,
    user: User = None,
    tls: Tls = False,
    starttls: StartTls = False,
    plain: Plain = False,
    ca: Authority = None,
    password_stdin: PasswordStdin = False,
    oauth: Annotated[
        bool, typer.Option("--oauth", help=mark("Sign in through a browser (Outlook.com)."))
    ] = False,
    no_filing: Annotated[
        bool, typer.Option("--no-filing", help=mark("Never move mail, only read it."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Connect a mailbox: the login is tried before anything is kept."""
    with wired_door(lang, as_json) as (out, wiring):
        security = security_chosen(out, tls=tls, starttls=starttls, plain=plain)
        if "@" not in address.strip("@"):
            raise UsageWrong(
                why=out.words(mark("{address} is no e-mail address."), address=address)
            )
        authority_text(ca)
        asked = Asked(address, host, port, user, security, ca)
        if security is not None:
            must_encrypt(security, host or asked.provider.host)
        auth, kept, secret = _secret(out, wiring, asked, oauth, password_stdin)
        try:
            found = connect_account(
                wiring, asked.login(secret), secret=kept, auth=auth, files_mail=not no_filing,
                ca_pem=asked.ca_pem(),
            )  # fmt: skip
        except LoginRefused:
            if host is None:
                out.warn(asked.provider.advice, provider=asked.provider.name)
            raise
        out.emit({"address": address, "folders": list(found.folders), "files_mail": not no_filing})
        out.say(mark("Connected to {address}. Folders:"), address=address)
        for folder in found.folders:
            out.say("  {folder}", folder=folder)
        out.say(
            mark(
                "Next: `facteur sync --dry-run` shows what would be filed, `facteur sync` does it."
            )
        )


def _secret(
    out: Out, wiring: Wiring, asked: Asked, oauth: bool, password_stdin: bool
) -> tuple[Auth, str, Secret]:
    """How to sign in, what to keep, and what to try now."""
    if oauth or (asked.needs_browser and not password_stdin):
        token = sign_in_by_device(
            wiring,
            lambda code: out.warn(
                mark("Open {url} and type {user_code}; waiting …"),
                url=code.url,
                user_code=code.user_code,
            ),
        )
        return Auth.OAUTH, token.refresh, AccessToken(token.access)
    password = _password(out, password_stdin)
    return Auth.PASSWORD, password, Password(password)


def _password(out: Out, from_stdin: bool) -> str:
    if from_stdin:
        password = sys.stdin.readline(_MOST_SECRET).rstrip("\r\n")
    elif asks():
        password = typed(out, out.words(mark("Password")), hide_input=True)
    else:
        raise UsageWrong(why=out.words(mark("Give the password with --password-stdin.")))
    if not password:
        raise UsageWrong(why=out.words(mark("The password is empty.")))
    return password
