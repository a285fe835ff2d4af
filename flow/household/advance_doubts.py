"""A word about who paid a bill, beside what statements of the household's members show of it."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.holders import person_here
from flow.proven_parts import proven_minor
from models.errors.household import ProvenByAnother
from models.money import Money
from models.tables import PROVES, BankEntry, BankMatch, BankMatchPart, BillSplit, Member
from pay.people import Part, Person


def must_fit_proof(session: Session, split: BillSplit, parts: Iterable[Part]) -> None:
    """Passes unless these parts are money that left another's account. Raises ProvenByAnother.

    What nobody's statement shows anybody may have paid.
    """
    whole, shown = split.amount_minor, _shown(session, split)
    if whole <= 0 or not shown:
        return
    said = {one.person: one.minor for one in parts}
    beyond = sum(max(minor - shown[person], 0) for person, minor in said.items())
    if beyond <= max(whole + proven_minor(session, split.bill_id), 0):
        return
    other = max(shown, key=lambda person: shown[person] - said.get(person, 0))
    raise ProvenByAnother(
        id=split.bill_id, name=session.get_one(Member, other).name,
        amount=str(Money(min(shown[other], whole), split.currency)), currency=split.currency,
    )  # fmt: skip


def _shown(session: Session, split: BillSplit) -> Counter[Person]:
    """Minor units that left the account of each member, by the statements that each brought."""
    query = (
        select(BankEntry.member_id, BankMatchPart.amount_minor)
        .join(BankMatch, BankMatch.entry_id == BankEntry.id)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .where(BankMatchPart.bill_id == split.bill_id, BankMatch.state.in_(PROVES))
    )
    here = person_here(session).member_id
    members = select(Member.id).where(Member.household_id == split.household_id)
    known = set(session.scalars(members))
    found = Counter[Person]()
    for number, minor in session.execute(query):
        holder = here if number is None else number
        if holder in known:
            found[Person(holder)] -= minor
    return +found
