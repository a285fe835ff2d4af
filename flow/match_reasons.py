"""Why an entry is said to pay a bill, in words, each with its quote from the bill or the statement."""

from collections.abc import Sequence

from models.statement import Entry
from models.words import mark
from pay.match.expected import Expected, Kind, Level
from pay.match.found import compact

LEVELS: dict[Level, str] = {
    "end_to_end": mark("The payment bears the number of the order: {quote}"),
    "reference": mark("The payment names the bill: {quote}"),
    "iban": mark("The money went to the account of the bill: {quote}"),
    "creditor": mark("The creditor of the direct debit is the biller’s: {quote}"),
    "name": mark("The name is alike: {quote}"),
    "amount": mark("The amount is the same, near the day it is due: {quote}"),
    "person": mark("You said so."),
}
KINDS: dict[Kind, str] = {
    "whole": "",
    "part": mark("It is less than the bill asks for."),
    "over": mark("It is more than the bill asks for."),
    "again": mark("The bill is paid already: this would be a second payment of it."),
    "sum": mark("It pays several bills at once."),
    "refund": mark("It is money that came back."),
}
DOUBTFUL = mark("The bill waits to review, so the evidence does not act alone.")


def reasons(
    entry: Entry, bills: Sequence[Expected], level: Level, kind: Kind
) -> list[dict[str, str]]:
    """The evidence first, then what is unusual about the amount."""
    said = [{"sentence": LEVELS[level], "quote": _quote(entry, bills, level)}]
    if KINDS[kind]:
        said.append({"sentence": KINDS[kind], "quote": ""})
    return said


def _quote(entry: Entry, bills: Sequence[Expected], level: Level) -> str:
    match level:
        case "end_to_end":
            return entry.end_to_end or ", ".join(one.end_to_end for one in bills)
        case "reference":
            return ", ".join(_written(entry, one) for one in bills)
        case "iban":
            return str(entry.counterparty_iban or "")
        case "creditor":
            return entry.creditor_id
        case "name":
            return (entry.counterparty or entry.text)[:140]
        case "amount":
            return f"{entry.amount} {entry.amount.currency}"
        case "person":
            return ""


def _written(entry: Entry, bill: Expected) -> str:
    """The reference or number of the bill, whichever the entry bears."""
    said = compact(f"{entry.reference} {entry.text} {entry.end_to_end}")
    codes = (bill.reference, bill.number)
    return next((code for code in codes if code and compact(code) in said), bill.number)
