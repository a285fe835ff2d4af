"""Debited as announced, at the right amount? Six answers."""

from dataclasses import replace

from pay.match.debit import (
    AsAnnounced,
    CameBack,
    NotDebited,
    NotKnown,
    NotYet,
    OtherAmount,
    debited,
)
from tests.pay.match.cast import CREDITOR, bill, day, entry, euros

POWER = bill(
    "power", "84.20", day(2, 10), payee="Énergie du Vallon", creditor_id=CREDITOR, mandate="RUM-9"
)
DEBIT = entry("e", "-84.20", day(2, 11), creditor_id=CREDITOR, mandate="RUM-9")
LATER = entry("x", "-5.00", day(2, 25), text="CB LIBRAIRIE")


def test_as_announced() -> None:
    assert debited(POWER, [DEBIT], today=day(2, 20)) == AsAnnounced("e", day(2, 11))


def test_at_another_amount() -> None:
    more = replace(DEBIT, amount=euros("-94.20"))
    assert debited(POWER, [more], today=day(2, 20)) == OtherAmount("e", day(2, 11), euros("10.00"))


def test_not_yet() -> None:
    assert debited(POWER, [], today=day(2, 15)) == NotYet(day(2, 15))


def test_not_debited_when_the_statements_reach_beyond() -> None:
    assert debited(POWER, [LATER], today=day(2, 26)) == NotDebited(day(2, 10))


def test_not_known_when_no_statement_reaches_so_far() -> None:
    assert debited(POWER, [], today=day(2, 26)) == NotKnown(day(2, 10))
    assert debited(POWER, [], today=day(2, 26), told_until=day(2, 20)) == NotDebited(day(2, 10))


def test_it_came_back() -> None:
    back = entry(
        "back", "84.20", day(2, 14), creditor_id=CREDITOR, mandate="RUM-9", returned="MD06"
    )
    assert debited(POWER, [DEBIT, back], today=day(2, 20)) == CameBack("back", day(2, 14))


def test_another_mandate_of_the_same_creditor_is_another_debit() -> None:
    other = replace(DEBIT, mandate="RUM-10")
    assert debited(POWER, [other, LATER], today=day(2, 26)) == NotDebited(day(2, 10))


def test_a_name_tells_where_the_bank_gives_no_creditor() -> None:
    named = entry("e", "-80.00", day(2, 10), text="PRLV SEPA ENERGIE DU VALLON")
    assert debited(POWER, [named], today=day(2, 20)) == OtherAmount("e", day(2, 10), euros("-4.20"))


def test_it_came_back_where_the_bank_gives_names_alone() -> None:
    debit = entry("e", "-84.20", day(2, 10), counterparty="Energie du Vallon", text="PRLV")
    back = entry("back", "84.20", day(2, 14), counterparty="ÉNERGIE DU VALLON", returned="AC04")
    assert debited(POWER, [debit, back], today=day(2, 20)) == CameBack("back", day(2, 14))
    other = replace(back, counterparty="Eaux du Plateau")
    assert debited(POWER, [debit, other], today=day(2, 20)) == AsAnnounced("e", day(2, 10))
    late = replace(back, booked_on=day(5, 14))
    assert debited(POWER, [debit, late], today=day(5, 20)) == AsAnnounced("e", day(2, 10))
