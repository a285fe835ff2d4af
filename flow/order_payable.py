"""What an order pays, a bill or a settlement, for the steps that are the same for both."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.order_accounts import confirm_account
from flow.order_draft import Wish
from flow.order_facts import facts_of
from flow.order_look import all_flags, bill_for
from flow.order_print import Payable
from flow.papers import Papers
from flow.settings import Settings
from flow.settlement_facts import confirm_receiver, facts_of_settlement, settlement_flags, worded
from models.errors.household import SettlementHandedOver, SettlementUnknown
from models.errors.orders import AlreadyHandedOver
from models.errors.problem import Problem
from models.tables import Payment, Settlement
from pay.policy.check import flags_of
from pay.policy.facts import Facts
from pay.policy.flag import Flag, Weight


def payable_of(session: Session, row: Payment) -> Payable:
    """What the order pays, held until the transaction ends. Raises NotFound."""
    if row.settlement_id is not None:
        return settlement_for(session, row.settlement_id)
    return bill_for(session, row.bill_id or 0)


def settlement_for(session: Session, number: int) -> Settlement:
    """The settlement, held until the transaction ends. Raises SettlementUnknown."""
    query = select(Settlement).where(Settlement.id == number).with_for_update()
    row = session.scalar(query)
    if row is None:
        raise SettlementUnknown(id=number)
    return row


def facts_for(
    session: Session, row: Payment, payable: Payable, papers: Papers, now: datetime, *, country: str
) -> Facts:
    """All that the rules need to judge the order `row`."""
    if isinstance(payable, Settlement):
        return facts_of_settlement(session, row, payable, now, country=country)
    return facts_of(session, row, payable, papers, now, country=country)


def flags_for(
    session: Session, settings: Settings, facts: Facts, payable: Payable, rail: str
) -> tuple[Flag, ...]:
    """What the state of what is paid and all rules say, stops first."""
    if not isinstance(payable, Settlement):
        return all_flags(session, settings, facts, payable, rail)
    rules = (worded(flag, facts) for flag in flags_of(facts))
    found = (*settlement_flags(payable, rail), *rules)
    return tuple(sorted(found, key=lambda flag: flag.weight is not Weight.STOP))


def confirm(
    session: Session, row: Payment, payable: Payable, wish: Wish, given: tuple[str, datetime]
) -> None:
    """Keeps that the person vouches for the account, if they do. given: by whom, and now."""
    by, now = given
    if isinstance(payable, Settlement):
        if wish.asked:
            confirm_receiver(session, row, payable, by=by, now=now)
    elif wish.contact_bill is not None:
        confirm_account(session, row, payable, wish.contact_bill, by=by, now=now)
    session.flush()


def handed_over_already(row: Payment, rail: str) -> Problem:
    """The refusal of a second way for an order whose papers are out."""
    day = (row.handed_over_at or row.made_at).date().isoformat()
    if row.settlement_id is not None:
        return SettlementHandedOver(id=row.settlement_id, day=day, rail=rail)
    return AlreadyHandedOver(id=row.bill_id or 0, day=day, rail=rail)
