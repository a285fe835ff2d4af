"""What the state of a bill says of paying it, beside the rules on the order itself (pay.policy)."""

from collections.abc import Iterator

from flow.doubts import doubtful
from flow.order_draft import DEBIT
from flow.schedule import is_debited
from flow.settings import Settings
from models.reading import Means
from models.said import Listed, said
from models.tables import Bill
from models.verdict import Kind, State
from models.words import mark
from pay.policy.flag import Flag, ask, stop

_ENDED = {
    State.STOPPED: mark(
        "This bill is held: ask the biller by a way you know from older bills, then "
        "`facteur fix` with --genuine releases it."
    ),
    State.PAID: mark("This bill is already paid."),
    State.CLOSED: mark("This bill is settled: `facteur fix` with --state open opens it again."),
    State.HANDED_OVER: mark("You said that you sent the money of this bill."),
}
_FIELDS = {
    "biller": mark("who asks for the money"),
    "amount": mark("the amount"),
    "due_on": mark("the due date"),
    "kind": mark("what must be done"),
}
DEBITED = mark("Nothing to do: this bill is debited by itself, and paying it would pay it twice.")
_NO_BILL = mark(
    "This is no bill, as far as was read, and asks for nothing: `facteur fix {bill} --kind to_pay` says "
    "that it is one."
)
_SET_OFF = mark("A credit note pays this bill whole: --withdraw gives the credit back.")


def ended(bill: Bill, set_off: int) -> str:
    """Why nothing of a bill is left to pay, as its state says it, or ""."""
    if bill.state is State.CLOSED and set_off:
        return _SET_OFF
    return _ENDED.get(bill.state, "")


def bill_flags(bill: Bill, rail: str, settings: Settings) -> Iterator[Flag]:
    """bill_stopped, bill_paid, bill_closed, bill_handed_over, debited_by_itself, credit_note, no_bill
    (stop); to_review, not_announced, speaks_of_debit (ask). `rail` is "" while none is chosen.
    """
    if bill.state in _ENDED:
        yield stop(f"bill_{bill.state.value}", said(_ENDED[bill.state]))
    if bill.kind is Kind.CREDIT_NOTE:
        yield stop("credit_note", said(mark("This is a credit note: the biller owes you money.")))
    if bill.kind is Kind.OTHER and bill.state not in _ENDED:
        yield stop("no_bill", said(_NO_BILL, bill=bill.id))
    debited = is_debited(bill)
    if debited and rail != DEBIT:
        yield stop("debited_by_itself", said(DEBITED))
    if not debited and rail == DEBIT:
        because = mark("Nothing announces that this bill is debited: it may stay unpaid.")
        yield ask("not_announced", said(because))
    if bill.means is Means.DIRECT_DEBIT and not debited and rail != DEBIT:
        because = mark(
            "This bill speaks of a direct debit: be sure that it is not debited by itself."
        )
        yield ask("speaks_of_debit", said(because))
    if bill.state is State.REVIEW:
        fields = doubtful(bill.confidences, bill.kind, settings.sure) or ["kind"]
        because = mark("This bill is still to review ({fields}): compare it with the paper.")
        yield ask("to_review", said(because, fields=Listed(tuple(_FIELDS[one] for one in fields))))


def no_code_flag() -> Flag:
    """Asked where the secret code would be, as long as the person has set none up."""
    because = mark(
        "No secret code is set up, so whoever sits at this computer can approve: "
        "`facteur secret` sets one up."
    )
    return ask("no_secret_code", said(because))
