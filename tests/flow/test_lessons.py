"""Corrected once, right ever after: a lesson on one bill, read on the next of the same biller only."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from flow.correct import fix_bill
from flow.fix import Fix
from flow.wiring import Wiring
from tests.flow.taught_bills import FIRST, NEXT
from tests.flow.teaching import arrive, card, corrected


def test_the_next_bill_of_a_corrected_biller_is_right_and_sure(wiring: Wiring, box: int) -> None:
    _, fixed = corrected(wiring, box)
    assert set(fixed.learned) == {"amount", "due_on"}
    assert fixed.unprinted == ()
    second = arrive(wiring, box, NEXT)
    assert (str(second.amount), second.due_on) == ("91.75", date(2027, 1, 13))
    assert min(second.confidences["amount"], second.confidences["due_on"]) >= 0.9
    evidence = second.evidence["amount"]
    assert isinstance(evidence, dict)
    assert evidence["source"] == "memory"
    assert evidence["quote"] == "Gesamtsoll per Stichtag 91,75 EUR"
    assert evidence["box"]


def test_where_the_wording_changed_the_old_mistake_is_never_sure_again(
    wiring: Wiring, box: int
) -> None:
    corrected(wiring, box)
    bill = arrive(wiring, box, replace(NEXT, label="Endzahl laut Buch"))
    assert str(bill.amount) == "402.10"
    assert bill.confidences["amount"] <= 0.6
    assert bill.due_on == date(2027, 1, 13)


def test_a_label_that_asks_for_another_amount_is_a_doubt(wiring: Wiring, box: int) -> None:
    corrected(wiring, box)
    late = replace(NEXT, day="13.01.2027 Zu zahlen 95,75 EUR")
    bill = arrive(wiring, box, late)
    assert bill.confidences["amount"] < 0.9


def test_a_value_that_is_not_printed_is_remembered_for_this_bill_only(
    wiring: Wiring, box: int
) -> None:
    first, fixed = corrected(wiring, box, Fix(amount=Decimal("77.77")))
    assert (fixed.learned, fixed.unprinted) == ((), ("amount",))
    assert str(card(wiring, first.id).amount) == "77.77"
    assert str(arrive(wiring, box, NEXT).amount) == "402.10"


def test_a_biller_without_due_dates_is_never_given_one_again(wiring: Wiring, box: int) -> None:
    plain = replace(FIRST, label="Zahlbar bis 24.12.2026 Rest")
    first = arrive(wiring, box, plain)
    assert first.due_on is not None
    fixed = fix_bill(wiring, first.id, Fix(no_due=True))
    assert card(wiring, first.id).due_on is None
    assert fixed.learned == ("due_on",)
    again = arrive(wiring, box, replace(NEXT, label="Zahlbar bis 24.02.2027 Rest"))
    assert again.due_on is None


def test_the_same_bill_under_its_new_name_is_still_one_card(wiring: Wiring, box: int) -> None:
    first = arrive(wiring, box, FIRST)
    fix_bill(wiring, first.id, Fix(biller="Die Wasserkraft", amount=Decimal("84.20")))
    copy = replace(FIRST, day="12.12.2026", before="310,00", domain="mail.hohenfels.example")
    assert arrive(wiring, box, copy).id == first.id


def test_what_is_confirmed_is_learned_too(wiring: Wiring, box: int) -> None:
    plain = replace(FIRST, label="Zu zahlen")
    first = arrive(wiring, box, plain)
    fixed = fix_bill(wiring, first.id, Fix(confirmed=True))
    assert {"biller", "amount", "number", "payee_iban"} <= set(fixed.learned)
    second = arrive(wiring, box, replace(NEXT, label="Zu zahlen"))
    assert second.confidences["amount"] >= 0.95
    assert second.confidences["biller"] >= 0.95


def test_a_currency_alone_can_be_corrected(wiring: Wiring, box: int) -> None:
    first = arrive(wiring, box, replace(FIRST, label="Zu zahlen"))
    fix_bill(wiring, first.id, Fix(currency="CHF"))
    amount = card(wiring, first.id).amount
    assert amount is not None
    assert (str(amount), amount.currency) == ("84.20", "CHF")


def test_a_mistake_stays_known_when_the_right_place_is_confirmed_later(
    wiring: Wiring, box: int
) -> None:
    corrected(wiring, box)
    second = arrive(wiring, box, NEXT)
    fix_bill(wiring, second.id, Fix(confirmed=True))
    third = replace(NEXT, amount="55,00", number="HF-2027-9933", before="377,00", day="13.02.2027")
    bill = arrive(wiring, box, third)
    assert str(bill.amount) == "55.00"
    assert bill.confidences["amount"] >= 0.9
    assert bill.warnings == []
