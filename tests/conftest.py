"""What every test may ask for."""

import time
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

from tests.doors.forked import forks
from tests.dovecot import dovecot
from tests.postgres import (
    cluster,
    database_url,
    engine,
    migrated_file,
    postgresql_url,
    sqlite_url,
)

__all__ = [
    "cluster",
    "database_url",
    "dovecot",
    "engine",
    "forks",
    "migrated_file",
    "postgresql_url",
    "sqlite_url",
]

# A law holds on a busy machine too: how long examples take is measured by `bench/`, not here.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """`cpu_seconds(n)`: a bound on the work that holds on a busy machine too."""
    began = time.process_time()
    result = yield
    for marker in item.iter_markers("cpu_seconds"):
        spent = time.process_time() - began
        assert spent < marker.args[0], f"{spent:.1f} s of processor time"
    return result
