"""One setting written into facteur.toml, every other line and comment left as the person wrote it."""

import json
import os
import re
import tempfile
import tomllib
from contextlib import suppress
from pathlib import Path

from flow.setting_values import checked
from flow.settings import FILE_NAME, Settings
from flow.wiring import make_home
from models.errors.files import FileUnwritable
from models.errors.settings import SettingInvalid


def keep_setting(settings: Settings, name: str, value: str, source: str) -> None:
    """Writes `name` = `value` into the settings file, whole or not at all; nothing when it stands there.

    `source` names where the value came from. Raises SettingRefused, HomeUnusable, DiskFull,
    FileUnwritable, and SettingInvalid for a file that would not be TOML any more.
    """
    checked(name, value, source)
    make_home(settings.home)
    path = settings.home / FILE_NAME
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        after = _with(before, name, value)
        if tomllib.loads(after).get(name) != value:
            raise SettingInvalid(name=FILE_NAME, value=str(path), why=name)
        if after != before:
            _replace(path, after)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise SettingInvalid(name=FILE_NAME, value=str(path), why=str(cause)) from cause
    except OSError as cause:
        raise FileUnwritable(file=str(path), why=cause.strerror or str(cause)) from cause


def _with(text: str, name: str, value: str) -> str:
    """`text` with the line of `name` changed; a new one comes first, before any table could begin."""
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
    changed, count = re.subn(rf"(?m)^{re.escape(name)}[ \t]*=.*$", lambda _: line, text, count=1)
    return changed if count else f"{line}\n{text}"


def _replace(path: Path, text: str) -> None:
    """A link stays a link: what it points to is replaced."""
    target = path.resolve()
    handle, fresh = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(fresh).unlink()
        raise
