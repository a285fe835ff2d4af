"""Values that cannot be: amounts, days, accounts, references, what was typed."""

from models.errors.problem import Problem
from models.words import mark


class AmountInvalid(Problem):
    sentence = mark("“{amount} {currency}” is not an amount of money.")


class CreditUnsaid(Problem):
    sentence = mark(
        "An amount below zero ({amount} {currency}) is money that the biller owes you: add --kind "
        "credit_note, or leave the minus out."
    )


class CurrencyMismatch(Problem):
    sentence = mark("Amounts in {left} and {right} cannot be added together.")


class IbanInvalid(Problem):
    sentence = mark("“{iban}” is not a valid IBAN: check it against the paper.")


class DateNaive(Problem):
    sentence = mark("A moment without a time zone was refused.")


class ReferenceInvalid(Problem):
    sentence = mark("“{reference}” is not a payment reference: check it against the bill.")


class NotFound(Problem):
    sentence = mark("Nothing has the number {id}: `facteur list` shows what there is.")


class UsageWrong(Problem):
    sentence = mark("{why}")
