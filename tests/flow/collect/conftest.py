"""A foyer with a live account, on SQLite or on each kind of database; and one with a test key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.collect.foyer import Foyer, foyer
from tests.flow.order_house import MONDAY
from tests.stripe_fake import stripe_fake


@pytest.fixture
def bare(sqlite_url: str, tmp_path: Path) -> Iterator[Foyer]:
    """Nothing is set up; Stripe takes live keys."""
    with stripe_fake(MONDAY, live=True) as fake, foyer(sqlite_url, tmp_path / "home", fake) as one:
        yield one


@pytest.fixture
def live(bare: Foyer) -> Foyer:
    bare.set_up()
    return bare


@pytest.fixture
def each(database_url: str, tmp_path: Path) -> Iterator[Foyer]:
    with (
        stripe_fake(MONDAY, live=True) as fake,
        foyer(database_url, tmp_path / "home", fake) as one,
    ):
        one.set_up()
        yield one


@pytest.fixture
def trying(sqlite_url: str, tmp_path: Path) -> Iterator[Foyer]:
    """A test key, and Stripe's test mode."""
    with stripe_fake(MONDAY) as fake, foyer(sqlite_url, tmp_path / "home", fake) as one:
        one.set_up(code="")
        yield one
