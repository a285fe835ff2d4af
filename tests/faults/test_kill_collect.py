"""kill -9 at every boundary of a collection: one page, one charge, one refund; the accounts are exact."""

import os
from pathlib import Path

import pytest
from sqlalchemy import select

from models.journal import verify
from models.tables import Collection, CollectionState
from tests.faults.forks import Rough, rough
from tests.flow.collect.foyer import Foyer, foyer
from tests.flow.order_house import MONDAY
from tests.jobs.steps import until
from tests.stripe_fake import stripe_fake

KILLS = int(os.environ.get("COLLECT_KILLS", "10"))
"""On each database; a whole count is 100."""
SHARE = 0.2


def collected(one: Foyer, bill: int) -> Collection:
    """The bill's only collection."""
    with one.flat.session() as session:
        session.expire_on_commit = False
        return session.scalars(select(Collection).where(Collection.bill_id == bill)).one()


def pages_of(one: Foyer, key: str) -> list[str]:
    """The pages at Stripe that were made for a collection."""
    pages = list(one.fake.books.sessions.values())
    return [page["id"] for page in pages if page["client_reference_id"] == key]


def collect_and_pay(one: Foyer, killed: Rough, *, back: bool) -> None:
    """One share from the link to the accounts, and back."""
    bill = one.bill("90.00")
    killed.until_done("collect", bill)
    key = collected(one, bill).key
    until(lambda: bool(pages_of(one, key)))  # a killed try's call may still be under way
    (page,) = pages_of(one, key)
    one.fake.people.pay_by_card(page)
    killed.until_done("check", 0)
    number = collected(one, bill).id
    if back:
        killed.until_done("refund", number)
        killed.until_done("check", 0)
    row = collected(one, bill)
    assert len(one.fake.charges_of(key)) == 1
    assert (row.state, row.counted_minor) == (
        (CollectionState.RETURNED, 0) if back else (CollectionState.PAID, 4500)
    )


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_collection_killed_anywhere_charges_once(database_url: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with stripe_fake(MONDAY, live=True) as fake, foyer(database_url, home, fake) as one:
        one.set_up()
        rounds = backs = 0
        given = (database_url, home, fake.base, one.secret, SHARE)
        with rough("tests.faults.collecting", *given) as killed:
            while killed.kills < KILLS:
                back = rounds % 2 == 1
                collect_and_pay(one, killed, back=back)
                rounds, backs = rounds + 1, backs + back
        assert len(fake.books.sessions) == len(fake.books.charges) == rounds
        assert len(fake.books.refunds) == backs
        came = one.settlements().count(("Bob", "45.00", "received"))
        went = one.settlements().count(("Alice", "45.00", "received"))
        assert (came, went, len(one.settlements())) == (rounds, backs, rounds + backs)
        with one.flat.session() as session:
            verify(session)
