"""`python -m bench.poller [messages]`: the poller beside a bare imaplib fetch of the same mailbox.

Needs Dovecot 2.3 (apt-get install dovecot-imapd). Each figure comes from a process of its own; the
server runs beside it on loopback, so read the ratios.
"""

import imaplib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.mailbox import synthetic
from flow.receive import receive_account
from inbox.connect import Login, Password, open_session
from inbox.fetch import fetch_bodies, fetch_headers
from inbox.uids import uids_between
from models.security import Security
from tests.dovecot import Dovecot, running, why_not
from tests.dovecot_conf import PASSWORD
from tests.flow.house import add_account, wiring_at

MESSAGES = 8_000
ROUNDS = 3
_BATCH = 100


def bare_imaplib(login: Login) -> None:
    """The yardstick: every body with the standard library, 100 a command, received and dropped."""
    client = imaplib.IMAP4(login.host, login.port)
    client.login(login.user, login.secret.value)
    client.select("INBOX", readonly=True)
    uids = client.uid("SEARCH", "ALL")[1][0].split()
    for start in range(0, len(uids), _BATCH):
        client.uid("FETCH", b",".join(uids[start : start + _BATCH]).decode(), "(BODY.PEEK[])")
    client.logout()


def headers_only(login: Login) -> None:
    """Our first pass: size, date and raw header of every message."""
    with open_session(login) as session:
        opened = session.open("INBOX")
        uids = uids_between(session, 1, opened.uidnext - 1)
        assert sum(len(batch.found) for batch in fetch_headers(session, uids)) == len(uids)


def poller_imap(login: Login) -> None:
    """Headers, then every body, received and dropped."""
    with open_session(login) as session:
        opened = session.open("INBOX")
        uids = uids_between(session, 1, opened.uidnext - 1)
        count = 0
        for headers in fetch_headers(session, uids):
            sizes = [(header.uid, header.size) for header in headers.found.values()]
            count += sum(len(batch.found) for batch in fetch_bodies(session, sizes))
        assert count == opened.messages


def poller_stored(login: Login) -> None:
    """The whole of it: originals on the disk (fsync), rows and cursor committed a batch."""
    with tempfile.TemporaryDirectory() as folder, wiring_at(Path(folder)) as wiring:
        account_id = add_account(wiring, login)
        assert receive_account(wiring, account_id, enqueue=lambda *_: None).new


MEASURES: dict[str, Callable[[Login], None]] = {
    "bare imaplib, bodies": bare_imaplib,
    "headers only": headers_only,
    "poller, received": poller_imap,
    "poller, stored": poller_stored,
}


def run(messages: int = MESSAGES) -> dict[str, dict[str, float]]:
    """Seconds, CPU seconds and peak MB by what was measured, the best of three rounds.

    "a quarter" repeats the whole with a quarter of the mailbox: the memory should be the same.
    """
    with running() as server:
        server.seed("bench", synthetic(messages))
        server.seed("quarter", synthetic(messages // 4))
        figures = {
            name: _best(server, name, "bench", 1 if "stored" in name else ROUNDS)
            for name in MEASURES
        }
        figures["poller, stored, a quarter"] = _best(server, "poller, stored", "quarter", 1)
    bare = figures["bare imaplib, bodies"]["seconds"]
    for row in figures.values():
        row["times bare"] = round(row["seconds"] / bare, 2)
    return figures


def _best(server: Dovecot, name: str, user: str, rounds: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.poller", "--measure", name, str(server.port), user]
    found: list[dict[str, float]] = []
    for _ in range(rounds):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout))
    return min(found, key=lambda one: one["seconds"])


def _peak_mb() -> int:
    """Of this process alone: ru_maxrss would be inherited from the one that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def _measure(name: str, port: int, user: str) -> None:
    login = Login("b@example.org", "127.0.0.1", port, Security.PLAIN, user, Password(PASSWORD))
    began, cpu = time.perf_counter(), time.process_time()
    MEASURES[name](login)
    figures = {
        "seconds": round(time.perf_counter() - began, 2),
        "CPU seconds": round(time.process_time() - cpu, 2),
        "peak MB": _peak_mb(),
    }
    print(json.dumps(figures))


def main() -> int:
    """Print the table; 2 where no server can be started."""
    if "--measure" in sys.argv:
        _, _, name, port, user = sys.argv
        _measure(name, int(port), user)
        return 0
    if why_not():
        print(f"\n## Poller\n\nNot measured: {why_not()}.")
        return 2
    messages = int(sys.argv[1]) if sys.argv[1:] else MESSAGES
    print(f"\n## Poller, {messages} messages of 80 kB on average, loopback\n")
    print("| what | seconds | CPU seconds | peak MB | times bare |\n|---|---:|---:|---:|---:|")
    for name, row in run(messages).items():
        cells = (row["seconds"], row["CPU seconds"], int(row["peak MB"]), row["times bare"])
        print(f"| {name} | " + " | ".join(map(str, cells)) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
