"""What each setting may be: a refusal names it, its value, where that came from and what is allowed."""

import re
from collections.abc import Callable

from models.errors.settings import SettingRefused
from models.iban import is_iban
from models.words import mark

_RANGES: dict[str, tuple[float, float]] = {
    "months": (1, 240),
    "read_seconds": (1, 600),
    "read_memory_mb": (128, 16384),
    "workers": (0, 256),
    "sure": (0.5, 1.0),
    "file_from": (0.5, 1.0),
    "poll_seconds": (30, 86400),
}
_LANGS = ("en", "fr")
_MOST_NAME = 200
_RANGE = mark("allowed: {low} to {high}")
_LANG = mark("allowed: fr or en")
_TEXT = mark("it must be text between quotes")
_FOLDER = mark("it must be a folder’s name without control characters")

_FORMS: dict[str, tuple[Callable[[str], bool], str]] = {
    "payer_iban": (is_iban, mark("it is no valid IBAN")),
    "payer_bic": (
        lambda text: re.fullmatch(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", text) is not None,
        mark("it is no BIC"),
    ),
    "country": (
        lambda text: re.fullmatch(r"[A-Z]{2}", text) is not None,
        mark("write two capital letters, as FR"),
    ),
    "web_address": (
        lambda text: (
            re.fullmatch(
                r"https?://(?:[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?|\[[0-9a-f:]{2,45}\])(?::[0-9]{1,5})?/?",
                text,
            )
            is not None
        ),
        mark("write it as https://bills.example.org, without a path"),
    ),
}
"""Settings of one form: how it is known, and what it must be."""


def checked(name: str, value: object, source: str) -> object:
    """`value` in the setting's type. Raises SettingRefused."""
    if name in _RANGES:
        return _number(name, value, source)
    if not isinstance(value, str):
        raise SettingRefused(name=name, value=_shown(name, value), source=source, why=_TEXT)
    if name in {"lang", "folder_lang"} and value not in _LANGS:
        raise SettingRefused(name=name, value=value, source=source, why=_LANG)
    if name in _FORMS and value and not _FORMS[name][0](value):
        shown = "…" if name == "payer_iban" else value
        raise SettingRefused(name=name, value=shown, source=source, why=_FORMS[name][1])
    if name == "root_folder" and not _is_folder(value):
        raise SettingRefused(name=name, value=value, source=source, why=_FOLDER)
    return value


def _is_folder(name: str) -> bool:
    return (
        bool(name.strip("/ "))
        and len(name) <= _MOST_NAME
        and name.replace("\xa0", " ").isprintable()
    )


def _number(name: str, value: object, source: str) -> float | int:
    low, high = _RANGES[name]
    kind = float if isinstance(low, float) else int
    try:
        number = kind(str(value))
    except ValueError:
        number = low - 1
    if not low <= number <= high:
        raise SettingRefused(
            name=name, value=str(value), source=source, why=_RANGE, low=str(low), high=str(high)
        )
    return number


def _shown(name: str, value: object) -> str:
    return "…" if name == "database_url" else str(value)
