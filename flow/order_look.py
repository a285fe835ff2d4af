"""A bill's order as the person is shown it: drawn up, checked by all rules, nothing approved yet."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.checkpoints import passed
from flow.hold import dispute_of
from flow.look_alikes import alike_flags
from flow.money_lock import alone_with_money
from flow.order_accounts import contact_of
from flow.order_draft import DEBIT, Wish, drawn_up, open_order, order_of
from flow.order_facts import facts_of
from flow.order_flags import DEBITED, bill_flags, no_code_flag
from flow.order_notes import Beside, beside_of, notes_of
from flow.order_out import begun_attempt, handed_over, refuse_again, refuse_seen_in_part
from flow.order_redraw import ask_for_code, drawn, redraw
from flow.order_steps import check
from flow.papers import Papers, papers_of
from flow.schedule import is_debited
from flow.set_off import set_off
from flow.settings import Settings
from flow.step_up import has_code
from flow.wiring import Wiring
from models.errors.orders import NothingOut, OrderStopped
from models.errors.values import NotFound
from models.order import Order, Step
from models.said import Said
from models.tables import MOST_ID, Bill, Payment, PaymentDocument
from models.words import mark
from pay.digest import digest_of
from pay.policy.check import flags_of
from pay.policy.dispute import DISPUTED
from pay.policy.facts import Facts
from pay.policy.flag import Flag, Weight
from pay.policy.step_up import step_up_needed

_BEGUN = mark(
    "Its papers may have been made already ({rail}): go on the same way, or take it back with --withdraw."
)


@dataclass(frozen=True, slots=True)
class Looked:
    """An order to be shown. digest: what an approval is bound to; secret_for: why the secret code is
    asked for; code_is_set: the person has one.
    """

    payment_id: int
    order: Order
    step: Step
    digest: str
    flags: tuple[Flag, ...]
    secret_for: tuple[Said, ...]
    code_is_set: bool
    papers: Papers
    wish: Wish
    notes: tuple[Said, ...] = ()
    """What else to know before it is approved: a late arrival, a credit of the biller."""
    beside: Beside = field(default_factory=Beside)

    @property
    def approved(self) -> bool:
        """It stands approved already, as after a crash: no second approval is needed."""
        return self.step is Step.APPROVED

    @property
    def takes_code(self) -> bool:
        """Its approval takes the secret code: where one is set up, for an account confirmed always."""
        return bool(self.secret_for) and (self.code_is_set or self.wish.confirms)

    @property
    def stops(self) -> tuple[Flag, ...]:
        """What holds the order, whatever is answered."""
        return tuple(flag for flag in self.flags if flag.weight is Weight.STOP)

    @property
    def asks(self) -> tuple[Flag, ...]:
        """What the person must answer."""
        return tuple(flag for flag in self.flags if flag.weight is Weight.ASK)


def look(wiring: Wiring, bill_id: int, wish: Wish, now: datetime, *, keep: bool = True) -> Looked:
    """Draws a bill's order up, or takes the one that is open, and asks all rules.

    keep=False writes nothing. Raises NotFound, OrderInvalid, AlreadyHandedOver, and OrderStopped when
    the papers of the same order may be out another way.
    """
    papers = papers_of(wiring, [bill_id]) if 0 < bill_id <= MOST_ID else Papers()
    with Session(wiring.engine) as session, session.begin() as transaction:
        alone_with_money(session)
        bill = bill_for(session, bill_id)
        if wish.credit is not None:
            set_off(session, bill, wish.credit, wiring.settings, now)
        row = _order(session, bill, wish, now)
        facts = facts_of(session, row, bill, papers, now, country=wiring.settings.country)
        ask_for_code(session, row, facts, now)
        if wish.contact_bill is not None:
            contact = contact_of(session, row, bill, wish.contact_bill)
            facts = replace(facts, confirmation=contact)
        flags = all_flags(session, wiring.settings, facts, bill, wish.rail)
        secret_for, known = step_up_needed(facts), has_code(session)
        if secret_for and not known:
            flags = (*flags, no_code_flag())
        check(session, row, flags)
        _keep_documents(session, row, papers)
        beside = beside_of(session, row, bill)
        looked = Looked(
            row.id, facts.order, row.step, digest_of(facts.order), flags, secret_for, known, papers, wish,
            tuple(notes_of(facts.order, bill, beside, wish.rail, (wiring.settings.lang, now))), beside,
        )  # fmt: skip
        passed("order_checking")
        if not keep:
            transaction.rollback()
    passed("order_checked")
    return looked


def look_again(wiring: Wiring, bill_id: int, wish: Wish) -> Looked:
    """The order of a bill that was handed over and is not seen yet, as it stands.

    Raises NotFound, NothingOut, SeenInPart, and OrderStopped for a bill that is disputed since.
    """
    papers = papers_of(wiring, [bill_id]) if 0 < bill_id <= MOST_ID else Papers()
    with Session(wiring.engine) as session, session.begin():
        bill = bill_for(session, bill_id)
        row = handed_over(session, bill)
        if row is None:
            raise NothingOut(id=bill_id)
        refuse_seen_in_part(session, bill, row)
        if (dispute := dispute_of(session, bill_id)) is not None:
            raise OrderStopped(why=DISPUTED, reason=dispute.reason, bill=bill_id)
        order, same_way = order_of(row), replace(wish, rail=row.rail or "")
        return Looked(
            row.id, order, row.step, digest_of(order), (), (), has_code(session), papers, same_way
        )


def bill_for(session: Session, bill_id: int) -> Bill:
    """The bill, held until the transaction ends. Raises NotFound."""
    bill = None
    if 0 < bill_id <= MOST_ID:
        bill = session.scalar(select(Bill).where(Bill.id == bill_id).with_for_update())
    if bill is None:
        raise NotFound(what="bill", id=bill_id)
    return bill


def all_flags(
    session: Session, settings: Settings, facts: Facts, bill: Bill, rail: str
) -> tuple[Flag, ...]:
    """What the bill's state and all rules say, stops first."""
    own = bill_flags(bill, rail, settings)
    found = (*own, *alike_flags(session, bill), *flags_of(facts))
    return tuple(sorted(found, key=lambda flag: flag.weight is not Weight.STOP))


def _order(session: Session, bill: Bill, wish: Wish, now: datetime) -> Payment:
    row = open_order(session, bill)
    if row is None:
        refuse_again(session, bill)
        if is_debited(bill) and wish.rail != DEBIT and handed_over(session, bill) is not None:
            # Or the next instalment would be spoken of, which nobody is to pay either.
            raise OrderStopped(why=DEBITED)
        row = drawn_up(session, bill, wish, now)
        drawn(session, row)
        return row
    begun = begun_attempt(session, row)
    before = digest_of(order_of(row))
    redraw(session, row, bill, wish, now)
    other = begun is not None and wish.rail not in {"", begun.rail}
    if begun is not None and (other or digest_of(order_of(row)) != before):
        raise OrderStopped(why=_BEGUN, rail=begun.rail)
    return row


def _keep_documents(session: Session, row: Payment, papers: Papers) -> None:
    query = select(PaymentDocument.sha256).where(PaymentDocument.payment_id == row.id)
    for digest in sorted(papers.documents - set(session.scalars(query))):
        session.add(PaymentDocument(payment_id=row.id, sha256=digest))
