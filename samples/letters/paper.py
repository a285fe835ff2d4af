"""The small PDF attached to a mail: three one-page bills that say what the mail says."""

from samples.formats import fr
from samples.leaflet import leaflet
from samples.letters.template import Template, Values
from samples.page import Sheet
from samples.tables import pairs, table

WORDS = {
    "fr": ("Facture", "Date", "Échéance", "Total TTC", "À payer", "Désignation", "Client"),
    "en": ("Invoice", "Date", "Due date", "Total", "Amount due", "Description", "Bill to"),
    "de": (
        "Rechnung",
        "Rechnungsdatum",
        "Fällig am",
        "Gesamtbetrag",
        "Zahlbetrag",
        "Leistung",
        "Kunde",
    ),
}
CLOSING = {
    ("fr", "to_be_debited"): "Cette somme sera prélevée sur votre compte le {due}.",
    ("en", "to_be_debited"): "We will collect this amount by Direct Debit on {due}.",
    ("de", "to_be_debited"): "Der Betrag wird am {due} abgebucht.",
    ("fr", "receipt"): "Facture acquittée. Merci de votre règlement.",
    ("en", "receipt"): "PAID. Thank you.",
    ("de", "receipt"): "Bereits bezahlt. Vielen Dank.",
    ("fr", "credit_note"): "Avoir à rembourser : aucun paiement à effectuer.",
    ("en", "credit_note"): "Credit note: no payment is required.",
    ("de", "credit_note"): "Gutschrift: keine Zahlung erforderlich.",
}


def attached_pdf(template: Template, v: Values, variant: int) -> bytes:
    """One page with number, date, due date when the mail prints it, amount, closing sentence."""
    bill, day, due, total, pay, what, client = WORDS[template.lang]
    p, s = v.printed, Sheet(("Helvetica", "Times", "Courier")[variant % 3])
    facts = [(bill + " n°" if template.lang == "fr" else bill, p["number"]), (day, p["issued"])]
    shows_due = "due" in template.holes
    facts += [(due, p["due"])] if shows_due else []
    amount = p["amount"].replace("\u202f", "\u00a0")
    if variant % 2:
        s.text(20, 22, v.firm.legal, 14, "b")
        pairs(s, 120, 22, facts, 70, "right", 9)
        s.lines(20, 50, [client, p["name"]], 10, "h")
    else:
        s.logo(20, 20, v.firm.name, "#334488")
        s.lines(120, 45, [p["name"]], 10)
        pairs(s, 20, 45, facts, 40, "beside", 9)
    tax = (v.amount / 6).quantize(v.amount)
    rows = [
        (p["firm"], fr(v.amount - tax, "")),
        ("TVA / VAT / USt.", fr(tax, "")),
        ("*" + total, amount),
    ]
    y = table(
        s, 20, 80, (120, 50), (what, ""), rows, look=("rules", "grid", "zebra")[variant % 3], size=9
    )
    closing = _closing(template, v)
    if (template.lang, template.kind) not in CLOSING:
        s.text(20, y + 10, f"{pay} : {amount}", 12, "b")
    s.text(20, y + 20, closing, 10)
    s.text(20, 282, f"{v.firm.legal} - {v.firm.vat} - {v.firm.site}", 7)
    return s.save()


def terms_pdf(template: Template, v: Values) -> bytes:
    """A leaflet that is no bill: the conditions that come with contracts."""
    s = Sheet("Times")
    s.text(20, 25, v.firm.legal, 15, "b")
    leaflet(s, template.lang, "#445566")
    return s.save()


def _closing(template: Template, v: Values) -> str:
    """What the page asks for; the account where the mail prints it, no date it does not."""
    words = CLOSING.get((template.lang, template.kind))
    if words is None:
        return f"IBAN {v.printed['iban']}" if "iban" in template.holes else v.firm.site
    if "{due}" in words and "due" not in template.holes:
        return words.split(" {due}")[0].rsplit(" ", 1)[0] + "."
    return words.format(due=v.printed["due"])
