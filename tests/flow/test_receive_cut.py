"""Connections that are cut anywhere: every mail arrives once, none is lost, none is twice."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from flow.filing import queue_filing, run_filings
from inbox import fetch
from models.errors.problem import Problem
from models.tables import Account, Filing, FilingState, Quarantine
from tests.cutting_proxy import cutting_proxy
from tests.dovecot import Dovecot
from tests.flow.house import House, house
from tests.mails import mails


def _try(home: House) -> bool:
    """One visit; whether it came through. No cut may look like a refused password."""
    met: list[Problem] = []
    try:
        home.receive()
        run_filings(home.wiring, home.account_id)
    except Problem as problem:
        met.append(problem)
    assert not any(problem.permanent for problem in met), met
    return not met


def _no_waiting(home: House) -> None:
    with home.session() as session, session.begin():
        session.execute(
            update(Quarantine)
            .where(Quarantine.released_at.is_(None))
            .values(next_try=datetime.now(UTC))
        )
        session.execute(update(Account).values(wait_until=None, failures=0, failed_code=None))


@pytest.mark.parametrize("most", [1_500, 4_000, 60_000])
def test_cut_anywhere_each_mail_arrives_once(
    dovecot: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(fetch, "BODY_BATCH", 20)
    user = f"cut{most}"
    sent = mails(120, size=800)
    dovecot.seed(user, sent)
    with (
        cutting_proxy(dovecot.port, seed=most) as proxy,
        house(tmp_path, replace(dovecot.login(user), port=proxy.port)) as home,
    ):
        proxy.most = most
        for _ in range(25):
            _try(home)
            _no_waiting(home)
        proxy.most = 0
        assert _try(home)
        assert proxy.cuts >= 3
        assert Counter(home.stored()["INBOX"]) == Counter(sent)
        assert len(home.jobs) == len(set(home.jobs)) == len(home.messages()) == 120


def test_cut_while_filing_no_mail_is_doubled_or_lost(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = mails(40)
    dovecot.seed("cutfile", sent)
    with (
        cutting_proxy(dovecot.port, seed=5) as proxy,
        house(tmp_path, replace(dovecot.login("cutfile"), port=proxy.port)) as home,
    ):
        home.receive()
        with home.session() as session, session.begin():
            for number in home.messages():
                queue_filing(session, number, "Factures/Énergie")
        proxy.most = 4_000
        for _ in range(40):
            _try(home)
            _no_waiting(home)
        proxy.most = 0
        assert _try(home)
        with home.session() as session:
            states = {row.state for row in session.query(Filing)}
        assert states == {FilingState.DONE}
        assert Counter(home.stored()["Factures/Énergie"]) == Counter(sent)
        assert dovecot.contents("cutfile").keys() == {"Factures/Énergie"}
        assert Counter(dovecot.contents("cutfile")["Factures/Énergie"]) == Counter(sent)
