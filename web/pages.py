"""Pages from templates: the reader's language, amounts and days as it writes them, everything escaped."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import MediaType, Response
from litestar.template.base import csrf_token

from models.money import Money
from models.payment_text import one_line
from models.said import Said, day_in, money_in
from models.tables import Consent
from models.words import Lang, lang_of, mark, translate
from web.asking import LANGS, Ask, asked_in

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
_LONGEST_NAME = 120
_FROM_THE_RIGHT = {"R", "AL"}
_ALONE, _ALONE_NO_MORE = "\u2068", "\u2069"
"""First strong isolate, and its end."""
_MOST_TAGS = 20
_LONGEST_WEIGHT = len("0.123")
_CONSENT_WORDS = {
    Consent.PROPOSED: mark("not answered yet"),
    Consent.APPROVED: mark("you approved it"),
    Consent.DISPUTED: mark("you say that it is wrong"),
}


class Pages:
    """Renders templates. `lang`: the language of those whose browser asks for none of ours."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._templates.filters["name"] = shown_name

    def lang_for(self, request: Ask) -> Lang:
        """?lang=, else what the browser prefers, else the household's own language."""
        named = request.query_params.get("lang", "")
        if named in LANGS:
            return lang_of(named)
        return preferred(request.headers.get("accept-language", "")) or self.lang

    def page(
        self, request: Ask, template: str, /, status: int = 200, **values: object
    ) -> Response[str]:
        """A template as a response."""
        lang = self.lang_for(request)
        text = self._templates.get_template(template).render(
            **_words_of(lang),
            lang=lang,
            asked=asked_in(request),
            token_of_form=csrf_token({"request": request}),
            **{"here": here(request), **values},
        )
        headers = {"content-language": lang, "vary": "accept-language, cookie"}
        return Response(text, status_code=status, media_type=MediaType.HTML, headers=headers)


def shown_name(name: str) -> str:
    """On one line and without hidden signs; of a name that is all pictographs, these.

    A name that is written from right to left does not turn the words around it (Unicode, UAX 9).
    """
    whole = one_line(name, _LONGEST_NAME)
    if not whole:
        seen = "".join(sign for sign in name if not unicodedata.category(sign).startswith("C"))
        whole = " ".join(seen.split())[:_LONGEST_NAME]
    turns = any(unicodedata.bidirectional(sign) in _FROM_THE_RIGHT for sign in whole)
    return f"{_ALONE}{whole}{_ALONE_NO_MORE}" if turns else whole


def here(request: Ask) -> str:
    """The page's own path for a link: on this host, whatever the path begins with."""
    return quote("/" + request.url.path.lstrip("/"))


def preferred(header: str) -> Lang | None:
    """The first of our languages by the weights of Accept-Language (RFC 9110 section 12.5.4)."""
    found: list[tuple[float, int, Lang]] = []
    for place, part in enumerate(header.split(",")[:_MOST_TAGS]):
        tag, _, weight = part.strip().partition(";")
        primary = tag.strip().lower().partition("-")[0]
        quality = _quality(weight)
        if primary in LANGS and quality > 0:
            found.append((-quality, place, lang_of(primary)))
    return min(found)[2] if found else None


def _quality(weight: str) -> float:
    name, _, number = weight.strip().partition("=")
    if not name:
        return 1.0
    digits = number.strip()
    plain = digits.replace(".", "", 1)
    return (
        float(digits)
        if plain.isascii() and plain.isdecimal() and len(digits) <= _LONGEST_WEIGHT
        else 0.0
    )


def _words_of(lang: Lang) -> Mapping[str, Callable[..., str]]:
    """What templates say things with."""

    def told(sentence: str, **details: object) -> str:
        return translate(sentence, lang, **details)

    def money(amount: Money) -> str:
        return money_in(lang, amount)

    def day(on: date) -> str:
        return day_in(lang, on)

    def said(sentence: Said) -> str:
        return sentence.told(lang)

    def consent(state: Consent) -> str:
        return told(_CONSENT_WORDS[state])

    return {"_": told, "money": money, "day": day, "said": said, "consent": consent}
