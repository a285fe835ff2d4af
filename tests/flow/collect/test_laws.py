"""Whatever happens at Stripe, in whatever order it is heard, the accounts say what Stripe says."""

import random

import pytest

from models.tables import CollectionState
from tests.flow.collect.foyer import Foyer


class Walk:
    """One page that is paid, and then anything."""

    def __init__(self, foyer: Foyer, seed: int) -> None:
        self.foyer, self.chance = foyer, random.Random(seed)
        self.number = foyer.collect(foyer.bill()).id
        self.name = foyer.page(self.number)
        foyer.fake.people.pay_by_card(self.name)
        self.disputes: list[dict[str, object]] = []

    def step(self) -> None:
        """A thing that a payee, a payer or a bank does at Stripe, or that we hear."""
        people, books = self.foyer.fake.people, self.foyer.fake.books
        (intent,) = books.intents
        charge = books.charges[books.intents[intent]["latest_charge"]]
        what = self.chance.choice(
            ["refund", "fail", "dispute", "close", "poll", "hear", "hear old"]
        )
        if what == "refund" and charge["amount_refunded"] <= 3000:
            books.refund({"payment_intent": intent, "amount": self.chance.randint(1, 1500)})
        if what == "fail" and (alive := self.succeeded()):
            people.fail_refund(self.chance.choice(alive))
        if what == "dispute" and not self.disputes:
            self.disputes.append(people.dispute(self.name))
        if what == "close" and self.disputes and self.disputes[0]["status"] == "needs_response":
            people.close_dispute(self.disputes[0], self.chance.choice(["won", "lost"]))
        if what == "poll":
            self.foyer.check()
        if what.startswith("hear"):
            self.foyer.hear(
                books.events[-1] if what == "hear" else self.chance.choice(books.events)
            )
        self.foyer.later(minutes=self.chance.randint(0, 90))

    def succeeded(self) -> list[dict[str, object]]:
        refunds = self.foyer.fake.books.refunds.values()
        return [one for one in refunds if one["status"] == "succeeded"]

    def should_count(self) -> int:
        """What the payee has, in cents: by Stripe's books alone."""
        if self.disputes and self.disputes[0]["status"] in {"needs_response", "lost"}:
            return 0
        return 4500 - sum(int(str(one["amount"])) for one in self.succeeded())


@pytest.mark.parametrize("seed", range(4))
def test_the_accounts_say_what_stripe_says(live: Foyer, seed: int) -> None:
    live.webhook()
    walk = Walk(live, seed)
    for _ in range(14):
        walk.step()
    live.check()
    told = live.told(walk.number)
    moved = sum(
        (1 if sender == "Bob" else -1) * round(float(amount) * 100)
        for sender, amount, state in live.settlements()
        if state == "received"
    )
    assert told.state is not CollectionState.OPEN
    assert told.counted.minor == moved == walk.should_count()
    assert live.owed() == f"{(4500 - moved) / 100:.2f}"
