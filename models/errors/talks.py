"""What can go wrong in a talk with a biller; a part of models.errors, where the tree of all is."""

from models.errors.problem import Problem
from models.words import mark


class WordsMissing(Problem):
    sentence = mark("Say why you dispute the bill: you will need it in your letter, and later.")


class NothingDisputed(Problem):
    sentence = mark("Bill {id} is not in dispute: there is nothing to lift.")


class NoContact(Problem):
    sentence = mark(
        "Nothing says where to write to {biller}: take the address from your contract or their site, "
        "and give it with --to."
    )


class ContactUnproven(Problem):
    sentence = mark(
        "Only this bill prints {address}, and a forged bill prints its own: compare it with your "
        "contract, then send with --to {address}."
    )


class LetterMissing(Problem):
    sentence = mark("There is no letter about bill {id} to send yet: write one with --about.")


class WriterMissing(Problem):
    sentence = mark(
        "A letter is signed: say your name with --name, or set payer_name once for all."
    )


class MediatorMissing(Problem):
    sentence = mark(
        "Say with --to where the mediator takes mail: your bill or the biller's terms name them."
    )


class RightAmountMissing(Problem):
    sentence = mark("Say with --amount what is right, as --amount 64.20, and with --text why.")


class DebitsMissing(Problem):
    sentence = mark(
        "No bank statement here shows bill {id} debited twice: "
        "give both days, as --on 2026-11-05 --on 2026-11-06."
    )


class ComplaintMissing(Problem):
    sentence = mark(
        "A mediator first asks when you complained in writing: say the day with --on, or write to the "
        "biller first."
    )
