"""`facteur fix`: say what is right; the next bill of that biller is judged so at once."""

from typing import Annotated, Literal

import typer

from cli.bill_days import bill_day_of
from cli.entries import amount_of, code_of, currency_of, iban_of, is_none, name_of
from cli.options import Json, LangName
from cli.output import Out
from cli.warnings import FIELDS
from cli.wired_door import wired_door
from flow.correct import Fixed, fix_bill, fix_mail
from flow.corrected import READ_AS
from flow.fix import Fix
from models.errors.values import UsageWrong
from models.verdict import Category, Kind, State
from models.words import mark

Settled = Literal["open", "handed_over", "closed"]


def fix(
    number: Annotated[
        str, typer.Argument(help=mark("A bill's id, or m and a mail's id (`facteur list --mail`)."))
    ],
    kind: Annotated[Kind | None, typer.Option("--kind", help=mark("What must be done."))] = None,
    category: Annotated[
        Category | None, typer.Option("--category", help=mark("What it is for."))
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
    bill_number: Annotated[
        str | None, typer.Option("--number", help=mark("The bill's number, as printed."))
    ] = None,
    customer: Annotated[
        str | None, typer.Option("--customer", help=mark("Your customer number, as printed."))
    ] = None,
    iban: Annotated[str | None, typer.Option("--iban", help=mark("The account to pay to."))] = None,
    reference: Annotated[
        str | None,
        typer.Option("--reference", help=mark("What must be written on the payment.")),
    ] = None,
    state: Annotated[
        Settled | None,
        typer.Option(
            "--state", help=mark("handed_over: you sent the money; closed: it is settled.")
        ),
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help=mark("All that is shown is right: nothing to review."))
    ] = False,
    genuine: Annotated[
        bool,
        typer.Option(
            "--genuine", help=mark("You asked the biller by another way: release a held bill.")
        ),
    ] = False,
    apart: Annotated[
        int | None,
        typer.Option("--apart", help=mark("It is not the same bill as this one (its id).")),
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Correct a bill; the next bill of that biller is read so."""
    with wired_door(lang, as_json) as (out, wiring):
        asked = Fix(
            kind=kind,
            category=category,
            biller=name_of(out, biller),
            amount=amount_of(out, amount),
            currency=currency_of(out, currency),
            due_on=None if is_none(due) else bill_day_of(out, due),
            no_due=is_none(due),
            issued_on=bill_day_of(out, issued),
            number=code_of(out, bill_number),
            customer_number=code_of(out, customer),
            iban=iban_of(out, iban),
            reference=code_of(out, reference),
            state=State(state) if state else None,
            genuine=genuine,
            confirmed=confirm,
            apart=apart,
        )
        if asked.is_empty:
            raise UsageWrong(
                why=out.words(mark("Say what to correct, for example --kind receipt."))
            )
        digits = number.removeprefix("m")
        if not (digits.isdecimal() and len(digits) <= _MOST_DIGITS):
            raise UsageWrong(why=out.words(mark("{number} is no id."), number=number))
        fixed = (fix_mail if number.startswith("m") else fix_bill)(wiring, int(digits), asked)
        out.emit(
            {
                "id": number,
                "changed": list(fixed.changed),
                "learned": list(fixed.learned),
                "not_printed": list(fixed.unprinted),
                "read_again": fixed.again,
                "to_review": list(fixed.doubtful),
                "state": fixed.state,
            }
        )
        _say(out, fixed, apart)
        if asked.amount == 0 and fixed.state in (State.OPEN, State.REVIEW):
            out.say(mark("A bill of zero asks for nothing: `--state closed` settles it."))


_MOST_DIGITS = 15
_CHANGED = {
    **FIELDS,
    **{said: FIELDS[read] for said, read in READ_AS.items()},
    "kind": mark("Kind"),
    "category": mark("Category"),
    "state": mark("State"),
}
"""What a correction changes, in words."""


def _say(out: Out, fixed: Fixed, apart: int | None) -> None:
    if apart is not None:
        out.say(mark("Kept: it is another bill than bill {id}."), id=apart)
    if fixed.changed:
        out.say(
            mark("Corrected: {fields}. Thank you, it is remembered."),
            fields=", ".join(out.words(_CHANGED[name]) for name in fixed.changed),
        )
    elif apart is None:
        out.say(mark("It was so already; confirmed."))
    _say_learned(out, fixed)
    if fixed.state is State.STOPPED:
        out.say(
            mark(
                "It stays held: ask the biller by a way you know from older bills, then `--genuine` "
                "releases it."
            )
        )
    elif fixed.doubtful:
        words = ", ".join(out.words(_CHANGED[name]) for name in fixed.doubtful)
        out.say(
            mark("Still to review: {fields}. `--confirm` says that all is right."), fields=words
        )


def _say_learned(out: Out, fixed: Fixed) -> None:
    if fixed.learned:
        names = ", ".join(out.words(FIELDS[name]) for name in fixed.learned)
        out.say(mark("Learned for this biller's next bill: {fields}."), fields=names)
    if fixed.unprinted:
        names = ", ".join(out.words(FIELDS[name]) for name in fixed.unprinted)
        words = mark("Not printed on the bill, so remembered for this one only: {fields}.")
        out.say(words, fields=names)
    if fixed.again:
        words = mark("Bills that waited to review and were read again: {count}.")
        out.say(words, count=fixed.again)
