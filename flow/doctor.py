"""The state of the house, one check after another; a check that fails does not stop the next."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import packages_distributions

from sqlalchemy import select
from sqlalchemy.orm import Session

from extract.read import READERS
from flow.counts import left_to_do
from flow.wiring import Wiring
from models.database import reading
from models.errors import Problem
from models.journal import verify
from models.migrate import current, head
from models.tables import Account, Message
from models.words import mark

OUR_PACKAGES = ("inbox", "extract", "classify", "models", "flow", "jobs", "cli")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `name` is to be translated; `detail` is for the person as it is."""

    name: str
    ok: bool
    detail: str


def examine(wiring: Wiring) -> list[Check]:
    """Every check, in order."""
    return [_looked(wiring, name, look) for name, look in _LOOKS]


def _looked(wiring: Wiring, name: str, look: Callable[[Wiring], tuple[bool, str]]) -> Check:
    try:
        ok, detail = look(wiring)
    except Problem as problem:
        return Check(name, ok=False, detail=problem.told(wiring.settings.lang))
    return Check(name, ok, detail)


def _settings(wiring: Wiring) -> tuple[bool, str]:
    given = ", ".join(f"{name} ({source})" for name, source in wiring.settings.sources)
    return True, f"{wiring.settings.home}: {given}"


def _database(wiring: Wiring) -> tuple[bool, str]:
    revision = current(wiring.engine)
    return revision == head(), f"{wiring.engine.dialect.name} {revision}"


def _journal(wiring: Wiring) -> tuple[bool, str]:
    with Session(reading(wiring.engine)) as session:
        return True, str(verify(session))


def _originals(wiring: Wiring) -> tuple[bool, str]:
    with Session(reading(wiring.engine)) as session:
        digests = session.scalars(select(Message.original)).all()
    for digest in digests:
        wiring.originals.read(digest)
    return True, str(len(digests))


def _secrets(wiring: Wiring) -> tuple[bool, str]:
    with Session(reading(wiring.engine)) as session:
        rows = session.execute(select(Account.address, Account.secret)).all()
    for _, secret in rows:
        if secret is not None:
            wiring.secrets.decrypt(secret)
    return True, str(len(rows))


def _readers(wiring: Wiring) -> tuple[bool, str]:  # noqa: ARG001 - one shape for all looks
    return True, "; ".join(f"{reader.name}: {reader.proven_against}" for reader in READERS)


def _mailboxes(wiring: Wiring) -> tuple[bool, str]:
    with Session(reading(wiring.engine)) as session:
        rows = session.execute(select(Account.address, Account.failed_code)).all()
    failed = [f"{address}: {code}" for address, code in rows if code]
    return not failed, "; ".join(failed) or str(len(rows))


def _road(wiring: Wiring) -> tuple[bool, str]:
    messages, filings = left_to_do(wiring)
    return True, f"{messages} / {filings}"


def _packages(wiring: Wiring) -> tuple[bool, str]:  # noqa: ARG001
    """Another distribution with a folder of our name would overwrite ours, silently."""
    owners = packages_distributions()
    shared = [name for name in OUR_PACKAGES if len(set(owners.get(name, ()))) > 1]
    return not shared, ", ".join(shared)


_LOOKS: tuple[tuple[str, Callable[[Wiring], tuple[bool, str]]], ...] = (
    (mark("Settings"), _settings),
    (mark("Database"), _database),
    (mark("Journal, lines"), _journal),
    (mark("Originals"), _originals),
    (mark("Secrets"), _secrets),
    (mark("Readers, and what they were proven against"), _readers),
    (mark("Mailboxes"), _mailboxes),
    (mark("Still on the road: messages / filings"), _road),
    (mark("No other program shares our package names"), _packages),
)
