"""`facteur collect`: a link by which a member pays their share by card, and what became of it."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from cli.collect_acts import Told, carry_out
from cli.house_options import House, Who
from cli.options import Json, LangName
from cli.order_options import SecretCode, Yes
from cli.wired_door import wired_door
from models.words import mark
from pay.rails.stripe.account import HolderKind


def collect(
    what: Annotated[
        str | None,
        typer.Argument(
            help=mark(
                "A bill's id; or setup, webhook, list. Without it, what is collected is listed."
            )
        ),
    ] = None,
    payer: Annotated[
        str | None,
        typer.Option(
            "--from", help=mark("Who pays: their share of the bill; without a bill, all they owe.")
        ),
    ] = None,
    currency: Annotated[
        str | None,
        typer.Option("--currency", help=mark("Without a bill: in which currency, as EUR.")),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help=mark("Ask Stripe what became of everything."))
    ] = False,
    cancel: Annotated[
        int | None,
        typer.Option(
            "--cancel", help=mark("A collection's number: nobody shall pay there any more.")
        ),
    ] = None,
    refund: Annotated[
        int | None,
        typer.Option(
            "--refund", help=mark("A collection's number: the money goes back to the payer.")
        ),
    ] = None,
    amount: Annotated[
        str | None,
        typer.Option("--amount", help=mark("With --refund: only so much, as 10.00.")),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", help=mark("With setup: the payee's legal name, as at Stripe.")),
    ] = None,
    kind: Annotated[
        HolderKind | None,
        typer.Option(
            "--payee-kind", help=mark("With setup: what the payee is; a live key needs it.")
        ),
    ] = None,
    member: Annotated[
        str | None,
        typer.Option(
            "--to", help=mark("With setup: the member who receives; else the one named so.")
        ),
    ] = None,
    return_page: Annotated[
        str | None,
        typer.Option(
            "--return-page", help=mark("With setup: where payers go afterwards (https://…).")
        ),
    ] = None,
    key_stdin: Annotated[
        bool,
        typer.Option(
            "--key-stdin", help=mark("With setup or webhook: read the secret from standard input.")
        ),
    ] = False,
    yes: Yes = False,
    code: SecretCode = None,
    who: Who = None,
    house: House = None,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Collect shares by card into a payee's own Stripe account: links, what was paid, refunds."""
    told = Told(
        what, payer, currency, check, cancel, refund, amount, name, kind, member, return_page,
        key_stdin, yes, code, who, house, datetime.now(UTC),
    )  # fmt: skip
    with wired_door(lang, as_json) as (out, wiring):
        carry_out(out, wiring, told)
