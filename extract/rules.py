"""The rules that turn a sheet of cells into one Reading; PDF text and mail bodies share them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from extract.amounts import amounts_in
from extract.labels import words
from extract.lines import segments_of
from extract.looked import Looked
from extract.page import Page
from extract.ranker.judge_of import judge_of
from extract.rule_of_accounts import biller_id_of, iban_of, means_of, reference_of
from extract.rule_of_amount import amount_of, main_currency
from extract.rule_of_dates import due_of, issued_of, period_of
from extract.rule_of_identity import biller_of, contact_of, customer_of, number_of
from extract.rule_of_schedule import (
    Instalment,
    instalments_of,
    is_schedule,
    next_instalment,
    parts_of,
)
from extract.sheet import sheet_of
from extract.squash import squash
from models.money import Money
from models.reading import Found, Reading

_HEAD_ROWS = 12
"""A schedule's title stands among the first rows; further down another one is announced."""
_NOTHING_TO_PAY = frozenset({"direct_debit", "already_paid", "receipt", "credit_note"})
"""Signs under which an account on the page is not one to pay to."""
_SAMPLE = words(
    r"^(?:page)?(?:d')?(?:exemple|specimen|muster|musterrechnung|sample|example)s?(?:$|"
    r"de(?:votre)?facture|bill|invoice|:|-)|"
    r"(?:facture|bill|invoice)(?:specimen|exemple|sample)|(?:exemple|specimen)defacture|"
    r"comprendre(?:ma|votre|la)facture|"
    r"howtoread(?:your|this)bill|understandingyour(?:bill|invoice)|sosiehtihrerechnung|"
    r"sample(?:bill|invoice)|(?:lire|decrypter)votrefacture"
)
_MOST_TITLE, _FIRST_LINES = 55, 6
_LEAST_PROSE, _LONG_CELL, _PROSE_SHARE = 1_000, 45, 0.8
"""Letters of a page and of a cell, and the share of the letters that stand in such cells."""
_LEAFLET = words(
    r"conditionsgenerales(?:devente|dutilisation|d'utilisation|:|$)|^termsandconditions|"
    r"^generalterms|^allgemeinegeschaftsbedingungen|^agb$|^algemenevoorwaarden|^cgv"
)


def reading_of(pages: Sequence[Page], source: str, *, trust: float = 1.0) -> Reading:
    """What rules and the learned reader find on these pages, every field with its proof."""
    looked = Looked(sheet_of(kept(pages)), source, trust)
    judge = judge_of(looked)
    issued = judge.issued(issued_of(looked))
    rule, doubts = amount_of(looked)
    amount = judge.amount(rule)
    due, none = judge.due(due_of(looked, issued))
    kind = judge.kind()
    told = kind.confidence if kind is not None and kind.value == "schedule" else 0.0
    rows = _instalments(looked, issued, amount, told=told)
    if rows:
        amount, due = next_instalment(looked, rows, issued, amount, told=told)
    if amount and amount.value.minor < 0:
        due = None
    biller = judge.biller(biller_of(looked))
    _settle(looked, amount)
    iban, wrong = iban_of(looked)
    if _NOTHING_TO_PAY & looked.signs.keys():
        iban, wrong = None, ()
    return Reading(
        reader=source,
        biller=biller,
        amount=amount,
        due_on=due,
        issued_on=issued,
        number=judge.code("number", number_of(looked)),
        customer_number=judge.code("customer", customer_of(looked)),
        period=period_of(looked),
        payee_iban=iban,
        reference=reference_of(looked),
        means=means_of(looked, iban),
        contact=contact_of(looked),
        biller_id=biller_id_of(looked, biller),
        signs=tuple(looked.found(n, q, 0.9) for n, q in looked.signs.items()),
        schedule=tuple((day, money) for day, money, _, _ in rows),
        kind=kind,
        warnings=(*(doubts if amount == rule else ()), *wrong),
        absent=() if due or not none else (looked.found("due_on", "", none / trust),),
    )


def _instalments(
    looked: Looked, issued: Found[date] | None, amount: Found[Money] | None, *, told: float
) -> tuple[Instalment, ...]:
    """The rows of a schedule; without them its sign stays only where it is a title."""
    rows = parts_of(instalments_of(looked, main_currency(looked)), issued, amount)
    if is_schedule(looked, rows, issued, amount, told=told):
        return rows
    if looked.signs.get("schedule") not in looked.lines[:_HEAD_ROWS]:
        looked.signs.pop("schedule", None)
    return ()


def _settle(looked: Looked, amount: Found[Money] | None) -> None:
    """Signs that the amount proves or disproves: a payment of another sum is an old bill's or a
    part's, an amount that goes to the customer is a credit.
    """
    if amount is None:
        return
    quote = looked.signs.get("already_paid", "")
    sums = {abs(seen.value) for seen in amounts_in(quote)}
    if sums and abs(amount.value.decimal) not in sums and Decimal(0) not in sums:
        del looked.signs["already_paid"]
    if amount.value.minor < 0:
        looked.signs.setdefault("credit_note", amount.quote)


def kept(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages that are the bill's own: later pages that explain a sample bill or print general
    terms are left out, the first page never.
    """
    return tuple(p for i, p in enumerate(pages) if i == 0 or not _is_aside(p))


def _is_aside(page: Page) -> bool:
    plains = [squash(line.text) for line in page.lines]
    sample = any(len(p) < _MOST_TITLE and _SAMPLE.search(p) for p in plains)
    leaflet = any(len(p) < _MOST_TITLE and _LEAFLET.search(p) for p in plains[:_FIRST_LINES])
    return sample or leaflet or _is_prose(page)


def _is_prose(page: Page) -> bool:
    """Most letters of the page stand in long runs: general terms, explanations, a letter's end."""
    lengths = [sum(len(w.text) for w in cell) for line in page.lines for cell in segments_of(line)]
    return sum(lengths) > _LEAST_PROSE and (
        sum(n for n in lengths if n > _LONG_CELL) > _PROSE_SHARE * sum(lengths)
    )
