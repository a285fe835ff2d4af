"""A real PostgreSQL of our own for the tests: one cluster a session, one database a test."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from models.database import home_url, open_engine
from models.migrate import upgrade

OWNER = "facteur"
START_SECONDS = 30


@dataclass
class Cluster:
    """A running server on loopback; `url(name)` is the address of one of its databases."""

    port: int
    password: str
    binaries: Path
    folder: Path
    process: subprocess.Popen[bytes]
    databases: int = 0

    def url(self, name: str) -> str:
        return sa.URL.create(
            "postgresql+psycopg",
            username=OWNER,
            password=self.password,
            host="127.0.0.1",
            port=self.port,
            database=name,
        ).render_as_string(hide_password=False)

    def run(self, statement: str) -> None:
        """Runs one statement of administration."""
        address = self.url("postgres").replace("postgresql+psycopg", "postgresql")
        with closing(psycopg.connect(address, autocommit=True)) as connection:
            connection.execute(statement.encode())

    def fresh(self, template: str = "template0") -> str:
        """The address of a new database, a copy of `template`."""
        self.databases += 1
        name = f"test_{self.databases}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def drop(self, url: str) -> None:
        self.run(f"DROP DATABASE IF EXISTS {sa.make_url(url).database} WITH (FORCE)")

    def restart(self) -> None:
        """What a crash of the server looks like to its clients: an immediate stop, then recovery."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(START_SECONDS)
        self.process = _serve(self.binaries, self.folder, self.port)
        _wait_until_up(self)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(START_SECONDS)


def binaries() -> Path | None:
    """The folder that holds initdb and postgres, the newest version first."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).parent if elsewhere else None


def _as_user(*command: str | Path) -> list[str]:
    """The server refuses to run as root, and must not outlive the tests that started it."""
    prefix = ["setpriv", "--pdeathsig", "INT"]
    if os.geteuid() == 0:
        prefix += ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
    return [*prefix, "--", *map(str, command)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _initialise(bin_folder: Path, folder: Path, password: str) -> None:
    password_file = folder / "password"
    password_file.write_text(password)
    if os.geteuid() == 0:
        for path in (folder, password_file):
            shutil.chown(path, "postgres", "postgres")
    options = ["-A", "scram-sha-256", "-U", OWNER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(
        _as_user(
            bin_folder / "initdb", "-D", folder / "data", f"--pwfile={password_file}", *options
        ),
        check=True,
        capture_output=True,
        cwd=folder,
    )


def _serve(bin_folder: Path, folder: Path, port: int) -> subprocess.Popen[bytes]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": port,
        "unix_socket_directories": "",
        "fsync": "off",  # only the machine's own fall would lose anything by it
        "full_page_writes": "off",
        "autovacuum": "off",
        "max_connections": 200,
        "shared_buffers": "128MB",
    }
    options = [text for name, value in settings.items() for text in ("-c", f"{name}={value}")]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            _as_user(bin_folder / "postgres", "-D", folder / "data", *options),
            stdout=log,
            stderr=log,
            cwd=folder,
        )


def _wait_until_up(cluster: Cluster) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            cluster.run("SELECT 1")
        except psycopg.OperationalError:
            if cluster.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((cluster.folder / "log").read_text()[-2000:]) from None
            time.sleep(0.05)
        else:
            return


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The session's server. Skips where none is installed, but fails there when CI=true."""
    bin_folder = binaries()
    if bin_folder is None:
        reason = "no PostgreSQL server found (apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="fpg")))
        password, port = secrets.token_hex(16), _free_port()
        _initialise(bin_folder, folder, password)
        process = _serve(bin_folder, folder, port)
        server = Cluster(port, password, bin_folder, folder, process)
        stack.callback(server.stop)
        _wait_until_up(server)
        server.run("CREATE DATABASE migrated")
        upgrade(server.url("migrated"))
        yield server


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables, to be copied: migrating once costs less than every time."""
    url = home_url(tmp_path_factory.mktemp("migrated"))
    upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return Path(sa.make_url(url).database or "")


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A database of its own in the test's folder, with our tables."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    shutil.copy(migrated_file, home / migrated_file.name)
    return home_url(home)


@pytest.fixture
def postgresql_url(cluster: Cluster) -> Iterator[str]:
    """A PostgreSQL database of the test's own, with our tables."""
    url = cluster.fresh("migrated")
    yield url
    cluster.drop(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database: the test runs once on each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The application's engine on `database_url`."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()
