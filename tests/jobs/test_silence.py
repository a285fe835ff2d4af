"""The job engine speaks to nobody: no console, no telemetry, no look-up of a name."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("verb", ["start and work", "look"])
def test_nothing_leaves_the_machine(sqlite_url: str, tmp_path: Path, verb: str) -> None:
    """An audit hook sees every connection and every look-up of a name, whoever asks for it."""
    program = f"""
        import sys
        from pathlib import Path

        def hook(event, arguments):
            if event in {{"socket.connect", "socket.getaddrinfo", "socket.sendto"}}:
                sys.stderr.write(f"{{event}} {{arguments}}")
                sys.stderr.flush()
                __import__("os")._exit(3)

        sys.addaudithook(hook)
        from jobs import engine
        from jobs.road import Road
        from jobs.worker import Worker

        url, done = {sqlite_url!r}, lambda _id: "done"
        if {verb!r} == "look":
            engine.prepare(url)
            with engine.client(url) as client:
                client.list_workflows()
        else:
            with Worker(url, Path({str(tmp_path)!r}), Road(done, done, done, done)) as worker:
                assert worker.drain(10)
    """
    child = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert (child.returncode, child.stderr) == (0, "")
