"""Balances, transfers and settlements on the screen and for scripts."""

from sqlalchemy.orm import Session

from cli.output import Out
from flow.collect.standing import disputed_pages, page_of
from flow.household.balances import overview, proposed
from flow.household.rights import Actor, members_of
from flow.household.settling import settlements
from models.iban import Iban
from models.reference import CreditorReference
from models.said import amount_in
from models.tables import Collection, CollectionState, Settlement, SettlementState
from models.words import mark
from pay.balances import PersonBalance
from pay.transfers import Transfer

_NEXT = {
    SettlementState.ANNOUNCED: mark(
        "Settlement {id}: {sender} sends {amount} {currency} to {receiver}, reference {reference}. "
        "`facteur settle {id} --rail sepa-sheet --out FOLDER --as {sender}` prepares it; "
        "`facteur settle --paid {id} --as {sender}` says that it is sent."
    ),
    SettlementState.SENT: mark(
        "Sent: {amount} {currency} to {receiver}. It counts when {receiver} says so: "
        "`facteur settle --received {id} --as {receiver}`, or when their statement shows it."
    ),
    SettlementState.RECEIVED: mark("Received: {amount} {currency} from {sender}. It is settled."),
    SettlementState.WITHDRAWN: mark("Settlement {id} is called off."),
}
_BY_CARD = {
    SettlementState.ANNOUNCED: mark(
        "Settlement {id}: {sender} pays {amount} {currency} to {receiver} by card, collection {page}: "
        "`facteur collect --check` asks whether it was paid."
    ),
    SettlementState.SENT: mark(
        "Settlement {id}: {sender} pays {amount} {currency} to {receiver} by debit, collection {page}, "
        "which takes some days: `facteur collect --check` asks whether it came."
    ),
}
"""Where a page stands for it, and nothing else was said."""


def show_standing(out: Out, session: Session, actor: Actor, *, direct: bool) -> None:
    """Balances, what is proposed, and the settlements that are open."""
    names = _names(session, actor)
    page = overview(session, actor, direct=direct)
    found, moves = [one for one in page.standing if _says_something(one)], page.proposed
    rows = settlements(session, actor)
    for one in found:
        out.emit(
            {
                "balance": names[one.person], "net": str(one.net), "underway": str(one.underway),
                "held": str(one.held), "currency": one.net.currency,
            }
        )  # fmt: skip
    for move in moves:
        out.emit({"proposed": _between(move, names)})
    for row in rows:
        emit_settlement(out, session, actor, row)
    if not found and not rows:
        out.say(
            mark(
                "Nobody owes anything. `facteur split` shows what is shared and whether it is paid."
            )
        )
        return
    _balances(out, found, names)
    for move in moves:
        words = mark("{sender} → {receiver}: {amount} {currency}")
        out.say(words, **{**_between(move, names), "amount": move.amount})
    if moves:
        out.say(mark("`facteur settle --make` announces these, each with a reference."))
    _say_disputed(out, session, actor, names)
    for row in rows:
        say_settlement(out, session, actor, row)


def say_nothing_to_send(out: Out, session: Session, actor: Actor, *, direct: bool) -> None:
    """Of somebody who has nothing to send: whoever owes them is named, and announces it."""
    moves = [
        one for one in proposed(session, actor, direct=direct) if one.receiver == actor.member_id
    ]
    if not moves:
        out.say(mark("There is nothing of yours to settle."))
        return
    names = _names(session, actor)
    words = mark(
        "{name} has nothing to send: {sender} owes {name} {amount} {currency}. Who sends the money announces "
        "it: `facteur settle --make --as {sender}`."
    )
    for one in moves:
        sender, amount = names[one.sender], one.amount
        out.say(words, name=actor.name, sender=sender, amount=amount, currency=amount.currency)


def _say_disputed(out: Out, session: Session, actor: Actor, names: dict[int, str]) -> None:
    """Whose money is left out of the transfers above, since they may turn out to have paid it."""
    for page in disputed_pages(session, actor.household_id):
        words = mark(
            "The bank of {name} wants the {amount} {currency} of collection {id} back: until that is "
            "decided at Stripe, {name} should not pay them another way, which could pay them twice."
        )
        name = names[page.member_id]
        out.say(words, name=name, amount=page.amount, currency=page.currency, id=page.id)


def emit_settlement(out: Out, session: Session, actor: Actor, row: Settlement) -> None:
    """A settlement for a script."""
    names, page = _names(session, actor), page_of(session, row)
    out.emit(
        {
            "settlement": row.id, "from": names[row.sender_id], "to": names[row.receiver_id],
            "amount": str(row.amount), "currency": row.currency, "reference": row.reference,
            "state": row.state.value, "collection": page.id if page else None,
        }
    )  # fmt: skip


def say_settlement(out: Out, session: Session, actor: Actor, row: Settlement) -> None:
    """A settlement and what comes next, with the account to send to where it is known.

    Where it can still be paid by card, no second way is named; who says that it went another way is
    told of the page.
    """
    members, page = members_of(session, actor), page_of(session, row)
    by_card = page is not None and _only_by_card(row, page)
    out.say(
        (_BY_CARD if by_card else _NEXT)[row.state], id=row.id, sender=members[row.sender_id].name,
        receiver=members[row.receiver_id].name, amount=row.amount, currency=row.currency,
        reference=CreditorReference(row.reference), page=page.id if page else "",
    )  # fmt: skip
    iban = members[row.receiver_id].iban
    if page is not None and not by_card:
        words = mark(
            "It can still be paid by card too: unless it was, `facteur collect --cancel {page}` ends that."
        )
        out.warn(words, page=page.id)
    elif iban and row.state is SettlementState.ANNOUNCED and not by_card:
        out.say(
            mark("Account of {name}: {iban}"), name=members[row.receiver_id].name, iban=Iban(iban)
        )


def _only_by_card(row: Settlement, page: Collection) -> bool:
    settling = page.state is CollectionState.SETTLING
    return row.state is (SettlementState.SENT if settling else SettlementState.ANNOUNCED)


def _balances(out: Out, found: list[PersonBalance], names: dict[int, str]) -> None:
    heads = (mark("Member"), mark("Balance"), mark("Underway"), mark("Held by a dispute"))
    rows = [
        (
            names[one.person],
            out.amount(one.net),
            amount_in(out.lang, one.underway) if one.underway.minor else "",
            amount_in(out.lang, one.held) if one.held.minor else "",
        )
        for one in found
    ]
    if rows:
        out.table(heads, rows, right=1, named=True)


def _says_something(one: PersonBalance) -> bool:
    return bool(one.net.minor or one.underway.minor or one.held.minor)


def _names(session: Session, actor: Actor) -> dict[int, str]:
    return {number: member.name for number, member in members_of(session, actor).items()}


def _between(move: Transfer, names: dict[int, str]) -> dict[str, str]:
    return {
        "sender": names[move.sender], "receiver": names[move.receiver], "amount": str(move.amount),
        "currency": move.amount.currency,
    }  # fmt: skip
