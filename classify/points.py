"""What each sign is worth for a kind, by where it stands.

The points were set by hand: what a document says weighs more than words of the mail, the head of a page
more than its depths.
"""

from dataclasses import dataclass

from models.verdict import Kind
from models.words import mark


@dataclass(frozen=True, slots=True)
class Rule:
    """What a sign is worth for a kind in each zone: reading, subject, title, body, page."""

    sign: str
    kind: Kind
    points: tuple[float, float, float, float, float]
    sentence: str


RULES: tuple[Rule, ...] = (
    Rule("debit", Kind.TO_BE_DEBITED, (3, 4.5, 4, 4, 3.5),
         mark("It says it will be debited by itself: “{quote}”")),
    Rule("no_action", Kind.TO_BE_DEBITED, (0, 2, 1.5, 1.5, 1.5),
         mark("It says nothing needs doing: “{quote}”")),
    Rule("failed_debit", Kind.REMINDER, (0, 5.5, 5.5, 5, 1),
         mark("A payment has failed: “{quote}”")),
    Rule("debited", Kind.RECEIPT, (2, 4, 3.5, 3.5, 1.5),
         mark("It says the money was already taken: “{quote}”")),
    Rule("paid", Kind.RECEIPT, (2, 4.5, 3.5, 3.2, 2.5),
         mark("It says it is already paid: “{quote}”")),
    Rule("settled", Kind.RECEIPT, (0, 1.5, 3.5, 3.5, 3.5),
         mark("It says the whole bill is paid: “{quote}”")),
    Rule("card_tail", Kind.RECEIPT, (1, 1, 2, 2, 2),
         mark("It names the card that was charged: “{quote}”")),
    Rule("zero", Kind.RECEIPT, (2, 2, 3, 2.5, 2.5),
         mark("Nothing is left to pay: “{quote}”")),
    Rule("schedule", Kind.SCHEDULE, (1, 5.5, 5.5, 2.5, 0.5),
         mark("It is a payment schedule: “{quote}”")),
    Rule("reminder", Kind.REMINDER, (1.5, 5.5, 5.5, 4, 1.5),
         mark("It reminds of a bill: “{quote}”")),
    Rule("recall", Kind.REMINDER, (0, 4, 3.5, 0.5, 0),
         mark("It calls itself a reminder: “{quote}”")),
    Rule("credit", Kind.CREDIT_NOTE, (3, 5, 5, 3, 1),
         mark("It gives money back: “{quote}”")),
    Rule("demand", Kind.TO_PAY, (1, 2.5, 2, 2, 2),
         mark("It asks to be paid: “{quote}”")),
    Rule("invoice", Kind.TO_PAY, (1, 1, 1.5, 0.5, 0.5),
         mark("It calls itself a bill: “{quote}”")),
    Rule("quote", Kind.OTHER, (2, 5, 5, 2, 0.5),
         mark("It is a quote, not a bill: “{quote}”")),
    Rule("order", Kind.OTHER, (1, 3, 3, 1.5, 0),
         mark("It is about an order: “{quote}”")),
    Rule("delivery", Kind.OTHER, (2, 3.5, 1, 2, 0),
         mark("It is about a delivery: “{quote}”")),
    Rule("payslip", Kind.OTHER, (6, 6, 7, 4, 3),
         mark("It is a payslip: “{quote}”")),
    Rule("statement", Kind.OTHER, (2, 4, 2, 3, 1),
         mark("It is an account statement: “{quote}”")),
    Rule("terms", Kind.OTHER, (0, 3, 5, 0, 0),
         mark("It is a contract or its terms: “{quote}”")),
    Rule("benefit", Kind.OTHER, (0, 5.5, 2, 3.5, 0),
         mark("It is about money you receive: “{quote}”")),
    Rule("code", Kind.OTHER, (4, 6, 3, 3, 0),
         mark("It is about signing in: “{quote}”")),
    Rule("offer", Kind.OTHER, (0, 4, 0.5, 1.5, 0),
         mark("It advertises: “{quote}”")),
    Rule("renewal_form", Kind.OTHER, (0, 3, 3, 2, 2.5),
         mark("It offers something to order: “{quote}”")),
    Rule("survey", Kind.OTHER, (0, 3.5, 0, 1, 0),
         mark("It asks for an opinion: “{quote}”")),
    Rule("news", Kind.OTHER, (0, 1, 0, 1, 0),
         mark("It is sent to a list: “{quote}”")),
)  # fmt: skip
