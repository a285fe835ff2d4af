"""How a split bill is shown, and the list of all of them."""

from sqlalchemy.orm import Session

from cli.beside_shown import say_set_offs
from cli.list import shortened
from cli.output import Out
from flow.beside_bill import set_off_rows
from flow.household.listing import shared_bills, waiting_bills
from flow.household.rights import Actor, members_of
from flow.household.splitting import ShareRow, seen_split
from models.money import Money
from models.said import amount_in
from models.tables import Consent
from models.words import mark

CONSENT_WORDS = {
    "proposed": mark("proposed"),
    "approved": mark("approved"),
    "disputed": mark("disputed"),
}


def show_split(out: Out, session: Session, actor: Actor, bill_id: int) -> None:
    """One bill: each share with its computation, and who paid. Raises NotFound, NotSplit."""
    shown = seen_split(session, actor, bill_id)
    names = {number: member.name for number, member in members_of(session, actor).items()}
    currency = shown.made.amount.currency
    paid = {names[one.person]: one.minor for one in shown.paid}
    set_offs = set_off_rows(shown.set_off)
    out.emit(
        {
            "bill": shown.bill_id, "biller": shown.biller, "amount": str(shown.made.amount),
            "currency": currency,
            "shares": [
                {
                    "member": names[row.share.person], "amount": str(row.share.amount),
                    "why": _why(out, row), "state": row.state, "reason": row.reason or None,
                }
                for row in shown.shares
            ],
            "paid": {name: str(Money(minor, currency)) for name, minor in paid.items()},
            "asked": str(shown.asked) if shown.asked is not None else None,
            "set_offs": set_offs,
        }
    )  # fmt: skip
    out.say(
        mark("Bill {id} of {biller}: {amount} {currency}."),
        id=shown.bill_id, biller=shown.biller or "—", amount=shown.made.amount, currency=currency,
    )  # fmt: skip
    if set_offs and shown.asked is not None:
        words = mark("It is of {asked} {currency}; what is set off is not shared:")
        out.say(words, asked=shown.asked, currency=currency)
        say_set_offs(out, bill_id, set_offs)
    out.table(
        (mark("Member"), mark("Share"), mark("How"), mark("State"), mark("Why")),
        [
            (
                names[row.share.person],
                amount_in(out.lang, row.share.amount),
                _why(out, row),
                out.words(CONSENT_WORDS[row.state]),
                row.reason,
            )
            for row in shown.shares
        ],
        right=1,
    )
    for row in shown.shares:
        if row.state == Consent.DISPUTED:
            words = mark(
                "The share of {name} is held until {name} says: `facteur split {id} --approve`."
            )
            out.say(words, name=names[row.share.person], id=bill_id)
    if paid:
        told = ", ".join(
            f"{name} {amount_in(out.lang, Money(minor, currency))}" for name, minor in paid.items()
        )
        out.say(mark("Paid by: {paid}."), paid=told)
    else:
        out.say(mark("Nobody has paid it yet: `facteur split {id} --paid NAME`."), id=bill_id)


def show_shared(out: Out, session: Session, actor: Actor) -> None:
    """All split bills with the actor's share, and the bills that wait for a word."""
    rows, waiting = shared_bills(session, actor), waiting_bills(session, actor)
    for row in rows:
        mine = str(row.mine) if row.mine is not None else None
        out.emit(
            {
                "bill": row.bill_id, "biller": row.biller, "amount": str(row.amount),
                "currency": row.amount.currency, "mine": mine, "state": row.state or None,
                "paid": row.paid,
            }
        )  # fmt: skip
    for bill, problem in waiting:
        out.emit({"bill": bill.id, "biller": bill.biller, "waits": problem.code})
        out.say(mark("Bill {id} waits: {why}"), id=bill.id, why=problem.told(out.lang))
    if rows:
        out.table(
            (mark("Id"), mark("Biller"), mark("Amount"), mark("Your share"), mark("State"), mark("Paid")),
            [
                (
                    str(row.bill_id),
                    shortened(row.biller),
                    out.amount(row.amount),
                    amount_in(out.lang, row.mine) if row.mine is not None else "—",
                    out.words(CONSENT_WORDS[row.state]) if row.state else "",
                    out.words(mark("yes") if row.paid else mark("no")),
                )
                for row in rows
            ],
            right=2,
        )  # fmt: skip
    elif not waiting:
        out.say(
            mark(
                "No bill is shared yet: `facteur list` shows yours, `facteur split ID --equal` shares one."
            )
        )


def _why(out: Out, row: ShareRow) -> str:
    share = row.share
    words = [share.why.told(out.lang)] if share.why else []
    if share.guests:
        words.append(out.words(mark("guests: {count}"), count=len(share.guests)))
    return ", ".join(words)
