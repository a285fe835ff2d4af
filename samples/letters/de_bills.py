# ruff: noqa: E501 (prose: one line is one paragraph)
"""German mails about bills."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "de-energy-bill",
        "energy",
        "energy",
        "to_pay",
        "Ihre Jahresrechnung {number}",
        """Sehr geehrte Frau Russell,

anbei erhalten Sie Ihre Jahresrechnung Strom.

Rechnungsbetrag: {amount}
Zahlbar bis: {due}
Kundennummer: {reference}

Bitte überweisen Sie den Betrag auf das Konto {iban}.

Mit freundlichen Grüßen
Ihr Team von {firm}""",
        "transfer",
        pdf=True,
        country="DE",
    ),
    Template(
        "de-phone-debit",
        "telecom",
        "telecom",
        "to_be_debited",
        "Ihre Rechnung für {month}",
        """Guten Tag {name},

im Anhang finden Sie Ihre aktuelle Rechnung {number} über {amount}.

Der Betrag wird am {due} von Ihrem Konto abgebucht. Sie müssen nichts weiter tun.

Ihre Kundennummer: {customer}

Freundliche Grüße
{firm}""",
        "direct_debit",
        pdf=True,
        country="DE",
    ),
    Template(
        "de-portal",
        "telecom",
        "telecom",
        "on_portal",
        "Ihre Online-Rechnung liegt bereit",
        """Guten Tag,

Ihre neue Rechnung steht im Kundencenter für Sie bereit. Bitte melden Sie sich mit Ihren Zugangsdaten an.

[Zum Kundencenter]

Diese E-Mail wurde automatisch erstellt.""",
        "portal",
        country="DE",
    ),
    Template(
        "de-insurance",
        "insurance",
        "insurance",
        "to_be_debited",
        "Beitragsrechnung {year}",
        """Sehr geehrte Kundin,

der Jahresbeitrag für Ihre Hausratversicherung beträgt {amount}. Wir buchen ihn am {due} von Ihrem Konto ab.

Versicherungsschein: {customer}

{legal}""",
        "direct_debit",
        country="DE",
    ),
    Template(
        "de-trades",
        "trades",
        "other",
        "to_pay",
        "Rechnung {number}",
        """Hallo Frau Russell,

vielen Dank für Ihren Auftrag. Die Rechnung über {amount} hängt an. Zahlungsziel ist der {due}, bei Zahlung innerhalb von 8 Tagen gewähren wir 2 % Skonto.

Bankverbindung: {iban}

Mit bestem Gruß
{firm}""",
        "transfer",
        pdf=True,
        country="DE",
        who="human",
        between=(150, 3000),
        days=30,
    ),
    Template(
        "de-reminder",
        "shop",
        "shopping",
        "reminder",
        "Zahlungserinnerung zur Rechnung {number}",
        """Sehr geehrte Frau Russell,

sicher haben Sie es übersehen: Die Rechnung {number} vom {before} über {amount} ist noch offen. Bitte überweisen Sie den Betrag bis zum {due} auf {iban}.

Sollten Sie bereits gezahlt haben, betrachten Sie dieses Schreiben als gegenstandslos.

{legal}""",
        "transfer",
        country="DE",
    ),
    Template(
        "de-order",
        "shop",
        "shopping",
        "receipt",
        "Ihre Bestellung {order}",
        """Vielen Dank für Ihre Bestellung!

| Ostfriesenmischung 500 g | {price}
| Versand | kostenlos
| Gesamtsumme, bezahlt mit PayPal | {amount}

Wir melden uns, sobald die Ware unterwegs ist.

{firm}""",
        "portal",
        country="DE",
    ),
)
