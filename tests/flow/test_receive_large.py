"""Large mails and many of them: memory stays where it is."""

import subprocess
import sys
from pathlib import Path

from cryptography.fernet import Fernet

from inbox.fetch import MAX_MESSAGE
from tests.dovecot import Dovecot
from tests.flow.house import House, add_account, wiring_at
from tests.mails import mail

_PEAK_MB = 200
_PROGRAM = """
import sys
from pathlib import Path
from flow.receive import receive_account
from tests.flow.house import wiring_at
with wiring_at(Path(sys.argv[1]), key=sys.argv[2]) as wiring:
    got = receive_account(wiring, int(sys.argv[3]), enqueue=lambda *_: None)
# Not ru_maxrss, which a child inherits from the process that started it.
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(got.new, got.quarantined, int(peak) // 1024)
"""


def _mail_of(megabytes: int) -> bytes:
    return mail(f"large {megabytes}", size=2000) + b"x" * 70 * 14_980 * megabytes


def test_forty_megabytes_fit_and_more_stays_on_the_server(dovecot: Dovecot, tmp_path: Path) -> None:
    sent = [mail("small"), _mail_of(14), _mail_of(15), _mail_of(46), _mail_of(60)]
    assert len(sent[3]) < MAX_MESSAGE < len(sent[4])
    dovecot.seed("huge", sent)
    key = Fernet.generate_key().decode()
    with wiring_at(tmp_path, key=key) as wiring:
        home = House(wiring, add_account(wiring, dovecot.login("huge")))
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM, str(tmp_path), key, str(home.account_id)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        new, set_aside, peak = map(int, done.stdout.split())
        assert (new, set_aside) == (4, 1)
        assert sorted(map(len, home.stored()["INBOX"])) == sorted(map(len, sent[:4]))
    assert peak < _PEAK_MB
