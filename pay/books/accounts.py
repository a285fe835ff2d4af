"""Names of accounts that beancount and hledger both take, whatever the billers are called."""

import re
from collections.abc import Iterable
from hashlib import sha256

from models.payment_text import basic_latin

_WORDS = re.compile(r"[A-Za-z0-9]+")
_LONGEST = 48
_MARK = 8
"""Signs of a digest that tell names apart which look the same in Latin letters."""


def account_parts(names: Iterable[str]) -> dict[str, str]:
    """A part of an account's name for each name: capital first, letters, figures and hyphens.

    Names that would get the same part get a mark of their own each, in whatever order they come.
    """
    plain = {name: _plain(name) for name in names}
    twins = {part for part in plain.values() if list(plain.values()).count(part) > 1}
    return {
        name: part if part and part not in twins else _marked(part, name)
        for name, part in plain.items()
    }


def _plain(name: str) -> str:
    words = _WORDS.findall(basic_latin(name, 140).replace("'", ""))
    return "-".join(word[0].upper() + word[1:] for word in words)[:_LONGEST].rstrip("-")


def _marked(part: str, name: str) -> str:
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    return f"{part or 'X'}-{digest}"
