"""What happens outside the interface: payers on Stripe's page, and their banks."""

from tests.stripe_fake.books import Books, Thing


class PageClosed(Exception):  # noqa: N818 - what the payer reads
    """The page takes no payment any more."""


class People:
    """Payers and banks of one set of books."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def pay_by_card(self, page: str) -> Thing:
        """A card that needs nothing more."""
        session, intent = self._at_page(page)
        charge = self._books.charge(intent, paid=True)
        intent |= {"status": "succeeded", "next_action": None, "last_payment_error": None}
        session |= {"status": "complete", "payment_status": "paid", "url": None}
        self._books.tell("checkout.session.completed", session)
        return charge

    def decline(self, page: str, code: str = "insufficient_funds") -> None:
        """The card's bank says no: the page stays open for another try."""
        _, intent = self._at_page(page)
        intent["status"] = "requires_payment_method"
        intent["last_payment_error"] = {"code": "card_declined", "decline_code": code}

    def ask_3ds(self, page: str) -> None:
        """The card's bank wants to know who pays (3-D Secure)."""
        _, intent = self._at_page(page)
        intent |= {"status": "requires_action", "next_action": {"type": "use_stripe_sdk"}}

    def answer_3ds(self, page: str, *, passed: bool) -> None:
        """The payer answers their bank."""
        _, intent = self._at_page(page)
        assert intent["status"] == "requires_action"
        if passed:
            self.pay_by_card(page)
            return
        intent |= {
            "status": "requires_payment_method",
            "next_action": None,
            "last_payment_error": {"code": "payment_intent_authentication_failure"},
        }

    def pay_by_debit(self, page: str) -> None:
        """A SEPA debit: the page is complete, the money comes days later or not at all."""
        session, intent = self._at_page(page)
        self._books.charge(intent, paid=False)
        intent["status"] = "processing"
        session |= {"status": "complete", "payment_status": "unpaid", "url": None}
        self._books.tell("checkout.session.completed", session)

    def settle_debit(self, page: str, *, paid: bool) -> None:
        """The payer's bank honours the debit, or returns it."""
        session = self._books.sessions[page]
        intent = self._books.intents[session["payment_intent"]]
        assert intent["status"] == "processing"
        charge = self._books.charges[intent["latest_charge"]]
        if paid:
            charge |= {"paid": True, "status": "succeeded"}
            intent["status"] = "succeeded"
            session["payment_status"] = "paid"
            self._books.tell("checkout.session.async_payment_succeeded", session)
            return
        charge["status"] = "failed"
        intent["status"] = "requires_payment_method"
        intent["last_payment_error"] = {"code": "payment_method_customer_decline"}
        self._books.tell("checkout.session.async_payment_failed", session)

    def dispute(self, page: str, amount: int | None = None) -> Thing:
        """The payer's bank wants the money back."""
        intent = self._books.intents[self._books.sessions[page]["payment_intent"]]
        charge = self._books.charges[intent["latest_charge"]]
        charge["disputed"] = True
        dispute: Thing = {
            "id": self._books.named("dp"),
            "object": "dispute",
            "amount": amount or charge["amount"],
            "charge": charge["id"],
            "created": self._books.now,
            "currency": charge["currency"],
            "livemode": self._books.live,
            "metadata": {},
            "payment_intent": intent["id"],
            "reason": "fraudulent",
            "status": "needs_response",
        }
        self._books.disputes[dispute["id"]] = dispute
        self._books.tell("charge.dispute.created", dispute)
        return dispute

    def close_dispute(self, dispute: Thing, status: str) -> None:
        """It ends: "won", "lost" or "warning_closed"."""
        dispute["status"] = status
        self._books.tell("charge.dispute.closed", dispute)

    def fail_refund(self, refund: Thing) -> None:
        """The payer's bank does not take the money back."""
        refund |= {"status": "failed", "failure_reason": "expired_or_canceled_card"}
        charge = self._books.charges[refund["charge"]]
        charge["amount_refunded"] -= refund["amount"]
        charge["refunded"] = False
        self._books.tell("refund.failed", refund)

    def _at_page(self, page: str) -> tuple[Thing, Thing]:
        session = self._books.sessions[page]
        if session["status"] != "open":
            raise PageClosed(page)
        return session, self._books.begin(session)
