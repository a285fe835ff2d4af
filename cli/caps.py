"""`facteur caps`: the most for one payment and for one month."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from cli.entries import amount_of, currency_of, is_none
from cli.options import Json, LangName
from cli.output import Out
from cli.questions import code_given
from cli.wired_door import wired_door
from flow.caps import CapsTold, show_caps
from flow.caps_asked import Wanted, ask_caps, caps_currency, raises_cap
from flow.step_up import must_take_codes
from models.errors.values import UsageWrong
from models.money import Money
from models.words import mark
from pay.policy.caps import DELAY, Caps

_WHICH = mark("Say with --currency what is capped: --transfer, --month or both.")
_NO_LONGER_TRANSFER = mark("This waited and does not come any more: for one payment {cap}.")
_NO_LONGER_MONTH = mark("This waited and does not come any more: for one month {cap}.")


def caps(
    transfer: Annotated[
        str | None,
        typer.Option("--transfer", help=mark("The most for one payment, as 500; none for no cap.")),
    ] = None,
    month: Annotated[
        str | None,
        typer.Option("--month", help=mark("The most for one month, as 1500; none for no cap.")),
    ] = None,
    currency: Annotated[
        str | None,
        typer.Option("--currency", help=mark("As EUR; else the one that the caps are in.")),
    ] = None,
    code: Annotated[
        str | None,
        typer.Option("--code", help=mark("Your secret code (see `facteur secret`).")),
    ] = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show or set the caps on payments. A lower one holds at once, a higher one after 24 hours."""
    with wired_door(lang, as_json) as (out, wiring):
        now = datetime.now(UTC)
        if transfer is None and month is None:
            if currency is not None:
                raise UsageWrong(why=out.words(_WHICH))
            _tell(out, show_caps(wiring, now))
            return
        unit = currency_of(out, currency) or caps_currency(wiring)
        wanted = Wanted(
            transfer=_cap(out, transfer, unit),
            month=_cap(out, month, unit),
            no_transfer=is_none(transfer),
            no_month=is_none(month),
        )
        secret = code or ""
        if raises_cap(wiring, wanted, now):
            must_take_codes(wiring, now)
            secret = code_given(out, code)
        _tell(out, ask_caps(wiring, wanted, datetime.now(UTC), secret))


def _cap(out: Out, text: str | None, currency: str) -> Money | None:
    amount = None if is_none(text) else amount_of(out, text)
    if amount is None:
        return None
    if amount < 0:
        raise UsageWrong(why=out.words(mark("A cap is zero or more.")))
    return Money.of(amount, currency)


def _tell(out: Out, told: CapsTold) -> None:
    at = told.later_at.isoformat(timespec="seconds") if told.later_at else None
    out.emit(
        {
            "transfer": _text(told.now.transfer), "month": _text(told.now.month),
            "later_transfer": _text(told.later.transfer), "later_month": _text(told.later.month),
            "later_from": at, "member_transfer": _text(told.members.transfer),
            "member_month": _text(told.members.month),
            "withdrawn": {
                "month" if one.monthly else "transfer": _text(one.cap) for one in told.withdrawn
            },
        }
    )  # fmt: skip
    out.say(
        mark("For one payment: {transfer}. For one month: {month}."),
        **_both(out, told.now),
    )
    if (told.members.transfer, told.members.month) != (told.now.transfer, told.now.month):
        out.say(
            mark("To a member: {transfer} for one payment, {month} for one month."),
            **_both(out, told.members),
        )
    for one in told.withdrawn:
        words = _NO_LONGER_MONTH if one.monthly else _NO_LONGER_TRANSFER
        out.say(words, cap=_cap_told(out, one.cap))
    for later in told.waits:
        out.say(
            mark("From {at}: for one payment {transfer}, for one month {month}."),
            at=f"{(later.at + DELAY).astimezone():%Y-%m-%d %H:%M:%S}",
            **_both(out, later.caps),
        )


def _both(out: Out, caps: Caps) -> dict[str, str]:
    return {"transfer": _cap_told(out, caps.transfer), "month": _cap_told(out, caps.month)}


def _cap_told(out: Out, cap: Money | None) -> str:
    return out.amount(cap) if cap else out.words(mark("no cap"))


def _text(cap: Money | None) -> str | None:
    return f"{cap} {cap.currency}" if cap else None
