"""A worker that runs finds out by itself what was paid."""

import threading
from pathlib import Path

from cli.chores import chores
from jobs.chores import ASK_PROVIDER, SEND_REMINDERS
from jobs.worker import Worker
from models.tables import CollectionState
from tests.flow.collect.foyer import Foyer
from tests.jobs.steps import Steps, until


def test_a_worker_asks_by_itself_what_was_paid(each: Foyer, tmp_path: Path) -> None:
    page = each.collect(each.bill())
    each.fake.people.pay_by_card(each.page(page.id))
    beside = chores(each.wiring)
    try:
        with Worker(each.wiring.settings.url, tmp_path / "workers", Steps().road()) as worker:
            thread = threading.Thread(
                target=worker.run_forever, kwargs={"every": 0.1, "beside": beside}
            )
            thread.start()
            until(lambda: each.told(page.id).state is CollectionState.PAID)
            worker.halt()
            thread.join()
    finally:
        ASK_PROVIDER.forget()
        SEND_REMINDERS.forget()
    assert each.owed() == "0.00"


def test_where_nothing_is_collected_nobody_is_asked(live: Foyer) -> None:
    asked = len(live.fake.calls)
    live.check()
    assert len(live.fake.calls) == asked
