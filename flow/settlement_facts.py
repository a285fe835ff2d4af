"""What the rules look at when a settlement is paid: its receiver is a payee, known or new."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flow.caps import caps_now, member_caps
from flow.order_draft import order_of
from flow.order_facts import earlier_orders, spent_beside
from flow.order_payee import owner_of
from flow.papers import Papers
from models.journal import append
from models.order import Step
from models.rails import RAIL_WORDS
from models.said import Listed, said
from models.tables import Member, PayeeAccount, Payment, Settlement, SettlementState
from models.words import mark
from pay.policy.facts import BillFacts, Confirmation, Facts, KnownPayee
from pay.policy.flag import Flag, stop

_PAID = (Step.HANDED_OVER, Step.SEEN)
_ENDED = {
    SettlementState.SENT: mark("You said that you sent the money of this settlement."),
    SettlementState.RECEIVED: mark("This settlement is settled: the money was received."),
    SettlementState.WITHDRAWN: mark("This settlement was called off."),
}
_NOT_THIS = mark("A settlement is paid by transfer or by hand, not this way ({rail}).")
_OTHER_ACCOUNT = mark(
    "The account of {payee} is not the one paid before: ask {payee} face to face, then say so with --asked."
)
_ABOVE_CAP = mark(
    "To a member, {cap} at most go at once: announce a part of it with --amount, or raise the cap with "
    "`facteur caps` (it holds a day later)."
)
_ABOVE_MONTH = mark(
    "With this payment {total} would leave this month, and the cap is {cap}: wait for the next month, or "
    "raise the cap with `facteur caps` (it holds a day later)."
)
WAYS = ("sepa-sheet", "sepa-file", "by-hand")
"""The rails that take money to a member."""


def facts_of_settlement(
    session: Session, row: Payment, settlement: Settlement, now: datetime, *, country: str
) -> Facts:
    """All that the rules need to judge the order of a settlement."""
    names = [row.payee_key]
    # The usual cap of a month is for money to members; one that the person set is for all that leaves.
    usual = caps_now(session, now).month is None
    return Facts(
        order=order_of(row),
        bill=BillFacts(due=settlement.amount, received_on=settlement.created_at.date()),
        home=country,
        now=now,
        payee=_known(session, row),
        owner=owner_of(session, row, names),
        earlier=tuple(earlier_orders(session, row, names, Papers())),
        confirmation=_confirmation(session, row, settlement),
        caps=member_caps(session, now, row.currency),
        spent=spent_beside(session, row, to_members=usual),
    )


def _known(session: Session, row: Payment) -> KnownPayee | None:
    """The receiver as paid before; what one owes them differs each time, so no amount is usual."""
    paid = select(Payment.payee_account).where(
        Payment.payee_key == row.payee_key, Payment.step.in_(_PAID), Payment.id != row.id
    )
    accounts = set(session.scalars(paid))
    if not accounts:
        return None
    return KnownPayee(frozenset(account for account in accounts if account))


def _confirmation(session: Session, row: Payment, settlement: Settlement) -> Confirmation | None:
    found = session.scalar(
        select(PayeeAccount.account).where(
            PayeeAccount.payee_key == row.payee_key,
            PayeeAccount.account == (row.payee_account or ""),
        )
    )
    return confirmation_of(found, settlement) if found else None


def confirmation_of(account: str, settlement: Settlement) -> Confirmation:
    """The person asked the receiver, whom they know from before this settlement."""
    before = settlement.created_at.date() - timedelta(days=1)
    return Confirmation(account, f"member-{settlement.receiver_id}", before)


def confirm_receiver(
    session: Session, row: Payment, settlement: Settlement, *, by: str, now: datetime
) -> None:
    """Keeps that the receiver's account was asked about, with its line; the secret code was given."""
    account = row.payee_account or ""
    if not account or _confirmation(session, row, settlement) is not None:
        return
    member = session.get_one(Member, settlement.receiver_id)
    session.add(
        PayeeAccount(
            payee_key=row.payee_key, account=account, contact_on=member.created_at.date(),
            confirmed_by=by, confirmed_at=now,
        )
    )  # fmt: skip
    append(
        session, by, "account_confirmed", f"payment {row.id}", where="cli",
        detail={"payee": row.payee_name, "account": account, "contact": "asked"},
    )  # fmt: skip


def settlement_flags(settlement: Settlement, rail: str) -> Iterator[Flag]:
    """settlement_sent, settlement_received, settlement_withdrawn, not_by_this (stop)."""
    if settlement.state in _ENDED:
        because = said(_ENDED[settlement.state])
        yield stop(f"settlement_{settlement.state.value}", because)
    if rail and rail not in WAYS:
        yield stop("not_by_this", said(_NOT_THIS, rail=Listed((RAIL_WORDS.get(rail, rail),))))


def worded(flag: Flag, facts: Facts) -> Flag:
    """A rule's flag as it reads for a settlement: a member has no older bill to take a contact from, and
    the caps on money to members are there before anybody sets some."""
    amount, caps = facts.order.amount, facts.caps
    if flag.rule == "account_changed":
        return stop(flag.rule, said(_OTHER_ACCOUNT, payee=facts.order.payee.name))
    if flag.rule == "above_cap" and caps.transfer is not None:
        return stop(flag.rule, said(_ABOVE_CAP, cap=caps.transfer))
    if flag.rule == "above_month" and caps.month is not None:
        total = amount + facts.spent if facts.spent else amount
        return stop(flag.rule, said(_ABOVE_MONTH, cap=caps.month, total=total))
    return flag
