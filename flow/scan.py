"""A file that a person brings: kept as a message that lies in no mailbox, then it goes the mails' road."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.decide import decide_message
from flow.drawer import account_for_scans, accounts_to_join
from flow.holders import person_here
from flow.original import title_of
from flow.read import read_message
from flow.road import file_message
from flow.round import Outbox
from flow.second_look import begin_anew
from flow.wiring import Wiring
from models.errors.files import EmptyFile, EmptyPage
from models.errors.problem import Problem
from models.journal import append
from models.tables import Message, Step

File = tuple[str, bytes]
"""Its name and its bytes."""


class Kept(NamedTuple):
    """known: the same bytes were brought, or came by mail, before."""

    message_id: int
    account_id: int
    known: bool


def keep_scan(
    wiring: Wiring, files: Sequence[File], outbox: Outbox | None, member_id: int | None = None
) -> Kept:
    """Keeps the files of one bill, in their order, and puts them on the road; once, however often they
    come; a page that is there twice counts once. What was set aside before is tried again.

    outbox None: the caller reads it itself, at once (`read_scan`). member_id: whose it is, None for the
    person at this machine. Raises EmptyFile, EmptyPage, DiskFull,
    StoreDamaged, StoreLocked.
    """
    for name, data in files:
        if not data:
            raise _empty(name, files)
    files = _each_once(files)
    digests = [wiring.originals.write(data) for _, data in files]
    passed("scan_written")
    title = title_of([name for name, _ in files])
    size = sum(len(data) for _, data in files)
    scan = _Scan(" ".join(digests), title, size, outbox, member_id)
    try:
        kept = _keep(wiring, scan)
    except IntegrityError:
        # Another process brought the same file between our look and our insert; now it is there.
        kept = _keep(wiring, scan)
    passed("scan_kept")
    return kept


def _empty(name: str, files: Sequence[File]) -> Problem:
    return EmptyFile() if len(files) == 1 else EmptyPage(file=name)


def _each_once(files: Sequence[File]) -> list[File]:
    """A photograph that is named twice is one page, where it comes first."""
    first: dict[bytes, str] = {}
    for name, data in files:
        first.setdefault(data, name)
    return [(name, data) for data, name in first.items()]


def read_scan(wiring: Wiring, message_id: int, password: str) -> None:
    """Takes a scan down the whole road now, its encrypted PDFs opened with `password`.

    Whatever stops us, the scan is kept; it is set aside when somebody else reads it without the password.
    """
    if read_message(wiring, message_id, password) == "done" and (
        decide_message(wiring, message_id) == "done"
    ):
        file_message(wiring, message_id)


class _Scan(NamedTuple):
    original: str
    title: str
    size: int
    outbox: Outbox | None
    member_id: int | None

    @property
    def sha256(self) -> str:
        """One file's own digest, so that a mail of the same bytes is the same message."""
        single = " " not in self.original
        return self.original if single else hashlib.sha256(self.original.encode()).hexdigest()


def _keep(wiring: Wiring, scan: _Scan) -> Kept:
    with Session(wiring.engine) as session, session.begin():
        member = scan.member_id or person_here(session).member_id
        fresh = _message(account_for_scans(session, member), scan)
        same = select(Message).where(
            Message.sha256 == scan.sha256,
            Message.account_id.in_(accounts_to_join(session, fresh)),
        )
        message = session.scalar(same.order_by(Message.id).limit(1))
        if message is not None:
            if begin_anew(session, message) and scan.outbox is not None:
                scan.outbox.enqueue_again(session, message.id)
            return Kept(message.id, message.account_id, known=True)
        session.add(fresh)
        session.flush()
        append(
            session, f"member {scan.member_id}" if scan.member_id else "person", "file_scanned",
            f"message {fresh.id}", where="cli", detail={"files": len(fresh.digests)},
        )  # fmt: skip
        if scan.outbox is not None:
            scan.outbox.enqueue(session, fresh.id)
        return Kept(fresh.id, fresh.account_id, known=False)


def _message(account_id: int, scan: _Scan) -> Message:
    return Message(
        account_id=account_id, sha256=scan.sha256, header_sha256="", size=scan.size, message_id="",
        original=scan.original, received_at=datetime.now(UTC), subject=scan.title, sender_name="",
        sender_address="", step=Step.RECEIVED,
    )  # fmt: skip
