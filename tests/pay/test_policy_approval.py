"""Steps, secrets and caps."""

from itertools import pairwise, product

import pytest

from models.errors.orders import ApprovalVoid, OrderStopped, SecretNeeded, StepForbidden
from models.money import Money
from pay.digest import digest_of
from pay.policy.approval import Answers, approve
from pay.policy.caps import (
    Caps,
    spent_in_month,
)
from pay.policy.check import flags_of
from pay.policy.facts import Facts, KnownPayee
from pay.policy.step_up import Act, step_up_for, step_up_needed
from pay.policy.steps import MOVES, Step, moved
from tests.pay.facts import bill, confirmation, facts
from tests.pay.orders import GERMAN, order, payee

# Rule 1: "draft → checked → approved → handed over → seen; an approval is bound to a digest of bill,
# payee, IBAN, amount, currency, reference; any change voids it."

ROAD = (Step.DRAFT, Step.CHECKED, Step.APPROVED, Step.HANDED_OVER, Step.SEEN)


def test_the_road_of_an_order_is_walked_step_by_step() -> None:
    for step, to in pairwise(ROAD):
        assert moved(step, to) is to


@pytest.mark.parametrize(("step", "to"), list(product(Step, Step)))
def test_no_step_is_left_out(step: Step, to: Step) -> None:
    ahead = step in ROAD and to in ROAD and ROAD.index(to) > ROAD.index(step) + 1
    if ahead or step is to or to not in MOVES[step]:
        with pytest.raises(StepForbidden):
            moved(step, to)


def test_nothing_is_withdrawn_after_it_was_handed_over() -> None:
    for step in (Step.HANDED_OVER, Step.SEEN):
        assert not MOVES[step] & {Step.CANCELLED, Step.DRAFT, Step.APPROVED}


def answers(given: Facts, *rules: str, with_secret: bool = False) -> Answers:
    return Answers(digest_of(given.order), frozenset(rules), with_secret)


def test_an_approval_is_of_one_order_exactly() -> None:
    approval = approve(facts(), "alice", answers(facts()))
    assert approval.digest == digest_of(order())
    assert approval.digest != digest_of(order(amount=Money(84_21, "EUR")))
    assert approval.digest != digest_of(order(payee=payee(iban=GERMAN)))


def test_what_changed_while_the_person_looked_is_not_approved() -> None:
    with pytest.raises(ApprovalVoid):
        approve(facts(order=order(amount=Money(80_00, "EUR"))), "alice", answers(facts()))


def test_an_approval_waits_for_the_answers_and_never_passes_a_stop() -> None:
    asked = facts(bill=bill(authenticated=False))
    with pytest.raises(OrderStopped, match="Nothing proves who sent"):
        approve(asked, "alice", answers(asked))
    assert approve(asked, "alice", answers(asked, "sender_unproved")).by == "alice"
    stopped = facts(order=order(payee=payee(iban=GERMAN)))
    with pytest.raises(OrderStopped, match="not the one paid before"):
        approve(stopped, "alice", answers(stopped, "account_changed", with_secret=True))


# Rule 2: "Step-up (secret code) for every approval above a threshold, always for: new payee, changed
# IBAN, raised cap, changed secret."


@pytest.mark.parametrize(
    ("given", "needed"),
    [
        (facts(), False),
        (facts(order=order(amount=Money(100_00, "EUR"))), False),
        (facts(order=order(amount=Money(100_01, "EUR"))), True),
        (facts(order=order(amount=Money(1, "CHF"))), True),
        (facts(order=order(amount=Money(1, "EUR")), payee=None), True),
        (facts(order=order(amount=Money(1, "EUR")), payee=KnownPayee(frozenset())), True),
        (facts(order=order(amount=Money(1, "EUR"), payee=payee(iban=GERMAN))), True),
        (facts(order=order(payee=payee(iban=None))), False),
    ],
)
def test_the_secret_is_asked_above_the_threshold_and_for_new_payees_and_accounts(
    given: Facts,
    needed: bool,  # noqa: FBT001
) -> None:
    assert bool(step_up_needed(given)) is needed


@pytest.mark.parametrize("act", list(Act))
def test_acts_that_open_the_door_always_ask_for_the_secret(act: Act) -> None:
    assert step_up_for(act).told("en")


def test_without_the_secret_there_is_no_approval() -> None:
    new = facts(payee=None)
    with pytest.raises(SecretNeeded, match="never paid before"):
        approve(new, "alice", answers(new, "payee_new"))
    assert approve(new, "alice", answers(new, "payee_new", with_secret=True)).with_secret


def test_a_confirmed_account_still_asks_for_the_secret() -> None:
    moved_house = facts(order=order(payee=payee(iban=GERMAN)), confirmation=confirmation())
    rules = ("other_country", "country_of_vat")
    with pytest.raises(SecretNeeded):
        approve(moved_house, "alice", answers(moved_house, *rules))
    assert approve(moved_house, "alice", answers(moved_house, *rules, with_secret=True))


# Rule 3: "Caps per transfer and per month"; when they hold: test_policy_caps.

FIFTY = Caps(Money(50_00, "EUR"))


def test_above_a_cap_an_order_is_stopped() -> None:
    def rules(given: Facts) -> str:
        with pytest.raises(OrderStopped) as refused:
            approve(given, "alice", answers(given, with_secret=True))
        return str(refused.value)

    assert "one payment is 50.00 EUR" in rules(facts(caps=FIFTY))
    month = Caps(None, Money(300_00, "EUR"))
    given = facts(caps=month, spent=Money(215_81, "EUR"))
    assert "it would be 300.01" in rules(given)
    fits = facts(caps=month, spent=Money(215_80, "EUR"))
    assert approve(fits, "alice", answers(fits))


@pytest.mark.parametrize("caps", [FIFTY, Caps(None, Money(300_00, "EUR"))])
def test_a_cap_in_another_currency_stops_a_payment_once_and_says_so(caps: Caps) -> None:
    francs = Money(1_00, "CHF")
    given = facts(order=order(amount=francs), bill=bill(due=francs), caps=caps)
    (flag,) = [one for one in flags_of(given) if "cap" in one.rule]
    assert (flag.rule, flag.weight.value) == ("cap_currency", "stop")
    assert "The caps are in EUR" in flag.because.told("en")
    assert "a payment in CHF is stopped" in flag.because.told("en")


def test_a_month_is_a_calendar_month_in_one_currency() -> None:
    day = order().on
    orders = [
        (Money(10, "EUR"), day),
        (Money(20, "EUR"), day.replace(day=1)),
        (Money(40, "CHF"), day),
        (Money(80, "EUR"), day.replace(month=10)),
        (Money(160, "EUR"), day.replace(year=2025)),
    ]
    assert spent_in_month(orders, day, "EUR") == Money(30, "EUR")
