"""Collections on the screen and for scripts."""

from collections.abc import Sequence

from cli.output import Out
from flow.collect.told import CollectionTold, CollectorTold
from models.said import amount_in
from models.tables import CollectionState, GiveBackState
from models.words import mark

_TRIAL = mark("test")
_STATES = {
    CollectionState.UNKNOWN: mark("not known yet"),
    CollectionState.OPEN: mark("waits for the payer"),
    CollectionState.SETTLING: mark("debit under way"),
    CollectionState.PAID: mark("received"),
    CollectionState.DISPUTED: mark("disputed"),
    CollectionState.RETURNED: mark("given back"),
    CollectionState.ENDED: mark("over, unpaid"),
}
_SENTENCES = {
    CollectionState.UNKNOWN: mark(
        "Collection {id}: Stripe’s answer was lost, so it is looked up, never sent again blindly: "
        "`facteur collect --check` in a minute."
    ),
    CollectionState.OPEN: mark("Collection {id}: {payer} pays {amount} {currency} here: {link}"),
    CollectionState.SETTLING: mark(
        "Collection {id}: {payer} ordered a debit of {amount} {currency}; it counts when the money came, "
        "in some days."
    ),
    CollectionState.PAID: mark("Collection {id}: {payer} paid {amount} {currency} on {day}."),
    CollectionState.DISPUTED: mark(
        "Collection {id}: the bank of {payer} wants {amount} {currency} back: answer it at Stripe. "
        "Until then it does not count."
    ),
    CollectionState.RETURNED: mark(
        "Collection {id}: {returned} {currency} went back to {payer} ({refusal}); the debt stands again."
    ),
    CollectionState.ENDED: mark(
        "Collection {id} over {amount} {currency} is over and unpaid ({refusal}); the debt stands."
    ),
}
_REFUSALS = {
    "expired": mark("nobody paid in time, or it was called off"),
    "never_made": mark("it never reached Stripe"),
    "refunded": mark("refunded"),
    "dispute_lost": mark("their bank took it back"),
    "key_replaced": mark("the key was replaced"),
    "provider_away": mark("Stripe could not be reached"),
    "insufficient_funds": mark("there was not enough money in the account"),
    "payment_intent_authentication_failure": mark("the payer did not confirm it to their bank"),
    "payment_method_customer_decline": mark("the payer refused it at their bank"),
}
"""What Stripe's words and ours mean."""
_BANK_SAYS = mark("their bank says “{word}”")
"""Of a word that no list names: shown as it came."""
_BACK = {
    GiveBackState.UNKNOWN: mark(
        "Stripe’s answer was lost: `facteur collect --check` looks whether the money went back."
    ),
    GiveBackState.PENDING: mark("The money is on its way back to {payer}."),
    GiveBackState.DONE: mark("The money goes back to {payer}: their bank shows it in some days."),
    GiveBackState.REFUSED: mark("Stripe gave nothing back: look at this payment there."),
}
_HEADS = (
    mark("Collection"), mark("From"), mark("Bill"), mark("Amount"), mark("State"), mark("Paid on"),
    mark("Went back"),
)  # fmt: skip
_TEST = mark("This is a test: no money moves.")


def collector_row(told: CollectorTold) -> dict[str, object]:
    """Who collects, for a script; nothing secret is in it."""
    return {
        "collects": told.name, "member": told.member, "kind": told.kind, "live": told.live,
        "key": told.key, "webhook": told.webhook, "return_page": told.return_page,
    }  # fmt: skip


def say_collector(out: Out, told: CollectorTold) -> None:
    """Who collects, and what comes next."""
    words = mark("{name} collects for {member}, with the key {key}.")
    out.say(words, name=told.name, member=told.member, key=told.key)
    if not told.live:
        out.say(_TEST)


def collection_row(told: CollectionTold) -> dict[str, object]:
    """A collection for a script."""
    return {
        "collection": told.id, "from": told.payer, "bill": told.bill_id, "amount": str(told.amount),
        "currency": told.amount.currency, "state": told.state.value, "live": told.live,
        "link": told.link or None, "refusal": told.refusal,
        "paid_on": told.paid_on.isoformat() if told.paid_on else None,
        "returned": str(told.returned), "counted": str(told.counted),
        "settlement": told.settlement_id, "problem": told.problem,
    }  # fmt: skip


def say_collection(out: Out, told: CollectionTold) -> None:
    """A collection and what comes next."""
    out.say(
        _SENTENCES[told.state], id=told.id, payer=told.payer, amount=told.amount,
        currency=told.amount.currency, link=told.link, day=told.paid_on,
        refusal=_why(out, told.refusal), returned=told.returned,
    )  # fmt: skip
    if told.state is CollectionState.PAID and told.returned.minor:
        words = mark("Of it {returned} {currency} went back.")
        out.say(words, returned=told.returned, currency=told.amount.currency)
    if told.state is CollectionState.OPEN:
        out.say(
            mark("Send this link to {payer} yourself; it can be paid once, within a day."),
            payer=told.payer,
        )
        out.say(
            mark(
                "`facteur collect --check` asks whether it was paid; `facteur watch` and `facteur worker` "
                "ask by themselves."
            )
        )
    if not told.live:
        out.say(_TEST)


def say_refund_failed(out: Out, told: CollectionTold, before: CollectionTold | None) -> None:
    """Money that was on its way back and is here again: a refund that the payer's bank did not take."""
    if before is None or before.state is CollectionState.DISPUTED:
        return
    less = before.returned - told.returned
    if less.minor > 0:
        words = mark(
            "Collection {id}: the refund of {back} {currency} to {payer} did not go through, and the money "
            "is at Stripe again. `facteur collect --refund {id}` tries once more."
        )
        out.warn(words, id=told.id, back=less, currency=less.currency, payer=told.payer)


def changed(row: CollectionTold, before: CollectionTold | None) -> bool:
    """Whether a person would see it; that an event told of it once more is no change."""
    return before is None or _stands(row) != _stands(before)


def _stands(row: CollectionTold) -> tuple[object, ...]:
    return row.state, row.returned, row.refusal, row.problem


def show_collections(out: Out, collector: CollectorTold, rows: Sequence[CollectionTold]) -> None:
    """Who collects, and every collection."""
    out.emit(collector_row(collector))
    for row in rows:
        out.emit(collection_row(row))
    say_collector(out, collector)
    if not rows:
        out.say(
            mark(
                "Nothing is collected yet: `facteur collect BILL --from NAME` makes a link for a share."
            )
        )
        return
    out.table(_HEADS, [_cells(out, row) for row in rows], right=3)


def say_returned(out: Out, state: GiveBackState, told: CollectionTold) -> None:
    """What became of the refund."""
    out.emit({**collection_row(told), "give_back": state.value})
    out.say(_BACK[state], payer=told.payer)
    say_collection(out, told)


def _why(out: Out, refusal: str | None) -> str:
    if not refusal:
        return "—"
    return out.words(_REFUSALS.get(refusal, _BANK_SAYS), word=refusal)


def _cells(out: Out, row: CollectionTold) -> list[str]:
    state = out.words(_STATES[row.state])
    return [
        str(row.id),
        row.payer,
        str(row.bill_id or ""),
        out.amount(row.amount),
        state if row.live else f"{state} ({out.words(_TRIAL)})",
        row.paid_on.isoformat() if row.paid_on else "",
        amount_in(out.lang, row.returned) if row.returned.minor else "",
    ]
