"""`facteur serve`: a real process on a real socket, from its first word to its end."""

import json
import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from flow.settings import load
from tests.doors.conftest import COMMAND, Facteur
from tests.doors.inside import inside

ADDRESS = "https://bills.example.org"


@dataclass
class Server:
    """A running server; `started` is what it said first."""

    process: subprocess.Popen[bytes]
    started: dict[str, str]

    def get(self, path: str, **headers: str) -> httpx.Response:
        url = f"{self.started['url'].rstrip('/')}{path}"
        return httpx.get(url, headers=headers, trust_env=False, timeout=20)

    def end(self, number: int) -> tuple[int, str]:
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, (out + err).decode()


@contextmanager
def serving(tmp_path: Path, *words: str) -> Iterator[Server]:
    environment = {
        **os.environ, "FACTEUR_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }  # fmt: skip
    process = subprocess.Popen(
        [*COMMAND, "serve", "--json", "--port", "0", *words], cwd=tmp_path, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise AssertionError(process.communicate(timeout=60)[1].decode())
        yield Server(process, json.loads(line))
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Facteur:
    return inside(tmp_path / "home", monkeypatch, capsys)


def test_a_private_link_opens_over_a_wire_and_leaves_no_trace_and_ctrl_c_ends_it(
    here: Facteur, tmp_path: Path
) -> None:
    here("household", "new", "Flat", "--me", "Alice")
    here("household", "add", "Bob")
    with serving(tmp_path, "--address", ADDRESS) as server:
        assert server.started["address"] == f"{ADDRESS}/"
        link = here("household", "link", "Bob", "--json").rows[0]
        assert link["link"] == f"{ADDRESS}/s/{link['secret']}"
        page = server.get(f"/s/{link['secret']}", host="bills.example.org")
        assert page.status_code == 200
        assert "For Bob." in page.text
        assert "strict-transport-security" in page.headers
        assert "server" not in page.headers
        assert server.get("/", host="evil.example").status_code == 400
        assert "secure" in server.get("/").headers["set-cookie"].lower()
        with httpx.Client(trust_env=False, timeout=20) as browser:  # which holds its line
            assert browser.get(server.started["url"]).status_code == 200
            code, said = server.end(signal.SIGINT)
    assert code == 0
    assert "Traceback" not in said
    logged = (tmp_path / "home" / "facteur.log").read_text()
    assert str(link["secret"]) not in said + logged


def test_other_machines_get_in_only_when_it_is_meant(here: Facteur) -> None:
    said = here("serve", "--host", "0.0.0.0")
    assert (said.code, "--exposed" in said.err) == (2, True)
    said = here("serve", "--host", "0.0.0.0", "--exposed")
    assert (said.code, "--address http://NAME:PORT" in said.err) == (2, True)


def test_a_port_or_an_address_that_cannot_be_is_told(here: Facteur, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = here("serve", "--port", str(taken.getsockname()[1]))
    assert said.code == 1
    assert "choose another with --port" in said.err
    assert here("serve", "--port", "70000").code == 2
    said = here("serve", "--host", "no such host", "--exposed", "--address", ADDRESS)
    assert said.code == 1
    said = here("serve", "--address", "bills.example.org")
    assert said.code == 1
    assert "https://bills.example.org" in said.err
    assert load({"FACTEUR_HOME": str(tmp_path / "home")}).web_address == ""


def test_links_lead_to_the_port_of_the_server_that_runs_and_a_killed_one_is_forgotten(
    here: Facteur, tmp_path: Path
) -> None:
    here("household", "new", "Flat", "--me", "Alice")
    here("household", "add", "Bob")
    usual = "http://127.0.0.1:8420/"
    assert usual in here("household", "link", "Bob").out
    with serving(tmp_path) as server, serving(tmp_path) as second:
        url = server.started["url"]
        row = here("household", "link", "Bob", "--json").rows[0]
        assert (row["link"], row["here"]) == (None, f"{url}s/{row['secret']}")
        assert server.get(f"/s/{row['secret']}").status_code == 200
        for words in (("household", "link", "Bob"), ("calendar", "address")):
            assert url in here(*words).out
        assert (tmp_path / "home" / "serving").stat().st_mode & 0o777 == 0o600
        server.end(signal.SIGKILL)
        assert usual in here("household", "link", "Bob").out
        second.end(signal.SIGTERM)


def test_a_link_is_told_as_a_path_until_the_address_is_known(here: Facteur) -> None:
    here("household", "new", "Flat", "--me", "Alice")
    here("household", "add", "Bob")
    said = here("household", "link", "Bob")
    assert "/s/" in said.out
    assert "facteur serve --address" in said.out
    whole = here("household", "link", "Bob", FACTEUR_WEB_ADDRESS=f"{ADDRESS}/").out
    assert f"{ADDRESS}/s/" in whole
    assert "facteur serve" not in whole
    assert here("household", "link", "Bob", "7").code == 1
    assert here("household", "link", "Bob", "9" * 15).code == 1
    assert here("household", "link", "Bob", "x").code == 2
