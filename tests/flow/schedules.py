"""Payment schedules with their mails."""

from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from models.money import Money
from models.reading import Means, Reading
from models.verdict import Kind
from tests.flow.order_house import FRENCH, OrderHouse
from tests.flow.paid_bills import CREDITOR, Asked, arrive, found


@dataclass(frozen=True)
class Scheduled(Asked):
    """Equal instalments, a month apart; the card shows the first."""

    months: int = 3
    each: str = "60.00"
    first: date = date(2026, 12, 5)
    means: Means = Means.TRANSFER

    @property
    def reading(self) -> Reading:
        days = [self.first + relativedelta(months=number) for number in range(self.months)]
        return replace(
            super().reading,
            means=found(self.means),
            schedule=tuple((day, Money.of(self.each, "EUR")) for day in days),
        )


def schedule_of(house: OrderHouse, scheduled: Scheduled) -> int:
    """The card of a schedule, made from a mail as the road makes it."""
    asked = replace(
        scheduled, amount=scheduled.each, due=scheduled.first, kind=Kind.SCHEDULE, iban=FRENCH,
        creditor=CREDITOR if scheduled.means is Means.DIRECT_DEBIT else "",
    )  # fmt: skip
    return arrive(house.wiring, asked)
