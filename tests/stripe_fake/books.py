"""What our Stripe keeps: sessions, payments, charges, refunds, disputes, and every event."""

import copy
import itertools
from typing import Any

from tests.stripe_fake.typed import Mistake

Thing = dict[str, Any]
_LEAST = {"eur": 50, "chf": 50, "usd": 50, "gbp": 30, "jpy": 50}
_THOUSANDTHS = {"bhd", "jod", "kwd", "omr", "tnd"}
_DAY = 24 * 3600


class Books:
    """The state, and a clock that stands still until it is moved. Not safe without the fake's lock."""

    def __init__(self, now: int, *, live: bool = False) -> None:
        self.now = now
        self.live = live
        self.sessions: dict[str, Thing] = {}
        self.intents: dict[str, Thing] = {}
        self.charges: dict[str, Thing] = {}
        self.refunds: dict[str, Thing] = {}
        self.disputes: dict[str, Thing] = {}
        self.events: list[Thing] = []
        self._intent_data: dict[str, Thing] = {}
        self._numbers = itertools.count(1)

    def named(self, prefix: str) -> str:
        """A new id."""
        return f"{prefix}_{next(self._numbers):024d}"

    def tell(self, kind: str, about: Thing) -> None:
        """Records an event with the thing as it stands now."""
        self.events.append(
            {
                "id": self.named("evt"),
                "object": "event",
                "api_version": "2026-10-28.endive",
                "created": self.now,
                "data": {"object": copy.deepcopy(about)},
                "livemode": self.live,
                "pending_webhooks": 1,
                "request": None,
                "type": kind,
            }
        )

    def advance(self, seconds: int) -> None:
        """Time passes: open sessions older than their day expire."""
        self.now += seconds
        for session in self.sessions.values():
            if session["status"] == "open" and session["expires_at"] <= self.now:
                self.end(session)

    def end(self, session: Thing) -> None:
        """An open session expires."""
        if session["status"] != "open":
            raise Mistake("only open sessions can be expired", "resource_invalid_state")
        session |= {"status": "expired", "url": None}
        self.tell("checkout.session.expired", session)

    def open_session(self, asked: Thing) -> Thing:
        """A new session, by the rules that types do not tell. Raises Mistake."""
        if asked.get("mode") != "payment" or not asked.get("line_items"):
            raise Mistake("line_items are needed in payment mode", "parameter_missing")
        if not asked.get("success_url"):
            raise Mistake("success_url is needed", "parameter_missing", "success_url")
        currency, total = _total(asked["line_items"])
        name = self.named("cs_live" if self.live else "cs_test")
        session: Thing = {
            "id": name,
            "object": "checkout.session",
            "amount_subtotal": total,
            "amount_total": total,
            "cancel_url": asked.get("cancel_url"),
            "client_reference_id": asked.get("client_reference_id"),
            "created": self.now,
            "currency": currency,
            "expires_at": asked.get("expires_at", self.now + _DAY),
            "livemode": self.live,
            "locale": asked.get("locale"),
            "metadata": dict(asked.get("metadata", {})),
            "mode": "payment",
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "success_url": asked["success_url"],
            "ui_mode": "hosted_page",
            "url": f"https://checkout.stripe.com/c/pay/{name}",
        }
        self.sessions[name] = session
        self._intent_data[name] = asked.get("payment_intent_data", {})
        return session

    def begin(self, session: Thing) -> Thing:
        """The payment of a session: made when the payer first tries, one for each session."""
        if session["payment_intent"] is None:
            intent: Thing = {
                "id": self.named("pi"),
                "object": "payment_intent",
                "amount": session["amount_total"],
                "created": self.now,
                "currency": session["currency"],
                "last_payment_error": None,
                "latest_charge": None,
                "livemode": self.live,
                "metadata": dict(self._intent_data[session["id"]].get("metadata", {})),
                "next_action": None,
                "status": "requires_payment_method",
            }
            self.intents[intent["id"]] = intent
            session["payment_intent"] = intent["id"]
        return self.intents[session["payment_intent"]]

    def charge(self, intent: Thing, *, paid: bool) -> Thing:
        """A try to take the money."""
        charge: Thing = {
            "id": self.named("ch"),
            "object": "charge",
            "amount": intent["amount"],
            "amount_refunded": 0,
            "created": self.now,
            "currency": intent["currency"],
            "disputed": False,
            "livemode": self.live,
            "metadata": dict(intent["metadata"]),
            "paid": paid,
            "payment_intent": intent["id"],
            "refunded": False,
            "status": "succeeded" if paid else "pending",
        }
        self.charges[charge["id"]] = charge
        intent["latest_charge"] = charge["id"]
        return charge

    def refund(self, asked: Thing) -> Thing:
        """Money back. Raises Mistake for more than there is."""
        intent = self.intents.get(asked.get("payment_intent", ""))
        charge = self.charges.get(intent["latest_charge"] or "") if intent else None
        if intent is None or charge is None or not charge["paid"]:
            raise Mistake("no such paid payment", "resource_missing", "payment_intent")
        left = charge["amount"] - charge["amount_refunded"]
        amount = asked.get("amount", left)
        if left == 0:
            raise Mistake("the charge was refunded already", "charge_already_refunded")
        if not 0 < amount <= left:
            raise Mistake("more than is left of the charge", "amount_too_large", "amount")
        refund: Thing = {
            "id": self.named("re"),
            "object": "refund",
            "amount": amount,
            "charge": charge["id"],
            "created": self.now,
            "currency": charge["currency"],
            "metadata": dict(asked.get("metadata") or {}),
            "payment_intent": intent["id"],
            "reason": asked.get("reason"),
            "status": "succeeded",
        }
        self.refunds[refund["id"]] = refund
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        self.tell("refund.created", refund)
        self.tell("charge.refunded", charge)
        return refund


def _total(lines: list[Thing]) -> tuple[str, int]:
    prices = [line["price_data"] for line in lines]
    (currency,) = {price["currency"] for price in prices}
    total = sum(
        price["unit_amount"] * line["quantity"] for price, line in zip(prices, lines, strict=True)
    )
    if currency != currency.lower() or len(currency) != 3:
        raise Mistake("currency is lower case", "parameter_invalid", "currency")
    if total < _LEAST.get(currency, 1):
        raise Mistake("the total is too small", "amount_too_small")
    if total > 99_999_999:
        raise Mistake("the total is too large", "amount_too_large")
    if currency in _THOUSANDTHS and total % 10:
        raise Mistake("the last of three decimals is not 0", "parameter_invalid")
    return currency, total
