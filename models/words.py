"""The person's language: gettext from day one, English sentences as message ids.

Sources mark a sentence with `mark("...")` and doors translate it with `translate(sentence, lang)`.
"""

import gettext
import re
import shlex
from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["en", "fr"]
_LOCALE = Path(__file__).parent / "locale"
_BLANK = re.compile(r"\{(\w+)\}")
_PLAIN_SIGNS = frozenset("_@%+=:,./-…")
_LIVE_IN_DOUBLE_QUOTES = frozenset('"$`\\!')


def mark(sentence: str) -> str:
    """The same sentence, marked so that the catalogue and its test find it."""
    return sentence


@cache
def _catalogue(lang: Lang) -> gettext.NullTranslations:
    return gettext.translation("facteur", _LOCALE, languages=[lang], fallback=lang == "en")


def translate(sentence: str, lang: Lang, **details: object) -> str:
    """`sentence` in `lang`, its {names} filled from `details`; unknown names stay as written.

    What stands as a word of a `command` is written so that a shell takes it as one.
    """
    text = _catalogue(lang).gettext(sentence) if sentence else ""

    def filled(blank: re.Match[str]) -> str:
        if blank[1] not in details:
            return blank[0]
        value, at = str(details[blank[1]]), blank.start()
        typed = text.count("`", 0, at) % 2 == 1 and text[at - 1] == " "
        return shell_word(value) if typed else value

    return _BLANK.sub(filled, text)


def shell_word(value: str) -> str:
    """`value` as it is typed at a shell: quoted where it would be taken apart, else as it is."""
    if value and all(sign.isalnum() or sign in _PLAIN_SIGNS for sign in value):
        return value
    if "'" in value and not _LIVE_IN_DOUBLE_QUOTES & set(value):
        return f'"{value}"'
    return shlex.quote(value)


def lang_of(tag: str | None) -> Lang:
    """The language of a tag such as "fr_FR.UTF-8"; English when it is none of ours."""
    return "fr" if (tag or "").lower().startswith("fr") else "en"
