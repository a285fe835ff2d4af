"""A house on each database in which Alice, at this machine, owes Bob; Dora approves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from flow.household.announcing import announce
from flow.household.members import Change, Newcomer, add_member, change_member, make_household
from flow.household.rights import Actor, acting_as
from flow.order_approval import Given, approve_order
from flow.order_draft import Wish
from flow.order_handover import HandedOver, hand_over
from flow.order_look import Looked
from flow.placing import Place
from flow.prove import Brought, Imported, import_file
from flow.settlement_look import handover_of, look_at_settlement
from models.money import Money
from models.tables import Member, Payment, Role, Settlement
from pay.transfers import Transfer
from tests.flow.order_house import ALL, OrderHouse, order_house, way
from tests.flow.paid_bills import Line, csv_file

ALICE_IBAN = "FR7630006000011234567890189"
BOB_IBAN = "DE02120300000000202051"
NEW_IBAN = "FR1420041010050500013M02606"
ANSWERED = ALL | {"other_country"}
DAY = date(2026, 11, 25)


@dataclass
class Settling:
    """Alice (owner), Bob (member) and Dora (approver) in one household."""

    house: OrderHouse
    alice: Actor
    bob: Actor
    dora: Actor

    def owe(self, amount: str = "45.00", *, back: bool = False) -> int:
        """A settlement from Alice to Bob, or back: from Bob to Alice; its number."""
        sender, receiver = (self.bob, self.alice) if back else (self.alice, self.bob)
        with self.house.session() as session, session.begin():
            transfer = Transfer(sender.person, receiver.person, Money.of(amount, "EUR"))
            (row,) = announce(session, sender, [transfer], beside=True)
            return row.id

    def look(self, number: int, who: Actor | None = None, **wish: Any) -> Looked:
        member = (who or self.alice).member_id
        wiring, now = self.house.wiring, self.house.now
        return look_at_settlement(wiring, number, member, Wish(**wish), now)

    def approve(self, looked: Looked, code: str = "") -> None:
        approve_order(self.house.wiring, looked, Given(ANSWERED, code), self.house.now)

    def hand_over(self, looked: Looked, rail: str = "sepa-sheet") -> HandedOver:
        place = Place(self.house.folder / str(looked.payment_id))
        beside = handover_of(self.house.wiring, looked, self.house.now)
        return hand_over(self.house.wiring, looked.payment_id, way(rail), beside, place)

    def pay(self, number: int, who: Actor | None = None, **wish: Any) -> HandedOver:
        rail = wish.setdefault("rail", "sepa-sheet")
        looked = self.look(number, who, **wish)
        self.approve(looked)
        return self.hand_over(looked, rail)

    def row(self, number: int) -> Settlement:
        with self.house.session() as session:
            return session.get_one(Settlement, number)

    def orders(self, number: int) -> list[Payment]:
        with self.house.session() as session:
            mine = Payment.settlement_id == number
            return list(session.scalars(select(Payment).where(mine).order_by(Payment.id)))

    def steps(self, number: int) -> list[str]:
        return [row.step.value for row in self.orders(number)]

    def state(self, number: int) -> str:
        return self.row(number).state.value

    def bring(self, *lines: Line, who: Actor | None = None) -> Imported:
        """A statement of one's own: of Alice unless said."""
        member = who.member_id if who else None
        done = import_file(
            self.house.wiring, Brought("bank.csv", csv_file(*lines), member_id=member)
        )
        assert isinstance(done, Imported)
        return done

    def moves_to(self, name: str, iban: str) -> None:
        with self.house.session() as session, session.begin():
            change_member(session, self.alice, name, Change(iban=iban))


@contextmanager
def settling(url: str, home: Path, **settings: Any) -> Iterator[Settling]:
    with order_house(url, home, **settings) as house:
        with house.session() as session, session.begin():
            alice = make_household(session, "Rue des Lilas", "Alice", [house.account_id], "test")
            session.get_one(Member, alice.member_id).iban = ALICE_IBAN
            bob = add_member(session, alice, Newcomer("Bob", iban=BOB_IBAN))
            dora = add_member(session, alice, Newcomer("Dora", Role.APPROVER))
            actors = [acting_as(session, number, "test") for number in (bob, dora)]
        yield Settling(house, alice, *actors)
