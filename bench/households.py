"""`python -m bench.households`: what the accounts of a large household cost.

Twelve people, 5,000 bills split by the rules of pay.shares, every tenth paid by two people, every
fiftieth disputed by one, and 500 settlements. The values are made beforehand and not counted; each
figure is the processor time of one run: the median of several and, in brackets, the longest.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from statistics import median
from time import process_time

from bench.tables import table
from models.money import Money
from models.reading import Period
from pay.balances import balances, to_settle
from pay.debts import as_owed
from pay.people import Part, Person
from pay.postings import Posting, Repayment, shared_bill
from pay.recap import month_of, recaps
from pay.shares.apportion import turn_of
from pay.shares.facts import Facts
from pay.shares.presence import Interval, Presence
from pay.shares.rule import ByDays, ByWeights, Equally, Rule, Weight
from pay.shares.share import ShareState, Split
from pay.shares.split import split
from pay.transfers import fewest

PEOPLE = tuple(map(Person, range(1, 13)))
BILLS, SETTLEMENTS, RUNS = 5000, 500, 15
FIRST = date(2016, 1, 1)
RULES: tuple[Rule, ...] = (
    Equally(PEOPLE),
    ByWeights(tuple(Weight(person, Decimal(1 + person % 3)) for person in PEOPLE)),
    ByDays(),
)


def main() -> None:
    """Prints the table."""
    random = Random(1)
    began = process_time()
    splits = [_split(random, number) for number in range(BILLS)]
    each = (process_time() - began) / BILLS
    household = [*_bills(random, splits), *_settlements(random)]
    crowd = _crowd(random, 16)
    rows = [
        ["one bill split between 12", f"{1000 * each:.2f}"],
        ["balances of 12 people", _timed(lambda: balances(household))],
        ["balances and fewest transfers", _timed(lambda: fewest(to_settle(balances(household))))],
        ["who owes whom really", _timed(lambda: as_owed(household))],
        ["one person’s month", _timed(lambda: recaps(household, PEOPLE[0], month_of(2025, 9)))],
        ["fewest transfers, 14 people", _timed(lambda: fewest(_crowd(Random(2), 14)))],
        ["fewest transfers, 16 people", _timed(lambda: fewest(crowd))],
    ]
    print(table(["12 people, 5,000 bills, 500 settlements", "CPU ms"], rows))


def _timed(run: Callable[[], object]) -> str:
    times = []
    for _ in range(RUNS):
        began = process_time()
        run()
        times.append(1000 * (process_time() - began))
    return f"{median(times):.1f} ({max(times):.1f})"


def _split(random: Random, number: int) -> Split:
    came = (Interval(person, FIRST + timedelta(200 * person)) for person in PEOPLE[1:])
    first = FIRST + timedelta(random.randrange(3600))
    facts = Facts(
        turn=turn_of(number % 9, number // 9),
        period=Period(first, first + timedelta(30)),
        presence=Presence((Interval(PEOPLE[0]), *came)),
    )
    made = split(Money(random.randint(500, 40_000), "EUR"), RULES[number % len(RULES)], facts)
    return made.with_state(ShareState.DISPUTED, PEOPLE[1]) if number % 50 == 0 else made


def _bills(random: Random, splits: list[Split]) -> list[Posting]:
    found: list[Posting] = []
    for number, made in enumerate(splits):
        first, second = random.sample(PEOPLE, 2)
        other = made.amount.minor // 3 if number % 10 == 0 else 0
        paid = [Part(first, made.amount.minor - other), Part(second, other)]
        on = FIRST + timedelta(random.randrange(3650))
        found.append(shared_bill(number, on, made, paid))
    return found


def _settlements(random: Random) -> list[Posting]:
    found: list[Posting] = []
    for number in range(SETTLEMENTS):
        sender, receiver = random.sample(PEOPLE, 2)
        money = Money(random.randint(100, 50_000), "EUR")
        on = FIRST + timedelta(random.randrange(3650))
        found.append(Repayment(number, on, sender, receiver, money, received=number % 9 > 0))
    return found


def _crowd(random: Random, size: int) -> dict[str, dict[Person, int]]:
    nets = {Person(number): random.randint(-50_000, 50_000) for number in range(1, size)}
    return {"EUR": {**nets, Person(size): -sum(nets.values())}}


if __name__ == "__main__":
    main()
