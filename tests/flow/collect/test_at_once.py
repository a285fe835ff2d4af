"""Many at once: one page, one charge, one line in the accounts; the newest answer stays."""

import threading
from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import func, select

from flow.checkpoints import listeners
from flow.collect.account import collector_of, open_rail
from flow.collect.look import look
from models.journal import verify
from models.tables import Collection, CollectionState, HeardNotice
from tests.flow.collect.foyer import Foyer


def together(works: Sequence[Callable[[], object]]) -> None:
    """Runs all of them at the same moment; what one raises, the test raises."""
    gate, failures = threading.Barrier(len(works)), list[BaseException]()

    def run(work: Callable[[], object]) -> None:
        gate.wait()
        try:
            work()
        except BaseException as failure:  # noqa: BLE001 - raised below
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def test_poll_and_webhook_at_once_count_once(each: Foyer) -> None:
    each.webhook()
    for _ in range(2):
        page = each.collect(each.bill())
        each.fake.people.pay_by_card(each.page(page.id))
        event = each.fake.books.events[-1]
        together([each.check, partial(each.hear, event)] * 3)
    assert each.settlements() == [("Bob", "45.00", "received")] * 2
    assert each.owed() == "0.00"
    with each.flat.session() as session:
        verify(session)
        assert session.scalar(select(func.count()).select_from(HeardNotice)) == 2
    for number in (1, 2):
        assert each.flat.lines(f"collection {number}").count("collection_paid") == 1


def test_many_who_ask_at_once_get_one_page(each: Foyer) -> None:
    bill = each.bill()
    together([lambda: each.collect(bill)] * 6)
    each.check()
    each.later(minutes=5)
    each.check()
    assert len(each.fake.books.sessions) == 1
    with each.flat.session() as session:
        (row,) = session.scalars(select(Collection))
        assert row.state is CollectionState.OPEN
    assert each.settlements() == [("Bob", "45.00", "announced")]


def test_many_refunds_at_once_give_back_once(each: Foyer) -> None:
    page = each.collect(each.bill())
    each.fake.people.pay_by_card(each.page(page.id))
    each.check()
    each.fake.thinks = 0.05
    together([partial(each.return_again, page.id, code) for code in each.recovery[:4]])
    each.check()
    assert len(each.fake.books.refunds) == 1
    assert each.owed() == "45.00"


def test_an_older_answer_never_replaces_a_newer_one(live: Foyer) -> None:
    """A poll asks, and while its answer is on the way the payer pays and a second poll writes that."""
    page = live.collect(live.bill())
    with live.flat.session() as session:
        collector = collector_of(session, live.flat.alice.household_id)
        rail = open_rail(live.wiring, collector)
    passed: list[str] = []

    def meanwhile(point: str) -> None:
        passed.append(point)
        if point == "collect_looked" and passed.count(point) == 1:
            live.fake.people.pay_by_card(live.page(page.id))
            live.check()

    listeners.append(meanwhile)
    try:
        with rail:
            look(live.wiring, rail, page.id, live.now)
    finally:
        listeners.remove(meanwhile)
    assert passed.count("collect_looked") == 3
    assert live.told(page.id).state is CollectionState.PAID
    assert live.owed() == "0.00"
