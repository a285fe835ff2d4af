"""Whom to write to comes from older bills; a held bill adds nothing, a first one proves nothing."""

import pytest

from flow.household.members import Newcomer, add_member, make_household
from flow.household.rights import acting_as
from models.tables import MemberAccount, Role
from tests.flow.post import account
from tests.flow.talks.talk_house import SERVICE, TalkHouse

FORGED = "service@paiement-eaux.example"


def mails(house: TalkHouse, bill_id: int) -> list[tuple[str, bool]]:
    return [
        (one["value"], one["only_this_bill"])
        for one in house.talk(bill_id).contacts
        if one["means"] == "email"
    ]


def test_older_bills_say_it_first_and_the_bill_in_question_last(quiet: TalkHouse) -> None:
    first = quiet.bill("F-20311")
    second = quiet.bill("F-20444", contact=FORGED)
    assert mails(quiet, first) == [(SERVICE, True)]
    assert mails(quiet, second) == [(SERVICE, False), (FORGED, True)]
    (note,) = quiet.talk(first).notes
    assert "older bill" in note.told("en")


def test_a_held_bill_adds_nothing_and_a_held_older_one_vouches_for_nothing(
    quiet: TalkHouse,
) -> None:
    forged = quiet.bill("F-20300", contact=FORGED)
    quiet.hold(forged)
    assert mails(quiet, forged) == []
    real = quiet.bill("F-20444")
    assert mails(quiet, real) == [(SERVICE, True)]
    suspect = quiet.bill("F-20555", contact=FORGED)
    quiet.hold(suspect)
    assert mails(quiet, suspect) == [(SERVICE, False)]
    assert quiet.talk(suspect).customer_number == "C-F-20444"


def test_a_later_bill_says_nothing_of_an_older_one(quiet: TalkHouse) -> None:
    older = quiet.bill("F-20311", contact="")
    quiet.bill("F-20444", contact=FORGED)
    assert mails(quiet, older) == []


@pytest.mark.parametrize(
    ("sender", "told"),
    [
        ("facturation@petit-plombier.example", ["facturation@petit-plombier.example"]),
        ("no-reply@petit-plombier.example", []),
        ("Ne.Pas.Repondre@petit-plombier.example", []),
        ("alice@example.org", []),
    ],
)
def test_where_no_bill_prints_an_address_its_sender_counts_if_somebody_reads_there(
    quiet: TalkHouse, sender: str, told: list[str]
) -> None:
    bill = quiet.bill("F-20311", contact="")
    with quiet.session() as session, session.begin():
        session.execute(quiet.sent_by(bill, sender))
    assert [value for value, _ in mails(quiet, bill)] == told


def test_another_members_bills_are_not_told_from(quiet: TalkHouse) -> None:
    quiet.bill("F-20311")
    other = account(quiet.wiring, "bob@example.org")
    with quiet.session() as session, session.begin():
        alice = make_household(session, "Rue des Lilas", "Alice", [quiet.account_id], "test")
        number = add_member(session, alice, Newcomer("Bob", Role.MEMBER))
        bob = acting_as(session, number, "test")
        session.add(MemberAccount(member_id=bob.member_id, account_id=other))
    bill = quiet.bill("F-20444", contact="", account_id=other)
    assert mails(quiet, bill) == []
