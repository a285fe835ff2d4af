"""The secret code: made, confirmed by a first code, asked for, and replaced by a recovery code once."""

import hashlib
import secrets as random_source
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

import pyotp
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import CodeLocked, CodeUnset, CodeWrong, SecretNeeded
from models.errors.problem import Problem
from models.errors.store import SecretUnreadable
from models.journal import append
from models.secrets import Secrets
from models.tables import RecoveryCode, SecretCode
from pay.policy.step_up import Act, step_up_for

OWNER = "owner"
"""The person whose machine this is; members of a household get codes of their own."""
_STEP = 30
"""Seconds that one code of RFC 6238 lives; the one before is still taken, as people type slowly."""
_TRIES = 5
_PAUSE = timedelta(minutes=15)
_RECOVERY_CODES = 10
_RECOVERY_BYTES = 10
"""80 random bits: no list of guesses reaches them, so a plain hash with salt is enough."""


@dataclass(frozen=True, slots=True)
class NewCode:
    """What an authenticator app takes: a link (otpauth://) or the secret in Base32.

    Shown until its first code was typed, never after. again: it was shown before, and still waits.
    """

    uri: str
    secret: str
    again: bool = False


def has_code(session: Session, owner: str = OWNER) -> bool:
    """True when `owner` has a secret code that was confirmed."""
    found = select(SecretCode.id).where(SecretCode.owner == owner, SecretCode.secret.is_not(None))
    return session.scalar(found) is not None


@dataclass(frozen=True, slots=True)
class CodeState:
    """Whether a secret code is set up, and whether a new one waits for its first code."""

    is_set: bool
    waits: bool


def code_state(wiring: Wiring, owner: str = OWNER) -> CodeState:
    """Where the secret code of `owner` stands."""
    with Session(reading(wiring.engine)) as session:
        row = session.scalar(select(SecretCode).where(SecretCode.owner == owner))
        if row is None:
            return CodeState(is_set=False, waits=False)
        return CodeState(row.secret is not None, row.pending is not None)


def new_code(
    wiring: Wiring, now: datetime, code: str = "", owner: str = OWNER, *, renew: bool = False
) -> NewCode:
    """The secret that waits for its first code, or a new one; it counts once `confirm_code` saw one.

    The same until then, so that an app that took it fits; `renew` makes another, for one that somebody
    else may have seen. Raises SecretNeeded without `code` where one is set up, CodeWrong, CodeLocked.
    """
    if code_state(wiring, owner).is_set:
        spend_for(wiring, Act.CHANGE_SECRET, code, now, owner)
    with Session(wiring.engine) as session, session.begin():
        row = _row(session, owner)
        if row is None:
            row = SecretCode(owner=owner, made_at=now)
            session.add(row)
        waiting = "" if renew else _waiting(row, wiring.secrets)
        made = waiting or pyotp.random_base32()
        if not waiting:
            row.pending = wiring.secrets.encrypt(made)
        _told(session, "secret_code_shown" if waiting else "secret_code_made", owner)
    uri = pyotp.TOTP(made).provisioning_uri(name=owner, issuer_name="Facteur")
    return NewCode(uri, made, again=bool(waiting))


def _waiting(row: SecretCode, keys: Secrets) -> str:
    """The secret whose first code was not typed yet; "" for none, also where no key opens it any more."""
    if row.pending is None:
        return ""
    try:
        return keys.decrypt(row.pending)
    except SecretUnreadable:
        return ""


def confirm_code(wiring: Wiring, code: str, now: datetime, owner: str = OWNER) -> tuple[str, ...]:
    """Puts the new secret in force and returns the recovery codes, shown once; old ones end.

    Raises CodeUnset when none was made, CodeWrong.
    """
    codes = tuple(_recovery_code() for _ in range(_RECOVERY_CODES))
    with Session(wiring.engine) as session, session.begin():
        row = _row(session, owner)
        if row is None or row.pending is None:
            raise CodeUnset
        step = _step_of(wiring.secrets.decrypt(row.pending), code, now, after=0)
        if step is None:
            raise CodeWrong(left=_TRIES)
        row.secret, row.pending = row.pending, None
        row.last_step, row.failures, row.locked_until, row.made_at = step, 0, None, now
        _replace(session, row.id, codes)
        _told(session, "secret_code_confirmed", owner)
    return codes


def spend_for(wiring: Wiring, act: Act, code: str, now: datetime, owner: str = OWNER) -> None:
    """Takes the code that `act` always asks for, also from a person who never set one up.

    Raises CodeUnset while there is none, SecretNeeded without `code`, CodeWrong, CodeLocked.
    """
    if not code_state(wiring, owner).is_set:
        raise CodeUnset
    if not code:
        why = step_up_for(act)
        raise SecretNeeded(**{**why.plain(), "why": why.sentence})
    spend_code(wiring, code, now, owner)


def spend_code(wiring: Wiring, code: str, now: datetime, owner: str = OWNER) -> None:
    """Takes one code of the app, or a recovery code; each is good once.

    Its own transaction, so that a wrong code counts whatever becomes of the rest. Raises CodeUnset,
    CodeWrong, and CodeLocked after five wrong ones.
    """
    with Session(wiring.engine) as session, session.begin():
        problem = _spent(session, wiring, code, now, owner)
    if problem is not None:
        raise problem


def _spent(
    session: Session, wiring: Wiring, code: str, now: datetime, owner: str
) -> Problem | None:
    row = _row(session, owner)
    if row is None or row.secret is None:
        return CodeUnset()
    if row.locked_until is not None and now < row.locked_until:
        return CodeLocked(minutes=ceil((row.locked_until - now) / timedelta(minutes=1)))
    step = _step_of(wiring.secrets.decrypt(row.secret), code, now, after=row.last_step)
    if step is None and not _used_recovery(session, row, code, now):
        return _failed(session, row, now)
    row.last_step, row.failures, row.locked_until = step or row.last_step, 0, None
    _told(session, "secret_code_given" if step else "recovery_code_used", owner)
    return None


def _failed(session: Session, row: SecretCode, now: datetime) -> Problem:
    row.failures += 1
    _told(session, "secret_code_wrong", row.owner)
    if row.failures < _TRIES:
        return CodeWrong(left=_TRIES - row.failures)
    row.failures, row.locked_until = 0, now + _PAUSE
    return CodeLocked(minutes=_PAUSE // timedelta(minutes=1))


def _step_of(secret: str, code: str, now: datetime, *, after: int) -> int | None:
    """The step whose code this is: the present one or the one before, if it is later than `after`."""
    written, present = "".join(code.split()), int(now.timestamp()) // _STEP
    totp = pyotp.TOTP(secret)
    for step in (present, present - 1):
        if step > after and random_source.compare_digest(
            totp.generate_otp(step).encode(), written.encode()
        ):
            return step
    return None


def _used_recovery(session: Session, row: SecretCode, code: str, now: datetime) -> bool:
    rows = session.scalars(
        select(RecoveryCode).where(
            RecoveryCode.secret_code_id == row.id, RecoveryCode.used_at.is_(None)
        )
    )
    for one in rows:
        if random_source.compare_digest(one.hash, _hash(one.salt, code)):
            one.used_at = now
            return True
    return False


def _row(session: Session, owner: str) -> SecretCode | None:
    return session.scalar(select(SecretCode).where(SecretCode.owner == owner).with_for_update())


def _replace(session: Session, code_id: int, codes: Sequence[str]) -> None:
    session.execute(delete(RecoveryCode).where(RecoveryCode.secret_code_id == code_id))
    for code in codes:
        salt = random_source.token_hex(8)
        session.add(RecoveryCode(secret_code_id=code_id, salt=salt, hash=_hash(salt, code)))


def _recovery_code() -> str:
    raw = pyotp.random_base32(_RECOVERY_BYTES * 8 // 5 * 2)[: _RECOVERY_BYTES * 8 // 5]
    return "-".join(raw[i : i + 4] for i in range(0, len(raw), 4))


def _hash(salt: str, code: str) -> str:
    bare = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(f"{salt}:{bare}".encode()).hexdigest()


def _told(session: Session, what: str, owner: str) -> None:
    append(session, "person", what, f"secret code of {owner}", where="cli", detail={})
