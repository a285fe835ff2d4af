"""Where a person's scans go: to their mailbox's account, or without one to a drawer of theirs.

A drawer is an account without a server. The first mailbox of a person without household takes its row
over, so that all their cards are of one account.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from models.security import Security
from models.tables import Account, Auth, Lease, MemberAccount, Message

IS_DRAWER = Account.host == ""
_ANY_PORT = 993


def account_for_scans(session: Session, member_id: int | None) -> int:
    """The account of the person's scans, in the caller's transaction; a drawer is made when they have
    no mailbox. member_id None: the one person of a data folder without household.
    """
    mine = select(MemberAccount.account_id).where(MemberAccount.member_id == member_id)
    own = Account.id.in_(mine) if member_id is not None else _unheld()
    first = select(Account.id).where(own).order_by(IS_DRAWER, Account.id).limit(1)
    return session.scalar(first) or _made(session, member_id)


def free_drawer(session: Session) -> Account | None:
    """The drawer of a person without household, which the mailbox that they connect takes over."""
    return session.scalar(select(Account).where(IS_DRAWER, _unheld()))


def accounts_to_join(session: Session, message: Message) -> Sequence[int]:
    """The accounts whose cards a message may join: its own; a scan any of its person's, for it came
    to no address; and any other the drawers of its person.
    """
    own = Account.id == message.account_id
    wanted = _same_person(session, message.account_id)
    reach = wanted if message.is_scan else wanted.where(IS_DRAWER)
    return session.scalars(select(Account.id).where(own | Account.id.in_(reach))).all()


def is_mailbox(session: Session, account_id: int) -> bool:
    """False for a drawer: there is no server to visit."""
    return bool(session.get_one(Account, account_id).host)


def _same_person(session: Session, account_id: int) -> Select[int]:
    holders = select(MemberAccount.member_id).where(MemberAccount.account_id == account_id)
    whose = session.scalars(holders).all()
    if not whose:
        return select(Account.id).where(_unheld())
    theirs = select(MemberAccount.account_id).where(MemberAccount.member_id.in_(whose))
    return select(Account.id).where(Account.id.in_(theirs))


def _unheld() -> ColumnElement[bool]:
    return Account.id.not_in(select(MemberAccount.account_id))


def _made(session: Session, member_id: int | None) -> int:
    name = "drawer" if member_id is None else f"drawer {member_id}"
    account = Account(
        address=name, host="", port=_ANY_PORT, security=Security.TLS, user="", auth=Auth.PASSWORD,
        created_at=datetime.now(UTC),
    )  # fmt: skip
    session.add(account)
    session.flush()
    session.add(Lease(account_id=account.id))
    if member_id is not None:
        session.add(MemberAccount(member_id=member_id, account_id=account.id))
    return account.id
