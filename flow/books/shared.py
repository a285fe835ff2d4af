"""The expenses of a household in the manner of Splitwise: given out, and those of others taken in."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.household.postings import bills, repayments
from flow.household.rights import Actor, members_of, name_key, note
from models.errors.books import MembersUnknown
from models.errors.shares import NamedTwice
from models.money import Money
from models.tables import Bill, BillSplit, Household, Role, TakenIn, TakenPart
from pay.books.cells import seen
from pay.books.expenses import PAYMENT, Expense, SharedBook
from pay.people import Person
from pay.postings import Repayment, SharedBill


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows of a file were new and known."""

    new: int
    known: int


def shared_book(session: Session, actor: Actor, since: date | None = None) -> SharedBook:
    """Everything that counts in the household's balances, in order of its days.

    What the members gave beyond their shares adds up to what pay.balances says of each.
    """
    names = {Person(id_): member.name for id_, member in members_of(session, actor).items()}
    found = [
        *_bills(session, actor, names), *_taken(session, actor, names), *_payments(session, actor, names),
    ]  # fmt: skip
    kept = (one for one in found if since is None or one.on >= since)
    return SharedBook(tuple(names.values()), tuple(sorted(kept, key=lambda one: one.on)))


def _bills(session: Session, actor: Actor, names: Mapping[Person, str]) -> Iterable[Expense]:
    house = actor.household_id
    counted = list(bills(session, house, BillSplit.counted_on.is_not(None)))
    query = select(Bill).where(Bill.id.in_([one.number for one in counted]))
    told = {bill.id: bill for bill in session.scalars(query)}
    for one in counted:
        bill = told[one.number]
        words = " ".join(filter(None, (bill.biller, bill.number))) or f"{one.number}"
        yield _expense(one, words, bill.category.value, names)


def _taken(session: Session, actor: Actor, names: Mapping[Person, str]) -> Iterable[Expense]:
    """From the rows themselves: one whose nets are all zero is no posting, but it is a row."""
    nets: dict[int, dict[str, int]] = {}
    house = actor.household_id
    parts = select(TakenPart).join(TakenIn, TakenIn.id == TakenPart.taken_in_id)
    for part in session.scalars(parts.where(TakenIn.household_id == house).order_by(TakenPart.id)):
        nets.setdefault(part.taken_in_id, {})[names[Person(part.member_id)]] = part.net_minor
    for row in session.scalars(
        select(TakenIn).where(TakenIn.household_id == house).order_by(TakenIn.id)
    ):
        given = tuple(nets.get(row.id, {}).items())
        yield Expense(row.spent_on, seen(row.description), row.category, row.cost, given)


def _payments(session: Session, actor: Actor, names: Mapping[Person, str]) -> Iterable[Expense]:
    for one in repayments(session, actor.household_id):
        if one.received:
            yield _payment(one, names)


def _payment(one: Repayment, names: Mapping[Person, str]) -> Expense:
    sender, receiver = names[one.sender], names[one.receiver]
    minor = one.amount.minor
    words = f"{sender} → {receiver}"
    return Expense(one.on, words, PAYMENT, one.amount, ((sender, minor), (receiver, -minor)))


def _expense(one: SharedBill, words: str, category: str, names: Mapping[Person, str]) -> Expense:
    counted = one.counted()
    nets = tuple((names[who], minor) for who, minor in sorted(counted.nets().items()) if minor)
    cost = Money(sum(part.minor for part in counted.paid), one.currency)
    return Expense(one.on, seen(words), category, cost, nets)


def take_expenses(
    session: Session, actor: Actor, book: SharedBook, who: Mapping[str, str], digest: str
) -> Taken:
    """Takes in the rows that are not there yet; a row of the house's own, given out before, is there.

    who: member by the file's name for them, where the two differ. digest: of the file, which is kept.
    Raises RightMissing (an approver may), MembersUnknown, NamedTwice.
    """
    actor.must(Role.APPROVER)
    session.get_one(Household, actor.household_id, with_for_update=True)
    people = people_of(session, actor, book.members, who)
    there = _there(session, actor)
    new = [one for one in book.expenses if _is_new(one, people, there)]
    now, placed = datetime.now(UTC), _places(session, actor)
    for one in new:
        print_ = _print(one, people)
        row = TakenIn(
            household_id=actor.household_id, key=f"{print_}-{placed[print_]}", digest=digest,
            spent_on=one.on, description=one.description, category=one.category,
            cost_minor=one.cost.minor, currency=one.cost.currency, created_at=now,
        )  # fmt: skip
        placed[print_] += 1
        session.add(row)
        session.flush()
        session.add_all(
            TakenPart(taken_in_id=row.id, member_id=people[name], net_minor=minor)
            for name, minor in one.nets
        )
    if new:
        detail: dict[str, object] = {"rows": len(new), "digest": digest}
        note(session, actor, "expenses_taken_in", f"household {actor.household_id}", detail)
    return Taken(len(new), len(book.expenses) - len(new))


def people_of(
    session: Session, actor: Actor, names: Sequence[str], who: Mapping[str, str]
) -> dict[str, Person]:
    """The member of each name of a file. Raises MembersUnknown, NamedTwice."""
    members = members_of(session, actor)
    known = {member.name_key: Person(id_) for id_, member in members.items()}
    said = {name_key(name): name_key(member) for name, member in who.items()}
    found = {name: known.get(said.get(name_key(name), name_key(name))) for name in names}
    unknown = [name for name, person in found.items() if person is None]
    if unknown:
        raise MembersUnknown(
            names=", ".join(unknown)[:300], first=unknown[0][:60],
            known=", ".join(member.name for member in members.values()),
        )  # fmt: skip
    people = {name: person for name, person in found.items() if person is not None}
    if len(set(people.values())) < len(people):
        raise NamedTwice
    return people


def _is_new(one: Expense, people: Mapping[str, Person], there: Counter[str]) -> bool:
    """Uses up one equal row that is there: two equal rows of a file are two."""
    print_ = _print(one, people)
    there[print_] -= 1
    return there[print_] < 0


def _there(session: Session, actor: Actor) -> Counter[str]:
    """The rows that are there, counted by what they say."""
    book = shared_book(session, actor)
    members = members_of(session, actor)
    people = {member.name: Person(id_) for id_, member in members.items()}
    return Counter(_print(one, people) for one in book.expenses)


def _places(session: Session, actor: Actor) -> Counter[str]:
    """How many rows with the same words were taken in before."""
    query = select(TakenIn.key).where(TakenIn.household_id == actor.household_id)
    return Counter(key.rpartition("-")[0] for key in session.scalars(query))


def _print(one: Expense, people: Mapping[str, Person]) -> str:
    """What makes a row the same when it comes again; its category may have been changed meanwhile."""
    nets = sorted((people[name], minor) for name, minor in one.nets if minor)
    said = [one.on.isoformat(), one.words, one.cost.minor, one.cost.currency, nets]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
