"""A flat on each kind of database, and one on SQLite alone for what no database decides."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Engine

from models.database import open_engine
from tests.flow.household.flat import Flat
from tests.flow.household.flat import flat as made


@pytest.fixture
def flat(engine: Engine) -> Flat:
    return made(engine)


@pytest.fixture
def light(sqlite_url: str) -> Iterator[Flat]:
    engine = open_engine(sqlite_url)
    yield made(engine)
    engine.dispose()
