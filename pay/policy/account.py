"""Rules on the account: a known payee's other account is how most money is stolen with bills."""

from collections.abc import Iterator

from models.said import said
from models.words import mark
from pay.policy.facts import Facts
from pay.policy.flag import Flag, ask, stop


def account_rules(facts: Facts) -> Iterator[Flag]:
    """account_changed (stop), account_of_another, payee_new, account_new (ask)."""
    payee = facts.order.payee
    if facts.owner:
        because = said(mark("This account belongs to {owner}, another payee."), owner=facts.owner)
        yield ask("account_of_another", because)
    if facts.payee is None:
        because = said(mark("This is the first payment to {payee}."), payee=payee.name)
        yield ask("payee_new", because)
    elif is_changed(facts) and not is_confirmed(facts):
        because = said(
            mark(
                "The account of {payee} is not the one paid before. Ask {payee} by a contact from an "
                "older bill, never from this one, and confirm the account."
            ),
            payee=payee.name,
        )
        yield stop("account_changed", because)
    elif payee.iban is not None and not facts.payee.accounts:
        because = said(mark("This is the first account known of {payee}."), payee=payee.name)
        yield ask("account_new", because)


def is_changed(facts: Facts) -> bool:
    """True when the payee is known by other accounts than the order's."""
    iban, payee = facts.order.payee.iban, facts.payee
    known = payee.accounts if payee else frozenset()
    return bool(iban and known and iban.text not in known)


def is_confirmed(facts: Facts) -> bool:
    """True when this very account was confirmed through a contact from an older bill."""
    confirmation, iban = facts.confirmation, facts.order.payee.iban
    if confirmation is None or iban is None or confirmation.account != iban.text:
        return False
    received = facts.bill.received_on or facts.order.made_at.date()
    return confirmation.contact_from != facts.order.bill and confirmation.contact_on < received
