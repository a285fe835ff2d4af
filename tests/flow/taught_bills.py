"""Bills of invented companies as mails with a PDF whose labels no rule knows."""

from dataclasses import dataclass, replace
from email.message import EmailMessage

from tests.extract.papers import listing

OWN, OTHER = "DE02120300000000202051", "DE89370400440532013000"


@dataclass(frozen=True)
class Printed:
    """One bill of one company. The layout ("software") is the same for all."""

    amount: str
    number: str
    day: str = "12.12.2026"
    before: str = "310,00"
    name: str = "Wasserkraft Hohenfels GmbH"
    domain: str = "hohenfels.example"
    iban: str = OWN
    label: str = "Gesamtsoll per Stichtag"
    proved: bool = True

    def pdf(self) -> bytes:
        """A letter in which another figure has a label that rules take for the amount due."""
        return listing(
            self.name,
            "Am Werk 3, 12345 Hohenfels",
            ("Rechnungsnummer", self.number),
            ("Ablesung durch", "Hausmeister"),
            ("Zaehlerstand", "laut Karte"),
            ("Gesamtbetrag", f"{self.before} EUR"),
            (self.label, f"{self.amount} EUR"),
            ("Buchungsschluss Konto", self.day),
            ("Konto fuer Zahlungen", f"IBAN {self.iban}"),
            ("Ihre Ansprechpartnerin", "Frau Sommer"),
            "Fragen beantwortet das Kundenzentrum",
        )

    def mail(self) -> bytes:
        """The PDF attached to a mail; `proved`: the provider's own header says dkim=pass."""
        mail = EmailMessage()
        if self.proved:
            signed = f"mx.alice.example; dkim=pass header.d={self.domain}; dmarc=pass"
            mail["Authentication-Results"] = signed
        mail["From"] = f"{self.name} <rechnung@{self.domain}>"
        mail["To"] = "alice@example.org"
        mail["Subject"] = f"Ihre Rechnung {self.number}"
        mail["Date"] = "Mon, 2 Nov 2026 08:00:00 +0100"
        mail["Message-ID"] = f"<{self.number}@{self.domain}>"
        mail.set_content("Guten Tag,\n\nanbei Ihre Rechnung.\n")
        mail.add_attachment(
            self.pdf(), maintype="application", subtype="pdf", filename="Rechnung.pdf"
        )
        return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


FIRST = Printed("84,20", "HF-2026-7711")
NEXT = replace(FIRST, amount="91,75", number="HF-2026-8822", day="13.01.2027", before="402,10")
