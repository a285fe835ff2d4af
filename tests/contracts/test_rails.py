"""What every rail keeps, whatever the order. A new rail in RAILS is tested by being there."""

import builtins
import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings

from models.errors.orders import RailRefused
from models.iban import Iban
from models.money import Money
from models.order import Order
from models.reference import reference_of
from pay.mandate import Mandate
from pay.rail import Artefact, Handover, Proof, Rail
from pay.ways import RAILS
from tests.pay.orders import (
    BRAZILIAN,
    FRENCH,
    OGM,
    RF,
    handover,
    hostile,
    order,
    payee,
    swiss_order,
)

every_rail = pytest.mark.parametrize("rail", RAILS, ids=lambda rail: rail.name)
FULL = handover(
    link="https://pay.example.fr/f/2031",
    known_hosts=frozenset({"pay.example.fr"}),
    mandate=Mandate("FR72ZZZ123456", "RUM-0001"),
    proof=Proof("receipt.jpg", b"\xff\xd8\xff"),
)
ORDERS = (
    order(),
    order(reference=reference_of(RF), due_on=order().on, instant=True),
    order(reference=reference_of(OGM)),
    order(reference=None, payee=payee(iban=None)),
    order(payee=payee(iban=BRAZILIAN)),
    order(amount=Money(84_20, "USD")),
    swiss_order(),
)
_BLANK = re.compile(r"\{(\w+)\}")


@pytest.fixture(autouse=True)
def _no_world(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No network, and nothing written: an artefact is values."""
    real = builtins.open

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a rail left its room")

    def reading(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        assert not set(mode) & set("wax+"), "a rail wrote to the disk"
        return real(file, mode, *rest, **more)

    with monkeypatch.context() as patched:
        patched.setattr(socket, "socket", refuse)
        patched.setattr(builtins, "open", reading)
        patched.setattr(Path, "write_bytes", refuse)
        patched.setattr(Path, "write_text", refuse)
        yield


def keeps_the_contract(rail: Rail, made: Artefact) -> None:
    assert made.rail == rail.name
    for told in (made.next_step, *made.notes, *(line.label for line in made.copy)):
        assert told.told("en")
        assert set(_BLANK.findall(told.sentence)) <= {name for name, _ in told.details}
        assert len(told.told("en").splitlines()) == 1
    for line in made.copy:
        assert len(line.shown.splitlines()) == len(line.copied.splitlines()) == 1
    for file in made.files:
        assert re.fullmatch(r"[^/\\.][^/\\]*", file.name)
        assert file.digest == sha256(file.data).hexdigest()
        assert file.data


def test_names_are_different_and_every_rail_says_what_it_was_tried_on() -> None:
    assert len({rail.name for rail in RAILS}) == len(RAILS)
    assert all(rail.proven_against for rail in RAILS)


@every_rail
def test_it_takes_an_everyday_order(rail: Rail) -> None:
    assert rail.refuses(order(), FULL) is None
    keeps_the_contract(rail, rail.prepare([order()], FULL))


@every_rail
@pytest.mark.parametrize("one", ORDERS, ids=range(len(ORDERS)))
def test_it_prepares_what_it_takes_and_says_why_it_refuses_the_rest(rail: Rail, one: Order) -> None:
    why = rail.refuses(one, FULL)
    if why is None:
        keeps_the_contract(rail, rail.prepare([one], FULL))
        return
    with pytest.raises(RailRefused) as refused:
        rail.prepare([one], FULL)
    assert refused.value.details["why"] == why.sentence
    assert set(_BLANK.findall(why.sentence)) <= refused.value.details.keys()


@every_rail
def test_it_answers_in_the_persons_language_with_the_same_values(rail: Rail) -> None:
    english, french = (rail.prepare([order()], replace(FULL, lang=lang)) for lang in ("en", "fr"))
    assert [line.label for line in english.copy] == [line.label for line in french.copy]
    assert [file.name for file in english.files] == [file.name for file in french.files]


@every_rail
def test_the_same_order_makes_the_same_bytes(rail: Rail) -> None:
    assert rail.prepare([order()], FULL) == rail.prepare([order()], FULL)


@every_rail
def test_none_too_many_and_the_same_twice_are_refused(rail: Rail) -> None:
    many = [order(key=f"order{number:08d}") for number in range(rail.most_orders + 1)]
    for orders in ([], many, [order(), order()]):
        with pytest.raises(RailRefused):
            rail.prepare(orders, FULL)


@every_rail
def test_without_anything_beside_the_order_it_prepares_or_says_why(rail: Rail) -> None:
    bare = Handover("en", FULL.now)
    if rail.refuses(order(), bare) is None:
        keeps_the_contract(rail, rail.prepare([order()], bare))
    else:
        with pytest.raises(RailRefused):
            rail.prepare([order()], bare)


@every_rail
@given(name=hostile, text=hostile)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_hostile_words_change_no_other_line(rail: Rail, name: str, text: str) -> None:
    honest = rail.prepare([order()], FULL)
    given_words = order(payee=payee("A" + name), reference=reference_of("B" + text))
    made = rail.prepare([given_words], FULL)
    keeps_the_contract(rail, made)
    assert len(made.copy) == len(honest.copy)
    kept = [(line.label, line.copied) for line in made.copy if line.label.sentence in _SAFE]
    assert kept == [
        (line.label, line.copied) for line in honest.copy if line.label.sentence in _SAFE
    ]
    assert made.link == honest.link


_SAFE = {"IBAN", "Amount", "Day", "Creditor", "Mandate"}


def test_the_sheet_and_the_file_name_the_account_to_copy() -> None:
    for rail in RAILS[:2]:
        lines = {line.label.sentence: line.copied for line in rail.prepare([order()], FULL).copy}
        assert lines["IBAN"] == Iban(FRENCH).text
        assert lines["Amount"] == "84.20"
