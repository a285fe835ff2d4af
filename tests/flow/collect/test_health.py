"""What the doctor says of collecting."""

from dataclasses import replace

import pytest
from cryptography.fernet import Fernet

from flow.collect.health import collecting, ways
from models.errors.store import SecretUnreadable
from models.secrets import Secrets
from pay.rails.stripe.checkout import PROVEN_AGAINST
from tests.flow.collect.foyer import Foyer


def test_the_rail_stands_with_what_it_was_proven_against() -> None:
    assert ("stripe", PROVEN_AGAINST) in ways()


def test_what_could_not_be_settled_is_told_until_it_is(live: Foyer) -> None:
    assert collecting(live.wiring)[0]
    page = live.collect(live.bill())
    live.fake.books.sessions[live.page(page.id)]["amount_total"] = 1
    live.check()
    assert (collecting(live.wiring)[0], live.told(page.id).problem) == (False, "answer_differs")
    live.fake.books.sessions[live.page(page.id)]["amount_total"] = 4500
    live.check()
    assert collecting(live.wiring)[0]


def test_a_key_that_no_longer_opens_is_told(live: Foyer) -> None:
    other = replace(live.wiring, secrets=Secrets(Fernet.generate_key().decode()))
    with pytest.raises(SecretUnreadable):
        collecting(other)
