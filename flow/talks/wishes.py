"""What a letter says: the facts of the bill, who writes, and what they want, as far as it is known."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from flow.holders import person_here
from flow.household.cut import period_of
from flow.sending.outlets import mail_out
from flow.settings import Settings
from flow.talks.answers import by_server
from models.errors.talks import ComplaintMissing, DebitsMissing, RightAmountMissing, WriterMissing
from models.money import Money
from models.tables import (
    PROVES,
    About,
    BankEntry,
    BankMatch,
    BankMatchPart,
    Bill,
    Dispatch,
    DispatchState,
    MatchState,
    Missive,
    MissiveState,
    Party,
)
from models.words import Lang
from notify.letters.contact import ContactCard
from notify.letters.subject import (
    BillFacts,
    Cancellation,
    DoubleDebit,
    Mediation,
    Question,
    Wish,
    Writer,
    WrongAmount,
    WrongReading,
)
from pay.match.twins import alike

_CURRENCY = "EUR"
"""Of a bill that names none."""
_NEAR = timedelta(days=20)
"""Within which an equal debit counts as the same one taken twice: less than from month to month."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person says of a letter; "" and () leave it to what is known.

    lang: of the letter, None for the bill's own. own_lang: the person's. text: the question, why the
    amount is wrong, what the meter shows, or what the mediator should know. amount: what is right, in
    the bill's currency and major units. on: days: of the reading, of both debits, of the contract's end,
    of the written complaint. to: a mail address.
    """

    about: About
    lang: Lang | None = None
    own_lang: Lang = "en"
    text: str = ""
    on: tuple[date, ...] = ()
    to: str = ""
    name: str = ""
    place: str = ""
    amount: Decimal | None = None


def facts_of(bill: Bill, card: ContactCard) -> BillFacts:
    """The bill as a letter names it."""
    return BillFacts(
        bill.biller or "", bill.number or "", card.customer_number, bill.issued_on, bill.due_on,
        bill.amount, period_of(bill),
    )  # fmt: skip


def writer_of(session: Session, settings: Settings, asked: Asked) -> Writer:
    """Who signs: as said, else the payer's name, else the name that mail is sent under.

    Raises WriterMissing.
    """
    outlet = mail_out(session)
    names = (asked.name, settings.payer_name, outlet.sender if outlet else "")
    writer = Writer(next((one for one in names if one.strip()), ""), asked.place)
    if not writer.name:
        raise WriterMissing
    return writer


def wish_of(session: Session, bill: Bill, asked: Asked, today: date) -> Wish:
    """What the letter wants. Raises RightAmountMissing, DebitsMissing, ComplaintMissing."""
    day = asked.on[0] if asked.on else None
    match asked.about:
        case About.QUESTION:
            return Question(asked.text)
        case About.AMOUNT:
            if asked.amount is None:
                raise RightAmountMissing
            return WrongAmount(Money.of(asked.amount, bill.currency or _CURRENCY), asked.text)
        case About.READING:
            return WrongReading(asked.text, day or today)
        case About.DOUBLE_DEBIT:
            return _double_debit(session, bill, asked)
        case About.CANCEL:
            return Cancellation(day)
        case About.MEDIATOR:
            return _mediation(session, bill, asked.text, day)


def _mediation(session: Session, bill: Bill, words: str, day: date | None) -> Mediation:
    complained_on = day or _complained_on(session, bill)
    if complained_on is None:
        raise ComplaintMissing
    return Mediation(complained_on, _answered(session, bill), words)


def _double_debit(session: Session, bill: Bill, asked: Asked) -> DoubleDebit:
    if len(asked.on) > 1 and bill.amount is not None:
        first, second = sorted(asked.on)[:2]
        return DoubleDebit(first, second, bill.amount)
    pair = debited_twice(session, bill)
    if pair is None:
        raise DebitsMissing(id=bill.id)
    amount = pair[0].amount
    return DoubleDebit(
        pair[0].booked_on, pair[1].booked_on, Money(abs(amount.minor), amount.currency)
    )


def debited_twice(session: Session, bill: Bill) -> tuple[BankEntry, BankEntry] | None:
    """The debit that a statement shows for the bill, and its equal close by that pays nothing else; in
    the order of their days. Two equal debits are both merely suggested: which is whose, none can tell.

    Of the statements of the person at this machine alone.
    """
    mine = person_here(session).brought
    ours = select(BankMatch.entry_id).join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
    proven = BankMatch.state.in_(PROVES)
    entry = session.scalar(
        select(BankEntry)
        .join(BankMatch, BankMatch.entry_id == BankEntry.id)
        .join(BankMatchPart, BankMatchPart.match_id == BankMatch.id)
        .where(
            mine,
            BankMatchPart.bill_id == bill.id,
            BankMatch.state.in_((*PROVES, MatchState.SUGGESTED)),
        )
        .order_by(case((proven, 0), else_=1), BankEntry.booked_on, BankEntry.id)
        .limit(1)
    )
    if entry is None or entry.amount_minor >= 0:
        return None
    others = ours.where(BankMatchPart.bill_id != bill.id, proven)
    query = select(BankEntry).where(
        mine,
        BankEntry.bank_account == entry.bank_account,
        BankEntry.amount_minor == entry.amount_minor,
        BankEntry.currency == entry.currency,
        BankEntry.booked_on.between(entry.booked_on - _NEAR, entry.booked_on + _NEAR),
        BankEntry.returned == "",
        BankEntry.id.not_in(others),
    )
    rows = {row.key: row for row in session.scalars(query)}
    for group in alike(row.entry for row in rows.values()):
        keys = [one.key for one in group]
        other = next((key for key in keys if key != entry.key), None)
        if entry.key in keys and other is not None:
            first, second = sorted((entry, rows[other]), key=lambda one: keys.index(one.key))
            return first, second
    return None


def _complained_on(session: Session, bill: Bill) -> date | None:
    """The day of the first letter to the biller that left."""
    sent = Dispatch.state.in_((DispatchState.SENT, DispatchState.UNKNOWN))
    query = (
        select(Missive.at)
        .join(Dispatch, Dispatch.key == Missive.key)
        .where(Missive.bill_id == bill.id, Missive.party == Party.BILLER, sent)
    )
    at = session.scalar(query.order_by(Missive.id).limit(1))
    return at.date() if at is not None else None


def _answered(session: Session, bill: Bill) -> bool:
    came = (Missive.state == MissiveState.RECEIVED, Missive.party == Party.BILLER)
    found = session.scalars(select(Missive.address).where(Missive.bill_id == bill.id, *came))
    return not all(map(by_server, found))
