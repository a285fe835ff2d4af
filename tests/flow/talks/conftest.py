"""Fixtures of the tests of talks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.household.conftest import flat, light
from tests.flow.talks.talk_house import TalkHouse, quiet_house, talk_house

__all__ = ["flat", "light"]


@pytest.fixture
def talks(sqlite_url: str, tmp_path: Path) -> Iterator[TalkHouse]:
    """A house that talks, on SQLite."""
    with talk_house(sqlite_url, tmp_path / "home") as house:
        yield house


@pytest.fixture
def each_talks(database_url: str, tmp_path: Path) -> Iterator[TalkHouse]:
    """A house that talks, on each kind of database."""
    with talk_house(database_url, tmp_path / "home") as house:
        yield house


@pytest.fixture
def quiet(sqlite_url: str, tmp_path: Path) -> Iterator[TalkHouse]:
    """A house that sends nothing, on SQLite."""
    with quiet_house(sqlite_url, tmp_path / "home") as house:
        yield house
