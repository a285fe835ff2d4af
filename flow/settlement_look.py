"""A settlement's order as its sender is shown it: drawn up, checked by all rules, nothing approved yet."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.collect.standing import must_not_be_collected
from flow.holders import person_here
from flow.household.rights import Actor, acting_as
from flow.money_lock import alone_with_money
from flow.order_draft import Wish, order_of
from flow.order_flags import no_code_flag
from flow.order_look import Looked
from flow.order_out import begun_attempt
from flow.order_payable import facts_for, flags_for, handed_over_already, settlement_for
from flow.order_redraw import ask_for_code
from flow.order_steps import check
from flow.papers import Papers
from flow.settlement_facts import confirmation_of
from flow.settlement_order import drawn_for, open_order_of, order_out, redraw_for
from flow.step_up import has_code
from flow.wiring import Wiring
from models.database import reading
from models.errors.household import SettlementNotOut, SettlementOfAnother, SettlementUnknown
from models.errors.orders import OrderStopped
from models.iban import Iban
from models.order import Step
from models.tables import MOST_ID, Member, Payment, Role, Settlement
from models.words import mark
from pay.digest import digest_of
from pay.notes import late_note
from pay.policy.step_up import step_up_needed
from pay.rail import Handover, Payer

_BEGUN = mark(
    "Its papers may have been made already ({rail}): go on the same way, or call the settlement off."
)


def look_at_settlement(
    wiring: Wiring, number: int, member_id: int, wish: Wish, now: datetime, *, keep: bool = True
) -> Looked:
    """As flow.order_look.look, for a settlement that this member sends: nobody approves for another.

    Raises NotFound, SettlementOfAnother, RightMissing, OrderInvalid, SettlementHandedOver, OrderStopped.
    """
    with Session(wiring.engine) as session, session.begin() as transaction:
        alone_with_money(session)
        settlement = _own(session, acting_as(session, member_id, "cli"), number)
        row = _order(session, settlement, wish, now)
        looked = _looked(session, wiring, (row, settlement), wish, now)
        passed("order_checking")
        if not keep:
            transaction.rollback()
    passed("order_checked")
    return looked


def _looked(
    session: Session,
    wiring: Wiring,
    of: tuple[Payment, Settlement],
    wish: Wish,
    now: datetime,
) -> Looked:
    row, settlement = of
    country = wiring.settings.country
    facts = facts_for(session, row, settlement, Papers(), now, country=country)
    ask_for_code(session, row, facts, now)
    if wish.asked and row.payee_account:
        facts = replace(facts, confirmation=confirmation_of(row.payee_account, settlement))
    flags = flags_for(session, wiring.settings, facts, settlement, wish.rail)
    secret_for, known = step_up_needed(facts), has_code(session)
    if secret_for and not known:
        flags = (*flags, no_code_flag())
    check(session, row, flags)
    notes = tuple(late_note(facts.order, Handover(wiring.settings.lang, now)))
    return Looked(
        row.id, facts.order, row.step, digest_of(facts.order), flags, secret_for, known, Papers(),
        wish, notes,
    )  # fmt: skip


def look_again_at(wiring: Wiring, number: int, member_id: int, wish: Wish) -> Looked:
    """The order of a settlement that was handed over and is not seen yet, as it stands.

    Raises SettlementUnknown, SettlementNotOut, SettlementOfAnother, RightMissing.
    """
    with Session(wiring.engine) as session, session.begin():
        alone_with_money(session)
        settlement = _own(session, acting_as(session, member_id, "cli"), number)
        row = order_out(session, settlement)
        if row is None or row.step is Step.SEEN:
            raise SettlementNotOut(id=number)
        order, same_way = order_of(row), replace(wish, rail=row.rail or "")
        return Looked(
            row.id, order, row.step, digest_of(order), (), (), has_code(session), Papers(), same_way
        )


def handover_of(wiring: Wiring, looked: Looked, now: datetime) -> Handover:
    """What a rail needs beside a settlement's order: its sender, whose account is never another's.

    The account in the settings is that of the person at this machine.
    """
    settings = wiring.settings
    with Session(reading(wiring.engine)) as session:
        row = session.get_one(Payment, looked.payment_id)
        settlement = session.get_one(Settlement, row.settlement_id)
        sender = session.get_one(Member, settlement.sender_id)
        here = person_here(session).member_id == sender.id
    payer = Payer(sender.name, Iban(sender.iban)) if sender.iban else None
    if here and settings.payer_name and settings.payer_iban:
        payer = Payer(settings.payer_name, Iban(settings.payer_iban), settings.payer_bic)
    return Handover(lang=settings.lang, now=now, payer=payer)


def _own(session: Session, actor: Actor, number: int) -> Settlement:
    """A settlement that the actor sends, held until the transaction ends."""
    row = settlement_for(session, number) if 0 < number <= MOST_ID else None
    if row is None or row.household_id != actor.household_id:
        raise SettlementUnknown(id=number)
    if row.sender_id != actor.member_id:
        raise SettlementOfAnother(id=number, name=session.get_one(Member, row.sender_id).name)
    actor.must(Role.MEMBER)
    return row


def _order(session: Session, settlement: Settlement, wish: Wish, now: datetime) -> Payment:
    must_not_be_collected(session, settlement)
    row = open_order_of(session, settlement)
    if row is None:
        out = order_out(session, settlement)
        if out is not None:
            raise handed_over_already(out, out.rail or "")
        return drawn_for(session, settlement, wish, now)
    begun = begun_attempt(session, row)
    before = digest_of(order_of(row))
    redraw_for(session, row, settlement, wish, now)
    other = begun is not None and wish.rail not in {"", begun.rail}
    if begun is not None and (other or digest_of(order_of(row)) != before):
        raise OrderStopped(why=_BEGUN, rail=begun.rail)
    return row
