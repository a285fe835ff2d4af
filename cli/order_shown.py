"""An order on the screen and as a row: what is paid to whom, what the rules say, what was made."""

from collections.abc import Collection

from cli.output import Out
from flow.order_draft import DEBIT
from flow.order_handover import HandedOver
from flow.order_look import Looked
from models.said import Said, amount_in, day_in
from models.words import mark


def order_row(out: Out, looked: Looked) -> dict[str, object]:
    """One order as `facteur pay --json` prints it; its first field is the bill, or the settlement."""
    order = looked.order
    what, _, number = order.bill.rpartition("-")
    return {
        what: int(number),
        "order": order.key,
        "step": looked.step.value,
        "payee": order.payee.name,
        "iban": order.payee.iban.text if order.payee.iban else None,
        "amount": str(order.amount),
        "currency": order.amount.currency,
        "reference": order.reference.text if order.reference else None,
        "on": order.on.isoformat(),
        "due_date": order.due_on.isoformat() if order.due_on else None,
        "instant": order.instant,
        "flags": [
            {"rule": flag.rule, "weight": flag.weight.value, "because": flag.because.told(out.lang)}
            for flag in looked.flags
        ],
        "set_off": [
            {"credit": one.credit_id, "amount": str(one.amount)} for one in looked.beside.set_off
        ],
        "open_credits": [
            {"credit": one.credit_id, "left": str(one.left)} for one in looked.beside.open_credits
        ],
        "instalment": looked.beside.instalment[0] if looked.beside.instalment else None,
        "notes": [note.told(out.lang) for note in looked.notes],
        "secret_for": [why.told(out.lang) for why in looked.secret_for],
    }


def say_order(out: Out, looked: Looked) -> None:
    """What was understood, before anything counts."""
    order = looked.order
    lines = [
        (mark("Payee"), order.payee.name),
        (mark("IBAN"), str(order.payee.iban or "—")),
        (mark("Amount"), f"{amount_in(out.lang, order.amount)} {order.amount.currency}"),
        (mark("Reference"), str(order.reference or "—")),
        (mark("Day"), day_in(out.lang, order.on)),
        (mark("Due"), day_in(out.lang, order.due_on) if order.due_on else "—"),
    ]
    for name, value in lines:
        out.say(mark("  {name}: {value}"), name=out.words(name), value=value)
    for note in looked.notes if not looked.stops else ():
        out.say(mark("  Note: {told}"), told=note.told(out.lang))
    for flag in looked.stops:
        out.say(mark("  Stop: {reason}"), reason=flag.because.told(out.lang))
    for flag in looked.asks if not looked.stops else ():
        out.say(mark("  Question: {reason}"), reason=flag.because.told(out.lang))


def made_row(out: Out, made: HandedOver) -> dict[str, object]:
    """What was made, beside the order's own row."""
    artefact = made.artefact
    return {
        "step": "handed_over",
        "rail": artefact.rail,
        "next": artefact.next_step.told(out.lang),
        "notes": [note.told(out.lang) for note in artefact.notes],
        "copy": [
            {"label": line.label.told(out.lang), "text": line.copied} for line in artefact.copy
        ],
        "link": artefact.link or None,
        "files": [str(path) for path in made.paths],
    }


def say_made(out: Out, made: HandedOver, known: Collection[Said] = ()) -> None:
    """What the person does next, the files, the lines to copy. known: notes that were told before."""
    artefact = made.artefact
    for path in made.paths:
        out.say(mark("  Written: {file}"), file=str(path))
    if not made.paths:
        for line in artefact.copy:
            out.say(mark("  {name}: {value}"), name=line.label.told(out.lang), value=line.shown)
    if artefact.link:
        out.say("  {link}", link=artefact.link)
    news = [note for note in artefact.notes if note not in known]
    for said in (*news, artefact.next_step):
        out.say("{told}", told=said.told(out.lang))
    if artefact.rail == DEBIT:
        return
    what, _, number = made.order.bill.rpartition("-")
    if what == "bill":
        words = mark("When you have sent the money, say so: `facteur paid {bill}`.")
        out.say(words, bill=number)
