"""From the parts of an e-invoice, wherever a syntax keeps them, to one Reading.

The readers of CII and UBL only say where things stand (`Parts`); what they mean is decided here,
after EN 16931-1:2017, whose business terms are named BT-n.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from extract.codes import CREDIT_NOTES, MEANS, MEANS_SIGNS, TYPE_SIGNS
from extract.line_items.xml_lines import MOST_LINES, Names, lines_of
from extract.proofs import SURE, Prover, amount_of
from extract.prose import debit_in, due_after, due_in
from models.iban import is_iban
from models.money import Money
from models.reading import Found, LineItem, Means, Period, Reading
from models.xml_tree import Element, text_of

_FROM_TERMS = 0.93
_FROM_NOTES = 0.85
_MOST_PROSE = 50
"""Terms and notes looked at: real invoices have fewer than ten."""
_COMPUTED = 0.8
_ONE_OF_SEVERAL = 0.85
"""Which of several dates a person goes by is theirs to say (a discount, instalments)."""
_IN_DOUBT = 0.6
_NO_DUE = 0.97
"""How sure it is that nothing falls due where no date and no terms are written: 44 of 44 e-invoices."""
_CENT_ROUNDING = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Term:
    """One payment term: its date, its share of the amount, its prose, and if it is a discount's."""

    due: Element | None = None
    share: Element | None = None
    prose: Element | None = None
    discounted: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """One way to pay: its code (BT-81) and the payee's account (BT-84)."""

    code: Element | None
    payee: Element | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements that hold each business term; None or empty where a document has none."""

    type_code: Element | None
    number: Element | None
    issued: Element | None
    currency: Element | None
    biller: Element | None
    biller_id: Element | None
    contact: Element | None
    customer_number: Element | None
    period: tuple[Element | None, Element | None]
    reference: Element | None
    due_amount: Element | None
    grand_total: Element | None
    net: Element | None
    tax: Element | None
    prepaid: Element | None
    rounding: Element | None
    terms: tuple[Term, ...]
    accounts: tuple[Account, ...]
    notes: tuple[Element, ...]
    lines: tuple[Element | None, Names]
    sums_of_lines: tuple[Element | None, Element | None, Element | None]
    """Of the lines (BT-106), of the allowances (BT-107) and of the charges (BT-108)."""
    is_credit_note: bool = field(default=False)

    @property
    def prose(self) -> list[tuple[Element, float]]:
        """What may say in words when and how to pay, with the trust it has: terms, then notes."""
        terms = [(one.prose, _FROM_TERMS) for one in self.terms[:_MOST_PROSE]]
        notes = [(note, _FROM_NOTES) for note in self.notes[:_MOST_PROSE]]
        return [(element, trust) for element, trust in [*terms, *notes] if element is not None]


def reading_of(parts: Parts, source: str) -> Reading:
    """The Reading of one e-invoice; its `reader` and every proof's source are `source`."""
    prove = Prover(source)
    warnings: list[str] = []
    amount = _amount(parts, prove, warnings)
    lines = lines_of(*parts.lines, text_of(parts.currency).upper() or "EUR")
    if _are_gross(parts, lines):
        lines = tuple(replace(line, gross=line.net, net=None) for line in lines)
    if _lines_disagree(parts, lines):
        warnings.append("lines_disagree")
    due = _due(parts, prove)
    return Reading(
        reader=source,
        biller=prove.text(parts.biller),
        amount=amount,
        due_on=due,
        issued_on=prove.day(parts.issued),
        number=prove.text(parts.number),
        customer_number=prove.text(parts.customer_number),
        period=_period(parts, prove),
        payee_iban=_account(parts, prove, warnings),
        reference=prove.text(parts.reference),
        means=_means(parts, prove),
        contact=prove.text(parts.contact),
        biller_id=prove.compact(parts.biller_id),
        signs=tuple(_signs(parts, prove, amount)),
        schedule=_schedule(parts, amount),
        warnings=tuple(warnings),
        absent=() if due else (Found("due_on", source, "", _NO_DUE),),
        lines=lines,
    )


def _amount(parts: Parts, prove: Prover, warnings: list[str]) -> Found[Money] | None:
    """What is due (BT-115); the grand total (BT-112) only where nothing else is stated."""
    stated = parts.due_amount if text_of(parts.due_amount) else parts.grand_total
    if stated is None:
        return None
    currency = stated.get("currencyID", "").strip().upper() or text_of(parts.currency).upper()
    confidence = SURE if stated is parts.due_amount else 0.95
    if not currency:
        # 1 of 71 ZUGFeRD files of the corpus states none; the euro is the currency of that format.
        warnings.append("currency_assumed")
        currency, confidence = "EUR", _IN_DOUBT
    if _totals_disagree(parts):
        warnings.append("totals_disagree")
        confidence = min(confidence, _IN_DOUBT)
    return prove.money(stated, currency, confidence)


def _totals_disagree(parts: Parts) -> bool:
    """True when net + tax is not the total, or total − prepaid + rounding is not what is due."""
    net, tax, total = (amount_of(e) for e in (parts.net, parts.tax, parts.grand_total))
    due, prepaid, rounding = (
        amount_of(e) for e in (parts.due_amount, parts.prepaid, parts.rounding)
    )
    if None not in (net, tax, total) and _differ(total, (net, tax)):
        return True
    owed = (total, -(prepaid or Decimal(0)), rounding or Decimal(0))
    return None not in (due, total) and _differ(due, owed)


def _are_gross(parts: Parts, lines: Sequence[LineItem]) -> bool:
    """True for senders that write the lines with VAT against the standard: they sum to the total."""
    gross, net = amount_of(parts.grand_total), amount_of(parts.sums_of_lines[0])
    nets = [line.net.decimal for line in lines if line.net is not None]
    return bool(nets) and _differ(net, nets) and gross is not None and not _differ(gross, nets)


def _lines_disagree(parts: Parts, lines: Sequence[LineItem]) -> bool:
    """True when the lines are not their stated sum, or that sum with allowances and charges is not
    the net total. A long bill whose lines were not all kept is not summed.
    """
    total, allowances, charges = (amount_of(e) for e in parts.sums_of_lines)
    net = amount_of(parts.net)
    nets = [line.net.decimal for line in lines if line.net is not None]
    if total is None:
        return False
    whole = nets and len(nets) == len(lines) < MOST_LINES
    if whole and _differ(total, nets):
        return True
    owed = (total, -(allowances or Decimal(0)), charges)
    return net is not None and _differ(net, owed)


def _differ(total: Decimal | None, parts: Iterable[Decimal | None]) -> bool:
    try:
        summed = sum((part for part in parts if part is not None), Decimal(0))
        return total is not None and abs(total - summed) > _CENT_ROUNDING
    except InvalidOperation:
        return True


def _due(parts: Parts, prove: Prover) -> Found[date] | None:
    """The latest stated due date (BT-9) that is no discount's, else the one in the prose."""
    dated = [(term, prove.day(term.due)) for term in parts.terms]
    whole = [day for term, day in dated if day is not None and not term.discounted]
    every = [day for _, day in dated if day is not None]
    if every:
        latest = max(whole or every, key=lambda day: day.value)
        several = len({day.value for day in every}) > 1
        return replace(latest, confidence=_ONE_OF_SEVERAL) if several else latest
    for element, confidence in parts.prose:
        found = due_in(element.text or "")
        if found:
            return prove.quoted(found[0], found[1], confidence)
    return _due_by_terms(parts, prove)


def _due_by_terms(parts: Parts, prove: Prover) -> Found[date] | None:
    """The due date that terms of so many days make of the day of issue."""
    issued = prove.day(parts.issued)
    if issued is None:
        return None
    for term in parts.terms[:_MOST_PROSE]:
        found = due_after((term.prose.text or "") if term.prose is not None else "", issued.value)
        if found:
            return prove.quoted(found[0], found[1], _COMPUTED)
    return None


def _schedule(parts: Parts, amount: Found[Money] | None) -> tuple[tuple[date, Money], ...]:
    """Instalments: at least two terms with a date and a share of their own, by date."""
    if amount is None:
        return ()
    prove = Prover("")
    shares = [
        (day.value, share.value)
        for term in parts.terms
        if not term.discounted
        and (day := prove.day(term.due))
        and (share := prove.money(term.share, amount.value.currency))
    ]
    return tuple(sorted(shares)) if len(shares) > 1 else ()


def _period(parts: Parts, prove: Prover) -> Found[Period] | None:
    first, last = (prove.day(element) for element in parts.period)
    if first is None or last is None or last.value < first.value:
        return None
    quote = f"{first.quote}; {last.quote}"
    return prove.quoted(Period(first.value, last.value), quote, SURE)


def _account(parts: Parts, prove: Prover, warnings: list[str]) -> Found[str] | None:
    """The first account to pay to, as written; one that is no IBAN is kept and doubted."""
    stated = [found for one in parts.accounts if (found := prove.compact(one.payee))]
    if not stated:
        return None
    if len({found.value for found in stated}) > 1:
        warnings.append("several_ibans")
    first = stated[0]
    if is_iban(first.value):
        return first
    warnings.append("iban_invalid")
    return prove.quoted(first.value, first.quote, _IN_DOUBT)


def _means(parts: Parts, prove: Prover) -> Found[Means] | None:
    for one in parts.accounts:
        means = MEANS.get(text_of(one.code))
        if means is not None and one.code is not None:
            return prove.of(means, one.code)
    payee = next((one.payee for one in parts.accounts if text_of(one.payee)), None)
    return None if payee is None else prove.of(Means.TRANSFER, payee, _IN_DOUBT)


def _signs(parts: Parts, prove: Prover, amount: Found[Money] | None) -> Iterable[Found[str]]:
    yield from _type_signs(parts, prove)
    codes = {text_of(one.code): one.code for one in parts.accounts}
    for code, element in codes.items():
        if code in MEANS_SIGNS and element is not None:
            yield prove.of(MEANS_SIGNS[code], element)
    yield from _prose_signs(parts, prove)
    if amount is not None and amount.value.minor <= 0:
        yield prove.quoted("no_amount_due", amount.quote, SURE)
        prepaid = amount_of(parts.prepaid)
        if amount.value.minor == 0 and prepaid and prepaid > 0 and parts.prepaid is not None:
            yield prove.of("already_paid", parts.prepaid)
    if _schedule(parts, amount):
        yield prove.quoted("schedule", f"{len(parts.terms)} payment terms", SURE)


def _type_signs(parts: Parts, prove: Prover) -> Iterable[Found[str]]:
    code = text_of(parts.type_code)
    total = amount_of(parts.grand_total)
    if code in TYPE_SIGNS and parts.type_code is not None:
        yield prove.of(TYPE_SIGNS[code], parts.type_code)
    elif parts.is_credit_note or code in CREDIT_NOTES:
        proof = parts.type_code if parts.type_code is not None else parts.number
        yield prove.quoted("credit_note", prove.quote(proof), SURE)
    elif total is not None and total < 0 and parts.grand_total is not None:
        # EN 16931 allows an invoice with negative totals in place of a credit note.
        yield prove.of("credit_note", parts.grand_total, 0.9)
    elif parts.type_code is not None:
        yield prove.of("invoice_title", parts.type_code)


def _prose_signs(parts: Parts, prove: Prover) -> Iterable[Found[str]]:
    for element, _ in parts.prose:
        words = debit_in(element.text or "")
        if words:
            yield prove.quoted("direct_debit", words, 0.9)
            return
