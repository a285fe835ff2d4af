"""Orders, approvals, codes, rails."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class OrderInvalid(Reasoned):
    sentence = mark("This payment cannot be prepared: {why}.")


class StepForbidden(Problem):
    sentence = mark("This payment is “{step}” and cannot become “{to}”.")


class OrderStopped(Reasoned):
    sentence = mark("This payment is stopped. {why}")


class SecretNeeded(Reasoned):
    sentence = mark("Your secret code is needed. {why}")


class ApprovalVoid(Problem):
    sentence = mark("The payment was changed after it was approved: check and approve it again.")


class RailRefused(Reasoned):
    sentence = mark("This way of paying cannot be used here: {why}.")


class AlreadyHandedOver(Problem):
    sentence = mark(
        "Bill {id} was handed over on {day} ({rail}): pay it there, once. --again makes the same papers "
        "anew, --withdraw takes the order back when you did not send it."
    )


class SeenInPart(Problem):
    sentence = mark(
        "Of bill {id}, a statement shows {seen} {currency} as paid, and its order over {amount} {currency} "
        "({rail}) is out as well. If you did not send it, `facteur pay {id} --withdraw` takes it back: then "
        "{left} {currency} are left to pay."
    )


class NothingOut(Problem):
    sentence = mark("No order of bill {id} is out: there is nothing to take back or to make again.")


class CreditUnusable(Reasoned):
    sentence = mark("Credit note {id} cannot be set off against bill {bill}: {why}.")


class PlaceTaken(Problem):
    sentence = mark("{file} is there already and is not of this payment: name another with --out.")


class InstalmentUnknown(Problem):
    sentence = mark("Bill {id} has no instalment {number}: it has {count}.")


class InstalmentAhead(Problem):
    sentence = mark(
        "Instalment {number} of bill {id} is due on {day} only: --instalment {number} prepares it now, "
        "--again makes the papers of the one before anew."
    )


class CodeUnset(Problem):
    sentence = mark("This needs your secret code, and none is set up: run `facteur secret` first.")


class CodeWrong(Problem):
    sentence = mark(
        "This secret code is not right, or was used before: wait for the next one. "
        "Tries that are left: {left}."
    )


class CodeLocked(Problem):
    sentence = mark("Too many wrong codes: the next one is taken in {minutes} minutes.")
    permanent = False


class CapsOfTwoCurrencies(Problem):
    sentence = mark(
        "The other cap stays at {amount} {currency}, and both caps are in one currency: give both in "
        "{wanted} (--transfer, --month and --currency {wanted}), or take the other one away with “none”."
    )


class HandoverDiffers(Problem):
    sentence = mark(
        "What was made for the bank does not say what was approved ({field}): it was thrown away."
    )


class LinkRefused(Reasoned):
    sentence = mark("The link of this bill is not shown: {why}.")
