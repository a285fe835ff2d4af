"""Bank statements and books that do not say what they should."""

from models.errors.problem import Problem, Reasoned
from models.words import mark


class StatementUnknown(Problem):
    sentence = mark(
        "This file ({what}) is no bank statement that Facteur reads: "
        "export it from your bank as camt.053, MT940, OFX or CSV."
    )


class BooksNoStatement(Problem):
    sentence = mark(
        "These are Facteur’s own books, written by `facteur export --as json` for other programs: "
        "what comes back in is the ZIP of `facteur export --as zip`."
    )


class StatementDamaged(Problem):
    sentence = mark(
        "This bank statement is damaged or cut off ({what}): nothing of it was taken; export it again."
    )


class StatementTooLong(Problem):
    sentence = mark(
        "This bank statement is longer than Facteur reads ({limit}): "
        "export it in several shorter periods."
    )


class ColumnMissing(Problem):
    sentence = mark("There is no column {number}: this file has {count}, counted from 1.")


class ColumnsTooFew(Problem):
    sentence = mark(
        "Say at least which column holds the day and which the amount (or debit and credit), each once."
    )


class ColumnsKnown(Problem):
    sentence = mark("The header of this file names its columns: import it without --columns.")


class MatchUnknown(Problem):
    sentence = mark("No match has the number {id}: `facteur import` lists those that wait.")


class EntryUnknown(Problem):
    sentence = mark("No entry has the number {id}: `facteur import` lists those without a bill.")


class EntryComesIn(Problem):
    sentence = mark(
        "Entry {id} is money that came in ({amount} {currency}): it does not pay bill {bill}, whose money "
        "goes out."
    )


class EntryGoesOut(Problem):
    sentence = mark(
        "Entry {id} is money that went out ({amount} {currency}): it does not pay bill {bill}, which is a "
        "credit, whose money comes in."
    )


class ColumnsUnfit(Reasoned):
    sentence = mark(
        "Row {row} does not fit the columns that were chosen ({why}): choose the columns again."
    )
