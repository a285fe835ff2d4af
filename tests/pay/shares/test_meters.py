"""By meter: own use, what is common, what is fixed."""

from decimal import Decimal

import pytest

from models.errors.shares import (
    FixedPartTooLarge,
    MainMeterTooLow,
    MeterReversed,
    PartInvalid,
    PeriodMissing,
    ReadingsMissing,
)
from models.errors.values import CurrencyMismatch
from models.money import Money
from pay.people import Person
from pay.shares.facts import Facts
from pay.shares.meters import READINGS, Counted, Readings, RoomMeter
from pay.shares.rule import ByDays, ByMeter, ByWeights, Equally
from pay.shares.split import split
from pay.shares.why import EqualPart, MeterPart
from tests.pay.cast import ALICE, BOB, CHARLIE, amounts, euros, weights


def counted(start: str, end: str) -> Counted:
    return Counted(Decimal(start), Decimal(end))


def room(person: Person, start: str, end: str) -> RoomMeter:
    return RoomMeter(person, counted(start, end))


ROOMS = (room(ALICE, "100", "160"), room(BOB, "1000.5", "1020.5"))
EQUAL_REST = ByMeter(Equally((ALICE, BOB)))


def test_each_pays_what_their_meter_counted() -> None:
    made = split(euros("80"), EQUAL_REST, Facts(readings=Readings(ROOMS)))
    assert amounts(made) == {ALICE: "60.00", BOB: "20.00"}
    assert made.shares[0].why == MeterPart(Decimal(60), Decimal("80.0"), None)


def test_what_only_the_main_meter_counted_is_common() -> None:
    readings = Readings(ROOMS, main=counted("0", "100"))
    made = split(euros("100"), EQUAL_REST, Facts(readings=readings))
    assert amounts(made) == {ALICE: "70.00", BOB: "30.00"}
    assert made.shares[0].why == MeterPart(Decimal(60), Decimal(100), EqualPart(2))
    assert made.shares[0].why.told("en") == "60 of 100 on the meter"


def test_the_subscription_goes_by_the_rest() -> None:
    readings = Readings(ROOMS, fixed=euros("20"))
    rule = ByMeter(ByWeights(weights(alice="1", charlie="1")))
    made = split(euros("100"), rule, Facts(readings=readings))
    assert amounts(made) == {ALICE: "70.00", BOB: "20.00", CHARLIE: "10.00"}
    credit = split(euros("-100"), rule, Facts(readings=readings))
    assert amounts(credit) == {ALICE: "-70.00", BOB: "-20.00", CHARLIE: "-10.00"}


def test_when_nothing_was_used_the_whole_bill_goes_by_the_rest() -> None:
    readings = Readings((room(ALICE, "7", "7"),))
    made = split(euros("30"), EQUAL_REST, Facts(readings=readings))
    assert amounts(made) == {ALICE: "15.00", BOB: "15.00"}


def test_the_rest_is_not_asked_when_there_is_none() -> None:
    known = Facts(readings=Readings(ROOMS))
    assert amounts(split(euros("80"), ByMeter(ByDays()), known))[ALICE] == "60.00"
    common = Facts(readings=Readings(ROOMS, main=counted("0", "81")))
    with pytest.raises(PeriodMissing):
        split(euros("80"), ByMeter(ByDays()), common)


def test_a_replaced_meter_is_two_meters() -> None:
    rooms = (room(ALICE, "99990", "99999"), room(ALICE, "0", "11"), room(BOB, "0", "20"))
    made = split(euros("40"), EQUAL_REST, Facts(readings=Readings(rooms)))
    assert amounts(made) == {ALICE: "20.00", BOB: "20.00"}


def test_a_meter_does_not_go_backwards() -> None:
    with pytest.raises(MeterReversed) as met:
        counted("160", "100")
    assert "160" in met.value.told("en")
    for start, end in (("-1", "3"), ("0", "NaN"), ("0", "1E+30")):
        with pytest.raises(PartInvalid):
            counted(start, end)


def test_rooms_do_not_use_more_than_the_main_meter() -> None:
    with pytest.raises(MainMeterTooLow):
        Readings(ROOMS, main=counted("0", "79.999999"))


def test_the_fixed_part_is_within_the_bill_and_of_its_currency() -> None:
    for bill in ("19.99", "-19.99", "0"):
        known = Facts(readings=Readings(ROOMS, fixed=euros("20")))
        with pytest.raises(FixedPartTooLarge):
            split(euros(bill), EQUAL_REST, known)
    with pytest.raises(FixedPartTooLarge):
        split(euros("9"), EQUAL_REST, Facts(readings=Readings(ROOMS, fixed=euros("-1"))))
    with pytest.raises(CurrencyMismatch):
        split(euros("9"), EQUAL_REST, Facts(readings=Readings(ROOMS, fixed=Money(1, "CHF"))))


def test_without_readings_there_is_no_split_by_meter() -> None:
    for known in (Facts(), Facts(readings=Readings(()))):
        with pytest.raises(ReadingsMissing):
            split(euros("80"), EQUAL_REST, known)


def test_readings_survive_their_json_and_are_checked_again() -> None:
    readings = Readings(ROOMS, counted("0", "100"), euros("20"))
    text = READINGS.write(readings)
    assert READINGS.read(text) == readings
    with pytest.raises(MeterReversed):
        READINGS.read(text.replace('"160"', '"16"'))
