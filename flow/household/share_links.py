"""The links of people without an account: one for all that is theirs, or one for a single share.

A member's private link is a secret whose hash is kept. A share's link is signed by us: bill, member and
last day, under a key of this purpose and the hash of that member's private link. So it shows one share
alone, ends by itself, and `drop_link` or a new private link closes it at once.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.rights import (
    Actor,
    acting_as,
    acting_by_link,
    bill_seen,
    hashed,
    member_called,
    note,
)
from models.errors.household import LinkClosed, NothingHere, ShareMissing
from models.errors.values import NotFound
from models.secrets import Secrets
from models.tables import BillShare, BillSplit, Member, Role

DAYS = 120
"""How long a share's link opens: a bill is due within weeks, a settlement may take some more."""
_PURPOSE = "the link of one share, 1"
_EPOCH = date(2020, 1, 1)
_SIZES = (5, 4, 2)
"""Bytes of the bill's number, the member's and the last day."""
_TOLD = sum(_SIZES)
_WHOLE = _TOLD + 16
_LENGTH = 36
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """Who has the link, and the one bill that it is for; None: all bills of which they have a share."""

    actor: Actor
    bill_id: int | None

    def must_show(self, bill_id: int) -> None:
        """Passes for a bill that the link may show. Raises NothingHere."""
        if self.bill_id not in {None, bill_id}:
            raise NothingHere


def share_link(
    session: Session, actor: Actor, keys: Secrets, about: tuple[str, int], today: date
) -> str:
    """A link for one share, of `about`: the member's name and the bill. Opens until DAYS from today.

    One's own, or an owner's for others. Raises MemberUnknown, RightMissing, NotFound, ShareMissing.
    """
    name, bill_id = about
    member = member_called(session, actor, name)
    actor.answers_for(member.id, Role.OWNER)
    bill_seen(session, actor, bill_id)
    if not _has_share(session, member.id, bill_id):
        raise ShareMissing(name=member.name, id=bill_id)
    if member.link_sha256 is None:  # what the signature hangs on: a secret that nobody was told
        member.link_sha256 = hashed(secrets.token_urlsafe(32))
    numbers = (bill_id, member.id, (today + timedelta(days=DAYS) - _EPOCH).days)
    parts = zip(numbers, _SIZES, strict=True)
    told = b"".join(number.to_bytes(size, "big") for number, size in parts)
    note(
        session, actor, "share_link_made", f"bill {bill_id}",
        {"member": member.id},
    )  # fmt: skip
    (key, *_) = keys.derived(_PURPOSE)
    return urlsafe_b64encode(told + _signature(told, key, member)).decode("ascii")


def opened(session: Session, token: str, keys: Secrets, today: date) -> Opened:
    """What a link opens. Raises LinkClosed: forged, ended, closed and mistyped ones are told alike."""
    if not token.isascii() or len(token) > _LONGEST:
        raise LinkClosed
    if len(token) == _LENGTH:
        return _opened_share(session, token, keys, today)
    try:
        return Opened(acting_by_link(session, token), None)
    except NotFound as cause:
        raise LinkClosed from cause


def _opened_share(session: Session, token: str, keys: Secrets, today: date) -> Opened:
    data = _decoded(token)
    told, signature = data[:_TOLD], data[_TOLD:]
    bill_id, member_id, days = (
        int.from_bytes(told[:5], "big"), int.from_bytes(told[5:9], "big"), int.from_bytes(told[9:], "big"),
    )  # fmt: skip
    member = session.get(Member, member_id)
    if member is None or member.link_sha256 is None:
        raise LinkClosed
    made = [_signature(told, key, member) for key in keys.derived(_PURPOSE)]
    right = [hmac.compare_digest(one, signature) for one in made]
    if not any(right) or today > _EPOCH + timedelta(days=days):
        raise LinkClosed
    if not _has_share(session, member_id, bill_id):
        raise LinkClosed
    return Opened(acting_as(session, member_id, "link"), bill_id)


def _signature(told: bytes, key: bytes, member: Member) -> bytes:
    """HMAC-SHA256 cut to its half (RFC 2104 section 5)."""
    hangs_on = (member.link_sha256 or "").encode()
    return hmac.digest(key, told + hangs_on, "sha256")[: _WHOLE - _TOLD]


def _decoded(token: str) -> bytes:
    try:
        data = urlsafe_b64decode(token.encode("ascii"))
    except ValueError:
        data = b""
    return data if len(data) == _WHOLE else bytes(_WHOLE)


def _has_share(session: Session, member_id: int, bill_id: int) -> bool:
    query = (
        select(BillShare.id)
        .join(BillSplit, BillSplit.id == BillShare.split_id)
        .where(BillSplit.bill_id == bill_id, BillShare.member_id == member_id)
    )
    return session.scalar(query.limit(1)) is not None
