"""The secret code is asked for and spent: each is good once, a recovery code stands for the phone once."""

import hashlib
import secrets as random_source
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

import pyotp
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from flow.wiring import Wiring
from models.database import reading
from models.errors.orders import CodeLocked, CodeUnset, CodeWrong, SecretNeeded
from models.errors.problem import Problem
from models.journal import append
from models.tables import RecoveryCode, SecretCode
from pay.policy.step_up import Act, step_up_for

OWNER = "owner"
"""The person whose machine this is; members of a household get codes of their own."""
_STEP = 30
"""Seconds that one code of RFC 6238 lives; the one before is still taken, as people type slowly."""
TRIES = 5
"""Wrong codes until a pause."""
_PAUSE = timedelta(minutes=15)


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
        row = session.scalar(_kept(owner))
        if row is None:
            return CodeState(is_set=False, waits=False)
        return CodeState(row.secret is not None, row.pending is not None)


def must_take_codes(wiring: Wiring, now: datetime, owner: str = OWNER) -> None:
    """What refuses every code is said before anybody types one. Raises CodeUnset, CodeLocked."""
    with Session(reading(wiring.engine)) as session:
        _taking(session.scalar(_kept(owner)), now)


def asks_for_code(wiring: Wiring, now: datetime, owner: str = OWNER) -> bool:
    """Whether a secret code is set up, to be asked for. Raises CodeLocked, before anybody types one."""
    if not code_state(wiring, owner).is_set:
        return False
    must_take_codes(wiring, now, owner)
    return True


def _taking(row: SecretCode | None, now: datetime) -> tuple[SecretCode, bytes]:
    """The secret code and its secret, encrypted. Raises CodeUnset, CodeLocked."""
    if row is None or row.secret is None:
        raise CodeUnset
    if row.locked_until is not None and now < row.locked_until:
        raise CodeLocked(minutes=ceil((row.locked_until - now) / timedelta(minutes=1)))
    return row, row.secret


def spend_for(wiring: Wiring, act: Act, code: str, now: datetime, owner: str = OWNER) -> None:
    """Takes the code that `act` always asks for, also from a person who never set one up.

    Raises CodeUnset while there is none, SecretNeeded without `code`, CodeWrong, CodeLocked.
    """
    must_be_given(wiring, act, code, now, owner)
    spend_code(wiring, code, now, owner)


def must_be_given(wiring: Wiring, act: Act, code: str, now: datetime, owner: str = OWNER) -> None:
    """That there is a code to spend, before what is tried first. Raises CodeUnset, SecretNeeded,
    CodeLocked."""
    must_take_codes(wiring, now, owner)
    if not code:
        why = step_up_for(act)
        raise SecretNeeded(**{**why.plain(), "why": why.sentence})


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
    row, secret = _taking(code_row(session, owner), now)
    step = step_of(wiring.secrets.decrypt(secret), code, now, after=row.last_step)
    if step is None and not _used_recovery(session, row, code, now):
        return _failed(session, row, now)
    row.last_step, row.failures, row.locked_until = step or row.last_step, 0, None
    note_code(session, "secret_code_given" if step else "recovery_code_used", owner)
    return None


def _failed(session: Session, row: SecretCode, now: datetime) -> Problem:
    row.failures += 1
    note_code(session, "secret_code_wrong", row.owner)
    if row.failures < TRIES:
        return CodeWrong(left=TRIES - row.failures)
    row.failures, row.locked_until = 0, now + _PAUSE
    return CodeLocked(minutes=_PAUSE // timedelta(minutes=1))


def step_of(secret: str, code: str, now: datetime, *, after: int) -> int | None:
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
        if random_source.compare_digest(one.hash, recovery_hash(one.salt, code)):
            one.used_at = now
            return True
    return False


def code_row(session: Session, owner: str) -> SecretCode | None:
    """What is kept of the secret code of `owner`, locked."""
    return session.scalar(_kept(owner).with_for_update())


def _kept(owner: str) -> Select[SecretCode]:
    return select(SecretCode).where(SecretCode.owner == owner)


def recovery_hash(salt: str, code: str) -> str:
    """What is kept of a recovery code, however it is typed: 80 random bits need no slow hash."""
    bare = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(f"{salt}:{bare}".encode()).hexdigest()


def note_code(session: Session, what: str, owner: str) -> None:
    """The journal's line about a secret code, in the caller's transaction."""
    append(session, "person", what, f"secret code of {owner}", where="cli", detail={})
