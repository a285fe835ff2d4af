"""A landlord's account at our Stripe, and shares that flatmates pay into it."""

from datetime import datetime, timedelta
from typing import Any

from pay.rail import Answer, Attempt, Handover, OnlineRail
from pay.rails.stripe.account import LIVE_BASE, Holder, HolderKind, StripeAccount
from pay.rails.stripe.checkout import StripeCheckout
from pay.rails.stripe.sdk import open_wire
from tests.pay.orders import MONDAY_MORNING, handover, order, payee
from tests.stripe_fake import StripeFake

SECRET_KEY = "sk_" + "test_" + "4fUnTqk9Lw2Zr8Xb"
RESTRICTED_KEY = "rk_" + "test_" + "7hGdPs3Vy6Nc1Mea"
LIVE_KEY = "rk_" + "live_" + "9kJwQe5Tu8Rb2Zxo"
WEBHOOK_SECRET = "whsec_" + "Zq3Lr7Vn1Xc9Bd5F"
LANDLORD = Holder("Foyer des Tilleuls", HolderKind.LANDLORD)
AN_HOUR = timedelta(hours=1)


def account(**changes: Any) -> StripeAccount:
    """The landlord's account in test mode, with a restricted key."""
    parts: dict[str, Any] = {
        "key": RESTRICTED_KEY,
        "return_page": "https://home.example/shares/7",
        "holder": LANDLORD,
        "webhook_secret": WEBHOOK_SECRET,
        "base": LIVE_BASE,
    }
    return StripeAccount(**(parts | changes))


def rail_at(fake: StripeFake, seconds: float = 20, **changes: Any) -> StripeCheckout:
    """The rail, and how long it waits for an answer."""
    held = account(**({"base": fake.base} | changes))
    return StripeCheckout(held, open_wire(held, read_seconds=seconds, whole_seconds=seconds))


def share(**changes: Any) -> Any:
    """84.20 EUR to the landlord."""
    return order(**({"payee": payee(LANDLORD.name)} | changes))


class Collector:
    """One order on its way: keeps the attempt and takes answers in, as the flow does."""

    def __init__(self, rail: OnlineRail, one: Any = None, at: datetime = MONDAY_MORNING) -> None:
        self.rail = rail
        self.order = one or share()
        self.attempt = Attempt(at)
        self.now = at
        self.answers: list[Answer] = []

    def submit(self) -> Answer:
        return self._took(self.rail.submit(self.order, self.attempt, self.handover()))

    def look_up(self) -> Answer:
        return self._took(self.rail.look_up(self.order, self.attempt, self.now))

    def withdraw(self) -> Answer:
        return self._took(self.rail.withdraw(self.order, self.attempt, self.now))

    def handover(self) -> Handover:
        return handover(now=self.now)

    @property
    def page(self) -> str:
        return self.attempt.provider_id

    def _took(self, answer: Answer) -> Answer:
        self.answers.append(answer)
        if answer.provider_id:
            self.attempt = Attempt(self.attempt.at, answer.provider_id)
        return answer
