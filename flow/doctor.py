"""The state of the house, one check after another; a check that fails does not stop the next."""

import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import packages_distributions
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.read import READERS
from flow.collect.health import collecting, ways
from flow.counts import left_to_do
from flow.doctor_keys import keys_fit
from flow.drawer import IS_DRAWER
from flow.wiring import Wiring
from models.database import not_ours, reading
from models.errors.every import revived
from models.errors.problem import Problem
from models.errors.store import StoreForbidden
from models.journal import verify
from models.migrate import current, head
from models.tables import Account, Message, Outlet
from models.words import Lang, mark, translate
from notify.ways import CHANNELS

OUR_PACKAGES = ("inbox", "extract", "classify", "pay", "notify", "models", "flow", "jobs", "cli")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `name` and `detail` are to be translated, blanks filled from `details`."""

    name: str
    ok: bool
    detail: str
    details: dict[str, str | int] = field(default_factory=dict)


def examine(wiring: Wiring) -> list[Check]:
    """Every check, in order."""
    return [_looked(wiring, name, look) for name, look in _LOOKS]


Found = tuple[bool, str] | tuple[bool, str, dict[str, str | int]]
"""In order or not, a detail, and what fills its blanks."""


def _looked(wiring: Wiring, name: str, look: Callable[[Wiring], Found]) -> Check:
    try:
        return Check(name, *look(wiring))
    except Problem as problem:
        return Check(name, ok=False, detail=problem.told(wiring.settings.lang))


def _settings(wiring: Wiring) -> Found:
    given = ", ".join(f"{name} ({source})" for name, source in wiring.settings.sources)
    return True, f"{wiring.settings.home}: {given}"


def _privacy(wiring: Wiring) -> Found:
    """Mails and bills are the person's own: no other user of this machine should read them."""
    home = wiring.settings.home
    if stat.S_IMODE(home.stat().st_mode) & 0o077:
        why = mark("other users of this machine can look into {home}: run chmod 700 on it")
        return False, why, {"home": str(home)}
    return True, mark("only you can look into {home}"), {"home": str(home)}


def _database(wiring: Wiring) -> Found:
    revision = current(wiring.engine)
    database = wiring.engine.url.database
    if wiring.engine.dialect.name == "sqlite" and database and (barred := not_ours(Path(database))):
        raise StoreForbidden(path=str(barred), folder=str(barred.parent))
    return revision == head(), f"{wiring.engine.dialect.name} {revision}"


def _journal(wiring: Wiring) -> Found:
    with Session(reading(wiring.engine)) as session:
        return True, mark("{count} lines, unchanged"), {"count": verify(session)}


def _originals(wiring: Wiring) -> Found:
    with Session(reading(wiring.engine)) as session:
        originals = session.scalars(select(Message.original)).all()
    for digest in " ".join(originals).split():
        wiring.originals.read(digest)
    return True, mark("{count} mails, unchanged"), {"count": len(originals)}


def _readers(wiring: Wiring) -> Found:
    return True, _proven(wiring, [(reader.name, reader.proven_against) for reader in READERS])


def _proven(wiring: Wiring, named: Iterable[tuple[str, str]]) -> str:
    """What was proven against what, in the person's language."""
    lang = wiring.settings.lang
    return "; ".join(f"{name}: {translate(proof, lang)}" for name, proof in named)


def _channels(wiring: Wiring) -> Found:
    with Session(reading(wiring.engine)) as session:
        names = session.scalars(select(Outlet.name).where(Outlet.removed_at.is_(None))).all()
    proven = _proven(wiring, [(channel.name, channel.proven_against) for channel in CHANNELS])
    told: dict[str, str | int] = {"names": ", ".join(names) or "–", "proven": proven}
    return True, mark("set up: {names} (proven against: {proven})"), told


def _ways(wiring: Wiring) -> Found:
    return True, _proven(wiring, ways())


def _mailboxes(wiring: Wiring) -> Found:
    with Session(reading(wiring.engine)) as session:
        accounts = session.scalars(select(Account).where(~IS_DRAWER)).all()
        failed = [
            _failure(account, wiring.settings.lang) for account in accounts if account.failed_code
        ]
    if failed:
        return False, " ".join(failed)
    return True, mark("{count} connected"), {"count": len(accounts)}


def _failure(account: Account, lang: Lang) -> str:
    problem = revived(
        account.failed_code or "", host=account.host, port=account.port, user=account.user, why="…"
    )
    return f"{account.address}: {problem.told(lang)}"


def _road(wiring: Wiring) -> Found:
    messages, filings = left_to_do(wiring)
    counts: dict[str, str | int] = {"messages": messages, "filings": filings}
    return True, mark("{messages} mails to read, {filings} to file"), counts


def _packages(wiring: Wiring) -> Found:  # noqa: ARG001 - one shape for all looks
    """Another distribution with a folder of our name would overwrite ours, silently."""
    owners = packages_distributions()
    shared = [name for name in OUR_PACKAGES if len(set(owners.get(name, ()))) > 1]
    return not shared, ", ".join(shared)


_LOOKS: tuple[tuple[str, Callable[[Wiring], Found]], ...] = (
    (mark("Settings"), _settings),
    (mark("Privacy"), _privacy),
    (mark("Database"), _database),
    (mark("Journal"), _journal),
    (mark("Originals"), _originals),
    (mark("Secrets"), keys_fit),
    (mark("Readers, and what they were proven against"), _readers),
    (mark("Mailboxes"), _mailboxes),
    (mark("Channels, and what they were proven against"), _channels),
    (mark("Ways of paying, and what they were proven against"), _ways),
    (mark("Collecting"), collecting),
    (mark("Still on the road"), _road),
    (mark("No other program shares our package names"), _packages),
)
