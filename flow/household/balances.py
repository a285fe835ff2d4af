"""Who stands how, who should send what to whom, and the order that does it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from flow.collect.standing import wanted_in
from flow.household.postings import only_announced, summed
from flow.household.rights import Actor
from models.iban import Iban
from models.order import Order, Payee
from models.reference import CreditorReference
from models.tables import Member, Settlement
from pay.balances import PersonBalance, balances, to_settle
from pay.beyond import beyond, within
from pay.debts import as_owed
from pay.held import held_back
from pay.people import Person
from pay.postings import Repayment
from pay.transfers import Transfer, fewest


def standing(session: Session, actor: Actor) -> tuple[PersonBalance, ...]:
    """Everybody's balance by currency."""
    return balances(summed(session, actor.household_id))


def proposed(session: Session, actor: Actor, *, direct: bool = False) -> tuple[Transfer, ...]:
    """The fewest transfers that settle everything, or with `direct` who owes whom really.

    What is announced or sent already is not proposed again, and nobody is asked for what is announced
    beyond what is owed: it may never be sent. Money of a page that a bank wants back is held out until
    that is decided: it may turn out to be paid. So is a share that was paid back and is disputed since.
    """
    return overview(session, actor, direct=direct).proposed


@dataclass(frozen=True, slots=True)
class Overview:
    """Everybody's balance, and the transfers that would settle what is left."""

    standing: tuple[PersonBalance, ...]
    proposed: tuple[Transfer, ...]


def overview(session: Session, actor: Actor, *, direct: bool = False) -> Overview:
    """What a page of balances shows, its bills read once."""
    postings = summed(session, actor.household_id)
    now = balances(postings)
    expected = [
        *only_announced(session, actor.household_id),
        *_wanted_back(session, actor.household_id),
    ]
    waiting = within(expected, beyond(postings, expected))
    after = [*postings, *waiting]
    after += held_back(after, direct=direct)
    if direct:
        return Overview(now, as_owed(after))
    return Overview(now, fewest(to_settle(balances(after) if len(after) > len(postings) else now)))


def _wanted_back(session: Session, household_id: int) -> list[Repayment]:
    """What payers' banks want back, as if it were underway; numbered below zero, as no settlement is."""
    return [
        Repayment(
            -page.id,
            page.created_at.date(),
            Person(page.member_id),
            Person(payee),
            left,
            received=False,
        )
        for page, payee in wanted_in(session, household_id)
        if (left := page.amount - page.returned).minor > 0
    ]


def order_of(session: Session, row: Settlement, on: date) -> Order:
    """The order that pays a settlement, for any rail. Raises OrderInvalid, IbanInvalid."""
    receiver = session.get_one(Member, row.receiver_id)
    payee = Payee(receiver.name, Iban(receiver.iban) if receiver.iban else None)
    return Order(
        key=row.key, bill=f"settlement-{row.id}", amount=row.amount, payee=payee,
        reference=CreditorReference(row.reference), on=on, made_at=row.created_at,
    )  # fmt: skip
