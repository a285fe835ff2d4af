"""A mail's text with holes, and the values that fill them."""

import string
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import formats, identifiers, people
from samples.companies import Company, company

SCORED = {
    "amount": "amount",
    "due": "due_date",
    "issued": "issue_date",
    "number": "invoice_number",
    "customer": "customer_number",
    "iban": "iban",
    "reference": "reference",
}


@dataclass(frozen=True)
class Template:
    """One text. `kind` as in the answers; "phishing" marks a fraud. `pdf` attaches the bill,
    `terms` a leaflet that is none.

    Body: blank lines part paragraphs, "| label | value" lines become a table, "[words]" a button.
    """

    key: str
    trade: str
    category: str
    kind: str
    subject: str
    body: str
    means: str | None = None
    pdf: bool = False
    terms: bool = False
    country: str = "FR"
    who: str = "service"
    shape: str = "any"
    between: tuple[int, int] = (15, 240)
    days: int = 14
    variants: int = 3

    @property
    def lang(self) -> str:
        """The text's language."""
        return self.key[:2]

    @property
    def label(self) -> str:
        """bill, receipt, other or phishing."""
        if self.kind in ("other", "phishing", "receipt"):
            return self.kind
        return "bill"

    @property
    def holes(self) -> set[str]:
        """Names of the values that the text prints."""
        parsed = string.Formatter().parse(self.subject + self.body)
        return {name for _, name, _, _ in parsed if name}


@dataclass
class Values:
    """What fills a template: typed values, and the words printed for them."""

    firm: Company
    sent: date
    amount: Decimal
    due: date
    printed: dict[str, str] = field(default_factory=dict)


def money_text(amount: Decimal, lang: str, country: str, style: int) -> str:
    """The amount as that language writes it, in one of four habits."""
    if country in ("GB", "US"):
        return formats.en(amount, "£" if country == "GB" else "$")
    if country == "IE":
        return formats.en(amount, "€")
    if lang == "de":
        return formats.de(amount, ("€", "EUR")[style % 2])
    bare = formats.fr(amount, "", thousands="\u202f" if style == 3 else "\u00a0")
    return bare + ("\u00a0€", " EUR", " euros", "\u202f€")[style]


def date_text(day: date, lang: str, country: str, style: int) -> str:
    """The date in digits or in words."""
    if country == "US":
        return formats.us(day, short=style == 1)
    if style % 2:
        return formats.num(day, "d.m.Y" if lang == "de" else "d/m/Y")
    return formats.long(day, lang)


def values(template: Template, variant: int, on: date | None = None) -> Values:
    """Company, dates and amounts of one variant, the same at every run; sent `on` that day."""
    rng = Random(f"mail-{template.key}-{variant}")
    firm = company(template.country, template.trade, variant, rng)
    sent = date(2025, 1, 6) + timedelta(days=rng.randrange(680))
    sent = on or sent
    amount = Decimal(rng.randrange(template.between[0] * 100, template.between[1] * 100)) / 100
    due = formats.next_weekday(sent + timedelta(days=template.days))
    style, lang, land = rng.randrange(4), template.lang, template.country
    party = people.customer(land, rng.randrange(6))
    number = "".join(rng.choice("123456789") if c == "#" else c for c in _pattern(lang, rng))
    account = identifiers.digits(rng, 9)
    small = Decimal(rng.randrange(500, 4900)) / 100
    words = {
        "firm": firm.name,
        "legal": firm.legal,
        "site": firm.site,
        "amount": money_text(amount, lang, land, style),
        "price": money_text(small, lang, land, style),
        "price2": money_text(small * 3 + 7, lang, land, style),
        "due": date_text(due, lang, land, style),
        "issued": date_text(sent, lang, land, style),
        "soon": date_text(sent + timedelta(days=9), lang, land, style),
        "before": date_text(sent - timedelta(days=31), lang, land, style),
        "month": f"{formats.month(sent, lang)} {sent.year}",
        "ofmonth": _of(f"{formats.month(sent, lang)} {sent.year}"),
        "number": number,
        "customer": account,
        "reference": account,
        "order": "".join(rng.choice("123456789") for _ in range(8)),
        "iban": identifiers.spaced(firm.iban),
        "otheriban": identifiers.spaced(identifiers.iban("NL", rng)),
        "mine": firm.iban[:4] + " **** **** **** " + identifiers.digits(rng, 3),
        "name": party.name,
        "year": str(sent.year),
    }
    return Values(firm, sent, amount, due, words)


def _of(month: str) -> str:
    return f"d'{month}" if month[0] in "ao" else f"de {month}"


def _pattern(lang: str, rng: Random) -> str:
    shapes = {
        "fr": ("F########", "2025-#####", "FA-####", "##########"),
        "en": ("INV-#####", "########", "KL/####/##"),
        "de": ("RE-######", "2025######", "R#######"),
    }
    return rng.choice(shapes[lang])


def answer(template: Template, filled: Values) -> dict[str, object]:
    """What a reader must say of the mail; fraud is only to be called fraud."""
    if template.kind == "phishing":
        return {"label": "phishing", "kind": "other", "category": template.category}
    bill = template.kind != "other"
    found = template.holes | ({"amount", "issued", "number"} if template.pdf else set())
    sign = -1 if template.kind == "credit_note" else 1
    known: dict[str, object] = {
        "amount": f"{filled.amount * sign:.2f}",
        "due": filled.due.isoformat(),
        "issued": filled.sent.isoformat(),
        "number": filled.printed["number"],
        "customer": filled.printed["customer"],
        "iban": filled.firm.iban,
        "reference": filled.printed["reference"],
    }
    result: dict[str, object] = {
        "label": template.label,
        "kind": template.kind,
        "biller": filled.firm.names if bill else None,
        "currency": {"GB": "GBP", "US": "USD"}.get(template.country, "EUR") if bill else None,
        "category": template.category,
        "means": template.means,
    }
    for hole, name in SCORED.items():
        result[name] = known[hole] if bill and hole in found else None
    if result["issue_date"] is None:
        del result["issue_date"]  # the mail's own date may stand for it: not scored
    return result
