"""Who can be reminded: the person at this machine, and the members of their households."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.drawer import IS_DRAWER
from flow.holders import person_here
from flow.reminding.plans import Wishes, wishes_of
from flow.sending.outlets import MAIL, mail_out
from models.errors.reminding import NobodyCalled, NobodyElse, SeveralCalled
from models.tables import Account, Member, MemberAccount, Outlet
from models.words import Lang, lang_of
from notify.mail_address import plain_address

OWNER = "owner"
"""The person at this machine, whether they are a member of a household or not."""


@dataclass(frozen=True, slots=True)
class Someone:
    """One person as they are reminded. name: "" for a person without household and name.

    address: where mail reaches them, "" when nobody said. accounts: the mailboxes whose bills are
    theirs; of the person at this machine those too that are nobody's.
    """

    key: str
    member_id: int | None
    household_id: int | None
    name: str
    address: str
    lang: Lang
    accounts: frozenset[int]
    wishes: Wishes

    @property
    def is_here(self) -> bool:
        """Whether it is the person at this machine."""
        return self.key == OWNER


def person_key(member_id: int | None) -> str:
    """How a person is named in rows: "owner" or "member 3"."""
    return OWNER if member_id is None else f"member {member_id}"


def everybody(session: Session, lang: Lang) -> list[Someone]:
    """The person at this machine first, then every other member who has not left."""
    here = person_here(session)
    wishes, held = wishes_of(session), _held(session)
    members = session.scalars(
        select(Member).where(Member.left_at.is_(None)).order_by(Member.id)
    ).all()
    first = next((one for one in members if one.id == here.member_id), None)
    mine = held.get(here.member_id or 0, frozenset()) | _unheld(session)
    others = [one for one in members if one.id != here.member_id]
    found = []
    for member, accounts in [
        (first, mine),
        *((one, held.get(one.id, frozenset())) for one in others),
    ]:
        key = OWNER if member is first else person_key(member.id if member else None)
        said = wishes.get(key, Wishes())
        found.append(
            Someone(
                key, member.id if member else None, member.household_id if member else None,
                member.name if member else "", _address(session, key, accounts, said),
                lang_of(said.lang) if said.lang else lang, accounts, said,
            )
        )  # fmt: skip
    return found


def someone(people: Sequence[Someone], name: str) -> Someone:
    """The person called so, without case; "me" and "" are the person here.

    Where two households have one of that name, "Bob/2" is the one of household 2. Raises NobodyCalled,
    NobodyElse, SeveralCalled.
    """
    wanted = " ".join(name.split()).casefold()
    if wanted in {"", "me", "moi", "you", "vous"}:
        return people[0]
    found = [one for one in people if wanted in {one.name.casefold(), _apart(one).casefold()}]
    if len(found) > 1:
        raise SeveralCalled(name=name[:80], names=", ".join(_apart(one) for one in found))
    if not found:
        names = ", ".join(dict.fromkeys(one.name for one in people if one.name))
        raise NobodyCalled(name=name[:80], names=names) if names else NobodyElse(name=name[:80])
    return found[0]


def _apart(one: Someone) -> str:
    """A name with its household's number, as --house has it."""
    return f"{one.name}/{one.household_id}"


def outlets_of(session: Session, who: Someone) -> list[Outlet]:
    """What reaches them: mail where they have an address, and their services."""
    query = select(Outlet).where(Outlet.removed_at.is_(None), Outlet.channel != MAIL)
    member_id = None if who.is_here else who.member_id
    services = list(session.scalars(query.where(Outlet.member_id.is_not_distinct_from(member_id))))
    mail = mail_out(session)
    return ([mail] if mail is not None and who.address else []) + services


def _address(session: Session, key: str, accounts: frozenset[int], said: Wishes) -> str:
    """As they said, else of their own mailbox; of the person here, the one that mail is sent from."""
    address = said.address or _own_address(session, accounts)
    if not address and key == OWNER and (out := mail_out(session)) is not None:
        address = out.name
    return plain_address(address)


def _held(session: Session) -> dict[int, frozenset[int]]:
    """Mailboxes by the member who holds them."""
    found: dict[int, frozenset[int]] = {}
    for row in session.scalars(select(MemberAccount)):
        found[row.member_id] = found.get(row.member_id, frozenset()) | {row.account_id}
    return found


def _unheld(session: Session) -> frozenset[int]:
    held = select(MemberAccount.account_id)
    return frozenset(session.scalars(select(Account.id).where(Account.id.not_in(held))))


def _own_address(session: Session, accounts: frozenset[int]) -> str:
    own = Account.id.in_(accounts), ~IS_DRAWER
    query = select(Account.address).where(*own).order_by(Account.id)
    return session.scalar(query.limit(1)) or ""
