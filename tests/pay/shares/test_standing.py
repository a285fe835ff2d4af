"""A biller's standing rule is stored as JSON, read back strictly, and applied on arrival."""

import json
from decimal import Decimal

import pytest
from pydantic import ValidationError

from models.errors.reading import Damaged
from models.errors.shares import GuestUncarried, PercentsNotWhole, SharesUneven
from models.reading import Period
from pay.people import Guest
from pay.shares.facts import Facts
from pay.shares.meters import Counted, Readings, RoomMeter
from pay.shares.presence import Interval, Presence
from pay.shares.rule import (
    ByAmounts,
    ByDays,
    ByIncome,
    ByMeter,
    ByPercent,
    ByWeights,
    Equally,
    Fixed,
    Rule,
)
from pay.shares.share import SPLIT, ShareState
from pay.shares.split import split
from pay.shares.standing import STANDING, StandingRule
from tests.pay.cast import ALICE, BOB, GUEST, SEPTEMBER, amounts, euros, weights

RULES: tuple[Rule, ...] = (
    Equally((ALICE, BOB)),
    ByWeights(weights(alice="2", bob="1.5")),
    ByPercent(weights(alice="33.33", bob="66.67")),
    ByIncome(weights(alice="2400", bob="0")),
    ByAmounts((Fixed(ALICE, euros("10")),), rest=(BOB,)),
    ByDays(people=(ALICE, BOB), count="person_days", empty="others", undated="issue_day"),
    ByMeter(ByDays()),
)
FACTS = Facts(
    period=Period(*(SEPTEMBER.first, SEPTEMBER.last)),
    presence=Presence((Interval(ALICE), Interval(BOB), Interval(GUEST, SEPTEMBER.last))),
    readings=Readings(
        (RoomMeter(ALICE, Counted(Decimal(1), Decimal(9))),), Counted(Decimal(0), Decimal(11))
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.how)
def test_every_rule_and_its_shares_survive_their_json(rule: Rule) -> None:
    standing = StandingRule(rule, (Guest(GUEST, BOB),), payer=ALICE, approved=True)
    text = STANDING.write(standing)
    assert STANDING.read(text) == standing
    made = STANDING.read(text).applied(euros("84.20"), FACTS)
    assert SPLIT.read(SPLIT.write(made)) == made
    assert "." not in "".join(str(n) for n in numbers(json.loads(text)))


def numbers(node: object) -> list[float]:
    if isinstance(node, dict):
        return [number for child in node.values() for number in numbers(child)]
    if isinstance(node, list):
        return [number for child in node for number in numbers(child)]
    return [node] if isinstance(node, float | int) else []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"rule": {"how": "magic"}}',
        '{"rule": {"how": "equal", "people": ["1"]}}',
        '{"rule": {"how": "equal", "people": [1.0]}}',
        '{"rule": {"how": "equal", "people": [1], "secret": 1}}',
        '{"rule": {"how": "weights", "parts": [{"person": 1, "weight": "NaN"}]}}',
        '{"rule": {"how": "weights", "parts": [{"person": 1, "weight": 0.5}]}}',
        '{"rule": {"how": "days", "count": "per_hour"}}',
        '{"rule": {"how": "meter", "rest": {"how": "meter"}}}',
        '{"rule": {"how": "equal", "people": [1]}, "approved": "yes"}',
        '{"rule": {"how": "amounts", "parts": [{"person": 1, "amount": {"minor": "1"}}]}}',
    ],
)
def test_a_stored_rule_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(Damaged) as met:
        STANDING.read(text)
    assert isinstance(met.value.__cause__, ValidationError)


def test_a_stored_rule_that_makes_no_sense_says_so() -> None:
    text = STANDING.write(StandingRule(ByPercent(weights(alice="100"))))
    with pytest.raises(PercentsNotWhole):
        STANDING.read(text.replace('"100"', '"99"'))


def test_stored_shares_whose_cents_were_changed_are_refused() -> None:
    text = SPLIT.write(split(euros("100"), RULES[0]))
    with pytest.raises(SharesUneven):
        SPLIT.read(text.replace("5000", "5001", 1))


def test_a_standing_rule_proposes_unless_all_agreed_beforehand() -> None:
    rule = Equally((ALICE, BOB, GUEST))
    proposed = StandingRule(rule).applied(euros("90"), Facts())
    assert {share.state for share in proposed.shares} == {ShareState.PROPOSED}
    approved = StandingRule(rule, approved=True).applied(euros("90"), Facts())
    assert {share.state for share in approved.shares} == {ShareState.APPROVED}


def test_a_guest_of_today_goes_before_the_standing_one() -> None:
    standing = StandingRule(Equally((ALICE, BOB, GUEST)), (Guest(GUEST, BOB),))
    assert amounts(standing.applied(euros("90"), Facts()))[BOB] == "60.00"
    today = Facts(guests=(Guest(GUEST, ALICE),))
    assert amounts(standing.applied(euros("90"), today)) == {ALICE: "60.00", BOB: "30.00"}


def test_standing_guests_are_checked_at_once() -> None:
    with pytest.raises(GuestUncarried):
        StandingRule(RULES[0], (Guest(GUEST, BOB), Guest(BOB, ALICE)))


def test_a_standing_rule_says_whom_it_names() -> None:
    for rule in RULES[:-1]:
        assert StandingRule(rule).people == {ALICE, BOB}
    assert StandingRule(RULES[-1]).people == frozenset()
    metered = StandingRule(ByMeter(Equally((ALICE, BOB))))
    assert metered.people == {ALICE, BOB}
    with_guest = StandingRule(ByDays(), (Guest(GUEST, BOB),), payer=ALICE)
    assert with_guest.people == {ALICE, BOB, GUEST}
