"""Compose one bill by its seed, and say what a careful reader answers."""

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from samples.composed.draft import Draft
from samples.composed.facts import Bill
from samples.composed.invention import bill
from samples.composed.looks import look
from samples.composed.overleaf import back_page
from samples.composed.paper import Paper
from samples.composed.phrases import Book, books
from samples.composed.skeletons import SKELETONS, WIDER, Skeleton, skeletons
from samples.composed.writing import currency, writing

Answer = dict[str, object]
FACES = ("Helvetica", "Helvetica", "Helvetica", "Times", "Vera", "Courier")
SIZES = {"us": (215.9, 279.4), "a4": (210.0, 297.0), "wide": (297.0, 210.0), "till": (80.0, 240.0),
         "half": (210.0, 148.5)}  # fmt: skip
STRETCHES = (1, 1, 1, 1, 0.82, 0.9, 1.08)
TRIES = 12


@dataclass(frozen=True)
class Composed:
    """A PDF and what a reader must answer, with the keys of `samples.case.Case.done`, and
    skeleton, phrasebook and "derived_due" among the traps when the date must be counted.
    """

    pdf: bytes
    answer: Answer


@cache
def families(*, wide: bool = False) -> tuple[str, ...]:
    """Names "lang-skeleton-phrasebook" of every combination, in a fixed order, or of the wide lessons."""
    names = (*SKELETONS, *(WIDER if wide else ()))
    kept = (key for key, book in books().items() if wide or not book.wide)
    return tuple(f"{lang}-{name}-{book}" for lang, book in kept for name in names)


def blocks(answer: Answer) -> tuple[int, int]:
    """Block 0..4 of the skeleton and block 0..4 of the phrasebook.

    To measure on unseen pages and words: train where neither is k, measure where both are k.
    """
    return _blocks_of(str(answer["family"]))


def _blocks_of(family: str) -> tuple[int, int]:
    lang, skeleton, book = family.split("-", 2)
    return skeletons()[skeleton].block, books()[lang, book].block


def held_out(group: int) -> tuple[str, ...]:
    """The families to measure on: skeleton and phrasebook are both of block `group`, 0..4."""
    return tuple(f for f in families() if _blocks_of(f) == (group, group))


def kept(group: int) -> tuple[str, ...]:
    """The families to train on: neither skeleton nor phrasebook is of block `group`, 0..4."""
    return tuple(f for f in families() if group not in _blocks_of(f))


def holdout_group(answer: Answer) -> int:
    """0..4 when skeleton and phrasebook are of that same block, -1 when they are of two."""
    skeleton, book = blocks(answer)
    return book if skeleton == book else -1


def compose(
    seed: int, *, lang: str | None = None, family: str | None = None, wide: bool = False
) -> Composed:
    """The bill of that seed; of a language or a family when one is named, with `wide` of any family."""
    rng = Random(f"{seed}-{lang}-{family}")
    if family is None:
        langs = sorted({key[0] for key in books()})
        wanted = lang or rng.choice(langs)
        known = families(wide=wide)
        family = rng.choice([name for name in known if name.startswith(f"{wanted}-")])
    code, name, phrases = family.split("-", 2)
    book, skeleton = books()[code, phrases], skeletons()[name]
    for attempt in range(TRIES):
        draft = _drawn(book, skeleton, Random(f"{seed}-{family}-{attempt}"), attempt)
        if not faults(draft):
            return Composed(draft.paper.save(), _answer(draft, family))
    raise AssertionError(f"{family} {seed}: {faults(draft)}")


def faults(draft: Draft) -> list[str]:
    """What is wrong with the page: overlaps, or a fact that is not there."""
    names = [name.lower() for name in draft.bill.firm.names]
    printed = [mark.text.lower() for mark in draft.paper.marks]
    missing = [] if any(n in text for n in names for text in printed) else ["no biller"]
    if draft.w.mark == "n" and "currency" not in draft.shown:
        missing.append("no currency")
    return draft.paper.faults() + missing


def _drawn(book: Book, skeleton: Skeleton, rng: Random, attempt: int) -> Draft:
    face, stretch = rng.choice(FACES), rng.choice(STRETCHES)
    facts: Bill = bill(book, rng, max(1, skeleton.most - attempt))
    whole = all(a == a.to_integral_value() for a in (facts.gross, facts.balance))
    size = SIZES[skeleton.paper or ("us" if book.country == "US" else "a4")]
    habits = look(rng, rng.choice((8, 8.5, 9, 9.5, 10)) - attempt * 0.2)
    style = writing(
        book.lang, book.country, rng, narrow=face == "Vera", whole=whole and rng.random() < 0.6
    )
    if rng.random() < 0.04:
        style = replace(style, mark="n")
    draft = Draft(facts, Paper(face, size, stretch), habits, style, rng)
    draft.cramped = attempt > 4
    draft.paper.justified = rng.random() < 0.2
    skeleton.draw(draft)
    if skeleton.paper in ("", "half") and rng.random() < 0.22:
        back_page(draft)
    return draft


def _means(draft: Draft) -> str | None:
    bill = draft.bill
    fixed = {"to_be_debited": "direct_debit", "schedule": "direct_debit", "on_portal": "portal"}
    if bill.state in fixed:
        return fixed[bill.state]
    if draft.transfer and (draft.shown & {"iban", "reference"} or draft.sort_code):
        return "transfer"
    return "cheque" if "cheque" in draft.shown and bill.state in ("to_pay", "reminder") else None


def _due(draft: Draft) -> str | None:
    bill = draft.bill
    if bill.state == "schedule":
        return bill.plan[0][0].isoformat()
    told = {"due"} if bill.rule == "printed" else {"terms", "issued"}
    return bill.due.isoformat() if bill.due and told <= draft.shown else None


def _answer(draft: Draft, family: str) -> Answer:
    """The answer holds what was printed; an account in the small print is not scored."""
    bill, shown = draft.bill, draft.shown
    lang, skeleton, book = family.split("-", 2)
    if _due(draft) and bill.rule != "printed":
        draft.trap("due_on_receipt" if bill.rule == "now" else "due_from_terms")
        draft.trap("derived_due")
    if draft.prose_only and bill.rule == "printed" and bill.due:
        draft.trap("due_in_prose")
    period = bill.period if "period" in shown else None
    answer: Answer = {
        "family": family,
        "lang": lang,
        "kind": bill.state,
        "biller": bill.firm.names,
        "amount": f"{bill.amount:.2f}",
        "currency": currency(bill.book.country),
        "due_date": _due(draft),
        "issue_date": bill.issued.isoformat() if "issued" in shown else None,
        "invoice_number": bill.number if "number" in shown else None,
        "customer_number": bill.client if "client" in shown else None,
        "period": period and {"from": period[0].isoformat(), "to": period[1].isoformat()},
        "iban": bill.firm.iban if "iban" in shown else None,
        "reference": bill.reference if "reference" in shown else None,
        "means": _means(draft),
        "traps": sorted(set(draft.traps)),
        "skeleton": skeleton,
        "phrasebook": book,
    }
    if "footer_iban" in shown and "iban" not in shown:
        del answer["iban"]
    return answer
