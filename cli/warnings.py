"""A reading's machine warnings as sentences that say what to look at."""

import re

from cli.output import Out
from models.errors.every import named, revived
from models.words import mark

_SENTENCES = {
    "xml_page_disagree": mark(
        "The figures inside the file and on its page differ: check {field} on the page."
    ),
    "markup_body_disagree": mark("The mail's hidden figures and its words differ: check {field}."),
    "paper_body_disagree": mark(
        "The mail and the attached document differ: check {field} on the document."
    ),
    "documents_disagree": mark("Two attached documents of the same bill differ: check {field}."),
    "memory_disagree": mark(
        "This bill differs from what is known of its biller, from earlier bills or from you: check "
        "{field} on the bill."
    ),
    "several_bills": mark("There are several bills here: look at each of them."),
    "several_ibans": mark("The bill names several accounts: the first is shown."),
    "iban_invalid": mark("The IBAN's check digits are wrong: compare it with the paper."),
    "reference_invalid": mark("The payment reference's check digits are wrong."),
    "qr_page_disagree": mark(
        "The payment code and the page differ: check {field} on the page before paying."
    ),
    "qr_invalid": mark("The payment code is wrong ({field}) and was not used: do not scan it."),
    "several_codes": mark("The bill has several payment codes: choose which one to pay."),
    "lines_disagree": mark("The lines of this bill do not add up to its total."),
    "totals_disagree": mark("The totals of this bill do not add up."),
    "currency_assumed": mark("The bill names no currency: euros are assumed."),
    "minimum_payment": mark("Only a minimum payment is stated, not the whole amount."),
    "reminder_asks": mark(
        "A reminder asks for {field}: ask the biller what the difference is, if the bill does not say."
    ),
    "payment_returned": mark("A payment of this bill came back ({field}): it is open again."),
    "paid_in_part": mark("Of this bill, {field} was seen on the account so far."),
    "overpaid": mark("This bill was paid {field} too much: ask for it back."),
    "due_before_issued": mark("The due date is before the day of issue."),
    "due_far_away": mark("The due date is more than a year away."),
}
_CAME_BACK = mark("A payment of this bill came back: it is open again.")
_NO_REASON = frozenset({"", "-"})
FIELDS = {
    "biller": mark("Biller"),
    "amount": mark("Amount"),
    "due_on": mark("Due"),
    "issued_on": mark("Issued"),
    "number": mark("Bill number"),
    "customer_number": mark("Customer number"),
    "period": mark("Period"),
    "payee_iban": mark("IBAN"),
    "reference": mark("Reference"),
    "means": mark("Means"),
    "contact": mark("Contact"),
    "biller_id": mark("Register number"),
}
"""A Reading's fields in words."""

_AMOUNT = re.compile(r"(\d{1,15}(?:\.\d{1,4})?) ([A-Z]{3})")


def warning_words(out: Out, warning: str) -> str:
    """`warning` ("iban_invalid", "xml_page_disagree:amount", "damaged:a.pdf") in the person's language."""
    code, _, detail = warning.partition(":")
    if code == "payment_returned" and detail in _NO_REASON:
        return out.words(_CAME_BACK)
    if code in _SENTENCES:
        return out.words(_SENTENCES[code], field=_told(out, detail))
    if named(code) is not None:
        return revived(code, what=detail, limit="40 MB").told(out.lang)
    return warning


def _told(out: Out, detail: str) -> str:
    """A field's word, an amount as the language writes it, else what the warning says."""
    if amount := _AMOUNT.fullmatch(detail):
        return out.amount(amount[1], amount[2])
    return out.words(FIELDS[detail]) if detail in FIELDS else detail
