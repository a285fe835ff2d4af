"""Payments in words: what a file proved, what waits for one step, what was debited."""

from collections.abc import Sequence
from decimal import Decimal

from cli.columns_option import role_word
from cli.output import Out
from cli.told_debits import more_of, say_debit, told_by
from flow.debit_watch import DebitRow
from flow.payments import EntryRow, MatchRow, PartRow
from flow.prove_rows import Report, StatementRow
from models.money import Money
from models.words import mark
from pay.evidence.columns import Question, Role

_MATCHES = (
    mark("Match"), mark("Booked"), mark("Amount"), mark("Payee"), mark("Bill"), mark("Biller"),
    mark("Why"),
)  # fmt: skip
_ENTRIES = (mark("Entry"), mark("Booked"), mark("Amount"), mark("Payee"), mark("Text"))
_MOST_UNKNOWN = 20
_MOST_TEXT = 60
_OPENED = mark(
    "Bill {bill} was paid and is open again: more than one entry may be its payment, confirm which."
)
MATCH_STATES = {
    "suggested": mark("to confirm"),
    "automatic": mark("proven"),
    "confirmed": mark("confirmed"),
    "undone": mark("taken apart"),
    "returned": mark("came back"),
}


def show_report(out: Out, report: Report, *, whole: bool) -> None:
    """The report in sentences and tables, one line a bill. whole: no file was named, so only what
    waits is listed.
    """
    for statement in report["statements"]:
        _statement(out, statement)
    if not whole:
        out.say(
            mark("New entries: {new}, known before: {known}."),
            new=report["new"],
            known=report["known"],
        )
        _table(out, mark("Proven"), report["matched"], report["debits"])
    _table(out, mark("To confirm"), report["suggested"], report["debits"])
    if report["suggested"]:
        out.say(mark("`facteur import --confirm MATCH` says that it is so, --undo that it is not."))
    _table(out, mark("Came back: the bill is open again"), report["returned"], ())
    _opened(out, report)
    shown = [*report["suggested"], *report["returned"], *(() if whole else report["matched"])]
    for debit in report["debits"]:
        if not any(told_by(row, debit) for row in shown):
            say_debit(out, debit)
    _unknown(out, report["unknown"], whole=whole)
    if whole and not any(report[rows] for rows in ("suggested", "returned", "debits", "unknown")):
        out.say(
            mark("Nothing waits for your word. `facteur import FILE` takes a bank statement in.")
        )


def _opened(out: Out, report: Report) -> None:
    told = {part["bill"] for row in report["returned"] for part in row["bills"]}
    for bill in report["opened"]:
        if bill not in told:
            out.warn(_OPENED, bill=bill)


def _statement(out: Out, row: StatementRow) -> None:
    out.say(
        mark("Account {account}, {first} to {last}. Entries: {count}, not booked yet: {pending}."),
        account=row["bank_account"] or "—",
        first=out.day(row["first_on"]) or "—",
        last=out.day(row["last_on"]) or "—",
        count=row["entries"],
        pending=row["pending"],
    )
    if row["gap"] is not None and Decimal(row["gap"]):
        out.warn(
            mark(
                "Between its first and last balance {gap} {currency} are missing: export it again."
            ),
            gap=Money.of(row["gap"], row["currency"]),
            currency=row["currency"],
        )


def _table(out: Out, title: str, rows: Sequence[MatchRow], debits: Sequence[DebitRow]) -> None:
    """debits: what was announced; a row of another amount says by how much."""
    if rows:
        out.say("{title}", title=out.words(title))
        out.table(_MATCHES, [_row(out, row, debits) for row in rows], right=2)


def _row(out: Out, row: MatchRow, debits: Sequence[DebitRow]) -> list[str]:
    because = [out.words(one["sentence"], quote=one["quote"]) for one in row["because"]]
    more = [more_of(out, debit) for debit in debits if told_by(row, debit)]
    return [
        str(row["match"]),
        row["booked_on"],
        out.amount(row["amount"], row["currency"]),
        (row["counterparty"] or row["text"])[:_MOST_TEXT],
        ", ".join(_paid(out, bill) for bill in row["bills"]),
        ", ".join(dict.fromkeys(bill["biller"] or "—" for bill in row["bills"])),
        " · ".join(one for one in (*more, *because) if one),
    ]


def _paid(out: Out, part: PartRow) -> str:
    if part["settlement"]:
        return out.words(mark("settlement {id}"), id=part["settlement"])
    return str(part["bill"] or "")


def _unknown(out: Out, rows: Sequence[EntryRow], *, whole: bool) -> None:
    if not rows:
        return
    out.say(mark("Entries that belong to no bill: {count}."), count=len(rows))
    if whole:
        cells = [
            [
                str(row["entry"]),
                row["booked_on"],
                out.amount(row["amount"], row["currency"]),
                row["counterparty"][:_MOST_TEXT],
                row["text"][:_MOST_TEXT],
            ]
            for row in rows[-_MOST_UNKNOWN:]
        ]
        out.table(_ENTRIES, cells, right=2)
        out.say(mark("`facteur import --entry ENTRY --bill BILL` says that one pays a bill."))


def show_payments(out: Out, rows: Sequence[MatchRow]) -> None:
    """The payments of one bill with their proof."""
    if not rows:
        return
    out.say(mark("Payments"))
    for row in rows:
        out.say(
            mark("  {state}: {amount} {currency} on {on}, {payee} (match {match}, {file})"),
            state=out.words(MATCH_STATES[row["state"]]),
            amount=Money.of(row["amount"], row["currency"]),
            currency=row["currency"],
            on=out.day(row["booked_on"]),
            payee=row["counterparty"] or row["text"],
            match=row["match"],
            file=row["file"],
        )
        for one in row["because"]:
            out.say("    · {reason}", reason=out.words(one["sentence"], quote=one["quote"]))
        if row["returned_on"]:
            why = row["return_reason"]
            words = (
                mark("    · came back on {on} ({reason})")
                if why
                else mark("    · came back on {on}")
            )
            out.say(words, on=out.day(row["returned_on"]), reason=why)


def ask_columns(out: Out, question: Question, file: str) -> None:
    """The question which column is which, with examples and the best guess."""
    if question.doubt == "days":
        out.say(
            mark(
                "Is the day or the month first? No day of this file is above 12: add --days dmy or mdy."
            )
        )
    else:
        out.say(mark("This layout is not known. Which column is which?"))
    rows = [
        (str(at), name, " · ".join(examples), role_word(out.lang, role))
        for at, (name, examples, role) in enumerate(
            zip(question.columns, question.examples, question.guess.roles, strict=False), start=1
        )
    ]
    out.table((mark("Column"), mark("Name"), mark("Examples"), mark("Guess")), rows)
    words = mark(
        "Answer with `facteur import {file} --columns {columns}`, each word at the number of its column; "
        "it is remembered."
    )
    if question.doubt != "days":
        out.say(words, file=file, columns=_answer(out, question.guess.roles))


def _answer(out: Out, roles: Sequence[Role]) -> str:
    """What could be typed: the guess where it is an answer, else an example."""
    said = {role: at for at, role in enumerate(roles, start=1) if role is not Role.IGNORED}
    if Role.BOOKED_ON not in said or not said.keys() & {Role.AMOUNT, Role.DEBIT, Role.CREDIT}:
        said = {Role.BOOKED_ON: 1, Role.AMOUNT: 3, Role.TEXT: 2}
    return ",".join(f"{role_word(out.lang, role)}={at}" for role, at in said.items())
