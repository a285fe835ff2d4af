"""What became of announced debits, in words; what a payment's own line tells is not told twice."""

from cli.output import Out
from flow.debit_watch import DebitRow
from flow.payments import MatchRow
from models.money import Money
from models.words import mark

_DEBITS = {
    "as_announced": mark(
        "Bill {bill}, {biller}: debited as announced on {on}, {amount} {currency}."
    ),
    "more": mark("Bill {bill}, {biller}: debited on {on}, {more} {currency} more than announced."),
    "less": mark("Bill {bill}, {biller}: debited on {on}, {more} {currency} less than announced."),
    "came_back": mark("Bill {bill}, {biller}: the debit came back on {on}; it is open again."),
    "not_yet": mark("Bill {bill}, {biller}: will be debited; nothing to do before {on}."),
    "not_debited": mark(
        "Bill {bill}, {biller}: announced for {on}, not on the statements: ask the biller or your bank."
    ),
    "not_known": mark(
        "Bill {bill}, {biller}: announced for {on}; import the statements of the days from then on to "
        "see whether it was."
    ),
}
_SEEN = ("as_announced", "other_amount")
_MORE = {
    "more": mark("{more} {currency} more than announced."),
    "less": mark("{more} {currency} less than announced."),
}


def say_debit(out: Out, row: DebitRow) -> None:
    """One sentence on an announced debit."""
    more = row["more"] or "0"
    out.say(
        _DEBITS[_verdict(row)],
        bill=row["bill"],
        biller=row["biller"] or "—",
        on=row["on"],
        amount=Money.of(row["amount"], row["currency"]),
        currency=row["currency"],
        more=Money.of(more.removeprefix("-"), row["currency"]),
    )


def more_of(out: Out, row: DebitRow) -> str:
    """By how much a debit differs from what was announced; "" when it does not."""
    if row["more"] is None:
        return ""
    more = Money.of(row["more"].removeprefix("-"), row["currency"])
    return out.words(_MORE[_verdict(row)], more=more, currency=row["currency"])


def told_by(row: MatchRow, debit: DebitRow) -> bool:
    """Whether the line of this match says what became of that debit: the same bill and movement.

    Of a bill that is debited once, any payment says more than "it is not on the statements".
    """
    if not any(part["bill"] == debit["bill"] for part in row["bills"]):
        return False
    if debit["verdict"] == "came_back":
        return row["returned_on"] == debit["on"]
    if debit["verdict"] in _SEEN:
        return row["booked_on"] == debit["on"]
    return debit["instalment"] is None


def _verdict(row: DebitRow) -> str:
    if row["verdict"] != "other_amount":
        return row["verdict"]
    return "less" if (row["more"] or "").startswith("-") else "more"
