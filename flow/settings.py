"""Settings: defaults < facteur.toml < environment, one frozen object, nothing read at import.

Environment names are FACTEUR_ and the setting's name in capitals. A secret (`database_url`,
`oauth_client_id`) may be named by a file instead: FACTEUR_DATABASE_URL_FILE. Mailboxes, people and
passwords are rows of the database, not settings.
"""

import errno
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from flow.setting_values import checked
from models.errors.files import FileUnreadable
from models.errors.settings import SettingInvalid, SettingRefused
from models.words import Lang, lang_of, mark

FILE_NAME = "facteur.toml"
PAGES_PORT = 8420
"""Where `facteur serve` answers on this machine unless another port is said."""
SECRETS = ("database_url", "oauth_client_id")
_OTHER_VARIABLES = {"FACTEUR_HOME", "FACTEUR_KEY", "FACTEUR_KEY_FILE", "FACTEUR_CORPUS"} | {
    f"FACTEUR_{name.upper()}_FILE" for name in SECRETS
}
_NO_FILE = {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may change.

    lang: language of sentences. database_url: "" means SQLite in `home`. months: how far back the
    first sync looks. read_seconds, read_memory_mb: limits for one document, wide enough for a scan of
    four pages that both OCR models read (they hold 0.8 GB at most, and map half as much again).
    workers: child processes that read, 0 = all cores. sure: confidence (0..1) from which nothing
    needs review. file_from: confidence from which a mail is filed. root_folder: the folder that
    holds the filed mail. poll_seconds: pause between two looks of `facteur watch` beneath IDLE.
    payer_name, payer_iban, payer_bic: your own account and the name that your bank knows, for files
    of transfers. country: where you live (ISO 3166); payments to other countries are asked about.
    web_address: where others reach the pages of `facteur serve`, as https://bills.example.org; "": nowhere.
    """

    home: Path
    lang: Lang = "en"
    database_url: str = field(default="", repr=False)
    oauth_client_id: str = field(default="", repr=False)
    months: int = 12
    read_seconds: int = 60
    read_memory_mb: int = 1280
    workers: int = 0
    sure: float = 0.9
    file_from: float = 0.7
    root_folder: str = "Factures"
    folder_lang: Lang = "fr"
    poll_seconds: int = 300
    payer_name: str = ""
    payer_iban: str = field(default="", repr=False)
    payer_bic: str = ""
    country: str = "FR"
    web_address: str = ""
    sources: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """(setting, where it came from) for `facteur doctor`; defaults are left out."""

    @property
    def url(self) -> str:
        """The database's URL; SQLite in `home` unless one was set."""
        return self.database_url or f"sqlite:///{self.home / 'facteur.db'}"

    @property
    def originals(self) -> Path:
        """The folder of the stored originals."""
        return self.home / "originals"

    @property
    def key_file(self) -> Path:
        """The key of the stored passwords: outside `home`, so that a copy of `home` opens nothing."""
        name = self.home.resolve().as_posix().strip("/").replace("/", "-")[-150:]
        return user_config_path("facteur") / "keys" / f"{name}.key"

    def link(self, path: str) -> str:
        """The whole address of a page, "/s/..."; "" while no public address is known."""
        return self.web_address.rstrip("/") + path if self.web_address else ""

    @property
    def processes(self) -> int:
        """How many child processes read at once."""
        return self.workers or os.cpu_count() or 1


def home_of(environment: Mapping[str, str]) -> Path:
    """The data folder: FACTEUR_HOME, else the platform's own place."""
    named = environment.get("FACTEUR_HOME", "")
    return Path(named).expanduser().absolute() if named else user_data_path("facteur")


def load(environment: Mapping[str, str], *, lang: str | None = None) -> Settings:
    """Settings for this process. `lang` (from --lang) wins over everything.

    Raises SettingInvalid naming the setting and what it may be, FileUnreadable for a *_FILE.
    """
    home = home_of(environment)
    given: dict[str, tuple[object, str]] = {"lang": (_locale(environment), "locale")}
    for name, value in _from_file(home / FILE_NAME).items():
        given[name] = (value, str(home / FILE_NAME))
    for name in _names():
        value, source = _from_environment(environment, name)
        if source:
            given[name] = (value, source)
    if lang is not None:
        given["lang"] = (lang, "--lang")
    values = {name: checked(name, value, source) for name, (value, source) in given.items()}
    sources = tuple((name, source) for name, (_, source) in given.items())
    return Settings(home=home, sources=sources, **values)  # type: ignore[arg-type]  # checked by name


def misspelt(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Variables that begin with FACTEUR_ and set nothing, such as FACTEUR_MONTHSS."""
    known = {f"FACTEUR_{name.upper()}" for name in _names()} | _OTHER_VARIABLES
    return tuple(
        sorted(name for name in environment if name.startswith("FACTEUR_") and name not in known)
    )


def _names() -> tuple[str, ...]:
    return tuple(f.name for f in fields(Settings) if f.name not in {"home", "sources"})


def _locale(environment: Mapping[str, str]) -> str:
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return lang_of(next((tag for tag in named if tag), None))


def _from_file(path: Path) -> dict[str, object]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as cause:
        if cause.errno in _NO_FILE or not os.access(path.parent, os.X_OK):
            return {}  # no usable folder: `facteur read` works without, the others say so later
        raise FileUnreadable(file=str(path)) from cause
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise SettingInvalid(name=FILE_NAME, value=str(path), why=str(cause)) from cause
    for name in sorted(set(found) - set(_names())):
        raise SettingRefused(
            name=name,
            value=str(found[name]),
            source=str(path),
            why=mark("there is no such setting"),
        )
    return found


def _from_environment(environment: Mapping[str, str], name: str) -> tuple[str, str]:
    variable = f"FACTEUR_{name.upper()}"
    if variable in environment:
        return environment[variable], variable
    if name in SECRETS and f"{variable}_FILE" in environment:
        path = Path(environment[f"{variable}_FILE"])
        try:
            return path.read_text(encoding="utf-8").strip(), f"{variable}_FILE"
        except (OSError, UnicodeDecodeError) as cause:
            raise FileUnreadable(file=str(path)) from cause
    return "", ""
