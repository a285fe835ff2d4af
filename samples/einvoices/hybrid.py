"""A PDF page with the XML attached (/AF, /EmbeddedFiles), as Factur-X and ZUGFeRD ask."""

import io

import pikepdf

from samples.einvoices.deal import Deal
from samples.formats import de, fr, num
from samples.page import Sheet
from samples.tables import pairs, table

WORDS = {
    "FR": (
        "FACTURE",
        "Date",
        "Échéance",
        "Total HT",
        "TVA",
        "Total TTC",
        "Déjà versé",
        "Net à payer",
    ),
    "DE": ("RECHNUNG", "Datum", "Fällig am", "Netto", "USt.", "Brutto", "Anzahlung", "Zahlbetrag"),
}


def page(deal: Deal) -> bytes:
    """The visible side of the hybrid."""
    title, day, due, net, tax, gross, paid, pay = WORDS[deal.country]
    money, dots = (fr, "d/m/Y") if deal.country == "FR" else (de, "d.m.Y")
    s = Sheet("Helvetica" if deal.variant else "Times")
    s.text(20, 22, deal.seller.legal, 14, "b")
    s.lines(20, 29, deal.street, 8)
    s.text(190, 22, f"{title} {deal.number}", 14, "br")
    pairs(s, 140, 32, [(day, num(deal.issued, dots)), (due, num(deal.dues[-1], dots))], 50, "right")
    s.lines(115, 52, deal.buyer.block, 10)
    rows = [(f"Position {i + 1}", money(a)) for i, a in enumerate(deal.lines)]
    y = table(s, 20, 90, (130, 40), ("", net), rows, look="grid", size=9)
    sums = [(net, money(deal.net)), (tax, money(deal.tax)), (gross, money(deal.gross))]
    sums += [(paid, money(-deal.prepaid))] if deal.prepaid else []
    y = pairs(s, 110, y + 5, [*sums, (pay, money(deal.payable))], 79, "right", 10)
    closing = deal.terms or (f"IBAN {deal.seller.iban}" if deal.means != "59" else "SEPA")
    s.para(20, y + 10, 170, closing, 9)
    return s.save()


def hybrid(deal: Deal, xml: bytes, name: str) -> bytes:
    """The page with `xml` attached under `name`; the same bytes at every run."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page(deal))) as pdf:
        spec = pikepdf.AttachedFileSpec(
            pdf,
            xml,
            description="",
            filename=name,
            mime_type="text/xml",
            creation_date="",
            mod_date="",
        )
        spec.obj.AFRelationship = pikepdf.Name.Alternative
        pdf.attachments[name] = spec
        pdf.Root.AF = pikepdf.Array([spec.obj])
        pdf.save(out, deterministic_id=True, compress_streams=True)
    return out.getvalue()
