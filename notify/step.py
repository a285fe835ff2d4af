"""What the person has to do about one bill, in a sentence."""

from models.words import Lang, mark, translate
from notify.due import Due, Todo
from notify.figures import money_in

_STEPS = {
    Todo.PAY: mark("{biller}: pay {amount} to {to}."),
    Todo.PAY_BACK: mark("{biller}: give {amount} back to {to}."),
    Todo.PORTAL: mark("{biller}: open its site yourself and pay {amount} there."),
    Todo.NOT_DEBITED: mark(
        "{biller}: look at your account. If {amount} left it, bring the newest statement: "
        "`facteur import FILE`. If not, ask the biller: `facteur ask {bill}`. Do not pay by hand "
        "unless they ask you to: the debit may still come."
    ),
}
_FOR_ALL = mark("{biller}: pay {whole} to {to}; your share of it is {amount}.")
_WITH_REFERENCE = mark("{step} Write this reference: {reference}")
_WITH_LINK = mark("{step} See it, or say no: {link}")


def step_of(due: Due, lang: Lang) -> str:
    """One sentence or a few, beginning with the biller; of a bill that is debited there is none."""
    details = {
        "biller": due.biller, "amount": money_in(lang, due.mine), "to": due.to or due.biller,
        "bill": str(due.bill),
    }  # fmt: skip
    sentence = _STEPS[due.todo]
    if due.whole is not None:
        sentence, details = _FOR_ALL, {**details, "whole": money_in(lang, due.whole)}
    step = translate(sentence, lang, **details)
    if due.reference:
        step = translate(_WITH_REFERENCE, lang, step=step, reference=due.reference)
    return translate(_WITH_LINK, lang, step=step, link=due.link) if due.link else step
