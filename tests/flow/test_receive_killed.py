"""Killed with SIGKILL at random steps: no mail lost, none twice, none in the wrong folder."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.dovecot import Dovecot
from tests.flow.house import House, add_account, wiring_at
from tests.flow.killed_poller import TARGET
from tests.mails import mails

KILLS = 50


def _killed(home: Path, key: str, account_id: int, seed: int, *flags: str) -> int:
    command = [sys.executable, "-m", "tests.flow.killed_poller", str(home), key, str(account_id)]
    done = subprocess.run(
        [*command, str(seed), *flags],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@pytest.mark.parametrize("flags", [(), ("no-move",)], ids=["move", "copy-and-expunge"])
def test_killed_fifty_times_each_mail_is_there_once(
    dovecot: Dovecot, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    user = "killed" + "".join(flags)
    key = Fernet.generate_key().decode()
    sent: list[bytes] = []
    kills = 0
    with wiring_at(tmp_path, key=key) as wiring:
        home = House(wiring, add_account(wiring, dovecot.login(user)))
        with Session(wiring.engine) as session, session.begin():
            session.execute(text("CREATE TABLE test_job (message_id INTEGER)"))
        for seed in range(20):
            fresh = mails(12, name=f"round {seed}")
            dovecot.deliver(*fresh, user=user)
            sent += fresh
            kills += _killed(tmp_path, key, home.account_id, seed, *flags)
            if kills >= KILLS:
                break
        assert kills >= KILLS
        _check(home, dovecot.contents(user), sent)


def _check(home: House, on_server: dict[str, list[bytes]], sent: list[bytes]) -> None:
    numbers = home.messages()
    assert Counter(raw for mails_there in on_server.values() for raw in mails_there) == Counter(
        sent
    )
    assert {name: Counter(there) for name, there in home.stored().items()} == {
        name: Counter(there) for name, there in on_server.items()
    }
    assert len(numbers) == len(sent)
    with home.session() as session:
        jobs = session.scalars(text("SELECT message_id FROM test_job ORDER BY 1")).all()
    assert list(jobs) == numbers, "one job a mail"
    filed = [number for number in numbers if number % 3 == 0]
    assert len(on_server[TARGET]) == len(filed)
