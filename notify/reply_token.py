"""A token in the address that answers go to: which bill, which member, until when, signed by us.

It stands behind a plus in the local part of an address, which has room for 64 characters and which some
servers write in small letters: so base32, 40 of them. HMAC-SHA256 cut to its half (RFC 2104 section 5).
"""

import hmac
from base64 import b32decode, b32encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.errors.sending import ReplyTokenRefused
from models.words import mark
from notify.mail_address import plain_address

_PURPOSE = b"facteur answers to a bill, 1"
_EPOCH = date(2020, 1, 1)
_SIGNED = 9
_WHOLE = 25
_LENGTH = 40
_LEAST_KEY = 32
_SIZES = (("bill", 4), ("member", 3), ("days", 2))


@dataclass(frozen=True, slots=True)
class Answerable:
    """What an answer is about: our numbers of the bill and of the member, and the last day it is taken."""

    bill: int
    member: int
    last_day: date


def reply_token(about: Answerable, key: bytes) -> str:
    """40 small letters and digits. `key`: 32 secret bytes or more of the household.

    Raises ReplyTokenRefused for a number or day that a token cannot hold, or a short key.
    """
    numbers = {"bill": about.bill, "member": about.member, "days": (about.last_day - _EPOCH).days}
    try:
        told = b"".join(numbers[name].to_bytes(size, "big") for name, size in _SIZES)
    except OverflowError as cause:
        raise ReplyTokenRefused(why=mark("a number is too large")) from cause
    return b32encode(told + _signature(told, key)).decode("ascii").lower()


def read_token(token: str, keys: Sequence[bytes], today: date) -> Answerable:
    """What a token that we made with one of `keys` is about. Raises ReplyTokenRefused.

    A forged token and a broken one are refused in the same words.
    """
    told = _decoded(token)
    signed, signature = told[:_SIGNED], told[_SIGNED:]
    right = [hmac.compare_digest(_signature(signed, key), signature) for key in keys]
    if len(told) != _WHOLE or not any(right):
        raise ReplyTokenRefused(why=mark("it is not one of ours"))
    bill, member, days = signed[:4], signed[4:7], signed[7:]
    last_day = _EPOCH + timedelta(days=int.from_bytes(days, "big"))
    if today > last_day:
        raise ReplyTokenRefused(why=mark("it has expired: answer a newer message"))
    return Answerable(int.from_bytes(bill, "big"), int.from_bytes(member, "big"), last_day)


def address_with(token: str, address: str) -> str:
    """`address` with the token behind a plus (RFC 5233), or "" when it has no room for it."""
    local, _, domain = address.rpartition("@")
    return plain_address(f"{local.partition('+')[0]}+{token}@{domain}")


def token_in(address: str) -> str:
    """What stands behind the plus of an address, or ""."""
    return address.rpartition("@")[0].partition("+")[2][: _LENGTH + 1]


def _signature(told: bytes, key: bytes) -> bytes:
    if len(key) < _LEAST_KEY:
        raise ReplyTokenRefused(why=mark("the key is too short"))
    return hmac.digest(key, _PURPOSE + told, "sha256")[: _WHOLE - _SIGNED]


def _decoded(token: str) -> bytes:
    if len(token) != _LENGTH or not token.isascii():
        return b""
    try:
        return b32decode(token.upper())
    except Error:
        return b""
