"""Whose account at Stripe collects, with which key: refused where Stripe's terms refuse it."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NoReturn

from models.errors.providers import ProviderKeyRefused
from models.order import LONGEST_NAME
from models.payment_text import one_line
from models.words import mark

PROVIDER = "Stripe"
LIVE_BASE = "https://api.stripe.com"
_KEY = re.compile(r"(?:sk|rk)_(test|live)_[A-Za-z0-9]{10,240}")
_LOOPBACK = re.compile(r"http://(?:127\.0\.0\.1|\[::1\]):\d{1,5}")
_PAGE = re.compile(r"https?://[!-~]{1,2000}")


class HolderKind(StrEnum):
    """Who may hold an account: Stripe's services terms of 18 November 2025, section 2.1."""

    BUSINESS = "business"
    LANDLORD = "landlord"
    ASSOCIATION = "association"
    PUBLIC_BODY = "public_body"


@dataclass(frozen=True, slots=True)
class Holder:
    """The payee that the household declares, by its legal name as its bills print it."""

    name: str
    kind: HolderKind

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name, LONGEST_NAME))


@dataclass(frozen=True, slots=True)
class StripeAccount:
    """One household's account: its own, never a connected one.

    key: secret or, better, restricted; test or live. return_page: where the payer's browser goes
    afterwards. webhook_secret: "" without webhooks, as behind a home router. Raises ProviderKeyRefused.
    """

    key: str = field(repr=False)
    return_page: str
    holder: Holder | None = None
    webhook_secret: str = field(default="", repr=False)
    base: str = LIVE_BASE

    def __post_init__(self) -> None:
        known = _KEY.fullmatch(self.key)
        if known is None:
            _refuse(mark("it is no secret or restricted key (sk_… or rk_…)"))
        if known[1] == "live":
            self._may_be_live()
        elif self.base != LIVE_BASE and not _LOOPBACK.fullmatch(self.base):
            _refuse(mark("it would be sent to another address than api.stripe.com"))
        if not _PAGE.fullmatch(self.return_page):
            _refuse(mark("no page is named to which the payer returns"))

    def _may_be_live(self) -> None:
        if self.holder is None or not self.holder.name:
            _refuse(
                mark(
                    "Stripe’s terms refuse money between friends, so a live key needs a payee declared as "
                    "a business, a landlord, an association or a public body; test keys always work"
                )
            )
        if self.base != LIVE_BASE:
            _refuse(mark("it would be sent to another address than api.stripe.com"))

    @property
    def live(self) -> bool:
        """Whether real money moves."""
        return self.key[2:].startswith("_live_")

    @property
    def restricted(self) -> bool:
        """Whether the key may do only what it was made for."""
        return self.key.startswith("rk_")


def _refuse(why: str) -> NoReturn:
    raise ProviderKeyRefused(provider=PROVIDER, why=why)
