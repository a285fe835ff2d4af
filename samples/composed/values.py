"""What fills the holes of phrases."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from samples import identifiers as ids
from samples.composed.facts import Bill
from samples.composed.places import FIRST, SURNAMES, figures, pick
from samples.composed.writing import Writing


def values_of(bill: Bill, w: Writing, rng: Random, *, iban: bool) -> dict[str, str]:
    """Name and text of every value that a phrase may ask for; `iban` when it may be paid to."""
    firm = bill.firm
    own = ids.spaced(firm.iban) if rng.random() < 0.85 else firm.iban
    card = "•••• 4242" if w.country == "US" else "**** **** **** " + figures(rng, "####")
    fake = Decimal(rng.randrange(2000, 90000)) / 100
    decoy = bill.issued + timedelta(days=rng.randrange(-40, 90))
    found = {
        "amount": w.prose(bill.balance if bill.state != "schedule" else bill.amount),
        "number": bill.number, "issued": w.day_words(bill.issued), "client": bill.client,
        "site": rng.choice(("www.", "https://", "")) + firm.domain,
        "mail": firm.mail, "phone": firm.phone,
        "mask": firm.iban[:4] + " " + card if firm.iban and rng.random() < 0.7 else card,
        "legal": firm.legal, "street": firm.lines[0], "town": firm.lines[1],
        "register": firm.register, "vat": firm.vat, "bank": firm.bank, "bic": firm.bic,
        "ref": bill.reference, "mandate": figures(rng, "M-#######"),
        "capital": w.bare(Decimal(rng.randrange(1, 900) * 1000), 0),
        "fake": w.prose(fake), "decoy": w.day(decoy), "levy": w.prose(fake / 100),
        "k": "3", "part": w.prose(bill.gross / 3),
        "paid_on": w.day(bill.paid_on or bill.issued),
        "clerk_name": f"{pick(rng, FIRST[w.lang])} {pick(rng, SURNAMES[w.lang])}",
    }  # fmt: skip
    if iban:
        found["iban"] = own
    if bill.rule == "printed" and bill.due:
        found["due"] = w.day_words(bill.due)
    if bill.rule == "days":
        found["days"] = str(bill.days)
    if bill.period:
        found["period"] = span(bill.period, w, rng)
    return found


FROM_TO = {
    "fr": ("du", "au"), "en": ("", "to"), "de": ("vom", "bis"), "es": ("del", "al"),
    "it": ("dal", "al"), "nl": ("van", "t/m"),
}  # fmt: skip


def span(period: tuple[date, date], w: Writing, rng: Random) -> str:
    """A period as printed."""
    if rng.random() < 0.3:
        return _in_words(period, w, rng)
    dash = rng.choice((" - ", " – ", " > ", "-"))
    return dash.join(w.day(day) for day in period)


def _in_words(period: tuple[date, date], w: Writing, rng: Random) -> str:
    """ "du 1er au 31 juillet 2025", the month once where both days share it."""
    first, last = period
    start, end = FROM_TO[w.lang]
    opening = w.day_words(first) if rng.random() < 0.5 else w.day(first)
    closing = w.day_words(last) if rng.random() < 0.5 else w.day(last)
    if (first.year, first.month) == (last.year, last.month) and w.country != "US":
        opening, closing = w.dated(first, "j B").split(" ")[0], w.dated(last, "j B Y")
        opening += "." if w.lang == "de" else ""
        closing = closing.replace(f"{last.day} ", f"{last.day}. ", 1) if w.lang == "de" else closing
    return f"{start} {opening} {end} {closing}".strip()
