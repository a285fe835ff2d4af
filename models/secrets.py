"""Passwords and tokens at rest: encrypted with a key that lies outside the data folder.

Fernet (AES-128-CBC and HMAC-SHA256, of the cryptography library); several keys may be given, the first
encrypts, all decrypt, so that a key can be replaced.
"""

import hmac
import os
import tempfile
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from models.errors.files import FileUnreadable
from models.errors.settings import SettingInvalid
from models.errors.store import SecretUnreadable
from models.words import mark

KEY_NAME = "FACTEUR_KEY"
_NO_KEY = mark("it holds no key that Facteur made")


class Secrets:
    """Encrypts and decrypts. It shows nothing of its keys when printed.

    place: the file that the keys came from, None when they were given otherwise.
    """

    def __init__(self, keys: str, place: Path | None = None) -> None:
        """keys: one or several Fernet keys, separated by commas or white space.

        Raises SettingInvalid when one is no key.
        """
        self.place = place
        try:
            single = keys.replace(",", " ").split()
            self._fernet = MultiFernet([Fernet(key) for key in single])
            self._roots = [urlsafe_b64decode(key) for key in single]
        except ValueError as cause:
            raise SettingInvalid(name=KEY_NAME, value="…", why=_NO_KEY) from cause

    def encrypt(self, text: str) -> bytes:
        """An opaque token; the same text gives another token each time."""
        return self._fernet.encrypt(text.encode())

    def decrypt(self, token: bytes) -> str:
        """The text. Raises SecretUnreadable when no key fits or the token was changed."""
        try:
            return self._fernet.decrypt(token).decode()
        except InvalidToken as cause:
            raise SecretUnreadable from cause

    def derived(self, purpose: str) -> tuple[bytes, ...]:
        """32 bytes for each key, of this purpose alone: the first one signs, all verify."""
        return tuple(hmac.digest(root, purpose.encode(), "sha256") for root in self._roots)

    def renewed(self, token: bytes) -> bytes:
        """The same secret under the first key. Raises SecretUnreadable."""
        try:
            return self._fernet.rotate(token)
        except InvalidToken as cause:
            raise SecretUnreadable from cause


def open_secrets(key_file: Path, environment: Mapping[str, str]) -> Secrets:
    """FACTEUR_KEY, else the file that FACTEUR_KEY_FILE names, else `key_file`, made (0600) if missing.

    Two processes that start together end with the same key. Raises FileUnreadable, SettingInvalid.
    """
    if keys := environment.get(KEY_NAME):
        return Secrets(keys)
    named = environment.get(f"{KEY_NAME}_FILE")
    path = Path(named) if named else key_file
    try:
        if not named and not path.exists():
            _make_key(path)
        return Secrets(path.read_text(encoding="ascii"), path)
    except SettingInvalid as cause:
        raise SettingInvalid(name=f"{KEY_NAME}_FILE", value=str(path), why=_NO_KEY) from cause
    except (OSError, UnicodeDecodeError) as cause:
        raise FileUnreadable(file=str(path)) from cause


def keys_now(key_file: Path, environment: Mapping[str, str]) -> str:
    """The keys in use, as `open_secrets` finds them. Raises FileUnreadable."""
    given = environment.get(KEY_NAME)
    path = Path(environment.get(f"{KEY_NAME}_FILE") or key_file)
    try:
        return given or path.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError) as cause:
        raise FileUnreadable(file=str(path)) from cause


def add_keys(key_file: Path, keys: str) -> None:
    """Adds keys to those of `key_file`, after them: what they encrypted can be read again.

    Raises SettingInvalid when one is no key.
    """
    Secrets(keys)
    known = key_file.read_text(encoding="ascii").split() if key_file.exists() else []
    new = [key for key in keys.replace(",", " ").split() if key not in known]
    key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=key_file.parent)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in [*known, *new]))
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(key_file)


def _make_key(path: Path) -> None:
    """Writes a new key beside and links it into place: whole or not at all, and the first one wins."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(Fernet.generate_key() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(name)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()
