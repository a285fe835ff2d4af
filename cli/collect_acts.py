"""What `facteur collect` does: one function for each thing that can be asked."""

from dataclasses import dataclass
from datetime import UTC, datetime

import typer

from cli.collect_entries import bill_id_of, secret_of
from cli.collect_shown import (
    changed,
    collection_row,
    collector_row,
    say_collection,
    say_collector,
    say_refund_failed,
    say_returned,
    show_collections,
)
from cli.entries import amount_of, currency_of
from cli.output import Out
from cli.questions import agreed, code_given
from flow.collect.account import (
    RETURN_PAGE,
    UNDER_WAY,
    Wanted,
    asks_code,
    collector_of,
    may_set_up,
    set_up,
    set_webhook,
)
from flow.collect.begin import Asked
from flow.collect.check import check
from flow.collect.give_back import Back, return_money, what_goes_back
from flow.collect.look import call_off
from flow.collect.page import make_page
from flow.collect.told import (
    CollectionTold,
    collection_seen,
    collections_told,
    collector_told,
)
from flow.household.door import looking
from flow.household.rights import Actor
from flow.step_up import asks_for_code
from flow.wiring import Wiring
from models.errors.household import MemberUnknown
from models.errors.values import UsageWrong
from models.money import Money
from models.words import mark
from pay.rails.stripe.account import HolderKind
from pay.rails.stripe.notice import PAGES, PAYMENTS

_KEY = mark(
    "Key of the payee’s Stripe account (rk_… that may write Checkout Sessions and Refunds and read "
    "PaymentIntents, Charges, Disputes and Events; or sk_…)"
)
_SIGNING = mark("Signing secret of the webhook (whsec_…)")


@dataclass(frozen=True, slots=True)
class Told:
    """What was typed."""

    what: str | None
    payer: str | None
    currency: str | None
    check: bool
    cancel: int | None
    refund: int | None
    amount: str | None
    name: str | None
    kind: HolderKind | None
    member: str | None
    return_page: str | None
    key_stdin: bool
    yes: bool
    code: str | None
    who: str | None
    house: int | None
    now: datetime


def carry_out(out: Out, wiring: Wiring, told: Told) -> None:
    """The one thing that was asked."""
    with looking(wiring, told.house, told.who) as (_, actor):
        pass
    if told.what == "setup":
        _set_up(out, wiring, actor, told)
    elif told.what == "webhook":
        _webhook(out, wiring, actor, told)
    elif told.payer is not None:
        _collect(out, wiring, actor, told)
    elif told.cancel is not None:
        call_off(wiring, actor, told.cancel, told.now)
        _show(out, _seen(wiring, actor, told.cancel))
    elif told.refund is not None:
        _refund(out, wiring, actor, told, told.refund)
    elif told.check:
        _check(out, wiring, actor, told)
    elif told.what in {None, "list"}:
        _list(out, wiring, actor)
    else:
        bill_id_of(out, told.what)
        raise UsageWrong(why=out.words(mark("Say who pays with --from NAME.")))


def _set_up(out: Out, wiring: Wiring, actor: Actor, told: Told) -> None:
    if not told.name:
        raise UsageWrong(
            why=out.words(mark("Say who receives the money: --name with the legal name."))
        )
    try:
        may_set_up(wiring, actor, told.member or told.name)
    except MemberUnknown:
        if told.member is None:
            out.warn(mark("Say with --to which member receives the money."))
        raise
    key = secret_of(out, _KEY, from_stdin=told.key_stdin)
    page = told.return_page or wiring.settings.web_address or RETURN_PAGE
    wanted = Wanted(told.name, key, told.kind, told.member or "", page)
    code = code_given(out, told.code) if asks_code(wiring, actor, wanted, told.now) else ""
    set_up(wiring, actor, wanted, code, datetime.now(UTC))
    with looking(wiring, actor.household_id, actor.name) as (session, _):
        made = collector_told(session, actor)
    out.emit(collector_row(made))
    say_collector(out, made)
    out.say(mark("Next: `facteur collect BILL --from NAME` makes a link for a member’s share."))


def _webhook(out: Out, wiring: Wiring, actor: Actor, told: Told) -> None:
    may_set_up(wiring, actor)
    secret = secret_of(out, _SIGNING, from_stdin=told.key_stdin)
    set_webhook(wiring, actor, secret, told.now)
    out.emit({"webhook": True})
    words = mark("Kept. Let Stripe send to {address}/hooks/stripe; asking goes on beside it.")
    out.say(words, address=wiring.settings.web_address or "https://YOUR-ADDRESS")
    out.say(mark("Events to choose there: {events}."), events=", ".join((*PAGES, *PAYMENTS)))


def _collect(out: Out, wiring: Wiring, actor: Actor, told: Told) -> None:
    bill = bill_id_of(out, told.what) if told.what is not None else None
    asked = Asked(told.payer or "", bill, currency_of(out, told.currency) or "")
    _show(out, _seen(wiring, actor, make_page(wiring, actor, asked, out.lang, told.now)))


def _refund(out: Out, wiring: Wiring, actor: Actor, told: Told, number: int) -> None:
    row, much = _seen(wiring, actor, number), amount_of(out, told.amount)
    money = None if much is None else Money.of(much, row.amount.currency)
    back = what_goes_back(wiring, actor, number, money)
    takes_code = asks_for_code(wiring, told.now)
    question = out.words(
        mark("Give {amount} {currency} back to {payer}?"), amount=back, currency=back.currency,
        payer=row.payer,
    )  # fmt: skip
    if not agreed(out, question, yes=told.yes):
        raise typer.Abort
    code = code_given(out, told.code) if takes_code else ""
    state = return_money(wiring, actor, Back(number, money, code), datetime.now(UTC))
    say_returned(out, state, _seen(wiring, actor, number))


def _check(out: Out, wiring: Wiring, actor: Actor, told: Told) -> None:
    with looking(wiring, actor.household_id, actor.name) as (session, _):
        number = collector_of(session, actor.household_id).id
        before = {row.id: row for row in collections_told(session, actor)}
    checked = check(wiring, number, told.now)
    with looking(wiring, actor.household_id, actor.name) as (session, _):
        seen = [row for row in collections_told(session, actor) if row.id in checked.looked]
    rows = [row for row in seen if row.state in UNDER_WAY or changed(row, before.get(row.id))]
    for row in rows:
        say_refund_failed(out, row, before.get(row.id))
        _show(out, row)
    if not rows and not checked.problems:
        out.say(
            mark("Nothing new: all that was paid here is known. `facteur collect` shows it.")
            if seen
            else mark("Nothing is under way: there is nothing to ask Stripe for.")
        )
    for problem in checked.problems.values():
        out.refuse(problem)
    if checked.problems:
        raise typer.Exit(1)


def _list(out: Out, wiring: Wiring, actor: Actor) -> None:
    with looking(wiring, actor.household_id, actor.name) as (session, _):
        show_collections(out, collector_told(session, actor), collections_told(session, actor))


def _show(out: Out, row: CollectionTold) -> None:
    out.emit(collection_row(row))
    say_collection(out, row)


def _seen(wiring: Wiring, actor: Actor, number: int) -> CollectionTold:
    with looking(wiring, actor.household_id, actor.name) as (session, _):
        return collection_seen(session, actor, number)
