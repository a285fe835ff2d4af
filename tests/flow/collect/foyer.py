"""A foyer that collects: Alice's association advances the bills, Bob pays his share by card.

The rail speaks to api.stripe.com with a live key, as it would; the wire leads to our own Stripe.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
import pyotp
from sqlalchemy import select

from flow import checkpoints
from flow.collect.account import Wanted, set_up, set_webhook
from flow.collect.begin import Asked
from flow.collect.check import Checked, check_all
from flow.collect.give_back import Back, return_money
from flow.collect.look import call_off
from flow.collect.notice import take_notice
from flow.collect.page import make_page
from flow.collect.told import CollectionTold, collection_seen
from flow.enrolment import confirm_code, new_code
from flow.household.postings import summed
from flow.household.rights import Actor
from flow.wiring import Wiring
from models.errors.collect import NotPaidIn
from models.money import Money
from models.tables import GiveBackState, Settlement
from pay.debts import as_owed
from pay.rails.stripe.account import LIVE_BASE, HolderKind, StripeAccount
from pay.rails.stripe.sdk import Wire
from tests.flow.household.flat import Flat, flat
from tests.flow.order_house import MONDAY, wiring_on
from tests.pay.stripe.shop import LIVE_KEY, RESTRICTED_KEY, WEBHOOK_SECRET
from tests.stripe_fake import StripeFake

PAYEE = "Foyer des Tilleuls"


class Led(httpx.BaseTransport):
    """Carries calls for api.stripe.com to our own Stripe, over HTTP on loopback."""

    def __init__(self, base: str) -> None:
        self._to = httpx.URL(base)
        self._wire = httpx.HTTPTransport(verify=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert str(request.url).startswith(LIVE_BASE)
        request.url = request.url.copy_with(
            scheme=self._to.scheme, host=self._to.host, port=self._to.port
        )
        return self._wire.handle_request(request)

    def close(self) -> None:
        self._wire.close()


def lead_to(base: str, seconds: float = 5) -> Any:
    """A stand-in for `open_wire` that leads to `base`."""

    def open_wire(_account: StripeAccount) -> Wire:
        client = httpx.Client(transport=Led(base), timeout=seconds, trust_env=False, verify=False)
        return Wire(client, seconds)

    return open_wire


@contextmanager
def led(fake: StripeFake, seconds: float = 5) -> Iterator[None]:
    """Every rail that is opened meanwhile speaks to `fake`."""
    with patch("pay.rails.stripe.checkout.open_wire", lead_to(fake.base, seconds)):
        yield


class Stopped(Exception):  # noqa: N818 - the process is gone
    """The process ends here."""


@contextmanager
def stopped_at(point: str) -> Iterator[None]:
    """Whoever reaches `point` goes no further."""

    def stop(reached: str) -> None:
        if reached == point:
            raise Stopped(point)

    checkpoints.listeners.append(stop)
    try:
        yield
    finally:
        checkpoints.listeners.remove(stop)


@dataclass
class Foyer:
    """Two households on one database; `now` is what every call is told."""

    wiring: Wiring
    flat: Flat
    fake: StripeFake
    now: datetime = MONDAY
    secret: str = ""
    recovery: tuple[str, ...] = ()

    def code(self) -> str:
        """The code of the owner's app; each is good once."""
        if not self.secret:
            self.secret = new_code(self.wiring, self.now).secret
            first = pyotp.TOTP(self.secret).at(self.now)
            self.recovery = confirm_code(self.wiring, first, self.now)
        self.later(seconds=30)
        return pyotp.TOTP(self.secret).at(self.now)

    def later(self, **delta: float) -> None:
        """Time passes, at Stripe too."""
        self.now += timedelta(**delta)
        self.fake.books.advance(int(timedelta(**delta).total_seconds()))

    def set_up(self, key: str = "", code: str | None = None, **changes: Any) -> None:
        key = key or (LIVE_KEY if self.fake.books.live else RESTRICTED_KEY)
        wanted = replace(Wanted(PAYEE, key, HolderKind.ASSOCIATION, "Alice"), **changes)
        set_up(
            self.wiring, self.flat.alice, wanted, self.code() if code is None else code, self.now
        )

    def webhook(self) -> None:
        set_webhook(self.wiring, self.flat.alice, WEBHOOK_SECRET, self.now)

    def bill(self, amount: str = "90.00", *paid: str) -> int:
        """A bill that is split equally with Bob, and paid by Alice unless others are named."""
        number = self.flat.bill(amount)
        self.flat.split(number)
        self.flat.paid(number, *(paid or ("Alice",)))
        return number

    def collect(
        self, bill: int | None = None, by: Actor | None = None, payer: str = "Bob", **asked: Any
    ) -> CollectionTold:
        asked_for = Asked(payer, bill, **asked)
        return self.told(make_page(self.wiring, by or self.flat.alice, asked_for, "en", self.now))

    def told(self, number: int) -> CollectionTold:
        with self.flat.session() as session:
            return collection_seen(session, self.flat.alice, number)

    def page(self, number: int) -> str:
        """The id at Stripe."""
        told = self.told(number)
        return told.link.rpartition("/")[2] or self._pages[number]

    @property
    def _pages(self) -> dict[int, str]:
        return dict(enumerate(self.fake.books.sessions, start=1))

    def check(self) -> Checked:
        return check_all(self.wiring, self.now)

    def call_off(self, number: int, by: Actor | None = None) -> CollectionTold:
        call_off(self.wiring, by or self.flat.alice, number, self.now)
        return self.told(number)

    def give_back(self, number: int, amount: str = "") -> GiveBackState:
        money = Money.of(amount, "EUR") if amount else None
        back = Back(number, money, self.code())
        return return_money(self.wiring, self.flat.alice, back, self.now)

    def return_again(self, number: int, code: str) -> None:
        """Gives all back; too late is no failure."""
        with suppress(NotPaidIn):
            return_money(self.wiring, self.flat.alice, Back(number, None, code), self.now)

    def hear(self, event: Any = None, **signed: Any) -> int | None:
        """A webhook brings an event, the last one unless it is named."""
        body, signature = self.fake.signed(
            event or self.fake.books.events[-1], signed.pop("secret", WEBHOOK_SECRET), **signed
        )
        return take_notice(self.wiring, body, signature, self.now)

    def owed(self) -> str:
        """What Bob owes Alice, announced settlements aside."""
        with self.flat.session() as session:
            moves = as_owed(summed(session, self.flat.alice.household_id))
        found = [one for one in moves if one.sender == self.flat.bob.person]
        return str(found[0].amount) if found else "0.00"

    def settlements(self) -> list[tuple[str, str, str]]:
        """Who sends, how much, and in which state."""
        names = {self.flat.alice.member_id: "Alice", self.flat.bob.member_id: "Bob"}
        with self.flat.session() as session:
            rows = session.scalars(select(Settlement).order_by(Settlement.id))
            return [(names[row.sender_id], str(row.amount), row.state.value) for row in rows]


@contextmanager
def foyer(url: str, home: Path, fake: StripeFake) -> Iterator[Foyer]:
    """A foyer that has set nothing up yet."""
    wiring = wiring_on(url, home)
    try:
        with led(fake):
            yield Foyer(wiring, flat(wiring.engine), fake)
    finally:
        wiring.engine.dispose()
