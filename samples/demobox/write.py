"""Writes samples/demo: the mailbox and expected.json."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from email.message import EmailMessage
from pathlib import Path
from random import Random

from samples.bills import write_answer
from samples.case import Answer, Case, Drawn
from samples.demobox.contents import ENCLOSED, REMINDER, WRITTEN, Enclosed, november
from samples.demobox.photo import photograph
from samples.einvoices.cii import cross_industry
from samples.einvoices.deal import Deal
from samples.einvoices.hybrid import hybrid
from samples.formats import add_months
from samples.layouts import FAMILIES
from samples.letters.envelope import WIRE, compose, wire
from samples.letters.template import Template, Values, answer, date_text, money_text, values
from samples.letters.write import TEXTS
from samples.people import customer

Mail = tuple[str, EmailMessage, dict[str, object]]


def written() -> Iterator[Mail]:
    """The mails that are text alone, or enclose the small bill of `letters`."""
    texts = {template.key: template for template in TEXTS}
    for one in WRITTEN:
        template = texts[one.key]
        filled = values(template, one.variant, one.sent)
        yield one.file, compose(template, filled, one.variant), answer(template, filled)


def draw(one: Enclosed) -> tuple[Case, Drawn]:
    """The layout's bill, issued on the first days of the demo's month."""
    family = next(family for family in FAMILIES if family.name == one.family)
    case = Case(family.name, family.country, family.trade, one.variant)
    case.issued, case.party = november(2), customer(family.country, 0)
    return case, family.draw(case)


def covering(one: Enclosed, case: Case, found: Answer, kind: str) -> tuple[EmailMessage, Values]:
    """The mail around a drawn bill; what it prints is what the bill says."""
    lang = one.family[:2]
    template = Template(
        f"{lang}-{one.file}", "", one.category, kind, one.subject, one.body, shape="both"
    )
    due, amount = found["due_date"], Decimal(str(found["amount"]))
    filled = Values(case.firm, one.sent, amount, one.sent)
    filled.printed = {
        "amount": money_text(amount, lang, case.country, 0),
        "number": str(found["invoice_number"]),
        "due": date_text(date.fromisoformat(str(due)), lang, case.country, 1) if due else "",
    }
    return compose(template, filled, 1), filled


def enclosed() -> Iterator[Mail]:
    """The mails that enclose a drawn bill, and the reminder of one of them."""
    for one in ENCLOSED:
        case, drawn = draw(one)
        message, _ = covering(one, case, drawn.answer, str(drawn.answer["kind"]))
        name = one.file.split("-", 1)[1] + ".pdf"
        message.add_attachment(drawn.pdf, maintype="application", subtype="pdf", filename=name)
        yield one.file, message, {**drawn.answer, "label": "bill", "category": one.category}
    case, drawn = draw(REMINDER)
    message, _ = covering(REMINDER, case, drawn.answer, "reminder")
    known = {"label": "bill", "kind": "reminder", "category": "water", "iban": None, "means": None}
    yield (
        REMINDER.file,
        message,
        {**drawn.answer, **known, "reference": None, "traps": ["same_bill"]},
    )


def hybrid_invoice() -> Mail:
    """The plumber's Factur-X, its deposit subtracted."""
    deal = Deal("demo-facturx", "FR", "trades", prepaid=Decimal("150.00"), means="30")
    deal.issued = november(5)
    text = (
        "Bonjour,\n\nVoici la facture électronique de notre intervention, acompte"
        " déduit.\n\nCordialement,\nPlomberie Ravel"
    )
    template = Template(
        "fr-demo-facturx",
        "trades",
        "other",
        "to_pay",
        "Facture chauffe-eau",
        text,
        who="human",
        shape="plain",
    )
    message = compose(template, values(template, 0, november(5)), 0)
    pdf = hybrid(deal, cross_industry(deal), "factur-x.xml")
    message.add_attachment(
        pdf, maintype="application", subtype="pdf", filename="facture-chauffe-eau.pdf"
    )
    found = deal.answer("", ["prepaid"])
    return "27-plombier-facturx", message, {**found, "label": "bill", "category": "other"}


def paper_photo() -> Mail:
    """A paper bill photographed with a telephone and sent to oneself."""
    due = add_months(november(17), 1)
    lines = [
        (90, 90, "Menuiserie Aubin SARL", 44),
        (90, 150, "4 rue de l'Écluse - 31099 Toulouse", 24),
        (90, 185, "SIRET 998 812 345 00018", 22),
        (560, 270, "Mme Alice Roussel", 28),
        (560, 310, "12 rue des Hirondelles", 28),
        (560, 350, "44300 NANTES", 28),
        (90, 460, "FACTURE N° 2026-118", 40),
        (90, 520, "Date : 17/11/2026", 28),
        (90, 640, "Réparation porte d'entrée", 28),
        (820, 640, "155,33", 28),
        (600, 780, "Total HT", 28),
        (820, 780, "155,33", 28),
        (600, 830, "TVA 20 %", 28),
        (820, 830, "31,07", 28),
        (600, 900, "Net à payer", 34),
        (810, 900, "186,40 €", 34),
        (90, 1020, "À régler avant le 17/12/2026 par chèque", 30),
        (90, 1070, "à l'ordre de Menuiserie Aubin", 30),
    ]
    message = EmailMessage(policy=WIRE)
    message["From"] = "Alice Roussel <alice@maison.example>"
    message["To"] = "alice@maison.example"
    message["Subject"] = "photo facture menuisier"
    message["Date"] = "Tue, 17 Nov 2026 18:22:00 +0100"
    message["Message-ID"] = "<photo.28@maison.example>"
    message.set_content("Envoyé de mon téléphone\n", charset="utf-8", cte="8bit")
    picture = photograph(lines, Random("demo-photo"))
    message.add_attachment(
        picture, maintype="image", subtype="jpeg", filename="IMG_20261117_182155.jpg"
    )
    return (
        "28-photo-papier",
        message,
        {
            "label": "bill",
            "kind": "to_pay",
            "category": "other",
            "lang": "fr",
            "biller": ["Menuiserie Aubin", "Menuiserie Aubin SARL"],
            "amount": "186.40",
            "currency": "EUR",
            "due_date": due.isoformat(),
            "issue_date": "2026-11-17",
            "invoice_number": "2026-118",
            "iban": None,
            "means": "cheque",
            "traps": ["photo"],
        },
    )


def write(folder: Path) -> int:
    """Write the mailbox; returns how many mails."""
    expected = {}
    for file, message, found in sorted(
        [*written(), *enclosed(), hybrid_invoice(), paper_photo()], key=_name
    ):
        (folder / f"{file}.eml").write_bytes(wire(message, file))
        expected[f"{file}.eml"] = {**found, "file": f"{file}.eml"}
    write_answer(folder / "expected.json", expected)
    return len(expected)


def _name(mail: Mail) -> str:
    return mail[0]
