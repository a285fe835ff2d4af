"""By days present: the bill's period laid over the calendar."""

from datetime import date, timedelta

import pytest

from models.errors.shares import DaysReversed, NobodyPresent, PeriodMissing
from models.reading import Period
from pay.people import Guest, Person
from pay.shares.facts import Facts
from pay.shares.presence import Interval, Presence
from pay.shares.rule import ByDays
from pay.shares.split import split
from pay.shares.why import DaysPart, EqualPart, Together
from tests.pay.cast import ALICE, BOB, CHARLIE, GUEST, SEPTEMBER, amounts, euros


def september(day: int) -> date:
    return date(2026, 9, day)


def facts(*stays: Interval, away: tuple[Interval, ...] = (), period: Period = SEPTEMBER) -> Facts:
    return Facts(period=period, presence=Presence(stays, away))


ALWAYS = (Interval(ALICE), Interval(BOB))
HALF = facts(*ALWAYS, Interval(CHARLIE, september(16)))


def test_each_day_is_cut_between_those_who_are_there() -> None:
    made = split(euros("90"), ByDays(), HALF)
    assert amounts(made) == {ALICE: "37.50", BOB: "37.50", CHARLIE: "15.00"}


def test_or_each_day_of_each_person_costs_the_same() -> None:
    made = split(euros("90"), ByDays(count="person_days"), HALF)
    assert amounts(made) == {ALICE: "36.00", BOB: "36.00", CHARLIE: "18.00"}


def test_a_share_shows_its_days_and_with_how_many_they_were_borne() -> None:
    alice, _, charlie = split(euros("90"), ByDays(), HALF).shares
    days = (Together(september(1), september(15), 2), Together(september(16), september(30), 3))
    assert alice.why == DaysPart(30, 30, days)
    assert charlie.why == DaysPart(15, 30, days[1:])
    assert charlie.why.told("en") == "15 of 30 days"


def test_days_apart_are_told_apart_and_days_in_a_row_together() -> None:
    away = (Interval(ALICE, september(11), september(20)),)
    alice, bob = split(euros("90"), ByDays(people=(ALICE, BOB)), facts(*ALWAYS, away=away)).shares
    halves = (Together(september(1), september(10), 2), Together(september(21), september(30), 2))
    assert alice.why == DaysPart(20, 30, halves)
    assert bob.why == DaysPart(
        30, 30, (halves[0], Together(september(11), september(20), 1), halves[1])
    )
    guest = Interval(GUEST, september(5), september(6))
    (alone,) = split(euros("90"), ByDays(people=(ALICE,)), facts(Interval(ALICE), guest)).shares
    assert alone.why == DaysPart(30, 30, (Together(september(1), september(30), 1),))


def test_both_ends_of_an_interval_count() -> None:
    made = split(euros("30"), ByDays(), facts(Interval(ALICE, last=september(29)), Interval(BOB)))
    assert amounts(made) == {ALICE: "14.50", BOB: "15.50"}
    one_day = facts(Interval(ALICE, september(30)), Interval(BOB, last=september(1)))
    made = split(euros("2"), ByDays(empty="others"), one_day)
    assert amounts(made) == {ALICE: "1.00", BOB: "1.00"}


def test_who_moved_out_before_the_period_has_no_share() -> None:
    gone = facts(Interval(ALICE), Interval(BOB, last=date(2026, 8, 31)))
    assert amounts(split(euros("30"), ByDays(), gone)) == {ALICE: "30.00"}


def test_who_was_away_all_the_time_has_a_share_of_nothing() -> None:
    away = facts(*ALWAYS, away=(Interval(BOB, date(2026, 8, 1), date(2026, 10, 31)),))
    made = split(euros("30"), ByDays(), away)
    assert amounts(made) == {ALICE: "30.00", BOB: "0.00"}
    assert made.shares[1].why == DaysPart(0, 30)


def test_days_on_which_all_are_away_are_for_those_who_live_here() -> None:
    away = (Interval(ALICE, september(21)), Interval(BOB, september(11)))
    empty = facts(*ALWAYS, away=away)
    assert amounts(split(euros("30"), ByDays(), empty)) == {ALICE: "20.00", BOB: "10.00"}
    others = split(euros("30"), ByDays(empty="others"), empty)
    assert amounts(others) == {ALICE: "22.50", BOB: "7.50"}


def test_days_before_anybody_lived_here_cost_the_later_ones() -> None:
    late = facts(Interval(ALICE, september(21)), Interval(BOB, september(26)))
    assert amounts(split(euros("10"), ByDays(), late)) == {ALICE: "7.50", BOB: "2.50"}


def test_overlapping_intervals_count_a_day_once() -> None:
    twice = facts(*ALWAYS, Interval(BOB, september(5), september(9)), Interval(BOB, september(7)))
    assert amounts(split(euros("30"), ByDays(), twice)) == {ALICE: "15.00", BOB: "15.00"}
    away = (Interval(BOB, september(1), september(10)), Interval(BOB, september(6), september(20)))
    made = split(euros("30"), ByDays(count="person_days"), facts(*ALWAYS, away=away))
    assert amounts(made) == {ALICE: "22.50", BOB: "7.50"}


def test_nobody_present_is_told_with_the_days() -> None:
    for rule in (ByDays(), ByDays(people=(CHARLIE,))):
        presence = Presence(ALWAYS if rule.people else ())
        with pytest.raises(NobodyPresent) as met:
            split(euros("30"), rule, Facts(period=SEPTEMBER, presence=presence))
        assert "2026-09-30" in met.value.told("en")


def test_only_those_named_share() -> None:
    made = split(euros("30"), ByDays(people=(ALICE, CHARLIE)), HALF)
    assert amounts(made) == {ALICE: "22.50", CHARLIE: "7.50"}


def test_a_guest_stays_for_days_and_is_carried() -> None:
    visit = Interval(GUEST, september(1), september(3))
    known = facts(*ALWAYS, visit)
    guests = Facts(period=SEPTEMBER, presence=known.presence, guests=(Guest(GUEST, BOB),))
    made = split(euros("30"), ByDays(), guests)
    assert amounts(made) == {ALICE: "14.50", BOB: "15.50"}
    bob = made.of(BOB)
    assert bob
    assert bob.guests[0].why == DaysPart(3, 30, (Together(september(1), september(3), 3),))


def test_a_bill_without_a_period_asks() -> None:
    undated = Facts(presence=HALF.presence, issued_on=september(20))
    with pytest.raises(PeriodMissing):
        split(euros("30"), ByDays(), undated)


def test_or_is_for_those_who_live_here_on_its_day() -> None:
    rule = ByDays(undated="issue_day")
    away = (Interval(BOB, september(1)),)
    made = split(euros("30"), rule, Facts(presence=Presence(ALWAYS, away), issued_on=september(9)))
    assert amounts(made) == {ALICE: "15.00", BOB: "15.00"}
    assert {share.why for share in made.shares} == {EqualPart(2)}
    with pytest.raises(PeriodMissing):
        split(euros("30"), rule, Facts(presence=HALF.presence))
    with pytest.raises(NobodyPresent):
        split(euros("30"), rule, Facts(issued_on=september(9)))


def test_an_interval_does_not_end_before_it_begins() -> None:
    with pytest.raises(DaysReversed):
        Interval(ALICE, september(2), september(1))
    with pytest.raises(DaysReversed):
        split(euros("30"), ByDays(), facts(*ALWAYS, period=Period(september(2), september(1))))


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    ever = Period(date.min, date.max)
    made = split(euros("30"), ByDays(), facts(*ALWAYS, Interval(CHARLIE, date.max), period=ever))
    days = (date.max - date.min).days + 1
    assert [share.why.days for share in made.shares if isinstance(share.why, DaysPart)] == [
        days,
        days,
        1,
    ]


def test_a_calendar_of_thousands_of_holidays_is_read_in_no_time() -> None:
    start = date(2000, 1, 1)
    away = tuple(
        Interval(Person(day % 10), start + timedelta(day), start + timedelta(day))
        for day in range(9000)
    )
    stays = tuple(Interval(Person(number)) for number in range(10))
    period = Period(start, start + timedelta(8999))
    made = split(euros("9000"), ByDays(), facts(*stays, away=away, period=period))
    assert set(amounts(made).values()) == {"900.00"}
