"""A secret code is made, shown until its first code was typed, and put in force by it."""

import secrets as random_source
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import pyotp
from sqlalchemy import delete
from sqlalchemy.orm import Session

from flow.step_up import (
    OWNER,
    TRIES,
    code_row,
    code_state,
    note_code,
    recovery_hash,
    spend_for,
    step_of,
)
from flow.wiring import Wiring
from models.errors.orders import CodeUnset, CodeWrong
from models.errors.store import SecretUnreadable
from models.secrets import Secrets
from models.tables import RecoveryCode, SecretCode
from pay.policy.step_up import Act

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
        row = code_row(session, owner)
        if row is None:
            row = SecretCode(owner=owner, made_at=now)
            session.add(row)
        waiting = "" if renew else _waiting(row, wiring.secrets)
        made = waiting or pyotp.random_base32()
        if not waiting:
            row.pending = wiring.secrets.encrypt(made)
        note_code(session, "secret_code_shown" if waiting else "secret_code_made", owner)
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
        row = code_row(session, owner)
        if row is None or row.pending is None:
            raise CodeUnset
        step = step_of(wiring.secrets.decrypt(row.pending), code, now, after=0)
        if step is None:
            raise CodeWrong(left=TRIES)
        row.secret, row.pending = row.pending, None
        row.last_step, row.failures, row.locked_until, row.made_at = step, 0, None, now
        _replace(session, row.id, codes)
        note_code(session, "secret_code_confirmed", owner)
    return codes


def _replace(session: Session, code_id: int, codes: Sequence[str]) -> None:
    session.execute(delete(RecoveryCode).where(RecoveryCode.secret_code_id == code_id))
    for code in codes:
        salt = random_source.token_hex(8)
        session.add(RecoveryCode(secret_code_id=code_id, salt=salt, hash=recovery_hash(salt, code)))


def _recovery_code() -> str:
    raw = pyotp.random_base32(_RECOVERY_BYTES * 8 // 5 * 2)[: _RECOVERY_BYTES * 8 // 5]
    return "-".join(raw[i : i + 4] for i in range(0, len(raw), 4))
