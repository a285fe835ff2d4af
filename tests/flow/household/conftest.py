"""A flat on each kind of database."""

import pytest
from sqlalchemy.engine import Engine

from tests.flow.household.flat import Flat
from tests.flow.household.flat import flat as made


@pytest.fixture
def flat(engine: Engine) -> Flat:
    return made(engine)
