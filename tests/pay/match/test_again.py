"""Paid twice: the first payment stays the proof of its bill, the second is asked about."""

from itertools import permutations

import pytest

from models.statement import Entry
from pay.match.expected import Confirmed, Expected, Matching, Unmatched
from pay.match.match import match
from tests.pay.match.cast import LANDLORD, bill, day, entry

POWER = bill("power", "84.20", day(2, 10), day(1, 25), payee="Énergie du Vallon", number="F-2031")
FIRST = entry("z first", "-84.20", day(2, 10), text="FACTURE F-2031")
SECOND = entry("a second", "-84.20", day(2, 17), text="FACTURE F-2031")
MORE = entry("more", "-84.21", day(2, 18), text="FACTURE F-2031")


def told(found: Matching) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    proven = sorted((one.entry, str(one.kind)) for one in found.matched)
    return proven, sorted((one.entry, str(one.kind)) for one in found.suggested)


@pytest.mark.parametrize("entries", list(permutations((FIRST, SECOND, MORE))))
def test_the_first_payment_stays_and_the_others_are_asked_about(entries: list[Entry]) -> None:
    asked = [("a second", "again"), ("more", "again")]
    assert told(match([POWER], entries)) == ([("z first", "whole")], asked)


def test_a_second_payment_from_another_own_account_is_one_too() -> None:
    other = entry("other", "-84.20", day(2, 12), text="F-2031", account="DE89370400440532013000")
    found = told(match([POWER], [other, FIRST]))
    assert found == ([("z first", "whole")], [("other", "again")])


def test_of_two_with_the_orders_id_the_first_stays() -> None:
    ours = bill("order", "84.20", day(2, 10), end_to_end="FCT2A77B1C3")
    both = [
        entry(key, "-84.20", day(2, on), end_to_end="FCT2A77B1C3")
        for key, on in (("a", 11), ("b", 9))
    ]
    assert told(match([ours], both)) == ([("b", "whole")], [("a", "again")])


def test_a_second_that_is_confirmed_is_too_much_and_takes_nothing_from_the_first() -> None:
    found = match([POWER], [FIRST, SECOND], [Confirmed("a second", ("power",))])
    assert told(found) == ([("a second", "over"), ("z first", "whole")], [])
    early = match([POWER], [FIRST, SECOND], [Confirmed("z first", ("power",))])
    assert told(early) == ([("z first", "whole")], [("a second", "again")])


def test_a_first_that_is_refused_leaves_the_bill_to_the_second() -> None:
    found = match([POWER], [FIRST, SECOND], [Unmatched("z first", "power")])
    assert told(found) == ([("a second", "whole")], [])


@pytest.mark.parametrize(
    ("paid", "entries"),
    [
        # A customer's number stands on what was paid for other bills as well.
        (bill("b", "84.20", day(2, 10), reference="770012345"), ("770012345", "770012345")),
        # To one account, without a word of which bill: the other may be for one that nobody saw.
        (bill("b", "84.20", day(2, 10), payee_iban=LANDLORD), ("LOYER", "LOYER")),
    ],
)
def test_what_is_no_bills_own_tells_not_which_of_two_was_the_first(
    paid: Expected, entries: tuple[str, str]
) -> None:
    days = (day(2, 9), day(2, 12))
    both = [
        entry(f"e{at}", "-84.20", on, text=text, counterparty_iban=LANDLORD)
        for at, (on, text) in enumerate(zip(days, entries, strict=True))
    ]
    assert told(match([paid], both)) == ([], [("e0", "whole"), ("e1", "whole")])
    same_day = [entry(one.key, "-84.20", day(2, 9), text=one.text) for one in both]
    assert told(match([paid], same_day))[0] == []


def test_a_late_payment_with_the_number_is_asked_about_and_opens_nothing() -> None:
    late = entry("late", "-84.20", day(3, 12), text="FACTURE F-2031")
    assert told(match([POWER], [FIRST, late])) == ([("z first", "whole")], [("late", "again")])
