"""Which raises of caps are to be told of: those that wait, and those that hold lately and do still."""

from datetime import timedelta

from models.money import Money
from pay.policy.caps import DELAY, NO_CAPS, CapChange, Caps
from pay.policy.raises import LATELY, Raise, raises_at
from tests.pay.orders import MONDAY_MORNING

START = MONDAY_MORNING
HOUR = timedelta(hours=1)
FIFTY, SEVENTY = Caps(Money(50_00, "EUR")), Caps(Money(70_00, "EUR"))
HUNDRED, DOLLARS = Caps(Money(100_00, "EUR")), Caps(Money(90_00, "USD"))


def test_a_raise_is_told_while_it_waits_and_for_a_week_after() -> None:
    asked, one = [CapChange(HUNDRED, START)], Raise(START, FIFTY, HUNDRED)
    for moment in (START, START + DELAY - HOUR, START + DELAY, START + DELAY + LATELY - HOUR):
        assert raises_at(FIFTY, asked, moment) == [one], moment
    assert raises_at(FIFTY, asked, START + DELAY + LATELY) == []


def test_a_cut_and_a_first_cap_are_none() -> None:
    assert raises_at(NO_CAPS, [CapChange(FIFTY, START)], START + HOUR) == []
    assert raises_at(HUNDRED, [CapChange(FIFTY, START)], START + HOUR) == []


def test_what_was_withdrawn_is_none_whether_it_held_or_not() -> None:
    for later in (HOUR, DELAY + HOUR):
        asked = [CapChange(HUNDRED, START), CapChange(FIFTY, START + later)]
        assert raises_at(FIFTY, asked, START + later) == []
        assert raises_at(FIFTY, asked, START + DELAY + 2 * HOUR) == []


def test_of_what_was_made_smaller_the_rest_is_told() -> None:
    for later in (HOUR, DELAY + HOUR):
        asked = [CapChange(HUNDRED, START), CapChange(SEVENTY, START + later)]
        assert raises_at(FIFTY, asked, START + later) == [Raise(START, FIFTY, SEVENTY)]


def test_a_second_raise_is_told_from_the_first_on_and_another_currency_is_a_raise() -> None:
    asked = [CapChange(SEVENTY, START), CapChange(HUNDRED, START + HOUR)]
    assert raises_at(FIFTY, asked, START + HOUR) == [
        Raise(START, FIFTY, SEVENTY), Raise(START + HOUR, SEVENTY, HUNDRED),
    ]  # fmt: skip
    assert raises_at(FIFTY, [CapChange(DOLLARS, START)], START) == [Raise(START, FIFTY, DOLLARS)]
