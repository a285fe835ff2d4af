"""Whether a move takes the one before it back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import Filing, FilingState, Mailbox, Mode


def undoes(session: Session, filing: Filing) -> Filing | None:
    """The filing that `filing` takes back: the one before it, whose mail goes where it came from.

    What comes after a taking back is a filing again, though it looks the same.
    """
    before = session.scalar(
        select(Filing).where(
            Filing.message_id == filing.message_id, Filing.sequence == filing.sequence - 1
        )
    )
    if before is None or before.state not in (FilingState.DONE, FilingState.UNDONE):
        return None
    came_from = session.get_one(Mailbox, before.mailbox_id).name
    back = before.target if before.mode is Mode.LABEL else came_from
    return before if filing.target == back and undoes(session, before) is None else None
