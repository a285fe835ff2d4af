"""Stripe Checkout: a page per share, paid into the payee's own account; asked for, not waited for.

Nothing reaches a home from outside, so `look_up` is the truth and a webhook only says when to look.
"""

from datetime import datetime, timedelta
from types import TracebackType

import stripe

from models.errors.orders import LinkRefused, RailRefused
from models.errors.providers import ProviderAway
from models.order import Order, Pending, Refused, Unknown
from models.said import Said, said
from models.words import mark
from pay.links import checked_link
from pay.notes import copy_lines
from pay.rail import Answer, Artefact, Attempt, Handover
from pay.rails.stripe.account import StripeAccount
from pay.rails.stripe.body import session_body
from pay.rails.stripe.calls import LOST, SAID_NO, reading, shaped, word_of, writing
from pay.rails.stripe.finding import disputes_of, page_of, refunds_of, session_at
from pay.rails.stripe.minor import from_stripe, unfit
from pay.rails.stripe.outcome import charge_of, outcome_of, returned_of
from pay.rails.stripe.sdk import Wire, open_client, open_wire
from pay.rails.stripe.seen import SeenSession, must_be_of, session_of

PROVEN_AGAINST = mark(
    "our own fake of Stripe over HTTP, which checks each request by the types of the stripe SDK 16.1.0 "
    "(API 2026-10-28.endive); never against Stripe itself"
)
REPEATABLE = timedelta(hours=23)
"""How long after the first try the same key may be sent again: Stripe forgets keys after 24 hours."""
AT_ONCE = timedelta(minutes=1)
"""From then on it is looked for before it is sent again: Stripe knows keys by account and API key, and
the API key may have been renewed meanwhile.
"""
NEVER_MADE = timedelta(hours=25)
"""From then on, what no list of Stripe's holds was never made there."""


class StripeCheckout:
    """Collects shares for one household's payee. To be closed, or used in a `with`."""

    name = "stripe"
    proven_against = PROVEN_AGAINST

    def __init__(self, account: StripeAccount, wire: Wire | None = None) -> None:
        self.account = account
        self._wire = wire or open_wire(account)
        self.client = open_client(account, self._wire)

    def __repr__(self) -> str:
        return f"StripeCheckout({self.account!r})"

    def __enter__(self) -> "StripeCheckout":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, one: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections."""
        self._wire.close()

    def refuses(self, order: Order, handover: Handover) -> Said | None:  # noqa: ARG002 - contract
        """Why this order cannot be collected: another payee's, or an amount that Stripe does not take."""
        holder = self.account.holder
        if holder is not None and order.payee.name != holder.name:
            sentence = mark("the money would go to {holder}, not to {payee}")
            return said(sentence, holder=holder.name, payee=order.payee.name)
        return unfit(order.amount)

    def submit(self, order: Order, attempt: Attempt, handover: Handover) -> Answer:
        """A page to pay at. Raises RailRefused, ProviderAway, ProviderKeyRefused or AnswerDiffers."""
        why = self.refuses(order, handover)
        if why is not None:
            raise RailRefused(**{**why.plain(), "why": why.sentence})
        age = handover.now - attempt.at
        if attempt.provider_id or age >= AT_ONCE:
            found = self.look_up(order, attempt, handover.now)
            if age >= REPEATABLE or not isinstance(found.outcome, Unknown):
                return found
        return self._make(order, attempt, handover)

    def _make(self, order: Order, attempt: Attempt, handover: Handover) -> Answer:
        body = session_body(order, self.account.return_page, handover.lang)
        try:
            with writing(), shaped():
                made = self.client.v1.checkout.sessions.create(body, {"idempotency_key": order.key})
                if not _replayed(made):
                    return self._answer(order, session_of(made.to_dict()))
                attempt = Attempt(attempt.at, made.id)
        except stripe.IdempotencyError:
            pass  # Something else was sent under this key before: it is looked up like a replay.
        except LOST:
            return Answer(Unknown(attempt.at))
        except SAID_NO as no:
            return Answer(Refused(handover.now, word_of(no)))
        return self._as_it_stands(order, attempt, handover.now)

    def _as_it_stands(self, order: Order, attempt: Attempt, now: datetime) -> Answer:
        """What became of an earlier call; Unknown, not ProviderAway, for something was sent."""
        try:
            return self.look_up(order, attempt, now)
        except ProviderAway:
            return Answer(Unknown(attempt.at), attempt.provider_id)

    def look_up(self, order: Order, attempt: Attempt, now: datetime) -> Answer:
        """What has become of the page, by its id or, when no answer brought one, by the order's key."""
        with reading():
            known = attempt.provider_id or page_of(self.client, order, attempt)
            if known is None:
                return self._not_found(attempt, now)
            return self._answer(order, session_at(self.client, known))

    def withdraw(self, order: Order, attempt: Attempt, now: datetime) -> Answer:
        """Ends the page, so that nobody pays there what was paid another way."""
        answer = self.look_up(order, attempt, now)
        if not isinstance(answer.outcome, Pending) or answer.outcome.waits_for != "payer":
            return answer
        try:
            with writing(), shaped():
                ended = self.client.v1.checkout.sessions.expire(answer.provider_id)
                return self._answer(order, session_of(ended.to_dict()))
        except (*LOST, *SAID_NO):
            return self.look_up(order, Attempt(attempt.at, answer.provider_id), now)

    def show(self, order: Order, answer: Answer, handover: Handover) -> Artefact:
        """The link for the payer, with what the page must ask for."""
        sentence = (
            mark("Open {host} yourself and pay there; compare the payee and the amount first.")
            if answer.link
            else mark("There is no page to pay at: look at what has become of this payment.")
        )
        next_step = said(sentence, host="checkout.stripe.com")
        lines = copy_lines(order, handover)
        return Artefact(self.name, next_step, copy=lines, link=answer.link, notes=self._notes())

    def _answer(self, order: Order, session: SeenSession) -> Answer:
        must_be_of(session, order, live=self.account.live)
        charge = charge_of(session)
        refunds = refunds_of(self.client, session) if charge and charge.amount_refunded else ()
        disputes = disputes_of(self.client, session) if charge and charge.disputed else ()
        outcome = outcome_of(session, refunds, disputes)
        back = returned_of(refunds, disputes)
        returned = from_stripe(back, charge.currency) if charge and back else None
        return Answer(outcome, session.id, _link(session), returned)

    def _not_found(self, attempt: Attempt, now: datetime) -> Answer:
        if now - attempt.at >= NEVER_MADE:
            return Answer(Refused(attempt.at + NEVER_MADE, "never_made"))
        return Answer(Unknown(attempt.at))

    def _notes(self) -> tuple[Said, ...]:
        if not self.account.live:
            return (said(mark("This is a test: no money moves.")),)
        if not self.account.restricted:
            return (said(mark("A restricted key (rk_…) is enough and safer than a secret one.")),)
        return ()


def _link(session: SeenSession) -> str:
    """Where to pay while the page is open; "" for any other host than Stripe's own."""
    if session.status != "open" or session.url is None:
        return ""
    try:
        return checked_link(session.url, frozenset()).url
    except LinkRefused:
        return ""


def _replayed(made: stripe.checkout.Session) -> bool:
    """Whether this is the answer of an earlier call, as things stood then."""
    last = made.last_response
    return last is not None and "idempotent-replayed" in last.headers
