"""Who has which part, as a person types it: "alice=2,bob=1", "alice,bob"."""

import re
from decimal import Decimal

from sqlalchemy.orm import Session

from cli.entries import amount_of
from cli.output import Out
from flow.household.rights import Actor, member_called
from models.errors.values import UsageWrong
from models.money import Money
from models.words import mark
from pay.people import Person

_NUMBER = re.compile(r"\d{1,10}(?:\.\d{1,6})?")
_MOST_SIGNS = 50_000


def named_people(session: Session, actor: Actor, text: str) -> tuple[Person, ...]:
    """The people of "alice,bob". Raises MemberUnknown."""
    names = [name for name in text[:_MOST_SIGNS].split(",") if name.strip()]
    return tuple(Person(member_called(session, actor, name).id) for name in names)


def weighed_people(
    out: Out, session: Session, actor: Actor, text: str
) -> tuple[tuple[Person, Decimal], ...]:
    """The people and numbers of "alice=2,bob=1.5". Raises MemberUnknown, UsageWrong."""
    found = []
    for name, written in _pairs(text):
        if written is None or not _NUMBER.fullmatch(written):
            raise _unclear(out, f"{name}={written or ''}")
        found.append((Person(member_called(session, actor, name).id), Decimal(written)))
    return tuple(found)


def paid_people(out: Out, text: str, currency: str) -> tuple[tuple[str, Money | None], ...]:
    """The names and amounts of "alice=40.00,bob"; None: what is left. Raises UsageWrong, AmountInvalid."""
    found: list[tuple[str, Money | None]] = []
    for name, written in _pairs(text):
        amount = amount_of(out, written) if written is not None else None
        found.append((name, None if amount is None else Money.of(amount, currency)))
    if not found:
        raise UsageWrong(why=out.words(mark("Say who paid, as alice or alice=40,bob; or none.")))
    return tuple(found)


def _pairs(text: str) -> list[tuple[str, str | None]]:
    pairs = (one.partition("=") for one in text[:_MOST_SIGNS].split(",") if one.strip())
    return [(name.strip(), value.strip() if sign else None) for name, sign, value in pairs]


def _unclear(out: Out, text: str) -> UsageWrong:
    words = mark("“{text}” is no part: write names and numbers as alice=2,bob=1.")
    return UsageWrong(why=out.words(words, text=text[:80]))
