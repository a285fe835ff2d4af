"""`facteur serve`: the pages behind private links, and the calendar."""

import signal
from dataclasses import replace
from types import FrameType
from typing import Annotated

import typer

from cli.options import Json, LangName
from cli.output import Out
from cli.wired_door import wired_door
from flow.kept_setting import keep_setting
from flow.pages_here import answering
from flow.setting_values import checked
from flow.settings import PAGES_PORT, Settings
from flow.wiring import Wiring
from models.errors.values import UsageWrong
from models.security import is_loopback
from models.words import mark
from web.serving import Serving, serving

_MOST_PORT = 65535
_VARIABLE = "FACTEUR_WEB_ADDRESS"
_EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - refused without --exposed


def serve(
    host: Annotated[
        str, typer.Option("--host", help=mark("The network address that is listened on."))
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=_MOST_PORT, help=mark("The port; 0: any free one."))
    ] = PAGES_PORT,
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            help=mark(
                "Where others reach it, as https://bills.example.org: kept, and printed in links."
            ),
        ),
    ] = None,
    exposed: Annotated[
        bool,
        typer.Option(
            "--exposed", help=mark("Needed for any --host that other machines reach directly.")
        ),
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show shares behind private links and the calendar of due dates, to browsers."""
    with wired_door(lang, as_json) as (out, wiring):
        _must_be_meant(out, host, address or wiring.settings.web_address, exposed=exposed)
        here = wiring if address is None else _at(wiring, address)
        with serving(here, host, port) as running, answering(wiring.settings.home, running.url):
            _end_on_signals(running)
            _keep(out, wiring.settings, here.settings.web_address)
            _say(out, here.settings, running, host)
            running.run_forever()
            out.emit({"state": "stopped"})


def _must_be_meant(out: Out, host: str, address: str, *, exposed: bool) -> None:
    if is_loopback(host):
        return
    if not exposed:
        words = mark(
            "{host} lets other machines in, without encryption: leave --host out and put a web server "
            "with HTTPS before it, or add --exposed if you mean it."
        )
        raise UsageWrong(why=out.words(words, host=host[:80]))
    if host in _EVERYWHERE and not address:
        words = mark("Say by which name others reach it: --address http://NAME:PORT.")
        raise UsageWrong(why=out.words(words))


def _at(wiring: Wiring, address: str) -> Wiring:
    """The same with the public address of this run. Raises SettingRefused."""
    checked("web_address", address, "--address")
    return replace(wiring, settings=replace(wiring.settings, web_address=address))


def _keep(out: Out, settings: Settings, address: str) -> None:
    """Writes the address down for the next run, and for the links that other verbs print."""
    if address == settings.web_address:
        return
    keep_setting(settings, "web_address", address, "--address")
    if dict(settings.sources).get("web_address") == _VARIABLE:
        out.warn(mark("{name} wins over it the next time: change it, too."), name=_VARIABLE)


def _end_on_signals(running: Serving) -> None:
    def halt(_number: int, _frame: FrameType | None) -> None:
        running.halt()

    signal.signal(signal.SIGTERM, halt)
    signal.signal(signal.SIGINT, halt)


def _say(out: Out, settings: Settings, running: Serving, host: str) -> None:
    public = settings.link("/")
    out.emit({"state": "started", "url": running.url, "address": public or None})
    out.say(mark("Facteur answers at {url}; Ctrl-C stops it."), url=running.url)
    if not is_loopback(host):
        out.warn(
            mark(
                "Other machines reach it without encryption: links and amounts can be read on the way."
            )
        )
    if public:
        out.say(mark("Others reach it at {url}."), url=public)
    else:
        out.say(
            mark(
                "Only this machine reaches it. For others, put a web server with HTTPS before it and say "
                "its name: `facteur serve --address https://…`"
            )
        )
    out.say(
        mark("`facteur household link NAME` makes a private link for somebody without an account.")
    )
