"""A talk with a biller on the screen: the dispute, whom to write to, letters and answers."""

from cli.output import Out
from models.words import mark


def say_dispute(out: Out, bill_id: int, reason: str) -> None:
    """That a bill is held by a dispute, and how that ends."""
    out.say(
        mark("  In dispute: {reason}. Nothing is paid or asked for; `facteur ask {id} --resolve` lifts it."),
        reason=reason.rstrip("."), id=bill_id,
    )  # fmt: skip
