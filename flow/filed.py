"""What came of a move, written down: the new place, the journal line, or why it was given up."""

from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.cursor import mailbox
from flow.keep import locate
from flow.quarantine import Place
from flow.taken_back import undoes
from inbox.file import End, Filed
from models.journal import append
from models.tables import Filing, FilingState, Location, Mailbox, Mode

MAX_ATTEMPTS = 5
_WHY = {End.GONE: "moved_elsewhere", End.CHANGED: "another_mail_there"}


def settle(session: Session, filing_id: int, name: str, filed: Filed) -> FilingState:
    """Write down the end of a move to the folder `name` (the server's), in the caller's transaction."""
    filing = session.get_one(Filing, filing_id)
    filing.updated_at = datetime.now(UTC)
    if filed.end in _WHY:
        return _not_moved(session, filing, filed.end)
    if filed.end is End.COPIED:
        filing.mode = Mode.COPY
    if filed.end is End.MOVED:
        _forget_place(session, filing)
    if filed.end is not End.LABELLED:
        place = Place(
            filing.account_id, mailbox(session, filing.account_id, name).id, filed.uidvalidity
        )
        locate(session, place, {filed.uid: filing.message_id})
    filing.state, filing.problem = FilingState.DONE, None
    filing.target_uidvalidity, filing.target_uid = filed.uidvalidity, filed.uid
    before = undoes(session, filing)
    if before is not None:
        before.state, before.updated_at = FilingState.UNDONE, filing.updated_at
    _tell(session, filing, "filing_undone" if before is not None else "filed")
    return filing.state


def whereabouts(session: Session, message_id: int) -> Location | None:
    """Where the message was seen last."""
    return session.scalar(
        select(Location)
        .where(Location.message_id == message_id)
        .order_by(Location.id.desc())
        .limit(1)
    )


def _not_moved(session: Session, filing: Filing, end: End) -> FilingState:
    """The place we knew is wrong. If the mail was seen elsewhere since, the move starts from there."""
    _forget_place(session, filing)
    if whereabouts(session, filing.message_id) is not None and filing.attempts < MAX_ATTEMPTS:
        filing.state = FilingState.PENDING
        return filing.state
    filing.state, filing.problem = FilingState.FAILED, _WHY[end]
    _tell(session, filing, "filing_failed")
    return filing.state


def _forget_place(session: Session, filing: Filing) -> None:
    session.execute(
        delete(Location).where(
            Location.mailbox_id == filing.mailbox_id,
            Location.uidvalidity == filing.uidvalidity,
            Location.uid == filing.uid,
            Location.message_id == filing.message_id,
        )
    )


def _tell(session: Session, filing: Filing, what: str) -> None:
    detail = {
        "from": session.get_one(Mailbox, filing.mailbox_id).name,
        "to": filing.target,
        "mode": filing.mode.value,
        "problem": filing.problem or "",
    }
    append(session, "facteur", what, f"message {filing.message_id}", where="filing", detail=detail)
