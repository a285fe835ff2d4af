"""An instalment of which a statement shows a part is open over the rest, and nothing is paid twice."""

from datetime import date

from flow.bill_shown import show_bill
from flow.decide_match import pair, unmatch
from flow.instalments import told_of
from flow.pair_doubts import pair_doubt
from flow.set_off_door import set_off_whole
from models.tables import MatchState
from models.verdict import State
from tests.flow.credit_house import credit, house
from tests.flow.order_house import OrderHouse
from tests.flow.paid_bills import Line, bring, csv_file, state
from tests.flow.schedules import Scheduled, schedule_of

__all__ = ["house"]

PART = Line("-20.00", "CHEQUE 12", date(2026, 12, 5))


def told(house: OrderHouse, number: int) -> list[tuple[str, str, str | None]]:
    with house.session() as session:
        return [
            (one.stage, str(one.amount), str(one.part) if one.part else None)
            for one in told_of(session, number)
        ]


def part_seen(house: OrderHouse, *more: Line) -> int:
    """A schedule of three times 60, of whose first instalment 20 are seen."""
    number = schedule_of(house, Scheduled(months=3))
    bring(house.wiring, csv_file(PART, *more))
    assert pair(house.wiring, 1, number)[1] is MatchState.CONFIRMED
    return number


def test_an_instalment_that_is_paid_in_part_is_open_over_the_rest(house: OrderHouse) -> None:
    number = part_seen(house)
    assert told(house, number)[:2] == [("open", "40.00", "20.00"), ("open", "60.00", None)]
    row = show_bill(house.wiring, number)["instalments"][0]
    assert (row["stage"], row["amount"], row["seen"]) == ("open", "40.00", "20.00")
    assert str(house.look(number).order.amount) == "40.00"


def test_an_entry_said_twice_to_pay_a_schedule_stays_with_its_instalment(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=3))
    bring(house.wiring, csv_file(Line("-60.00", "CHEQUE 12", date(2026, 12, 5))))
    first = pair(house.wiring, 1, number)
    assert pair_doubt(house.wiring, 1, number) is None
    assert pair(house.wiring, 1, number) == first
    assert [stage for stage, _, _ in told(house, number)] == ["paid", "open", "open"]


def test_the_rest_of_an_instalment_makes_it_paid(house: OrderHouse) -> None:
    number = part_seen(house, Line("-40.00", "CHEQUE 13", date(2026, 12, 6)))
    match, _ = pair(house.wiring, 2, number)
    assert told(house, number)[:2] == [("paid", "60.00", None), ("open", "60.00", None)]
    unmatch(house.wiring, match)
    assert told(house, number)[0] == ("open", "40.00", "20.00")


def test_an_order_over_the_rest_is_seen_by_itself_and_pays_the_schedule(house: OrderHouse) -> None:
    number = part_seen(house)
    for amount, day in (("40.00", date(2026, 12, 6)), ("60.00", date(2027, 1, 4))):
        order = house.pay(number, instalment=1 + (amount == "60.00")).order
        assert str(order.amount) == amount
        bring(house.wiring, csv_file(Line(f"-{amount}", f"VIR {order.key.upper()}", day)))
    assert told(house, number)[:2] == [("paid", "60.00", None), ("paid", "60.00", None)]
    last = house.pay(number, instalment=3).order
    assert str(last.amount) == "60.00"
    bring(house.wiring, csv_file(Line("-60.00", f"VIR {last.key.upper()}", date(2027, 2, 4))))
    assert state(house.wiring, number) is State.PAID


def test_an_order_of_whose_instalment_a_part_is_seen_stays_out(house: OrderHouse) -> None:
    number = schedule_of(house, Scheduled(months=2))
    key = house.pay(number).order.key
    bring(house.wiring, csv_file(PART))
    pair(house.wiring, 1, number)
    assert told(house, number)[0] == ("handed_over", "40.00", "20.00")
    bring(house.wiring, csv_file(Line("-40.00", f"VIR {key.upper()}", date(2026, 12, 6))))
    pair(house.wiring, 2, number)
    assert told(house, number)[0] == ("paid", "60.00", None)


def test_credit_may_pay_the_rest_of_an_instalment(house: OrderHouse) -> None:
    number, note = schedule_of(house, Scheduled(months=1)), credit(house, "40.00")
    bring(house.wiring, csv_file(PART))
    pair(house.wiring, 1, number)
    set_off_whole(house.wiring, number, note, house.now)
    assert told(house, number) == [("paid", "20.00", None)]
