"""A member's private link: who has it acts as that member, without an account."""

import secrets

from sqlalchemy.orm import Session

from flow.household.rights import Actor, hashed, member_called, note
from models.tables import Role


def new_link(session: Session, actor: Actor, name: str) -> str:
    """The secret of a member's private link, made anew: an older link of theirs opens nothing more.

    Told this once; only its hash is kept. One's own, or an owner's for others.
    """
    member = member_called(session, actor, name)
    actor.answers_for(member.id, Role.OWNER)
    secret = secrets.token_urlsafe(32)
    member.link_sha256 = hashed(secret)
    detail = {"member": member.id}
    note(session, actor, "link_made", f"household {actor.household_id}", detail)
    return secret


def drop_link(session: Session, actor: Actor, name: str) -> None:
    """A member's private link opens nothing more."""
    member = member_called(session, actor, name)
    actor.answers_for(member.id, Role.OWNER)
    member.link_sha256 = None
    detail = {"member": member.id}
    note(session, actor, "link_dropped", f"household {actor.household_id}", detail)
