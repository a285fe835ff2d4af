"""`facteur list`: the bills, most urgent first."""

from typing import Annotated

import typer

from cli.beside_shown import say_alike, say_order_out, state_of
from cli.options import Json, LangName
from cli.output import KIND_WORDS, Out
from cli.unsure import unsure
from cli.wired_door import wired_door
from flow.accounts import accounts
from flow.listing import Listed, MailRow, list_bills, list_mail
from flow.wiring import Wiring
from models.verdict import Kind, State
from models.words import mark

_MOST_QUOTE = 48
_HEADS = (
    mark("Id"), mark("Biller"), mark("Amount"), mark("Due"), mark("Kind"), mark("Folder"),
    mark("State"), mark("Why"),
)  # fmt: skip


def list_(
    state: Annotated[
        State | None, typer.Option("--state", help=mark("Only bills in this state."))
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option("--kind", help=mark("Only bills of this kind."))
    ] = None,
    mail: Annotated[
        bool, typer.Option("--mail", help=mark("Every judged mail, also what is no bill."))
    ] = False,
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """List the bills: what is due first comes first."""
    with wired_door(lang, as_json, reads=True) as (out, wiring):
        if mail:
            _mails(out, list_mail(wiring))
            return
        if show_bills(out, wiring, state, kind):
            return
        if accounts(wiring):
            out.say(mark("No bill here. `facteur sync` looks for new mail."))
        else:
            out.say(mark("No mailbox is connected yet: `facteur connect you@example.org` does it."))
        out.say(mark("A bill on paper or in a file: `facteur scan photo.jpg bill.pdf`."))


def show_bills(
    out: Out, wiring: Wiring, state: State | None = None, kind: Kind | None = None
) -> bool:
    """Prints the bills; False when there is none."""
    bills = list_bills(wiring, state=state, kind=kind)
    for bill in bills:
        out.emit(bill.row)
    if bills:
        out.table(_HEADS, [_row(out, bill) for bill in bills], right=2)
        say_order_out(out, [bill.row for bill in bills])
        say_alike(out, [bill.row for bill in bills])
    return bool(bills)


def _row(out: Out, bill: Listed) -> list[str]:
    row, reason = bill.row, bill.reason
    amount = out.amount(row["amount"], row["currency"] or "") if row["amount"] else ""
    kind = out.words(KIND_WORDS[row["kind"]])
    folder = row["folder"] if bill.filed else "—"
    state = state_of(out, row)
    if row["dispute"]:
        state = out.words(mark("{state}, in dispute"), state=state)
    if doubts := unsure(out, row["to_review"]):
        state = out.words(mark("{state} ({doubts})"), state=state, doubts=doubts)
    why = out.words(reason.sentence, quote=shortened(reason.quote))
    return [
        str(row["id"]),
        row["biller"] or "",
        amount,
        row["due_date"] or "",
        kind,
        folder,
        state,
        why,
    ]


def shortened(quote: str) -> str:
    """The beginning of a quote, enough to recognise it in a table; `facteur show` prints it whole."""
    return quote if len(quote) <= _MOST_QUOTE else quote[: _MOST_QUOTE - 1].rstrip() + "…"


def _mails(out: Out, rows: list[MailRow]) -> None:
    for row in rows:
        out.emit(row)
    out.table(
        (mark("Mail"), mark("From"), mark("Subject"), mark("Kind"), mark("Bill")),
        [
            (
                f"m{row['mail']}",
                row["sender"],
                row["subject"],
                out.words(KIND_WORDS[row["kind"]]),
                str(row["bill"] or ""),
            )
            for row in rows
        ],
    )
