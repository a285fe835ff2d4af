# ruff: noqa: E501 (prose: one line is one paragraph)
"""German mails where words alone mislead."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "de-schedule",
        "energy",
        "energy",
        "schedule",
        "Ihr neuer Abschlagsplan",
        """Guten Tag {name},

Ihre neuen Abschläge stehen fest:

| erstmals am {due} | {amount}
| danach zehnmal monatlich | {amount}

Wir buchen die Abschläge wie gewohnt von Ihrem Konto ab.

{firm}""",
        "direct_debit",
        country="DE",
    ),
    Template(
        "de-credit",
        "energy",
        "energy",
        "credit_note",
        "Guthaben aus Ihrer Jahresabrechnung",
        """Sehr geehrte Frau Russell,

aus der Jahresabrechnung {number} ergibt sich ein Guthaben von {amount}. Wir überweisen es in den nächsten Tagen auf Ihr Konto. Sie müssen nichts tun.

{legal}""",
        country="DE",
    ),
    Template(
        "de-rent",
        "rent",
        "rent",
        "to_pay",
        "Nebenkostenabrechnung",
        """Sehr geehrte Frau Russell,

die Abrechnung der Nebenkosten liegt bei. Es ergibt sich eine Nachzahlung von {amount}, die wir bis zum {due} auf {iban} erbitten.

{firm}""",
        "transfer",
        pdf=True,
        terms=True,
        country="DE",
        who="human",
    ),
    Template(
        "de-terms",
        "bank",
        "bank",
        "other",
        "Änderung unserer Geschäftsbedingungen",
        """Guten Tag,

zum {due} ändern sich unsere AGB und das Preisverzeichnis: Die Kontoführung kostet künftig {price} im Monat. Bitte stimmen Sie in der App zu.

{firm}""",
        terms=True,
        country="DE",
        variants=2,
    ),
    Template(
        "de-paid",
        "shop",
        "shopping",
        "receipt",
        "Zahlungseingang zur Rechnung {number}",
        """Guten Tag,

vielen Dank, Ihre Zahlung über {amount} ist bei uns eingegangen. Die Rechnung {number} ist damit ausgeglichen.

{legal}""",
        "transfer",
        country="DE",
    ),
    Template(
        "de-survey",
        "telecom",
        "telecom",
        "other",
        "Wie zufrieden sind Sie mit Ihrer Rechnung?",
        """Guten Tag {name},

Ihre Meinung zählt! Beantworten Sie drei Fragen und gewinnen Sie einen Gutschein über {price}.

[Zur Umfrage]""",
        country="DE",
        who="promo",
        shape="html",
        variants=2,
    ),
)
