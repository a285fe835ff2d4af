"""Shares that cannot be cut."""

from models.errors.problem import Problem
from models.words import mark


class NobodyToShare(Problem):
    sentence = mark("Nobody is named to share this bill: choose who shares it.")


class NamedTwice(Problem):
    sentence = mark("The same person is named twice in one split: name each person once.")


class TooManyToShare(Problem):
    sentence = mark("A bill can be shared between {limit} people at most.")


class PartInvalid(Problem):
    sentence = mark("“{part}” cannot be somebody’s part: write a number from 0 to {limit}.")


class PartsAllZero(Problem):
    sentence = mark("Every part is zero: give at least one person a part of this bill.")


class PercentsNotWhole(Problem):
    sentence = mark("The percentages make {sum} %: change them until they make 100 %.")


class AmountsNotTheBill(Problem):
    sentence = mark("The amounts make {sum}, the bill is {bill} {currency}: change them to agree.")


class PayersNotTheBill(Problem):
    sentence = mark(
        "The payments make {sum}, the bill is {bill} {currency}: correct who paid what."
    )


class PaymentUnfit(Problem):
    sentence = mark(
        "A payment of {part} does not go with a bill of {bill} {currency}: correct who paid what."
    )


class PeriodMissing(Problem):
    sentence = mark(
        "This bill does not say which days it is for: give the first and the last day, "
        "or split it another way."
    )


class DaysReversed(Problem):
    sentence = mark("The last day ({last}) is before the first ({first}): correct one of them.")


class NobodyPresent(Problem):
    sentence = mark(
        "Nobody was there from {first} to {last}: complete the calendar of the household, "
        "or split this bill another way."
    )


class ReadingsMissing(Problem):
    sentence = mark("This split needs meter readings: enter them, or split the bill another way.")


class MeterReversed(Problem):
    sentence = mark("A meter went backwards, from {start} to {end}: check both readings.")


class MainMeterTooLow(Problem):
    sentence = mark(
        "The meters of the rooms counted {used}, the main meter only {main}: check the readings."
    )


class FixedPartTooLarge(Problem):
    sentence = mark("The fixed part ({fixed}) is more than the bill ({bill} {currency}).")


class GuestUncarried(Problem):
    sentence = mark("A guest is carried by one member who is no guest: choose who pays for them.")


class SharesUneven(Problem):
    sentence = mark("The shares make {sum}, not {whole} {currency}: split this bill again.")


class RepaymentInvalid(Problem):
    sentence = mark("A settlement goes from one person to another and is more than zero.")


class CountedTwice(Problem):
    sentence = mark("Number {id} stands twice in these accounts: it must be counted once.")


class BalancesUneven(Problem):
    sentence = mark("These balances do not cancel out ({sum} left over): look for a missing share.")
