"""The contact card of a bill's biller, from what its older bills print; a suspect prints its own."""

import re
from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from flow.bills import known_as
from flow.order_facts import day_of
from models.codec import EXTRACTION
from models.tables import Account, Bill, BillMessage, Extracted, MemberAccount, Message
from models.verdict import State
from notify.letters.contact import ContactCard, Means, PrintedContact, contact_card

_MOST_BILLS = 60
_UNREAD = re.compile(r"noreply|donotreply|nepasrepondre|nereply|mailerdaemon|postmaster|bounce")
"""Senders whose mail nobody reads, without the signs between the words."""


def card_of(session: Session, bill: Bill) -> ContactCard:
    """How the biller of `bill` is reached: what older bills of that person's mailboxes print.

    A held bill adds nothing of its own. Where no bill prints a mail address, who sent them counts.
    """
    older = _older(session, bill)
    suspect = bill.state is State.STOPPED
    bills = older if suspect else [*older, bill]
    number = (None if suspect else bill.customer_number) or next(
        (one.customer_number for one in older if one.customer_number), None
    )
    name, this = bill.biller or "", str(bill.id)
    printed = list(_printed(session, bills))
    card = contact_card(name, number or "", printed, this)
    if card.first(Means.EMAIL) is None:
        card = contact_card(name, number or "", [*printed, *_senders(session, bills)], this)
    return card


def _older(session: Session, bill: Bill) -> list[Bill]:
    """Bills of the same biller that came before and were never held, the latest first."""
    names = {bill.biller_key, *known_as(session, None, bill.biller or "")} - {""}
    query = select(Bill).where(
        Bill.biller_key.in_(sorted(names)),
        Bill.id < bill.id,
        Bill.state != State.STOPPED,
        _same_person(session, bill),
    )
    return list(session.scalars(query.order_by(Bill.id.desc()).limit(_MOST_BILLS)))


def _same_person(session: Session, bill: Bill) -> ColumnElement[bool]:
    """Of the mailboxes of who has the bill's: another member's bills are not told from."""
    held = select(MemberAccount.account_id)
    mine = MemberAccount.account_id == bill.account_id
    whose = list(session.scalars(select(MemberAccount.member_id).where(mine)))
    if not whose:
        return Bill.account_id.not_in(held)
    return Bill.account_id.in_(held.where(MemberAccount.member_id.in_(whose)))


def _printed(session: Session, bills: list[Bill]) -> Iterator[PrintedContact]:
    days = {one.id: day_of(one) for one in bills}
    query = (
        select(BillMessage.bill_id, Extracted.extraction)
        .join(Extracted, Extracted.message_id == BillMessage.message_id)
        .where(BillMessage.bill_id.in_(days))
        .order_by(BillMessage.id)
    )
    for number, text in session.execute(query):
        contact = EXTRACTION.read(text).reading.contact
        if contact is not None:
            yield PrintedContact(contact.value, str(number), days[number])


def _senders(session: Session, bills: list[Bill]) -> Iterator[PrintedContact]:
    """Who sent the bills, unless nobody reads there or it was forwarded from a mailbox of ours."""
    days = {one.id: day_of(one) for one in bills}
    query = (
        select(BillMessage.bill_id, Message.sender_address)
        .join(Message, Message.id == BillMessage.message_id)
        .where(
            BillMessage.bill_id.in_(days), Message.sender_address.not_in(select(Account.address))
        )
    )
    for number, address in session.execute(query):
        local = re.sub(r"[\W_]", "", address.rpartition("@")[0].lower())
        if address and not _UNREAD.search(local):
            yield PrintedContact(address, str(number), days[number])
