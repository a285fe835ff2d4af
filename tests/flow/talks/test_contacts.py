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


def test_older_bills_say_it_first_and_the_bill_in_question_last(talks: TalkHouse) -> None:
    first = talks.bill("F-20311")
    second = talks.bill("F-20444", contact=FORGED)
    assert mails(talks, first) == [(SERVICE, True)]
    assert mails(talks, second) == [(SERVICE, False), (FORGED, True)]
    (note,) = talks.talk(first).notes
    assert "older bill" in note.told("en")


def test_a_held_bill_adds_nothing_and_a_held_older_one_vouches_for_nothing(
    talks: TalkHouse,
) -> None:
    forged = talks.bill("F-20300", contact=FORGED)
    talks.hold(forged)
    assert mails(talks, forged) == []
    real = talks.bill("F-20444")
    assert mails(talks, real) == [(SERVICE, True)]
    suspect = talks.bill("F-20555", contact=FORGED)
    talks.hold(suspect)
    assert mails(talks, suspect) == [(SERVICE, False)]
    assert talks.talk(suspect).customer_number == "C-F-20444"


def test_a_later_bill_says_nothing_of_an_older_one(talks: TalkHouse) -> None:
    older = talks.bill("F-20311", contact="")
    talks.bill("F-20444", contact=FORGED)
    assert mails(talks, older) == []


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
    talks: TalkHouse, sender: str, told: list[str]
) -> None:
    bill = talks.bill("F-20311", contact="")
    with talks.session() as session, session.begin():
        session.execute(talks.sent_by(bill, sender))
    assert [value for value, _ in mails(talks, bill)] == told


def test_another_members_bills_are_not_told_from(talks: TalkHouse) -> None:
    talks.bill("F-20311")
    other = account(talks.wiring, "bob@example.org")
    with talks.session() as session, session.begin():
        alice = make_household(session, "Rue des Lilas", "Alice", [talks.account_id], "test")
        number = add_member(session, alice, Newcomer("Bob", Role.MEMBER))
        bob = acting_as(session, number, "test")
        session.add(MemberAccount(member_id=bob.member_id, account_id=other))
    bill = talks.bill("F-20444", contact="", account_id=other)
    assert mails(talks, bill) == []
