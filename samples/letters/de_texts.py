"""German mails, bills and others."""

from samples.letters.template import Template as T

TEXTS = (
    T("de-energy-bill", "energy", "energy", "to_pay", "Ihre Jahresrechnung {number}", """Sehr geehrte Frau Russell,

anbei erhalten Sie Ihre Jahresrechnung Strom.

Rechnungsbetrag: {amount}
Zahlbar bis: {due}
Kundennummer: {reference}

Bitte überweisen Sie den Betrag auf das Konto {iban}.

Mit freundlichen Grüßen
Ihr Team von {firm}""", "transfer", True, country="DE"),
    T("de-phone-debit", "telecom", "telecom", "to_be_debited", "Ihre Rechnung für {month}", """Guten Tag {name},

im Anhang finden Sie Ihre aktuelle Rechnung {number} über {amount}.

Der Betrag wird am {due} von Ihrem Konto abgebucht. Sie müssen nichts weiter tun.

Ihre Kundennummer: {customer}

Freundliche Grüße
{firm}""", "direct_debit", True, country="DE"),
    T("de-portal", "telecom", "telecom", "on_portal", "Ihre Online-Rechnung liegt bereit", """Guten Tag,

Ihre neue Rechnung steht im Kundencenter für Sie bereit. Bitte melden Sie sich mit Ihren Zugangsdaten an.

[Zum Kundencenter]

Diese E-Mail wurde automatisch erstellt.""", "portal", country="DE"),
    T("de-insurance", "insurance", "insurance", "to_be_debited", "Beitragsrechnung {year}", """Sehr geehrte Kundin,

der Jahresbeitrag für Ihre Hausratversicherung beträgt {amount}. Wir buchen ihn am {due} von Ihrem Konto ab.

Versicherungsschein: {customer}

{legal}""", "direct_debit", country="DE"),
    T("de-trades", "trades", "other", "to_pay", "Rechnung {number}", """Hallo Frau Russell,

vielen Dank für Ihren Auftrag. Die Rechnung über {amount} hängt an. Zahlungsziel ist der {due}, bei Zahlung innerhalb von 8 Tagen gewähren wir 2 % Skonto.

Bankverbindung: {iban}

Mit bestem Gruß
{firm}""", "transfer", True, country="DE", who="human", between=(150, 3000), days=30),
    T("de-reminder", "shop", "shopping", "reminder", "Zahlungserinnerung zur Rechnung {number}", """Sehr geehrte Frau Russell,

sicher haben Sie es übersehen: Die Rechnung {number} vom {before} über {amount} ist noch offen. Bitte überweisen Sie den Betrag bis zum {due} auf {iban}.

Sollten Sie bereits gezahlt haben, betrachten Sie dieses Schreiben als gegenstandslos.

{legal}""", "transfer", country="DE"),
    T("de-order", "shop", "shopping", "receipt", "Ihre Bestellung {order}", """Vielen Dank für Ihre Bestellung!

| Ostfriesenmischung 500 g | {price}
| Versand | kostenlos
| Gesamtsumme, bezahlt mit PayPal | {amount}

Wir melden uns, sobald die Ware unterwegs ist.

{firm}""", "portal", country="DE"),
    T("de-promo", "energy", "energy", "other", "Jetzt wechseln und 120 € sparen", """Strom ab {price} im Monat

Sichern Sie sich bis {due} den Neukundenbonus. Preisgarantie 24 Monate.

[Jetzt berechnen]

Newsletter abbestellen""", country="DE", who="promo", shape="html"),
    T("de-shipping", "shop", "shopping", "other", "Ihr Paket ist unterwegs", """Hallo {name},

Ihre Bestellung {order} wurde heute an DPX übergeben und kommt voraussichtlich am {soon}. Die Rechnung liegt dem Paket bei.

{firm}""", country="DE"),
    T("de-bank", "bank", "bank", "other", "Neuer Kontoauszug", """Guten Tag,

in Ihrem Postfach liegt ein neuer Kontoauszug. Kontostand am {issued}: {price2}.

{firm}""", country="DE", variants=2),
    T("de-personal", "shop", "other", "other", "Stromrechnung", """Hi,

hast du die Stromrechnung schon bezahlt? Ich überweise dir meinen Anteil, waren das {price2}?

LG Jonas""", country="DE", who="person", shape="plain", variants=2),
    T("de-subscription", "stream", "subscription", "to_be_debited", "Ihr Abo verlängert sich am {due}", """Hallo {name},

Ihr Jahresabo verlängert sich automatisch. Am {due} werden {amount} von Ihrer Kreditkarte abgebucht.

[Abo verwalten]

{firm}""", "card", country="DE", between=(20, 120), variants=2),
)
