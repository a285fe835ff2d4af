"""When the secret code (TOTP or passkey) is asked for."""

from enum import StrEnum

from models.money import Money
from models.said import Said, said
from models.words import mark
from pay.policy.account import is_changed
from pay.policy.facts import Facts

THRESHOLD = Money(100_00, "EUR")
"""Above it every approval asks; a household may choose another."""


class Act(StrEnum):
    """What a person does beside approving."""

    ADD_PAYEE = "add_payee"
    CONFIRM_ACCOUNT = "confirm_account"
    RAISE_CAP = "raise_cap"
    CHANGE_SECRET = "change_secret"  # noqa: S105 - an act's name
    SET_LIVE_KEY = "set_live_key"


_WHY = {
    Act.ADD_PAYEE: mark("A new payee is added."),
    Act.CONFIRM_ACCOUNT: mark("A payee’s account is changed."),
    Act.RAISE_CAP: mark("A cap is raised; it will hold in 24 hours."),
    Act.CHANGE_SECRET: mark("The secret code itself is changed."),
    Act.SET_LIVE_KEY: mark("A key that moves real money is set."),
}


def step_up_for(act: Act) -> Said:
    """Why `act` asks for the secret code: each of them always does."""
    return said(_WHY[act])


def step_up_needed(facts: Facts, threshold: Money = THRESHOLD) -> tuple[Said, ...]:
    """Why approving this order asks for the secret code; empty when it does not.

    An amount in another currency than the threshold's always asks.
    """
    amount, why = facts.order.amount, []
    if amount.currency != threshold.currency or amount > threshold:
        why.append(
            said(
                mark("The amount is above {threshold}."),
                threshold=threshold,
            )
        )
    payee, by_account = facts.payee, facts.order.payee.iban is not None
    if payee is None or (by_account and not payee.accounts):
        why.append(said(mark("{payee} was never paid before."), payee=facts.order.payee.name))
    elif is_changed(facts):
        why.append(said(mark("The account of {payee} changed."), payee=facts.order.payee.name))
    return tuple(why)
