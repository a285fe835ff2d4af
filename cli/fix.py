"""`facteur fix`: say what is right; the next bill of that biller is judged so at once."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from cli.options import Json, LangName, wired_door
from flow.correct import Fix, fix_bill, fix_mail
from models.errors import UsageWrong
from models.verdict import Category, Kind
from models.words import mark


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
        str | None, typer.Option("--due", help=mark("The due date, as 2026-12-31."))
    ] = None,
    genuine: Annotated[
        bool,
        typer.Option(
            "--genuine", help=mark("You asked the biller by another way: release a held bill.")
        ),
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Correct a bill. Kind and category are remembered for this biller."""
    with wired_door(lang, as_json) as (out, wiring):
        asked = Fix(
            kind, category, biller, _amount(amount), _currency(currency), _day(due), genuine
        )
        if asked.is_empty:
            raise UsageWrong(
                why=out.words(mark("Say what to correct, for example --kind receipt."))
            )
        fixing = fix_mail if number.startswith("m") else fix_bill
        digits = number.removeprefix("m")
        if not digits.isdecimal():
            raise UsageWrong(why=out.words(mark("{number} is no id."), number=number))
        changed = fixing(wiring, int(digits), asked)
        out.emit({"id": number, "changed": changed})
        if changed:
            out.say(
                mark("Corrected: {fields}. Thank you, it is remembered."), fields=", ".join(changed)
            )
        else:
            out.say(mark("It was so already; confirmed."))


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    try:
        return Decimal(text.replace(",", ".").replace(" ", ""))
    except InvalidOperation as cause:
        raise typer.BadParameter(text, param_hint="--amount") from cause


def _currency(text: str | None) -> str | None:
    if text is not None and not (len(text) == 3 and text.isascii() and text.isalpha()):  # noqa: PLR2004
        raise typer.BadParameter(text, param_hint="--currency")
    return text.upper() if text else None


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as cause:
        raise typer.BadParameter(text, param_hint="--due") from cause
