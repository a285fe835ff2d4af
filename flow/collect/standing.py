"""Whether something is being paid by card, so that nobody pays it another way, or here twice."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors.collect import PageDisputed, PageStands
from models.money import Money
from models.tables import Collection, CollectionState, Collector, Settlement


def page_of(session: Session, settlement: Settlement) -> Collection | None:
    """The page at which this settlement may still be paid, or the debit of it that is under way."""
    mine = (Collection.settlement_id == settlement.id, Collection.open_slot == 1)
    return session.scalar(select(Collection).where(*mine).limit(1))


def wanted_back(session: Session, collector: Collector, payer: int, currency: str) -> Money:
    """What the payer's bank took back until a dispute is decided: they may turn out to have paid it."""
    left = func.sum(Collection.amount_minor - Collection.returned_minor)
    mine = (Collection.collector_id == collector.id, Collection.member_id == payer)
    disputed = (Collection.state == CollectionState.DISPUTED, Collection.live.is_(True))
    query = select(left).where(*mine, *disputed, Collection.currency == currency)
    return Money(int(session.scalar(query) or 0), currency)


def disputed_pages(session: Session, household_id: int) -> list[Collection]:
    """Pages of this household whose money a bank wants back, and nothing is decided yet."""
    return [page for page, _ in wanted_in(session, household_id)]


def wanted_in(session: Session, household_id: int) -> list[tuple[Collection, int]]:
    """The same pages, each with the member who collected."""
    query = (
        select(Collection, Collector.member_id)
        .join(Collector, Collector.id == Collection.collector_id)
        .where(Collector.household_id == household_id)
        .where(Collection.state == CollectionState.DISPUTED, Collection.live.is_(True))
        .order_by(Collection.id)
    )
    return [(page, payee) for page, payee in session.execute(query)]


def wanted_from(session: Session, payer: int) -> list[tuple[int, int | None, Money]]:
    """Payee, bill and amount of what this member paid and their bank wants back, undecided so far."""
    query = (
        select(Collection, Collector.member_id)
        .join(Collector, Collector.id == Collection.collector_id)
        .where(Collection.member_id == payer, Collection.live.is_(True))
        .where(Collection.state == CollectionState.DISPUTED)
    )
    return [
        (payee, page.bill_id, Money(page.amount_minor - page.returned_minor, page.currency))
        for page, payee in session.execute(query)
    ]


def must_not_be_collected(session: Session, settlement: Settlement) -> None:
    """Raises PageStands while a page for this settlement may still be paid."""
    row = page_of(session, settlement)
    if row is not None:
        raise stands(row)


def under_way(session: Session, collector: Collector, about: str) -> Collection | None:
    """A page for the same that may still be paid. Raises PageDisputed for one whose money is disputed."""
    mine = (Collection.collector_id == collector.id, Collection.about == about)
    disputed = select(Collection).where(*mine, Collection.state == CollectionState.DISPUTED)
    held = session.scalar(disputed.limit(1))
    if held is not None:
        raise PageDisputed(id=held.id, amount=str(held.amount), currency=held.currency)
    return session.scalar(select(Collection).where(*mine, Collection.open_slot == 1))


def stands(row: Collection) -> PageStands:
    """The problem to raise where this page stands in the way."""
    return PageStands(id=row.id, amount=str(row.amount), currency=row.currency)
