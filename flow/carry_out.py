"""One move, carried out: the intent committed, the server asked, the outcome committed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.filed import MAX_ATTEMPTS, settle, whereabouts
from flow.lease import Held
from flow.take import writing
from flow.taken_back import undoes
from flow.wiring import Wiring
from inbox.file import End, Filed, Known, label_message, move_message
from inbox.folders import Folders, ensure_folder
from inbox.session import Session as Remote
from models.errors.mailbox import FolderMissing, FolderRefused, ServerMisbehaved
from models.errors.problem import Problem
from models.mail import MailRef
from models.tables import Filing, FilingState, Mailbox, Message, Mode

WAITING = (FilingState.PENDING, FilingState.INFLIGHT)


def carry_out(
    wiring: Wiring, lease: Held, remote: Remote, folders: Folders, filing_id: int
) -> FilingState:
    """Do one move, or find out that it was done before a crash. Returns the state it ended in.

    Raises ServerGone, LoginThrottled, MailboxBusy: the row stays inflight and is looked into next time.
    """
    with writing(wiring, lease) as session:
        filing = session.get_one(Filing, filing_id)
        if filing.state not in WAITING:
            return filing.state
        job = _begin(session, filing, remote.login.address)
    passed("inflight")
    try:
        name, filed = _act(remote, folders, job)
    except (FolderMissing, FolderRefused) as problem:
        return _give_up(wiring, lease, filing_id, problem)
    except ServerMisbehaved as problem:
        if job.attempts >= MAX_ATTEMPTS:
            return _give_up(wiring, lease, filing_id, problem)
        return FilingState.INFLIGHT
    passed("moved")
    with writing(wiring, lease) as session:
        return settle(session, filing_id, name, filed)


@dataclass(frozen=True, slots=True)
class _Job:
    at: MailRef
    known: Known
    target: str
    mode: Mode
    attempts: int
    add_label: bool


def _begin(session: Session, filing: Filing, address: str) -> _Job:
    """Write down what is about to be done. A move that never started follows the mail to where it is."""
    if filing.state is FilingState.PENDING and (now := whereabouts(session, filing.message_id)):
        filing.mailbox_id, filing.uidvalidity, filing.uid = (
            now.mailbox_id,
            now.uidvalidity,
            now.uid,
        )
    filing.state, filing.updated_at = FilingState.INFLIGHT, datetime.now(UTC)
    filing.attempts += 1
    message = session.get_one(Message, filing.message_id)
    folder = session.get_one(Mailbox, filing.mailbox_id).name
    return _Job(
        at=MailRef(address, folder, filing.uidvalidity, filing.uid),
        known=Known(message.header_sha256, message.size, message.message_id),
        target=filing.target,
        mode=filing.mode,
        attempts=filing.attempts,
        add_label=undoes(session, filing) is None,
    )


def _act(remote: Remote, folders: Folders, job: _Job) -> tuple[str, Filed]:
    """(the server's name of the target, what came of it)."""
    if job.mode is Mode.LABEL:
        return job.target, label_message(remote, job.at, job.known, job.target, add=job.add_label)
    known = {folder.name for folder in folders.all if folder.selectable}
    name = job.target if job.target in known else ensure_folder(remote, folders, job.target)
    if name == job.at.folder:
        return name, Filed(End.MOVED, job.at.uidvalidity, job.at.uid)
    return name, move_message(remote, job.at, job.known, name, passed)


def _give_up(wiring: Wiring, lease: Held, filing_id: int, problem: Problem) -> FilingState:
    with writing(wiring, lease) as session:
        filing = session.get_one(Filing, filing_id)
        filing.state, filing.problem = FilingState.FAILED, problem.code
        filing.updated_at = datetime.now(UTC)
        return filing.state
