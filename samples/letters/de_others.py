# ruff: noqa: E501 (prose: one line is one paragraph)
"""German mails, bills and others."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "de-promo",
        "energy",
        "energy",
        "other",
        "Jetzt wechseln und 120 € sparen",
        """Strom ab {price} im Monat

Sichern Sie sich bis {due} den Neukundenbonus. Preisgarantie 24 Monate.

[Jetzt berechnen]

Newsletter abbestellen""",
        country="DE",
        who="promo",
        shape="html",
    ),
    Template(
        "de-shipping",
        "shop",
        "shopping",
        "other",
        "Ihr Paket ist unterwegs",
        """Hallo {name},

Ihre Bestellung {order} wurde heute an DPX übergeben und kommt voraussichtlich am {soon}. Die Rechnung liegt dem Paket bei.

{firm}""",
        country="DE",
    ),
    Template(
        "de-bank",
        "bank",
        "bank",
        "other",
        "Neuer Kontoauszug",
        """Guten Tag,

in Ihrem Postfach liegt ein neuer Kontoauszug. Kontostand am {issued}: {price2}.

{firm}""",
        country="DE",
        variants=2,
    ),
    Template(
        "de-personal",
        "shop",
        "other",
        "other",
        "Stromrechnung",
        """Hi,

hast du die Stromrechnung schon bezahlt? Ich überweise dir meinen Anteil, waren das {price2}?

LG Jonas""",
        country="DE",
        who="person",
        shape="plain",
        variants=2,
    ),
    Template(
        "de-subscription",
        "stream",
        "subscription",
        "to_be_debited",
        "Ihr Abo verlängert sich am {due}",
        """Hallo {name},

Ihr Jahresabo verlängert sich automatisch. Am {due} werden {amount} von Ihrer Kreditkarte abgebucht.

[Abo verwalten]

{firm}""",
        "card",
        country="DE",
        between=(20, 120),
        variants=2,
    ),
)
