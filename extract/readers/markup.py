"""schema.org markup in a mail's HTML: Invoice, and Order and ParcelDelivery, which are no bills.

The sender writes it for machines only, so it is trusted like the body: never above the paper.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from extract.amounts import amounts_in
from extract.microdata import Item, items_in, types_of
from extract.proofs import MOST_QUOTE, Prover
from extract.reader import Source
from models.document import Form
from models.errors.values import AmountInvalid
from models.money import Money
from models.reading import Found, Period, Reading

_CONFIDENCE = 0.75
_MINIMUM_ONLY = 0.4
_OTHER_TYPES = {"Order": "order", "ParcelDelivery": "delivery"}
_STATUS_SIGNS = {
    "PaymentComplete": "already_paid",
    "PaymentAutomaticallyApplied": "direct_debit",
    "PaymentPastDue": "reminder",
}
_DIGITS_OF_A_DATE = 10


class Markup:
    """Reads the first Invoice of the mail; else says that it is about an order or a delivery."""

    name = "markup"
    proven_against = "samples after Google's documented mail markup; no biller's own mail"

    def reads(self, source: Source) -> bool:
        """True for mails whose HTML names schema.org."""
        mail = source.document.mail
        return source.document.form is Form.MAIL and mail is not None and "schema.org" in mail.html

    def read(self, source: Source) -> Reading | None:
        """The reading, or None when the HTML holds no item that says anything of a bill."""
        mail = source.document.mail
        items = list(items_in(mail.html)) if mail is not None else []
        prove = _Prove(self.name)
        for item in items:
            if "Invoice" in types_of(item):
                return prove.invoice(item)
        signs = tuple(prove.others(items))
        return Reading(reader=self.name, signs=signs) if signs else None


class _Prove:
    """Properties of an item as Founds."""

    def __init__(self, source: str) -> None:
        self._prover = Prover(source)

    def invoice(self, item: Item) -> Reading:
        amount, warnings = self._amount(item)
        return Reading(
            reader=self._prover.source,
            biller=self._text(item, "provider", "broker", "seller"),
            amount=amount,
            due_on=self._day(item, "paymentDueDate", "paymentDue"),
            number=self._text(item, "confirmationNumber", "identifier"),
            customer_number=self._text(item, "accountId"),
            period=self._period(item),
            signs=(self._found("invoice_title", "@type", "Invoice"), *self._status(item)),
            warnings=warnings,
        )

    def others(self, items: Iterable[Item]) -> Iterator[Found[str]]:
        seen = {name for item in items for name in types_of(item)}
        for name, sign in _OTHER_TYPES.items():
            if name in seen:
                yield self._found(sign, "@type", name)

    def _found(self, value: str, name: str, text: str) -> Found[str]:
        return self._prover.quoted(value, f"{name}: {text}", _CONFIDENCE)

    def _text(self, item: Item, *names: str) -> Found[str] | None:
        for name in names:
            text = _name_of(item.get(name))
            if text:
                return self._found(text, name, text)
        return None

    def _day(self, item: Item, *names: str) -> Found[date] | None:
        for name in names:
            text = _plain(item.get(name))
            day = _iso(text)
            if day is not None:
                return self._prover.quoted(day, f"{name}: {text}", _CONFIDENCE)
        return None

    def _amount(self, item: Item) -> tuple[Found[Money] | None, tuple[str, ...]]:
        """What is due in total; a card's minimum only in doubt, and said so."""
        for name, confidence, warnings in (
            ("totalPaymentDue", _CONFIDENCE, ()),
            ("minimumPaymentDue", _MINIMUM_ONLY, ("minimum_only",)),
        ):
            text, money = _money(item.get(name))
            if money is not None:
                return self._prover.quoted(money, f"{name}: {text}", confidence), warnings
        return None, ()

    def _period(self, item: Item) -> Found[Period] | None:
        text = _plain(item.get("billingPeriod"))
        first, _, last = text.partition("/")
        days = _iso(first), _iso(last)
        if days[0] is None or days[1] is None or days[1] < days[0]:
            return None
        return self._prover.quoted(Period(days[0], days[1]), f"billingPeriod: {text}", _CONFIDENCE)

    def _status(self, item: Item) -> Iterator[Found[str]]:
        text = _plain(item.get("paymentStatus"))
        sign = _STATUS_SIGNS.get(text.rpartition("/")[2])
        if sign:
            yield self._found(sign, "paymentStatus", text)


def _plain(value: object) -> str:
    """A property's text; the first of a list; "" for what is no text or number."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return ""
    return " ".join(str(value).split())[:MOST_QUOTE]


def _name_of(value: object) -> str:
    """A text, or the name of the thing that stands in its place."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return (
        _plain(value.get("name", value.get("value"))) if isinstance(value, dict) else _plain(value)
    )


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:_DIGITS_OF_A_DATE])
    except ValueError:
        return None


def _money(value: object) -> tuple[str, Money | None]:
    """The text and the amount of a PriceSpecification, a MonetaryAmount or a bare "$70.00"."""
    if isinstance(value, list):
        value = value[0] if value else ""
    parts = value if isinstance(value, dict) else {"price": value}
    text = _plain(parts.get("price", parts.get("value")))
    currency = _plain(parts.get("priceCurrency", parts.get("currency"))).upper()
    seen = amounts_in(text)
    try:
        amount = seen[0].value if len(seen) == 1 else Decimal(text)
        return f"{text} {currency}".strip(), Money.of(amount, currency or seen[0].currency)
    except (InvalidOperation, AmountInvalid, IndexError):
        return text, None
