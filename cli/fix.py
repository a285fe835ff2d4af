"""`facteur fix`: say what is right; the next bill of that biller is judged so at once."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import typer
from babel.numbers import list_currencies

from cli.options import Json, LangName, wired_door
from cli.output import Out
from cli.warnings import FIELDS
from flow.correct import Fix, Fixed, fix_bill, fix_mail
from models.errors import UsageWrong
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
        str | None, typer.Option("--due", help=mark("The due date, as 2026-12-31."))
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
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Correct a bill. Kind and category are remembered for this biller."""
    with wired_door(lang, as_json) as (out, wiring):
        asked = Fix(
            kind, category, _name(out, biller), _amount(out, amount), _currency(out, currency),
            _day(out, due), State(state) if state else None, genuine, confirm,
        )  # fmt: skip
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
                "to_review": list(fixed.doubtful),
                "state": fixed.state,
            }
        )
        _say(out, fixed)


_MOST_DIGITS = 15
_CLEAR = re.compile(r"(-?\d{1,12})(?:[.,](\d{1,2}))?")


def _say(out: Out, fixed: Fixed) -> None:
    if fixed.changed:
        out.say(
            mark("Corrected: {fields}. Thank you, it is remembered."),
            fields=", ".join(fixed.changed),
        )
    else:
        out.say(mark("It was so already; confirmed."))
    if fixed.state is State.STOPPED:
        out.say(
            mark(
                "It stays held: ask the biller by a way you know from older bills, then `--genuine` "
                "releases it."
            )
        )
    elif fixed.doubtful:
        names = {**FIELDS, "kind": mark("Kind")}
        words = ", ".join(out.words(names[name]) for name in fixed.doubtful)
        out.say(
            mark("Still to review: {fields}. `--confirm` says that all is right."), fields=words
        )


def _name(out: Out, text: str | None) -> str | None:
    if text is None:
        return None
    if not text.strip() or any(unicodedata.category(c).startswith("C") for c in text):
        raise UsageWrong(
            why=out.words(mark("The biller's name is empty or holds control characters."))
        )
    return text.strip()


def _amount(out: Out, text: str | None) -> Decimal | None:
    """One decimal mark and no thousands: "1,234" could be either, so it is asked again."""
    if text is None:
        return None
    clear = _CLEAR.fullmatch(text.strip().replace(" ", ""))
    if clear is None:
        words = mark("“{text}” is no clear amount: write it as 1234.50.")
        raise UsageWrong(why=out.words(words, text=text))
    return Decimal(f"{clear[1]}.{clear[2] or 0}")


def _currency(out: Out, text: str | None) -> str | None:
    if text is None:
        return None
    if text.upper() not in list_currencies():
        words = mark("“{text}” is no currency: write three letters, as EUR.")
        raise UsageWrong(why=out.words(words, text=text))
    return text.upper()


def _day(out: Out, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as cause:
        words = mark("“{text}” is no date: write it as 2026-12-31.")
        raise UsageWrong(why=out.words(words, text=text)) from cause
