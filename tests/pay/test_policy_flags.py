"""What stops an order, what asks, and what passes."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.money import Money
from pay.policy.check import flags_of, unanswered
from pay.policy.facts import Earlier, Facts, Fitting, KnownPayee
from pay.policy.flag import Weight
from pay.policy.steps import Step
from tests.pay.facts import bill, confirmation, earlier, facts
from tests.pay.orders import BRAZILIAN, FRENCH, GERMAN, GREEK, order, payee


def found(given: Facts) -> dict[str, Weight]:
    return {flag.rule: flag.weight for flag in flags_of(given)}


def stops(given: Facts) -> set[str]:
    return {rule for rule, weight in found(given).items() if weight is Weight.STOP}


def asks(given: Facts) -> set[str]:
    return {rule for rule, weight in found(given).items() if weight is Weight.ASK}


def test_an_everyday_bill_of_a_known_payee_passes_without_a_word() -> None:
    assert flags_of(facts(earlier=(earlier(),))) == ()


# Rule 4: "IBAN of a known payee changed = hard stop until confirmed through another channel, whose
# contact comes from older bills, never from the suspect one."


def changed(**more: Any) -> Facts:
    return facts(order=order(payee=payee(iban=GERMAN)), **more)


def test_a_known_payees_other_account_is_a_hard_stop() -> None:
    assert stops(changed()) == {"account_changed"}


def test_it_is_lifted_when_an_older_bills_contact_confirmed_it() -> None:
    assert stops(changed(confirmation=confirmation())) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"account": FRENCH},
        {"contact_from": "bill-7"},
        {"contact_on": date(2026, 11, 20)},
        {"contact_on": date(2026, 11, 21)},
    ],
)
def test_a_contact_of_the_suspect_bill_or_of_a_later_one_confirms_nothing(
    change: dict[str, Any],
) -> None:
    assert stops(changed(confirmation=confirmation(**change))) == {"account_changed"}


def test_a_second_account_that_was_paid_before_is_no_change() -> None:
    known = KnownPayee(frozenset({FRENCH, GERMAN}))
    assert stops(changed(payee=known)) == set()


# Rule 4: "Soft flags with reasons: sender not authenticated (DKIM/DMARC), look-alike domain, IBAN of
# another payee, country differs from the VAT number's, amount far from this biller's history, first bill
# of an unknown biller; QR, XML and print disagree = hard."


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (facts(bill=bill(authenticated=False)), "sender_unproved"),
        (facts(bill=bill(resembles="EDF")), "sender_resembles"),
        (facts(owner="Charlie"), "account_of_another"),
        (facts(bill=bill(vat_country="DE")), "country_of_vat"),
        (
            facts(payee=KnownPayee(frozenset({FRENCH}), (Money(20_00, "EUR"),) * 3)),
            "amount_unusual",
        ),
        (
            facts(payee=KnownPayee(frozenset({FRENCH}), (Money(300_00, "EUR"),) * 3)),
            "amount_unusual",
        ),
        (facts(payee=None), "payee_new"),
        (facts(payee=KnownPayee(frozenset())), "account_new"),
    ],
)
def test_soft_flags_ask_with_a_reason(given: Facts, rule: str) -> None:
    assert found(given) == {rule: Weight.ASK}
    (flag,) = flags_of(given)
    sentence = flag.because.told("en")
    assert sentence.endswith((".", "?"))
    assert "{" not in sentence


def test_sources_that_disagree_are_a_hard_stop_that_names_them() -> None:
    given = facts(bill=bill(disagree=("iban", "amount")))
    assert stops(given) == {"sources_disagree"}
    assert "iban, amount" in flags_of(given)[0].because.told("en")


def test_paper_has_no_sender_to_prove() -> None:
    assert flags_of(facts(bill=bill(authenticated=None))) == ()


def test_two_earlier_bills_make_no_usual_amount() -> None:
    assert flags_of(facts(payee=KnownPayee(frozenset({FRENCH}), (Money(1_00, "EUR"),) * 2))) == ()


# Rule M3: "same country by default"; other SEPA countries need a tick, outside SEPA is refused.


def test_another_sepa_country_asks_and_outside_sepa_stops() -> None:
    known = KnownPayee(frozenset({GREEK, BRAZILIAN}))
    abroad = facts(order=order(payee=payee(iban=GREEK)), payee=known, bill=bill(vat_country="EL"))
    assert found(abroad) == {"other_country": Weight.ASK}
    far = facts(order=order(payee=payee(iban=BRAZILIAN)), payee=known)
    assert stops(far) == {"outside_sepa"}


# Rule 5: "The same bill is never paid twice: same payee + number, or same document = hard stop; same
# amount within 20 days = ask."

TWIN = earlier(payee="Eaux du Vallon", account=FRENCH, number="F-2031")


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (TWIN, "same_number"),
        (earlier(payee="EAUX DU VALLON", account="", number="f 2031"), "same_number"),
        (earlier(payee="Another name", account=FRENCH, number="F2031"), "same_number"),
        (earlier(documents=frozenset({"d1", "d9"})), "same_document"),
    ],
)
def test_the_same_bill_under_another_id_is_a_hard_stop(other: Earlier, rule: str) -> None:
    assert stops(facts(earlier=(earlier(), other))) == {rule}


def test_no_answer_lifts_a_stop() -> None:
    flags = flags_of(facts(earlier=(TWIN,)))
    assert unanswered(flags, {flag.rule for flag in flags}) == flags


@pytest.mark.parametrize("step", list(Step))
def test_an_order_that_was_withdrawn_or_refused_is_no_double(step: Step) -> None:
    gone = step in {Step.CANCELLED, Step.REFUSED}
    other = earlier(documents=frozenset({"d1"}), step=step)
    assert bool(stops(facts(earlier=(other,)))) is not gone


@pytest.mark.parametrize(("days", "asked"), [(0, True), (20, True), (21, False), (-20, True)])
def test_the_same_amount_within_20_days_asks(days: int, asked: bool) -> None:  # noqa: FBT001
    other = earlier(amount=Money(84_20, "EUR"), on=date(2026, 11, 23) - timedelta(days))
    assert found(facts(earlier=(other,))) == ({"same_amount": Weight.ASK} if asked else {})


def test_what_the_account_shows_and_nobody_confirmed_is_asked_about() -> None:
    seen = Fitting(7, Money(84_20, "EUR"), date(2026, 11, 9), "VIR ENERGIE DU VALLON")
    other = Fitting(8, Money(84_19, "EUR"), date(2026, 11, 9), "CB LIBRAIRIE")
    given = facts(bill=bill(fitting=(other, seen)))
    assert asks(given) == {"maybe_paid"}
    (flag,) = flags_of(given)
    assert "on 9 November 2026" in flag.because.told("en")
    assert "(VIR ENERGIE DU VALLON): `facteur import --confirm 7`" in flag.because.told("en")
    assert found(facts(bill=bill(fitting=(other,)))) == {}


def test_two_bills_without_a_number_are_not_the_same() -> None:
    other = earlier(payee="Eaux du Vallon", account=FRENCH, number="")
    assert flags_of(facts(bill=bill(number=""), earlier=(other,))) == ()


# Part payments, instalments, credit notes: together never more than the bill asks.


def part(cents: int, **more: Any) -> Earlier:
    return earlier(bill="bill-7", documents=frozenset({"d1"}), amount=Money(cents, "EUR"), **more)


def test_parts_of_one_bill_pass_until_nothing_is_left() -> None:
    half = facts(order=order(amount=Money(42_10, "EUR")), earlier=(part(42_10),))
    assert stops(half) == set()
    third = facts(order=order(amount=Money(1, "EUR")), earlier=(part(42_10), part(42_10)))
    assert stops(third) == {"more_than_left"}


def test_the_whole_bill_again_is_stopped_while_an_order_of_it_is_held() -> None:
    assert stops(facts(earlier=(part(84_20, step=Step.DRAFT),))) == {"more_than_left"}
    assert stops(facts(earlier=(part(84_20, step=Step.REFUSED),))) == set()


def test_an_order_does_not_stand_in_its_own_way() -> None:
    assert stops(facts(earlier=(part(84_20, key=order().key),))) == set()


def test_a_credit_note_is_set_off_whatever_sign_it_prints() -> None:
    for printed in (Money(-4_20, "EUR"), Money(4_20, "EUR")):
        assert stops(facts(credits=(printed,))) == {"more_than_left"}
        rest = order(amount=Money(80_00, "EUR"))
        assert stops(facts(order=rest, credits=(printed,))) == set()


def test_another_currency_than_the_bills_is_stopped() -> None:
    assert stops(facts(order=order(amount=Money(84_20, "CHF")))) == {"currency_of_bill"}


def test_stops_come_first() -> None:
    weights = [
        flag.weight for flag in flags_of(changed(owner="Charlie", bill=bill(authenticated=False)))
    ]
    assert weights == [Weight.STOP, Weight.ASK, Weight.ASK, Weight.ASK, Weight.ASK]
