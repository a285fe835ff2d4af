"""The person's language: gettext from day one, English sentences as message ids.

Sources mark a sentence with `mark("...")` and doors translate it with `translate(sentence, lang)`.
"""

import gettext
import re
from functools import cache
from pathlib import Path
from typing import Literal

Lang = Literal["en", "fr"]
_LOCALE = Path(__file__).parent / "locale"
_BLANK = re.compile(r"\{(\w+)\}")


def mark(sentence: str) -> str:
    """The same sentence, marked so that the catalogue and its test find it."""
    return sentence


@cache
def _catalogue(lang: Lang) -> gettext.NullTranslations:
    return gettext.translation("facteur", _LOCALE, languages=[lang], fallback=lang == "en")


def translate(sentence: str, lang: Lang, **details: object) -> str:
    """`sentence` in `lang`, its {names} filled from `details`; unknown names stay as written."""
    text = _catalogue(lang).gettext(sentence) if sentence else ""
    return _BLANK.sub(lambda blank: str(details.get(blank[1], blank[0])), text)


def lang_of(tag: str | None) -> Lang:
    """The language of a tag such as "fr_FR.UTF-8"; English when it is none of ours."""
    return "fr" if (tag or "").lower().startswith("fr") else "en"
