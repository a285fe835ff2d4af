"""Part payments, joint payments, refunds, returns, and the person's word."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pay.match.expected import Confirmed, Expected, Matching, Return, Unmatched
from pay.match.match import match
from tests.pay.match.cast import LANDLORD, bill, day, entry, euros

RENT = bill("rent", "650.00", day(2, 5), day(1, 20), payee="SCI des Tilleuls", payee_iban=LANDLORD)
POWER = bill("power", "84.20", day(2, 10), day(1, 25), payee="Énergie du Vallon", number="F-2031")
GAS = bill("gas", "40.00", day(2, 12), day(1, 25), payee="Énergie du Vallon", number="F-2032")
PAID = entry("e", "-84.20", day(2, 10), text="FACTURE F-2031")


def kinds(found: Matching) -> list[tuple[str, str]]:
    return [(one.entry, one.kind) for one in found.suggested]


def test_the_same_entry_from_two_files_is_one_entry() -> None:
    assert match([POWER, POWER], [PAID, PAID]) == match([POWER], [PAID])
    assert len(match([POWER], [PAID, PAID]).matched) == 1


def test_a_part_payment_is_suggested_and_its_rest_is_looked_for() -> None:
    half = entry("half", "-50.00", day(2, 8), text="F-2031")
    assert kinds(match([POWER], [half])) == [("half", "part")]
    rest = entry("rest", "-34.20", day(2, 20), text="F-2031")
    found = match([POWER], [half, rest], [Confirmed("half", ("power",))])
    assert (found.matched[0].level, found.matched[0].kind) == ("person", "part")
    assert (found.matched[1].entry, found.matched[1].level) == ("rest", "reference")


def test_a_bill_that_stands_there_twice_is_not_paid_twice_by_one_transfer() -> None:
    again = replace(POWER, key="again")
    found = match([POWER, again], [entry("e", "-168.40", day(2, 10), text="F-2031")])
    assert found.matched == ()


def test_too_much_is_said() -> None:
    assert kinds(match([POWER], [entry("e", "-90.00", day(2, 10), text="F-2031")])) == [
        ("e", "over")
    ]


def test_one_transfer_that_names_all_its_bills_pays_them() -> None:
    both = entry("e", "-124.20", day(2, 10), text="F-2031 ET F-2032")
    (found,) = match([POWER, GAS], [both]).matched
    assert {part.expected: part.amount for part in found.portions} == {
        "power": euros("-84.20"),
        "gas": euros("-40.00"),
    }
    assert found.kind == "sum"


def test_one_transfer_to_the_account_of_two_bills_is_suggested() -> None:
    garage = replace(RENT, key="garage", amount=euros("-60.00"))
    both = entry("e", "-710.00", day(2, 5), counterparty_iban=LANDLORD)
    found = match([RENT, garage], [both])
    assert found.matched == ()
    assert ("e", "sum") in kinds(found)


def test_a_sum_that_fits_two_ways_is_not_suggested() -> None:
    others = [replace(RENT, key=key, amount=euros("-60.00")) for key in ("garage", "cellar")]
    both = entry("e", "-710.00", day(2, 5), counterparty_iban=LANDLORD)
    assert ("e", "sum") not in kinds(match([RENT, *others], [both]))


def test_a_returned_debit_opens_its_bill_again() -> None:
    back = entry("back", "84.20", day(2, 14), returned="AM04", text="FACTURE F-2031")
    found = match([POWER], [PAID, back])
    assert found.matched == ()
    assert found.returned == (Return("back", "e", ("power",), "AM04"),)


def test_a_debit_that_came_back_is_not_asked_about_and_no_word_makes_it_a_payment() -> None:
    named = {"counterparty": "Energie du Vallon"}
    paid = entry("e", "-84.20", day(2, 10), **named)
    back = entry("back", "84.20", day(2, 14), returned="AC04", **named)
    assert kinds(match([POWER], [paid])) == [("e", "whole")]
    found = match([POWER], [paid, back])
    assert (found.matched, found.suggested, found.returned) == (
        (), (), (Return("back", "e", (), "AC04"),),
    )  # fmt: skip
    told = match([POWER], [paid, back], [Confirmed("e", ("power",))])
    assert (told.matched, told.returned) == ((), (Return("back", "e", ("power",), "AC04"),))


def test_a_debit_presented_again_pays_after_all() -> None:
    back = entry("back", "84.20", day(2, 14), returned="AM04", text="FACTURE F-2031")
    again = entry("again", "-84.20", day(2, 20), text="FACTURE F-2031")
    found = match([POWER], [PAID, back, again])
    assert [one.entry for one in found.matched] == ["again"]
    assert [one.expected for one in found.returned] == [("power",)]


def test_a_return_without_its_payment_still_names_the_bill() -> None:
    back = entry("back", "84.20", day(2, 14), returned="-", text="RETOUR PRLV F-2031")
    assert match([POWER], [back]).returned == (Return("back", None, ("power",), "-"),)


def test_of_two_equal_debits_it_is_not_guessed_which_one_came_back() -> None:
    same = {"creditor_id": "FR72ZZZ123456", "mandate": "RUM-9"}
    lines = [
        replace(POWER, key=key, number="", creditor_id="FR72ZZZ123456", due_on=day(2, on))
        for key, on in (("home", 3), ("cellar", 12))
    ]
    paid = [entry("e", "-84.20", day(2, 3), **same), entry("f", "-84.20", day(2, 12), **same)]
    told = [Confirmed("e", ("home",)), Confirmed("f", ("cellar",))]
    back = entry("back", "84.20", day(2, 14), returned="AM04", **same)
    found = match(lines, [*paid, back], told)
    assert found.returned == ()
    assert [(one.entry, one.kind, one.portions[0].expected) for one in found.suggested] == [
        ("back", "refund", "cellar"),
        ("back", "refund", "home"),
    ]


def test_a_share_that_arrives_is_matched_like_a_bill_that_leaves() -> None:
    share = replace(bill("share", "-21.05", day(2, 10)), end_to_end="FCTSHARE77")
    found = match([share], [entry("e", "21.05", day(2, 11), text="VIR BOB FCTSHARE77")])
    assert [(one.entry, one.level) for one in found.matched] == [("e", "end_to_end")]


def test_a_return_of_something_unknown_is_unknown() -> None:
    back = entry("back", "12.00", day(2, 14), returned="-", text="RETOUR PRLV")
    assert match([POWER], [back]).unknown == ("back",)


def test_a_refund_is_suggested_and_one_tap_opens_the_bill() -> None:
    refund = entry("refund", "84.20", day(2, 25), text="VIR ENERGIE DU VALLON AVOIR")
    found = match([POWER], [PAID, refund])
    assert kinds(found) == [("refund", "refund")]
    told = match(
        [POWER], [PAID, refund], [Confirmed("e", ("power",)), Confirmed("refund", ("power",))]
    )
    paid = sum(part.amount.minor for one in told.matched for part in one.portions)
    assert paid == 0


BACK = entry("back", "84.20", day(2, 25), text="VIR ENERGIE DU VALLON AVOIR")


def proofs(found: Matching) -> list[tuple[str, str, str]]:
    return sorted((one.entry, one.level, one.kind) for one in found.matched)


def test_a_refund_that_is_confirmed_leaves_the_payment_that_it_takes_back() -> None:
    some = entry("back", "20.00", day(2, 25), text="VIR ENERGIE DU VALLON AVOIR")
    for refund in (BACK, some):
        found = match([POWER], [PAID, refund], [Confirmed("back", ("power",))])
        assert proofs(found) == [("back", "person", "refund"), ("e", "reference", "whole")]
        assert (found.suggested, found.unknown) == ((), ())


def test_a_refund_is_one_whoever_matched_the_payment_and_whatever_was_said_first() -> None:
    said = [Confirmed("e", ("power",)), Confirmed("back", ("power",))]
    for order in (said, said[::-1]):
        found = match([POWER], [PAID, BACK], order)
        assert proofs(found) == [("back", "person", "refund"), ("e", "person", "whole")]


def test_a_bill_that_a_refund_opened_is_paid_anew_by_a_later_payment() -> None:
    anew = entry("anew", "-84.20", day(3, 2), text="FACTURE F-2031")
    found = match([POWER], [PAID, BACK, anew], [Confirmed("back", ("power",))])
    assert {one.entry for one in found.matched} == {"e", "back", "anew"}
    rest = entry("rest", "-20.00", day(3, 2), text="FACTURE F-2031")
    some = entry("back", "20.00", day(2, 25), text="VIR ENERGIE DU VALLON AVOIR")
    found = match([POWER], [PAID, some, rest], [Confirmed("back", ("power",))])
    assert {one.entry for one in found.matched} == {"e", "back", "rest"}


def test_a_refund_of_a_payment_that_is_not_here_asks_for_the_bill_once_not_twice() -> None:
    twice = entry("twice", "-168.40", day(3, 2), text="FACTURE F-2031")
    found = match([POWER], [BACK, twice], [Confirmed("back", ("power",))])
    assert ("twice", "over") in kinds(found)


def test_the_persons_word_counts_whatever_the_evidence() -> None:
    odd = entry("odd", "-84.20", day(2, 10), text="CB LIBRAIRIE")
    (found,) = match([POWER], [odd], [Confirmed("odd", ("power",))]).matched
    assert (found.level, found.portions[0].expected) == ("person", "power")


def test_unmatching_holds_against_the_best_evidence() -> None:
    found = match([POWER], [PAID], [Unmatched("e", "power")])
    assert found == Matching(unknown=("e",))


def test_unmatching_takes_back_a_confirmation_and_confirming_takes_back_unmatching() -> None:
    told = (Confirmed("e", ("gas",)), Unmatched("e", "gas"))
    assert [one.level for one in match([POWER, GAS], [PAID], told).matched] == ["reference"]
    again = (*told, Confirmed("e", ("gas",)))
    assert match([POWER, GAS], [PAID], again).matched[0].portions[0].expected == "gas"


def test_decisions_about_what_is_not_here_are_left_out() -> None:
    told = (Confirmed("nobody", ("power",)), Confirmed("e", ("nothing",)), Unmatched("x", "y"))
    assert [one.entry for one in match([POWER], [PAID], told).matched] == ["e"]


def bills() -> st.SearchStrategy[Expected]:
    return st.builds(
        lambda key, minor, on, number, known: bill(
            f"b{key}",
            str(minor),
            day(2, on),
            payee="Énergie du Vallon",
            number=f"F-20{number}",
            payee_iban=LANDLORD if known else None,
        ),
        st.integers(0, 9),
        st.integers(1, 3),
        st.integers(1, 28),
        st.integers(30, 34),
        st.booleans(),
    )


@settings(max_examples=200, deadline=None)
@given(
    some=st.lists(bills(), max_size=6, unique_by=lambda one: one.key),
    paid=st.lists(
        st.tuples(
            st.integers(-9, 4).filter(bool), st.integers(1, 28), st.integers(29, 35), st.booleans()
        ),
        max_size=7,
    ),
)
def test_every_entry_is_told_once_and_no_bill_is_paid_twice_by_evidence(
    some: list[Expected], paid: list[tuple[int, int, int, bool]]
) -> None:
    entries = [
        entry(
            f"e{at}",
            str(minor),
            day(2, on),
            text=f"F-20{number}",
            counterparty_iban=LANDLORD,
            returned="AC04" if back and minor > 0 else "",
        )
        for at, (minor, on, number, back) in enumerate(paid)
    ]
    found = match(some, entries)
    told = [one.entry for one in found.matched]
    told += sorted({one.entry for one in found.suggested})
    told += [one.entry for one in found.returned]
    told += [one.original for one in found.returned if one.original is not None]
    told += list(found.unknown)
    assert sorted(told) == sorted(one.key for one in entries)
    bills_paid = [part.expected for one in found.matched for part in one.portions]
    assert len(bills_paid) == len(set(bills_paid))
    assert match(some, entries) == found
    assert set(match(some[::-1], entries[::-1]).matched) == set(found.matched)
