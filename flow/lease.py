"""One holder at a time works on an account, on one machine or on several.

The lease is confirmed inside every transaction that depends on it, so a holder that lost it (a
laptop that slept) cannot commit. The lease of a process that died on this machine is free at once.
"""

import os
import socket
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.errors.mailbox import MailboxBusy
from models.tables import Lease

TERM = timedelta(minutes=15)
"""Longer than the slowest batch: 16 MB at 1 Mbit/s take two minutes."""


@dataclass(frozen=True, slots=True)
class Held:
    """A lease that was taken."""

    account_id: int
    holder: str

    def confirm(self, session: Session) -> None:
        """Prolong it in the caller's transaction. Raises MailboxBusy when another holder has it."""
        statement = (
            update(Lease)
            .where(Lease.account_id == self.account_id, Lease.holder == self.holder)
            .values(until=datetime.now(UTC) + TERM)
            .execution_options(synchronize_session=False)
        )
        if session.execute(statement).rowcount != 1:  # type: ignore[attr-defined]
            raise MailboxBusy


@contextmanager
def holding(engine: Engine, account_id: int) -> Iterator[Held]:
    """The account's lease until the end of the block. Raises MailboxBusy when somebody has it."""
    held = Held(
        account_id, f"{_machine()} {os.getpid()} {_started(os.getpid())} {uuid.uuid4().hex}"
    )
    _take(engine, held)
    try:
        yield held
    finally:
        _give_back(engine, held)


def _take(engine: Engine, held: Held) -> None:
    until = datetime.now(UTC) + TERM
    try:
        with Session(engine) as session, session.begin():
            lease = session.get(Lease, held.account_id, with_for_update=True)
            if lease is None:
                session.add(Lease(account_id=held.account_id, holder=held.holder, until=until))
                return
            if not _free(lease):
                raise MailboxBusy
            lease.holder, lease.until = held.holder, until
    except IntegrityError as error:
        raise MailboxBusy from error


def _give_back(engine: Engine, held: Held) -> None:
    with Session(engine) as session, session.begin():
        session.execute(
            update(Lease)
            .where(Lease.account_id == held.account_id, Lease.holder == held.holder)
            .values(holder=None, until=None)
        )


def _free(lease: Lease) -> bool:
    if lease.holder is None or lease.until is None or lease.until <= datetime.now(UTC):
        return True
    machine, _, rest = lease.holder.partition(" ")
    pid, started = rest.split(" ")[:2]
    return machine == _machine() and _started(int(pid)) != started


def _machine() -> str:
    """This boot of this machine and its view of process numbers; a container has its own."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        view = Path("/proc/self/ns/pid").readlink()
    except OSError:
        return f"{socket.gethostname()}|?"
    return f"{socket.gethostname()}|{boot}|{view}"


def _started(pid: int) -> str:
    """When the process began, in ticks; "gone" when there is none, "?" where that cannot be told."""
    if not Path("/proc/self/stat").exists():
        return "?"
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "gone"
    fields = stat.rpartition(")")[2].split()
    return "gone" if fields[0] == "Z" else fields[19]
