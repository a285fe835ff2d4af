"""`facteur teach`: your own bill beside what it says, for a test and for the biller's next bill."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from cli.expected import CORE, NAMES, check_folder, doubtful_fields, show_fields
from cli.options import Json, LangName, asks, at_work
from cli.output import Out
from cli.passwords import pdf_password
from cli.told_fields import asked_fields, in_currency, told_fields
from flow.answer import why_unread
from flow.expected import Expected, expected_for, write_expected
from flow.learning import Learned
from flow.sandbox import Sandbox
from flow.settings import Settings
from flow.teach import has_home, kept_copy, learn_file, memory_of, read_bill
from flow.wiring import Wiring, wired
from models.errors.reading import BillUnread
from models.errors.values import UsageWrong
from models.verdict import Kind
from models.words import mark


def teach(
    file: Annotated[
        Path | None, typer.Argument(help=mark("Your bill: PDF, picture, XML or mail (.eml)."))
    ] = None,
    biller: Annotated[
        str | None, typer.Option("--biller", help=mark("Who asks for the money."))
    ] = None,
    amount: Annotated[
        str | None, typer.Option("--amount", help=mark("What is due, as 84.20."))
    ] = None,
    currency: Annotated[str | None, typer.Option("--currency", help=mark("As EUR."))] = None,
    due: Annotated[
        str | None,
        typer.Option(
            "--due", help=mark("The due date, as 2026-12-31; none when the bill has none.")
        ),
    ] = None,
    issued: Annotated[
        str | None, typer.Option("--issued", help=mark("The day of issue, as 2026-11-02."))
    ] = None,
    number: Annotated[
        str | None, typer.Option("--number", help=mark("The bill's number, as printed."))
    ] = None,
    customer: Annotated[
        str | None, typer.Option("--customer", help=mark("Your customer number, as printed."))
    ] = None,
    iban: Annotated[str | None, typer.Option("--iban", help=mark("The account to pay to."))] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", help=mark("What must be written on the payment."))
    ] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help=mark("What must be done."))] = None,
    yes: Annotated[
        bool,
        typer.Option("--yes", help=mark("All else that was read is right, also what is in doubt.")),
    ] = False,
    folder: Annotated[
        Path | None,
        typer.Option("--out", help=mark("Copy the bill there, its expected answer beside it.")),
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(
            "--check", help=mark("Read every bill of this folder that has an expected answer.")
        ),
    ] = None,
    password_stdin: Annotated[
        bool,
        typer.Option("--password-stdin", help=mark("Take the PDF's password from standard input.")),
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Say what your own bill says: kept as a test, learned for the next. It stays here."""
    with at_work(lang, as_json) as (out, settings), _house(settings) as (wiring, sandbox):
        if check is not None:
            check_folder(out, sandbox, memory_of(wiring), check)
            return
        if file is None:
            words = mark("Say which bill: facteur teach bill.pdf, or --check and a folder.")
            raise UsageWrong(why=out.words(words))
        entries = {
            "kind": kind.value if kind else None, "biller": biller, "amount": amount,
            "currency": currency, "due_date": due, "issue_date": issued, "invoice_number": number,
            "customer_number": customer, "iban": iban, "reference": reference,
        }  # fmt: skip
        told = told_fields(out, entries)
        password = pdf_password(out, password_stdin)
        answer = read_bill(sandbox, file, out.lang, memory_of(wiring), password)
        if answer["error"]:
            raise BillUnread(file=file.name, why=why_unread(answer))
        told = in_currency(told, answer)
        show_fields(out, settings.sure, answer, told)
        if not (yes or as_json or password_stdin) and asks():
            names = doubtful_fields(settings.sure, answer, told)
            told |= asked_fields(out, answer, [(name, NAMES[name]) for name in names])
            told = in_currency(told, answer)
        wanted = expected_for(answer, told, accepted=yes, sure=settings.sure)
        target = write_expected(kept_copy(file, folder), wanted)
        learned = learn_file(wiring, file, answer, wanted, password) if wiring else Learned()
        doubtful = doubtful_fields(settings.sure, answer, told)
        _tell(out, target, wanted, doubtful, learned, home=wiring is not None)


@contextmanager
def _house(settings: Settings) -> Iterator[tuple[Wiring | None, Sandbox]]:
    """The house when there is one, and children that read in any case; none is made."""
    if has_home(settings):
        with wired(settings, os.environ) as wiring:
            yield wiring, wiring.sandbox
        return
    sandbox = Sandbox(1, settings.read_seconds, settings.read_memory_mb)
    try:
        yield None, sandbox
    finally:
        sandbox.close()


def _tell(
    out: Out, target: Path, wanted: Expected, doubtful: list[str], learned: Learned, *, home: bool
) -> None:  # fmt: skip
    fields = [lesson.field for lesson in learned.lessons]
    out.emit(
        {
            "file": str(target), "expected": wanted, "learned": fields,
            "not_printed": list(learned.unprinted),
        }
    )  # fmt: skip
    out.say(mark("Written: {file}. Nothing left this machine."), file=str(target))
    asked = {"kind", *CORE, *doubtful}
    left = [out.words(NAMES[name]) for name in NAMES if name in asked and name not in wanted]
    if left:
        words = mark(
            "Left out, because in doubt: {fields}. Say them, or --yes when they are right."
        )
        out.say(words, fields=", ".join(left))
    if not home:
        out.say(mark("Not learned for later bills: `facteur init` makes the place to keep it."))
    elif fields:
        out.say(mark("Learned: the next bill of this biller is read so."))
