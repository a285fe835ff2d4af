"""Which evidence acts by itself, and what holds it back."""

from dataclasses import replace

import pytest

from models.money import Money
from pay.match.expected import Matching
from pay.match.match import match
from tests.pay.match.cast import CREDITOR, LANDLORD, OTHER, bill, day, entry

RENT = bill("rent", "650.00", day(2, 5), day(1, 20), payee="SCI des Tilleuls", payee_iban=LANDLORD)
POWER = bill("power", "84.20", day(2, 10), day(1, 25), payee="Énergie du Vallon", number="F-2031")


def automatic(found: Matching) -> list[tuple[str, str, str]]:
    return [
        (one.entry, portion.expected, one.level)
        for one in found.matched
        for portion in one.portions
    ]


def suggested(found: Matching) -> list[tuple[str, str, str, str]]:
    return [
        (one.entry, portion.expected, one.level, one.kind)
        for one in found.suggested
        for portion in one.portions
    ]


def test_our_own_id_proves_a_payment() -> None:
    order = replace(RENT, end_to_end="FCT20260001A")
    found = match([order], [entry("e", "-650.00", day(2, 6), end_to_end="FCT20260001A")])
    assert automatic(found) == [("e", "rent", "end_to_end")]


@pytest.mark.parametrize(
    "text", ["FACTURE F-2031", "PRLV ENERGIE F2031 DU 25/01", "fact. f.2031", "RE F 2031/ENERGIE"]
)
def test_the_bills_number_proves_a_payment_however_it_is_spaced(text: str) -> None:
    found = match([POWER], [entry("e", "-84.20", day(2, 10), text=text)])
    assert automatic(found) == [("e", "power", "reference")]


@pytest.mark.parametrize("text", ["FACTURE F-20311", "AF-2031", "F-2032", "2031", "F 20 310"])
def test_a_longer_or_other_number_proves_nothing(text: str) -> None:
    assert automatic(match([POWER], [entry("e", "-84.20", day(2, 10), text=text)])) == []


def test_a_number_that_is_a_date_proves_nothing() -> None:
    dated = replace(POWER, number="20260125")
    assert automatic(match([dated], [entry("e", "-84.20", day(2, 10), text="CB 20260125")])) == []


def test_a_structured_reference_is_the_same_with_spaces_and_leading_zeros() -> None:
    swiss = replace(POWER, number="", reference="00 00000 00000 00002 10000 03139")
    paid = entry("e", "-84.20", day(2, 10), reference="210000003139")
    assert automatic(match([replace(swiss, reference="000210000003139")], [paid])) != []


def test_the_payees_account_proves_a_payment_near_its_day() -> None:
    near = entry("e", "-650.00", day(2, 4), counterparty_iban=LANDLORD)
    assert automatic(match([RENT], [near])) == [("e", "rent", "iban")]
    late = entry("e", "-650.00", day(3, 3), counterparty_iban=LANDLORD)
    assert suggested(match([RENT], [late])) == [("e", "rent", "iban", "whole")]


def test_the_sepa_creditor_proves_a_debit_and_its_business_code_does_not_count() -> None:
    watched = replace(POWER, creditor_id=CREDITOR, mandate="RUM-9")
    debit = entry("e", "-84.20", day(2, 11), creditor_id="FR72EAU123456", mandate="RUM-9")
    assert automatic(match([watched], [debit])) == [("e", "power", "creditor")]
    other = replace(debit, mandate="RUM-10")
    assert automatic(match([watched], [other])) == []


def test_a_name_only_suggests() -> None:
    found = match([POWER], [entry("e", "-84.20", day(2, 10), text="PRLV SEPA ENERGIE DU VALLON")])
    assert automatic(found) == []
    assert suggested(found) == [("e", "power", "name", "whole")]


@pytest.mark.parametrize("text", ["VIR ALPINE CHALETS AC-9", "VIR SEPA ALPINE CHALETS"])
def test_a_bill_paid_long_before_it_is_due_is_suggested_by_its_name(text: str) -> None:
    rented = bill("rent", "1960.00", day(6, 15), day(4, 5), payee="Alpine Chalets", number="AC-9")
    for on in (day(4, 6), day(4, 26), day(5, 20)):
        found = match([rented], [entry("e", "-1960.00", on, text=text)])
        assert automatic(found) == []
        assert suggested(found) == [("e", "rent", "name", "whole")]
    before = entry("e", "-1960.00", day(3, 26), text=text)
    assert match([rented], [before]) == Matching(unknown=("e",))
    other = entry("e", "-1960.00", day(4, 26), text="VIR LIBRAIRIE")
    assert match([rented], [other]) == Matching(unknown=("e",))


def test_the_amount_alone_suggests_weakly() -> None:
    found = match([POWER], [entry("e", "-84.20", day(2, 10), text="CB LIBRAIRIE")])
    assert suggested(found) == [("e", "power", "amount", "whole")]
    assert found.suggested[0].strength < 0.4


def test_nothing_in_common_is_unknown() -> None:
    found = match([POWER], [entry("e", "-12.00", day(2, 10), text="CB LIBRAIRIE")])
    assert found == Matching(unknown=("e",))


def test_another_currency_is_never_a_match() -> None:
    dollars = replace(entry("e", "-84.20", day(2, 10), text="F-2031"), amount=Money(-8420, "USD"))
    assert match([POWER], [dollars]).unknown == ("e",)


def test_money_that_comes_in_pays_no_bill() -> None:
    assert match([POWER], [entry("e", "84.20", day(2, 10), text="F-2031")]).unknown == ("e",)


def test_a_payment_before_the_bill_existed_is_not_for_it() -> None:
    early = entry("e", "-650.00", day(1, 10), counterparty_iban=LANDLORD)
    assert match([RENT], [early]).unknown == ("e",)


def test_two_equal_bills_of_one_payee_are_left_to_the_person() -> None:
    twin = replace(RENT, key="garage")
    found = match([RENT, twin], [entry("e", "-650.00", day(2, 5), counterparty_iban=LANDLORD)])
    assert automatic(found) == []
    assert {bill for _, bill, _, _ in suggested(found)} == {"rent", "garage"}


def test_two_equal_payments_to_one_payee_are_left_to_the_person() -> None:
    pays = [entry(key, "-650.00", day(2, 5), counterparty_iban=LANDLORD) for key in "ef"]
    assert automatic(match([RENT], pays)) == []


def test_an_unpaid_earlier_bill_makes_it_open_which_one_was_paid() -> None:
    before = bill("january", "650.00", day(1, 5), payee_iban=LANDLORD)
    pays = [entry("e", "-650.00", day(2, 5), counterparty_iban=LANDLORD)]
    assert automatic(match([before, RENT], pays)) == []


def test_a_month_each_with_its_payment_is_clear() -> None:
    before = bill("january", "650.00", day(1, 5), payee_iban=LANDLORD)
    pays = [
        entry("e", "-650.00", day(1, 6), counterparty_iban=LANDLORD),
        entry("f", "-650.00", day(2, 5), counterparty_iban=LANDLORD),
    ]
    assert automatic(match([before, RENT], pays)) == [
        ("e", "january", "iban"),
        ("f", "rent", "iban"),
    ]


def test_a_payment_that_names_another_bill_is_not_taken_by_its_account() -> None:
    numbered = replace(RENT, number="Q-20260205")
    other = entry(
        "e", "-650.00", day(2, 5), counterparty_iban=LANDLORD, text="QUITTANCE Q-20260105"
    )
    assert automatic(match([numbered], [other])) == []


def test_the_right_number_sent_to_another_account_is_held() -> None:
    wrong = replace(POWER, payee_iban=LANDLORD)
    found = match(
        [wrong], [entry("e", "-84.20", day(2, 10), text="F-2031", counterparty_iban=OTHER)]
    )
    assert automatic(found) == []
    assert suggested(found) == [("e", "power", "reference", "whole")]


def test_a_customer_number_on_every_payment_is_no_bills_own() -> None:
    phone = bill("feb", "19.99", day(2, 20), day(2, 1), reference="803047371")
    pays = [
        entry("dec", "-19.99", day(2, 2), text="REF 803047371"),
        entry("mar", "-19.99", day(3, 20), text="REF 803047371"),
    ]
    assert automatic(match([phone], pays)) == []


def test_only_a_known_due_day_makes_the_account_enough() -> None:
    undated = bill("rent", "650.00", None, day(1, 20), payee_iban=LANDLORD)
    found = match([undated], [entry("e", "-650.00", day(1, 25), counterparty_iban=LANDLORD)])
    assert automatic(found) == []
    assert suggested(found) == [("e", "rent", "iban", "whole")]


def test_last_months_reference_on_a_late_payment_of_a_fixed_price_is_left_to_the_person() -> None:
    january = bill("january", "50.00", day(1, 10), day(1, 1), number="F-7539")
    pays = [
        entry("dec", "-50.00", day(1, 2), text="VIR CABINET LEMOINE F-7530"),
        entry("feb", "-50.00", day(2, 12), text="VIR CABINET LEMOINE F-7539"),
    ]
    assert automatic(match([january], pays)) == []
    assert automatic(match([january], pays[1:])) == [("feb", "january", "reference")]


def test_two_contracts_of_one_price_are_never_told_apart_by_the_account() -> None:
    bills = [bill("one", "19.99", day(2, 10), payee_iban=LANDLORD)]
    habit = [
        entry(f"{month}{at}", "-19.99", day(month, 9 + at), counterparty_iban=LANDLORD)
        for month in (1, 3)
        for at in (0, 3)
    ]
    alone = entry("feb", "-19.99", day(2, 10), counterparty_iban=LANDLORD)
    assert automatic(match(bills, [alone])) == [("feb", "one", "iban")]
    assert automatic(match(bills, [*habit, alone])) == []
