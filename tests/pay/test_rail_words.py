"""No way of paying stands before a person by the name that scripts use."""

import pytest

from models.errors.household import SettlementHandedOver
from models.errors.orders import AlreadyHandedOver, OrderStopped
from models.errors.problem import Problem
from models.rails import RAIL_WORDS, rail_in
from pay.ways import RAILS


def test_every_way_of_paying_has_a_word() -> None:
    assert set(RAIL_WORDS) == {rail.name for rail in RAILS}
    assert all(rail_in("en", name) != name for name in RAIL_WORDS)


def test_a_way_of_a_later_version_stays_as_it_is() -> None:
    assert rail_in("fr", "carrier-pigeon") == "carrier-pigeon"


@pytest.mark.parametrize("kind", [AlreadyHandedOver, SettlementHandedOver])
def test_a_refusal_names_the_way_in_words_and_keeps_its_name_for_scripts(
    kind: type[Problem],
) -> None:
    problem = kind(id=3, day="2026-12-01", rail="sepa-sheet")
    assert "(payment sheet)" in problem.told("en")
    assert problem.details["rail"] == "sepa-sheet"


def test_a_reason_names_the_way_in_words_too() -> None:
    problem = OrderStopped(why="Its papers may be out ({rail}).", rail="sepa-sheet")
    assert "(payment sheet)" in problem.told("en")
    assert "(fiche de paiement)" in problem.told("fr")
    assert problem.details["rail"] == "sepa-sheet"
