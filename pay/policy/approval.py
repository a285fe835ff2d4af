"""An approval: by whom, when, and bound to the digest of what was approved."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.errors.orders import ApprovalVoid, OrderStopped, SecretNeeded
from models.errors.values import DateNaive
from models.money import Money
from models.said import Said
from pay.digest import digest_of
from pay.policy.check import flags_of, unanswered
from pay.policy.facts import Facts
from pay.policy.step_up import THRESHOLD, step_up_needed


@dataclass(frozen=True, slots=True)
class Approval:
    """`digest` of the order as it was; `with_secret` says that the secret code was given."""

    digest: str
    by: str
    at: datetime
    with_secret: bool

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise DateNaive


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person gave with the approval: the rules answered, the digest of the order that they
    were shown, and whether the secret code was right."""

    shown: str
    rules: frozenset[str] = frozenset()
    with_secret: bool = False


def approve(facts: Facts, by: str, answers: Answers, threshold: Money = THRESHOLD) -> Approval:
    """The approval of an order as the person saw it.

    Raises ApprovalVoid when the order is no longer what they were shown, OrderStopped while a flag
    holds it, SecretNeeded without the secret code where one is asked for.
    """
    digest = digest_of(facts.order)
    if answers.shown != digest:
        raise ApprovalVoid
    _refuse_held(facts, answers.rules)
    why = step_up_needed(facts, threshold)
    if why and not answers.with_secret:
        raise SecretNeeded(**_reason(why[0]))
    return Approval(digest, by, facts.now, answers.with_secret)


def _refuse_held(facts: Facts, answered: Collection[str]) -> None:
    held = unanswered(flags_of(facts), answered)
    if held:
        raise OrderStopped(**_reason(held[0].because))


def _reason(because: Said) -> dict[str, str]:
    return {**because.plain(), "why": because.sentence}
