"""`facteur demo`: the main job on a sample mailbox, on a real IMAP server that lives as long as the demo."""

import os
import shlex
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

from platformdirs import user_cache_path

from cli.demo_server import USER, DemoServer, demo_server
from cli.list import show_bills
from cli.log import logging_to
from cli.options import Json, LangName, at_work
from cli.output import Out
from cli.sync import sync_accounts
from flow.accounts import accounts
from flow.connecting import connect, folder_counts
from flow.login_asked import Asked
from flow.settings import Settings
from flow.wiring import Wiring, wired
from inbox.login import Password
from models.security import Security
from models.tables import Auth
from models.words import mark

_NEXT = (
    mark("Look closer:  FACTEUR_HOME={home} {command} show 1"),
    mark("Your own mailbox:  {command} init, then  {command} connect you@example.org"),
    mark("Or a bill on paper:  {command} scan photo.jpg"),
    mark("Or just a file:  {command} read my-bill.pdf"),
)
"""Lines to copy: they are not folded."""


def demo(as_json: Json = False, lang: LangName = None) -> None:
    """Run everything on a sample mailbox. Your own mail is not touched."""
    with at_work(lang, as_json) as (out, settings):
        own = _demo_settings(settings)
        began = time.perf_counter()
        out.say(mark("Starting a mail server on this machine and filling it with sample mail …"))
        with (
            demo_server() as server,
            logging_to(own.home),
            wired(own, os.environ) as wiring,
        ):
            _connect(wiring, server)
            out.say(
                mark(
                    "{count} mails in the inbox: bills, reminders, newsletters, a phishing attempt."
                ),
                count=server.messages,
            )
            report, problem = sync_accounts(out, wiring, accounts(wiring), None)
            if problem is not None:
                raise problem
            show_bills(out, wiring)
            out.emit(report)
            _say(out, wiring, report, time.perf_counter() - began)


def _demo_settings(settings: Settings) -> Settings:
    """The person's settings with a data folder of the demo's own, emptied."""
    home = user_cache_path("facteur") / "demo"
    shutil.rmtree(home, ignore_errors=True)
    # The mails are dated: the window is wide, so that the demo shows the same in some years.
    return replace(settings, home=home, database_url="", months=240)


def _connect(wiring: Wiring, server: DemoServer) -> None:
    asked = Asked(USER, "127.0.0.1", server.port, None, Security.PLAIN)
    connect(
        wiring, asked.login(Password(server.password)), secret=server.password, auth=Auth.PASSWORD,
        files_mail=True, ca_pem=None,
    )  # fmt: skip


def _say(out: Out, wiring: Wiring, report: dict[str, int | float], seconds: float) -> None:
    out.say(mark("The mailbox now, as any mail program shows it:"))
    for folder, count in folder_counts(wiring, 1).items():
        out.say("  {folder}  {count}", folder=folder, count=count)
    out.say(
        mark("{new} mails, {bills} of them bills, {filed} filed, in {seconds} s."),
        new=report["new"], bills=report["bills"], filed=report["filed"], seconds=f"{seconds:.1f}",
    )  # fmt: skip
    command = typed(sys.argv[0], Path.cwd())
    home = shlex.quote(str(wiring.settings.home))
    for words in _NEXT:
        out.verbatim(out.words(words, home=home, command=command))


def typed(program: str, here: Path) -> str:
    """How to call `program` again from `here`: "facteur" when it was found on PATH, else its path."""
    found = shutil.which("facteur")
    if Path(program).name != "facteur" or (found and Path(found).samefile(program)):
        return "facteur"
    path = Path(program).absolute()
    return shlex.quote(str(path.relative_to(here) if path.is_relative_to(here) else path))
