"""Rules on where the bill comes from and what its sources say."""

from collections.abc import Iterator

from models.said import said
from models.words import mark
from pay.policy.facts import Facts
from pay.policy.flag import Flag, ask, stop


def origin_rules(facts: Facts) -> Iterator[Flag]:
    """sources_disagree (stop), sender_unproved, sender_resembles (ask)."""
    bill = facts.bill
    if bill.disagree:
        because = said(
            mark("The code, the data file and the print of this bill disagree on: {fields}."),
            fields=", ".join(bill.disagree),
        )
        yield stop("sources_disagree", because)
    if bill.authenticated is False:
        yield ask("sender_unproved", said(mark("Nothing proves who sent the mail of this bill.")))
    if bill.resembles:
        because = said(
            mark("The sender’s address resembles that of {biller}, but is another one."),
            biller=bill.resembles,
        )
        yield ask("sender_resembles", because)
