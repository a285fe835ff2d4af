"""Votes for a kind: each rule gives points to one kind with its reason; the sum decides.

The points were set by hand: what a document or its reader says weighs more than words of the mail,
the head of a page more than its depths. `bench/classify.py` shows what they reach by family.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from classify.evidence import MONEY_SIGNS, ZONES, Evidence, Zone
from classify.points import RULES
from models.verdict import Because, Kind
from models.words import mark


@dataclass(frozen=True, slots=True)
class Vote:
    """`points` for `kind`, and why."""

    kind: Kind
    points: float
    because: Because


_CLEARER = frozenset(Kind) - {Kind.TO_PAY, Kind.OTHER}
_CLEAR = 3.0


def votes(evidence: Evidence) -> tuple[Vote, ...]:
    """Every vote, strongest first."""
    cast = [*_words(evidence), *_papers(evidence), *_portal(evidence), *_mail(evidence)]
    return tuple(sorted(cast, key=lambda v: -v.points))


def tally(cast: tuple[Vote, ...]) -> dict[Kind, float]:
    """Points by kind; every kind is there.

    "To pay" is what a bill is when it says nothing else: a clear word of debit, payment, reminder,
    credit, schedule or portal outdoes any number of amounts, dates and accounts.
    """
    points = {kind: sum(v.points for v in cast if v.kind is kind) for kind in Kind}
    clearest = max(points[kind] for kind in _CLEARER)
    if clearest >= _CLEAR:
        points[Kind.TO_PAY] = min(points[Kind.TO_PAY], clearest - 1)
    return points


_HEARSAY = 1.0
"""Points of a sign that a reader of pages or mails saw and our own words did not."""
_SAID: tuple[Zone, ...] = ("subject", "title", "body")
_PAID = ("paid", "debited", "card_tail")
_SURPASSED: dict[str, tuple[str, ...]] = {
    "order": _PAID,
    "delivery": _PAID,
    "debit": ("failed_debit",),
    "debited": ("debit", "failed_debit"),
    "card_tail": ("debit",),
    "credit": ("benefit",),
    "failed_debit": ("terms",),
    "settled": ("reminder",),
}
"""A sign that counts nothing once a stronger one stands in the mail or at the head of a page."""


def _words(evidence: Evidence) -> Iterator[Vote]:
    for rule in RULES:
        zone = max(
            (z for z in ZONES if (rule.sign, z) in evidence.seen),
            key=lambda z: rule.points[ZONES.index(z)],
            default=None,
        )
        if rule.sign == "terms" and evidence.has("invoice", "subject", "title"):
            continue  # a bill with its terms behind it
        if rule.sign in _SURPASSED and any(evidence.has(s, *_SAID) for s in _SURPASSED[rule.sign]):
            continue
        if zone and (points := rule.points[ZONES.index(zone)]):
            quote = evidence.seen[rule.sign, zone]
            if zone == "reading" and not evidence.exact:
                points = _HEARSAY
            yield Vote(rule.kind, points, Because(rule.sentence, quote))


def _papers(evidence: Evidence) -> Iterator[Vote]:
    reading = evidence.reading
    money = reading.amount
    if money and money.value.minor < 0:
        points = 6.0 if evidence.exact or evidence.has("credit", "subject", "title") else 2.0
        yield Vote(
            Kind.CREDIT_NOTE,
            points,
            Because(mark("Its amount is negative: “{quote}”"), money.quote),
        )
    elif money and money.value.minor == 0:
        yield Vote(Kind.RECEIPT, 3, Because(mark("Nothing is left to pay: “{quote}”"), money.quote))
    elif money and (evidence.papers or evidence.alone):
        points = 1.0 + bool(reading.number) + 1.5 * evidence.exact
        sentence = mark("A document states an amount: “{quote}”")
        yield Vote(Kind.TO_PAY, points, Because(sentence, money.quote))
    yield from _learned(evidence)
    if reading.payee_iban:
        sentence = mark("It names the account to pay to: “{quote}”")
        yield Vote(Kind.TO_PAY, 1.5, Because(sentence, reading.payee_iban.quote))
    if reading.due_on:
        sentence = mark("It has a due date: “{quote}”")
        yield Vote(Kind.TO_PAY, 1, Because(sentence, reading.due_on.quote))
    yield from _instalments(evidence)


_LEARNED_POINTS, _ASKS_NOTHING = 7.0, 3.5
"""What the learned reader's kind weighs when it is certain; papers that ask for nothing are of so many
sorts that what it never saw looks like one."""
_READS_LIKE = {
    Kind.TO_PAY: mark("It reads like a bill to pay: “{quote}”"),
    Kind.TO_BE_DEBITED: mark("It reads like a bill that is debited by itself: “{quote}”"),
    Kind.RECEIPT: mark("It reads like a receipt: “{quote}”"),
    Kind.CREDIT_NOTE: mark("It reads like a credit note: “{quote}”"),
    Kind.SCHEDULE: mark("It reads like a payment schedule: “{quote}”"),
    Kind.REMINDER: mark("It reads like a reminder: “{quote}”"),
    Kind.ON_PORTAL: mark("It reads like a notice of a bill kept in a portal: “{quote}”"),
    Kind.OTHER: mark("It reads like a paper that asks for nothing: “{quote}”"),
}


def _learned(evidence: Evidence) -> Iterator[Vote]:
    """The kind that the learned reader saw on a page."""
    kind = evidence.reading.kind
    if kind is not None and (evidence.papers or evidence.alone):
        answer = Kind(kind.value)
        weight = _ASKS_NOTHING if answer is Kind.OTHER else _LEARNED_POINTS
        points = weight * kind.confidence
        yield Vote(answer, points, Because(_READS_LIKE[answer], kind.quote))


def _instalments(evidence: Evidence) -> Iterator[Vote]:
    if evidence.has("schedule", "subject", "body") and evidence.has("monthly", "body"):
        sentence = mark("It is to be paid month by month: “{quote}”")
        yield Vote(Kind.SCHEDULE, 3, Because(sentence, evidence.quote("monthly")))
    elif evidence.has("monthly", "body") and not evidence.has("debit"):
        sentence = mark("It is to be paid month by month: “{quote}”")
        yield Vote(Kind.SCHEDULE, 1, Because(sentence, evidence.quote("monthly")))
    if evidence.instalments:
        sentence = mark("It lists the same amount at several dates: “{quote}”")
        yield Vote(Kind.SCHEDULE, 4, Because(sentence, evidence.instalments))


def _mail(evidence: Evidence) -> Iterator[Vote]:
    shown = (evidence.papers or evidence.alone) and evidence.amounts
    points = 1.5 if shown else 2
    yield Vote(Kind.OTHER, points, Because(mark("Nothing in it clearly asks for money.")))
    if not evidence.papers and not evidence.alone:
        yield from _bare_mail(evidence)
    if not any(evidence.has(sign) for sign in MONEY_SIGNS) and not (
        evidence.exact or evidence.instalments
    ):
        yield Vote(Kind.OTHER, 2, Because(mark("It never speaks of a bill.")))


def _bare_mail(evidence: Evidence) -> Iterator[Vote]:
    """A mail without document: a portal notice, or words."""
    reading = evidence.reading
    if not evidence.amounts and not evidence.has("waits") and not evidence.has("paid", "subject"):
        yield Vote(Kind.OTHER, 3, Because(mark("It names no amount.")))
    elif reading.amount and (reading.number or reading.due_on):
        sentence = mark("The mail itself states the amount: “{quote}”")
        yield Vote(Kind.TO_PAY, 1, Because(sentence, reading.amount.quote))
    if (
        evidence.amounts
        and evidence.has("invoice", "subject")
        and not evidence.has("offer", "subject")
    ):
        sentence = mark("Its subject names a bill: “{quote}”")
        yield Vote(Kind.TO_PAY, 1, Because(sentence, evidence.subject.shown[:160]))
    if evidence.mail and evidence.mail.bulk:
        yield Vote(Kind.OTHER, 1, Because(mark("Its headers say it was sent to a list.")))


def _portal(evidence: Evidence) -> Iterator[Vote]:
    """With a document in hand only the document itself can send the person elsewhere."""
    zones: tuple[Zone, ...] = ("title", "page") if evidence.papers or evidence.alone else ZONES
    zone = next((z for z in zones if ("waits", z) in evidence.seen), None)
    if (
        evidence.has("statement", *_SAID)
        and not evidence.has("demand")
        and not evidence.has("debit")
    ):
        return
    if zone:
        points = 3.5 + 1.0 * (zone == "subject") + 1.0 * evidence.has("portal", *zones)
        told = (
            evidence.amounts
            and evidence.has("deadline")
            and not evidence.has("waits_there", *zones)
        )
        if told or evidence.has("debit", *_SAID):
            points = 2.0
        sentence = mark("The bill waits in the biller's portal: “{quote}”")
        yield Vote(Kind.ON_PORTAL, points, Because(sentence, evidence.seen["waits", zone]))
    elif evidence.has("portal", *zones) and evidence.has("invoice", "subject", "title"):
        sentence = mark("It sends you to the biller's portal: “{quote}”")
        yield Vote(Kind.ON_PORTAL, 2.5, Because(sentence, evidence.quote("portal")))
