"""Several readings of one bill become one: the most exact answer wins, agreement makes it surer.

Two independent readers that agree were right in 91–100 % of every split measured; where they differ,
the answer is doubted and a warning names the field.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from extract.agree import agree, same_company, shown
from models.money import Money
from models.reading import Found, Reading

T = TypeVar("T")

MOST_CERTAIN = 0.995
_MUCH_SURER = 0.25
"""A less exact reader wins only when it is surer by this much: a name of the sender, say."""
_HEARD = 0.5
"""An answer less sure than this contradicts nobody."""
_NOT_ON_PAGE = 0.6
_SHOWN = 0.95
_DOUBT = 0.4
_FILLED = 0.9
_WARNED = ("biller", "amount", "due_on", "issued_on", "number", "payee_iban", "reference")
_ABOUT = {
    "iban_invalid": "payee_iban",
    "several_ibans": "payee_iban",
    "currency_assumed": "amount",
    "totals_disagree": "amount",
    "minimum_only": "amount",
}
_XML = frozenset(("cii", "ubl", "facturx"))
_CODE = "qr"
"""The reader of payment codes: exact, but it knows of the payment only."""
_EXACT = _XML | {_CODE}


class Merge:
    """Folds readings into one, most exact first.

    `clash` names a disagreement in warnings ("xml_page_disagree", "paper_body_disagree"). `text` is
    what a person sees where the less exact readers looked: when it shows the winner's answer too,
    they took another figure of the page and there is no disagreement.
    """

    def __init__(self, readings: Sequence[Reading], clash: str, text: str = "") -> None:
        self._readings, self._clash, self._text = readings, clash, text
        self._warnings: list[str] = []

    def reading(self) -> Reading:
        """One Reading whose proofs are those of the answers that won."""
        first = self._readings[0]
        if len(self._readings) == 1:
            return first
        merged = Reading(
            reader=first.reader,
            biller=self._field("biller", lambda r: r.biller, same_company),
            amount=self._field("amount", lambda r: self._signed(r).amount),
            due_on=self._field("due_on", lambda r: r.due_on),
            issued_on=self._field("issued_on", lambda r: r.issued_on),
            number=self._field("number", lambda r: r.number),
            customer_number=self._field("customer_number", lambda r: r.customer_number),
            period=self._field("period", lambda r: r.period),
            payee_iban=self._field("payee_iban", lambda r: r.payee_iban),
            reference=self._field("reference", lambda r: r.reference),
            means=self._field("means", lambda r: r.means),
            contact=self._field("contact", lambda r: r.contact),
            currency=self._field("currency", lambda r: r.currency),
            biller_id=self._field("biller_id", lambda r: r.biller_id),
            signs=_signs(self._readings),
            schedule=_schedule(self._readings),
            absent=self._absent(),
            kind=next((r.kind for r in self._readings if r.kind), None),
            lines=next((r.lines for r in self._readings if r.lines), ()),
        )
        said = (
            warning
            for reading in self._readings
            for warning in reading.warnings
            if _still_true(warning, reading, merged)
        )
        return replace(merged, warnings=tuple(dict.fromkeys([*said, *self._warnings])))

    def _absent(self) -> tuple[Found[str], ...]:
        """What the most exact reader that looked for a due date says of its absence."""
        if any(r.due_on for r in self._readings):
            return ()
        return next((r.absent for r in self._readings if r.absent), ())

    def _signed(self, reading: Reading) -> Reading:
        """A page's amount turned negative when a credit note's own words elsewhere make it so."""
        amount = reading.amount
        others = [r.amount.value for r in self._readings if r.amount is not None]
        if amount is None or reading.reader in _XML or -amount.value not in others:
            return reading
        if not any(sign.value == "credit_note" for r in self._readings for sign in r.signs):
            return reading
        negative = min(amount.value, -amount.value)
        return replace(reading, amount=replace(amount, value=negative))

    def _field(
        self,
        name: str,
        of: Callable[[Reading], Found[T] | None],
        same: Callable[[T, T], bool] = agree,
    ) -> Found[T] | None:
        answers = [found for reading in self._readings if (found := of(reading)) is not None]
        if not answers:
            return None
        best = _winner(answers)
        confidence = best.confidence
        whole = next((r for r in self._readings if r.reader != _CODE), self._readings[0])
        if of(whole) is None and best.source != _CODE:
            confidence *= _FILLED
        for other in answers:
            if other is best:
                continue
            if same(best.value, other.value):
                confidence = _surer(confidence, other.confidence, alike=_alike(best, other))
            else:
                confidence *= self._doubt(name, best, other)
        return replace(best, confidence=confidence)

    def _doubt(self, name: str, best: Found[T], other: Found[T]) -> float:
        """What remains of the confidence when `other` contradicts `best`; warns when it matters."""
        if other.confidence < _HEARD:
            return 1.0
        if shown(best.value, self._text):
            return _SHOWN
        self._warn(name, {best.source, other.source})
        return _NOT_ON_PAGE if best.source in _EXACT else 1 - _DOUBT * other.confidence

    def _warn(self, name: str, sources: set[str]) -> None:
        within = self._clash == "xml_page_disagree" and _CODE in sources
        if name in _WARNED:
            self._warnings.append(f"{'qr_page_disagree' if within else self._clash}:{name}")


def _still_true(warning: str, reading: Reading, merged: Reading) -> bool:
    """A doubt about one field is dropped when another reader's answer won that field."""
    if warning == "lines_disagree":
        return reading.lines == merged.lines
    field = _ABOUT.get(warning)
    if field is None:
        return True
    kept, doubted = getattr(merged, field), getattr(reading, field)
    return kept is not None and doubted is not None and kept.value == doubted.value


def _winner(answers: Sequence[Found[T]]) -> Found[T]:
    best = answers[0]
    for other in answers[1:]:
        if other.confidence > best.confidence + _MUCH_SURER:
            best = other
    return best


def _surer(one: float, other: float, *, alike: bool) -> float:
    """The confidence of two answers that agree: wrong only when both are.

    Two models that look at one picture err together: the second takes little of the doubt away.
    """
    share = _SAME_PICTURE if alike else 1.0
    return max(
        one, other, min(MOST_CERTAIN, 1 - (1 - max(one, other)) * (1 - share * min(one, other)))
    )


_SAME_PICTURE = 0.3
_EYES = frozenset(("ocr", "ocr_small", "tesseract"))


def _alike(one: Found[T], other: Found[T]) -> bool:
    return one.source in _EYES and other.source in _EYES


def _signs(readings: Iterable[Reading]) -> tuple[Found[str], ...]:
    """Every sign once, with its first proof."""
    signs: dict[str, Found[str]] = {}
    for reading in readings:
        for sign in reading.signs:
            signs.setdefault(sign.value, sign)
    return tuple(signs.values())


def _schedule(readings: Iterable[Reading]) -> tuple[tuple[date, Money], ...]:
    return next((reading.schedule for reading in readings if reading.schedule), ())
