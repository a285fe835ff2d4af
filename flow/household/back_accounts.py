"""What a person has announced, has open at a provider, and still owes: what their ways back are made of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flow.collect.standing import wanted_from
from flow.household.back_card import CardPage, card_pages
from flow.household.balances import proposed
from flow.household.bound import Debt, Given, debts_of, given_for_bills
from flow.household.rights import Actor
from flow.household.settling import settlements
from models.money import Money
from models.tables import Settlement, SettlementState
from pay.people import Person
from pay.transfers import Transfer


@dataclass(frozen=True, slots=True)
class Accounts:
    """The actor's open settlements and pages, and what they owe to each beyond those.

    debts: by bill, the oldest first, before any settlement; given: for each of them, by its own settlements.
    wanted: what was paid by card and a bank wants back, undecided so far; by bill 0 for no bill alone.
    Nothing of it is asked for: they may turn out to have paid it.
    """

    rows: tuple[Settlement, ...]
    pages: tuple[CardPage, ...]
    left: Mapping[tuple[Person, str], Money]
    debts: Sequence[Debt]
    given: Given
    wanted: Given

    def page_of(self, row: Settlement) -> CardPage | None:
        """The provider's page that pays a settlement."""
        return next((one for one in self.pages if one.settlement_id == row.id), None)

    def of(self, owed: Transfer, bill_id: int) -> list[Settlement]:
        """Those that may be shown for a debt of this bill: its own, and those of no bill while its own
        do not make the whole of it."""
        bills = {None, bill_id} if self.rest(owed, bill_id) else {bill_id}
        return [
            row for row in self.rows
            if (row.receiver_id, row.currency) == (owed.receiver, owed.amount.currency)
            and row.bill_id in bills
            and ((page := self.page_of(row)) is None or page.is_for(bill_id))
        ]  # fmt: skip

    def begun(self, bill_id: int) -> list[Settlement]:
        """Those of this bill alone that no page of a provider still asks for."""
        return [
            row for row in self.rows
            if row.bill_id == bill_id and ((page := self.page_of(row)) is None or not page.link)
        ]  # fmt: skip

    def wanted_back(self, owed: Transfer, bill_id: int) -> Money | None:
        """What a bank wants back from who is owed, of this bill or of no bill alone; None for nothing."""
        currency = owed.amount.currency
        minor = sum(self.wanted[bill, owed.receiver, currency] for bill in (bill_id, 0))
        return Money(minor, currency) if minor else None

    def announced(self, owed: Transfer, bill_id: int) -> Settlement | None:
        """The one that waits to be sent, by hand, instead of another: the bill's own, or one of no bill
        where nothing more is to be announced."""
        free = self.more(owed, bill_id) is None
        waiting = (
            row
            for row in self.of(owed, bill_id)
            if row.state is SettlementState.ANNOUNCED
            and (free or row.bill_id is not None)
            and self.page_of(row) is None
        )
        return min(waiting, key=lambda row: row.bill_id is None, default=None)

    def rest(self, owed: Transfer, bill_id: int) -> Money | None:
        """What the bill's own settlements leave of its debt; None when they make the whole of it."""
        currency = owed.amount.currency
        minor = self._rest(bill_id, owed.receiver, currency, owed.amount.minor)
        return Money(minor, currency) if minor else None

    def more(self, owed: Transfer, bill_id: int) -> Money | None:
        """What is still to be announced of a debt; None when nothing is.

        Settlements of no bill, and what the other owes in return, go to the oldest bills first: all bills
        together never ask for more than is owed.
        """
        receiver, currency = owed.receiver, owed.amount.currency
        whole = self.left.get((receiver, currency))
        rest = self.rest(owed, bill_id)
        if whole is None or rest is None:
            return None
        mine = [one for one in self.debts if (one.receiver, one.currency) == (receiver, currency)]
        place = next((at for at, one in enumerate(mine) if one.bill_id == bill_id), -1)
        newer = sum(
            self._rest(one.bill_id, receiver, currency, one.minor) for one in mine[place + 1 :]
        )
        minor = min(rest.minor, whole.minor - newer)
        return Money(minor, currency) if minor > 0 else None

    def _rest(self, bill_id: int, receiver: int, currency: str, minor: int) -> int:
        # More came back than was given when who advanced the bill was said anew: that is no part of it.
        return max(minor - max(self.given[bill_id, receiver, currency], 0), 0)


def accounts_of(session: Session, actor: Actor) -> Accounts:
    """As they stand now."""
    rows = tuple(row for row in settlements(session, actor) if row.sender_id == actor.member_id)
    wanted = Counter[tuple[int, int, str]]()
    for payee, bill_id, amount in wanted_from(session, actor.member_id):
        wanted[bill_id or 0, payee, amount.currency] += amount.minor
    left = {
        (one.receiver, one.amount.currency): one.amount
        for one in proposed(session, actor, direct=True)
        if one.sender == actor.person
    }
    debts = debts_of(session, actor.household_id, actor.member_id) if left else ()
    given = given_for_bills(session, actor.member_id)
    given.update({key: minor for key, minor in wanted.items() if key[0]})
    return Accounts(rows, tuple(card_pages(session, actor)), left, debts, given, wanted)
