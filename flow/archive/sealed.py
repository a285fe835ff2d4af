"""The key of the stored passwords under a passphrase: scrypt (RFC 7914) and AES-256 in GCM."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from flow.archive.manifest import SealedKey
from models.errors.books import PassphraseNeeded, PassphraseWrong

LEAST = 12
"""Characters of a passphrase."""
_COST = 2**17
"""Of scrypt with r = 8: 128 MB and 0.4 s a try."""
_WHAT = b"facteur backup key 1"
"""Bound to the sealed bytes, so that nothing else can be put in their place."""


def sealed(keys: str, passphrase: str) -> SealedKey:
    """`keys`, readable with the passphrase alone. Raises PassphraseNeeded when that is too short."""
    if len(passphrase) < LEAST:
        raise PassphraseNeeded(least=LEAST)
    salt, nonce = os.urandom(16), os.urandom(12)
    data = AESGCM(_derived(passphrase, salt)).encrypt(nonce, keys.encode(), _WHAT)
    return SealedKey(_text(salt), _text(nonce), _text(data))


def unsealed(key: SealedKey, passphrase: str) -> str:
    """The keys. Raises PassphraseWrong, also when what was sealed is changed."""
    try:
        parts = (base64.b64decode(part) for part in (key.salt, key.nonce, key.sealed))
        salt, nonce, data = parts
        return AESGCM(_derived(passphrase, salt)).decrypt(nonce, data, _WHAT).decode()
    except (InvalidTag, ValueError) as cause:
        raise PassphraseWrong from cause


def _derived(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt, length=32, n=_COST, r=8, p=1).derive(passphrase.encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
