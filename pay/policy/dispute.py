"""The rule on a bill that the person does not accept."""

from collections.abc import Iterator

from models.said import said
from models.words import mark
from pay.policy.facts import Facts
from pay.policy.flag import Flag, stop

DISPUTED = mark(
    "You dispute this bill ({reason}), so it waits until you lift the dispute: "
    "`facteur ask {bill} --resolve`."
)


def dispute_rules(facts: Facts) -> Iterator[Flag]:
    """disputed (stop)."""
    if facts.bill.disputed:
        bill = facts.order.bill.removeprefix("bill-")
        yield stop("disputed", said(DISPUTED, reason=facts.bill.disputed, bill=bill))
