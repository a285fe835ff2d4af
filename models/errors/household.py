"""Households, members, links, settlements."""

from models.errors.problem import Problem, Reasoned
from models.errors.values import NotFound
from models.words import mark


class HouseholdMissing(Problem):
    sentence = mark(
        "No household is here yet: `facteur household new NAME --me YOUR_NAME` makes one."
    )


class HouseholdUnclear(Problem):
    sentence = mark("There are several households ({numbers}): say which one with --house.")


class MemberUnknown(Problem):
    sentence = mark("Nobody in this household is called “{name}”. Its members: {names}.")


class NameTaken(Problem):
    sentence = mark("“{name}” is in this household already: choose another name.")


class HouseholdTaken(Problem):
    sentence = mark(
        "A household called “{name}” is here already (number {id}): `facteur household` shows it; another "
        "one needs another name."
    )


class FormerMember(Problem):
    sentence = mark(
        "{name} belonged to this household before: `facteur household rejoin {name}` takes them back; "
        "somebody else needs another name."
    )


class MemberStays(Reasoned):
    sentence = mark("{name} cannot leave the household yet: {why}.")


class NameUnusable(Problem):
    sentence = mark("“{name}” cannot be a name: write 1 to {limit} visible signs without , and =.")


class RightMissing(Problem):
    sentence = mark("{name} may not do this: an owner of the household can give the right.")


class WordOfAnother(Problem):
    """No right helps: that money left, or came, nobody can say for another."""

    sentence = mark(
        "{name} cannot say this: whether the money of settlement {id} left or came is the word of {whose} "
        "alone. `--as {whose}` says that it is you."
    )


class OwnerNeeded(Problem):
    sentence = mark("A household keeps at least one owner: make somebody else owner first.")


class AccountOfAnother(Problem):
    sentence = mark("The mailbox {address} belongs to another member, or is not connected.")


class BillNotReady(Problem):
    sentence = mark(
        "Bill {id} has no amount yet or is held: look at it with `facteur show {id}` first."
    )


class NothingToShare(Problem):
    sentence = mark(
        "Nothing of bill {id} is left to share: it asks for nothing, or what is set off with it makes up "
        "for all of it."
    )


class NotSplit(Problem):
    sentence = mark("Bill {id} is not split: `facteur split {id} --equal` does it.")


class TwinSplit(Problem):
    sentence = mark(
        "Bill {other} of the same biller and amount is split already: "
        "if this is another one, split it by hand."
    )


class RuleOutdated(Problem):
    sentence = mark(
        "The rule of this biller names {names}, who did not live here then: split this bill by hand."
    )


class SplitPaid(Problem):
    sentence = mark(
        "Somebody paid bill {id}, so its split stays: split it anew another way instead."
    )


class ReasonMissing(Problem):
    sentence = mark("Say what is wrong with this share, in at most {limit} characters.")


class ReasonTooLong(Problem):
    sentence = mark(
        "This reason is longer than the {limit} characters that are kept: say it in fewer words."
    )


class ShareMissing(Problem):
    sentence = mark("{name} has no share of bill {id}.")


class ProvenByAnother(Problem):
    """Asked rather than refused: a bank account may belong to two."""

    sentence = mark(
        "A statement of {name} shows {amount} {currency} of bill {id} leaving their account: write "
        "--paid {name}; or, if others paid it all the same, say so with --yes."
    )


class NoneWaits(Problem):
    sentence = mark(
        "No open settlement waits for this word of {name}: `facteur settle` shows them all."
    )


class SettlementUnknown(NotFound):
    sentence = mark(
        "No settlement has the number {id}: `facteur settle` shows those that are under way."
    )


class SettlementOpen(Problem):
    sentence = mark(
        "Settlement {id} between these two is announced already: send it, or withdraw it first."
    )


class SettlementStuck(Reasoned):
    sentence = mark("Settlement {id} is “{why}”: this can no longer be said of it.")


class SettlementOfAnother(Problem):
    sentence = mark("Settlement {id} is for {name} to pay: `--as {name}` says that it is you.")


class SettlementHandedOver(Problem):
    sentence = mark(
        "The order of settlement {id} was handed over on {day} ({rail}): pay it there, once. --again makes "
        "the same papers anew; withdrawing the settlement takes the order back."
    )


class SettlementNotOut(Problem):
    sentence = mark(
        "No order of settlement {id} waits to be sent, so there are no papers to make again: `facteur settle "
        "{id}` shows where it stands."
    )


class LinkClosed(Problem):
    sentence = mark("This link opens nothing any more: ask whoever sent it to you for a new one.")


class NothingHere(Problem):
    """The link is good, and what was asked of it is not there, or not its person's."""

    sentence = mark(
        "There is nothing of yours at this address; your link itself is fine: open it as it was sent to you."
    )
