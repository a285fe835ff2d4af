"""`facteur show`: one bill whole, with the proof of each field and why it was judged so."""

from decimal import Decimal
from typing import Annotated

import typer

from cli.beside_shown import say_alike, say_order_out, show_instalments, show_set_offs, state_of
from cli.options import Json, LangName
from cli.output import CATEGORY_WORDS, KIND_WORDS, Out
from cli.talk_shown import say_counted, say_dispute
from cli.told_debits import say_debit, told_by
from cli.told_payments import show_payments
from cli.warnings import FIELDS, warning_words
from cli.wired_door import wired_door
from flow.bill_shown import Card, show_bill
from models.tables import MatchState
from models.words import mark

_WORDS = {
    "issue_date": mark("Issued"),
    "invoice_number": mark("Bill number"),
    "customer_number": mark("Customer number"),
    "period_from": mark("From"),
    "period_to": mark("To"),
    "iban": mark("IBAN"),
    "reference": mark("Reference"),
    "means": mark("Means"),
}


_DAYS = frozenset({"issue_date", "period_from", "period_to"})
_INVOICE = mark("e-invoice")
_READ = mark("picture")
_SOURCES = {
    "cii": _INVOICE,
    "ubl": _INVOICE,
    "facturx": _INVOICE,
    "qr": mark("payment code"),
    "pdf_text": mark("text of the PDF"),
    "ocr_small": _READ,
    "ocr": _READ,
    "tesseract": _READ,
    "mail_body": mark("words of the mail"),
    "markup": mark("data of the mail"),
    "memory": mark("taught by you"),
}
"""Where a value was read, by the name of the reader."""
_MOST_LINES = 20
"""Lines that a screen shows; --json has them all."""
_MEANS = {
    "transfer": mark("transfer"),
    "direct_debit": mark("direct debit"),
    "card": mark("card"),
    "cheque": mark("cheque"),
    "cash": mark("cash"),
    "portal": mark("on the portal"),
}
_MOVES = {
    "pending": mark("waiting"),
    "inflight": mark("under way"),
    "done": mark("done"),
    "failed": mark("failed"),
    "undone": mark("taken back"),
}


def show(
    number: Annotated[
        int, typer.Argument(help=mark("The bill's id, as `facteur list` prints it."))
    ],
    as_json: Json = False,
    lang: LangName = None,
) -> None:
    """Show one bill: what was read, where it stands, why it was judged so."""
    with wired_door(lang, as_json, reads=True) as (out, wiring):
        card = show_bill(wiring, number)
        out.emit({**card["row"], **{key: value for key, value in card.items() if key != "row"}})
        if not as_json:
            _print(out, card)


def _print(out: Out, card: Card) -> None:
    row = card["row"]
    amount = out.amount(row["amount"], row["currency"] or "") if row["amount"] else "—"
    out.say("{biller}", biller=row["biller"] or "—")
    out.say(
        mark("  {amount}, due {due}: {kind}, {state} ({category})"),
        amount=amount,
        due=out.day(row["due_date"]) or "—",
        kind=out.words(KIND_WORDS[row["kind"]]),
        state=state_of(out, row),
        category=out.words(CATEGORY_WORDS[row["category"]]),
    )
    say_order_out(out, [row])
    say_alike(out, [row])
    if row["dispute"]:
        say_dispute(out, row["id"], row["dispute"])
    for name, value in card["details"].items():
        if value:
            told = out.words(_MEANS[value]) if name == "means" else value
            told = out.day(value) if name in _DAYS else told
            out.say(mark("  {name}: {value}"), name=out.words(_WORDS[name]), value=told)
    _reasons(out, mark("Why it is held"), card["suspicions"])
    _reasons(out, mark("Why"), card["because"])
    show_payments(out, card["payments"])
    waits = [row for row in card["payments"] if row["state"] == MatchState.SUGGESTED]
    if card["debit"] and not any(told_by(row, card["debit"]) for row in waits):
        say_debit(out, card["debit"])
    show_set_offs(out, card)
    show_instalments(out, card)
    say_counted(out, row["id"], card["talk"])
    _lines(out, card)
    _proofs(out, card)
    out.table(
        (mark("Received"), mark("From"), mark("Subject"), mark("Kind")),
        [
            (
                mail["received"][:16].replace("T", " "),
                mail["from"] or out.words(mark("a file")),
                mail["subject"],
                out.words(KIND_WORDS[mail["kind"]]),
            )
            for mail in card["timeline"]
        ],
    )
    for move in card["moves"]:
        out.say(
            mark("Filed: {folder} ({state})"),
            folder=move["folder"],
            state=out.words(_MOVES[move["state"]]),
        )


def _lines(out: Out, card: Card) -> None:
    """What is charged for; nothing is said of a bill without lines."""
    lines = card["lines"]
    if not lines:
        return
    rows = [
        (
            line["description"],
            out.number(line["quantity"]),
            out.number(line["unit_price"]),
            out.percent(Decimal(line["vat_rate"]).scaleb(-2)) if line["vat_rate"] else "",
            out.number(line["net"] or line["gross"]),
        )
        for line in lines[:_MOST_LINES]
    ]
    out.table((mark("Line"), mark("Quantity"), mark("Price"), mark("VAT"), mark("Amount")), rows, 4)
    if len(lines) > _MOST_LINES:
        out.say(mark("  … and {count} more lines"), count=len(lines) - _MOST_LINES)


def _reasons(out: Out, title: str, reasons: list[dict[str, str]]) -> None:
    if reasons:
        out.say(title)
    for reason in reasons:
        out.say("  · {reason}", reason=out.words(reason["sentence"], quote=reason["quote"]))


def _proofs(out: Out, card: Card) -> None:
    kind = out.percent(card["row"]["confidence"])
    rows = [(out.words(mark("Kind")), kind, "", "", "")] if card["evidence"] else []
    for name, proof in card["evidence"].items():
        if isinstance(proof, dict):
            page = str(proof.get("page") or "")
            sure = out.percent(card["confidences"].get(name, 0.0))
            rows.append(
                (
                    out.words(FIELDS.get(name, name)),
                    sure,
                    out.words(_SOURCES.get(str(proof["source"]), str(proof["source"]))),
                    page,
                    str(proof["quote"]),
                )
            )
    out.table((mark("Field"), mark("Sure"), mark("Source"), mark("Page"), mark("Proof")), rows)
    for warning in card["warnings"]:
        out.say(mark("  Doubt: {warning}"), warning=warning_words(out, warning))
