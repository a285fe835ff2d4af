"""The secret part of a feed's address: shown once, kept as a hash."""

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256

_BYTES = 24
"""192 bits: nobody guesses it, so a plain hash keeps it (no salt, no slow hash)."""
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """`secret` goes into the address that is given to the person; `kept` is all that is stored."""

    secret: str = field(repr=False)
    kept: str


def new_feed_address() -> FeedAddress:
    """Another one each time; to make a new one is to close the old."""
    secret = secrets.token_urlsafe(_BYTES)
    return FeedAddress(secret, hash_of(secret))


def hash_of(secret: str) -> str:
    """64 hexadecimal digits, by which a feed is looked up."""
    return sha256(secret[:_LONGEST].encode("utf-8", "surrogatepass")).hexdigest()


def opens(secret: str, kept: str) -> bool:
    """Whether this secret is the one that was kept, in constant time."""
    return len(secret) <= _LONGEST and hmac.compare_digest(hash_of(secret), kept)
