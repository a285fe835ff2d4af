"""What stands beside a bill on the screen: credit notes set off, instalments, the state that says so."""

from collections.abc import Iterable, Sequence

from cli.output import STATE_WORDS, Out
from cli.told_debits import say_debit
from flow.beside_bill import InstalmentRow, SetOffRow
from flow.bill_shown import Card
from flow.listing import ListRow
from flow.order_draft import DEBIT
from models.money import Money
from models.rails import rail_in
from models.verdict import State
from models.words import mark

_OPEN = (State.OPEN, State.REVIEW)
_STAGES = {
    "open": mark("open"),
    "prepared": mark("prepared"),
    "handed_over": mark("handed over"),
    "paid": mark("paid"),
    "set_off": mark("covered by credit"),
}
_OUT = mark("The order of bill {id} is out ({rail}). Once the money is sent: `facteur paid {id}`.")
_OUT_TWICE = mark(
    "The order of bill {id} is out ({rail}), yet the bill is debited by itself: unless you sent the "
    "money, `facteur pay {id} --withdraw` takes the order back."
)
_ALIKE = mark(
    "Bills {first} and {last} may be the same bill: compare them. `facteur fix {last} --state closed` "
    "settles the one too many, `facteur fix {last} --apart {first}` says that they are two."
)
_HEADS = (mark("Instalment"), mark("Due"), mark("Amount"), mark("State"))


def state_of(out: Out, row: ListRow) -> str:
    """The state of a bill in words; one that credit notes pay whole was set off, not just closed."""
    ended = row["state"] == State.CLOSED and row["set_off"]
    state = out.words(mark("set off") if ended else STATE_WORDS[row["state"]])
    if missing := _missing(row):
        words = mark("{state} ({seen} {currency} seen, {missing} {currency} missing)")
        seen = Money.of(row["seen"] or "0", missing.currency)
        state = out.words(words, state=state, seen=seen, missing=missing, currency=missing.currency)
    if row["like"]:
        ids = ", ".join(str(one) for one in row["like"])
        state = out.words(mark("{state}, like bill {ids}"), state=state, ids=ids)
    if row["order"] is None or row["state"] not in _OPEN:
        return state
    rail = rail_in(out.lang, row["order"]["rail"])
    return out.words(mark("{state}, order out ({rail})"), state=state, rail=rail)


def say_alike(out: Out, rows: Sequence[ListRow]) -> None:
    """What to do about bills that may be one, each pair once."""
    pairs = [sorted({row["id"], other}) for row in rows for other in row["like"]]
    say_pairs(out, [(first, last) for first, last in pairs])


def say_pairs(out: Out, pairs: Iterable[tuple[int, int]]) -> None:
    """The same of the pairs themselves, the lower number first."""
    for first, last in dict.fromkeys(pairs):
        out.say(_ALIKE, first=first, last=last)


def _missing(row: ListRow) -> Money | None:
    """What statements do not show of a bill of which they show a part."""
    if row["seen"] is None or row["amount"] is None or row["currency"] is None:
        return None
    asked, seen, set_off = (
        Money.of(text, row["currency"]).minor
        for text in (row["amount"], row["seen"], row["set_off"] or "0")
    )
    minor = abs(asked) - seen - set_off
    return Money(minor, row["currency"]) if minor > 0 else None


def say_order_out(out: Out, rows: Sequence[ListRow]) -> None:
    """What to do next about bills with an order out of which nobody said yet that the money was sent."""
    for row in rows:
        order = row["order"]
        if order is None or order["sent"] or order["rail"] == DEBIT or row["state"] not in _OPEN:
            continue
        words = _OUT_TWICE if order["debited"] else _OUT
        out.say(words, id=row["id"], rail=rail_in(out.lang, order["rail"]))


def say_set_offs(out: Out, number: int, rows: Sequence[SetOffRow]) -> None:
    """Each credit note against the bill `number`, or each bill that this credit note pays."""
    for one in rows:
        words = (
            mark("  Set off: {amount} {currency} of credit note {credit}")
            if one["bill"] == number
            else mark("  Set off: {amount} {currency} against bill {bill}")
        )
        out.say(words, **{**one, "amount": Money.of(one["amount"], one["currency"])})


def show_set_offs(out: Out, card: Card) -> None:
    """What is set off with a bill, and what is left of a credit note."""
    say_set_offs(out, card["row"]["id"], card["set_offs"])
    if card["credit_left"] is not None:
        left, currency = card["credit_left"], card["row"]["currency"] or "EUR"
        out.say(
            mark("  Left of this credit note: {left} {currency}"),
            left=Money.of(left, currency),
            currency=currency,
        )


def show_instalments(out: Out, card: Card) -> None:
    """The instalments with their stages, and what statements show of those that are debited."""
    rows = card["instalments"]
    if not rows:
        return
    cells = [
        (
            str(one["instalment"]),
            one["due_date"],
            out.amount(one["amount"], one["currency"]),
            _stage(out, one),
        )
        for one in rows
    ]
    out.table(_HEADS, cells, right=2)
    for one in rows:
        if one["debit"] is not None and one["debit"]["verdict"] != "not_yet":
            say_debit(out, one["debit"])


def _stage(out: Out, row: InstalmentRow) -> str:
    """How far it is; of one that is paid in part, how much was seen: its amount is what is left."""
    stage = out.words(_STAGES[row["stage"]])
    if row["seen"] is None:
        return stage
    seen = out.amount(row["seen"], row["currency"])
    if row["stage"] == "open":
        return out.words(mark("partly paid ({seen} seen)"), seen=seen)
    return out.words(mark("{state} ({seen} seen)"), state=stage, seen=seen)
