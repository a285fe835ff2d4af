# ruff: noqa: E501 (prose: one line is one paragraph)
"""What lies in the demo mailbox, in the order it arrived."""

from dataclasses import dataclass
from datetime import date

BASE = date(2026, 11, 1)
"""Every date of the demo follows from this one: the mailbox is that of November 2026."""


def november(day: int) -> date:
    """That day of the demo's month."""
    return BASE.replace(day=day)


@dataclass(frozen=True)
class Written:
    """A mail made from a text of `letters`: its key, variant and day."""

    file: str
    key: str
    variant: int
    sent: date


@dataclass(frozen=True)
class Enclosed:
    """A mail that encloses a drawn bill of `layouts`; its text may print {amount} {due} {number}."""

    file: str
    family: str
    variant: int
    sent: date
    category: str
    subject: str
    body: str


WRITTEN = (
    Written("05-loyer-corps", "fr-rent-owner", 0, november(4)),
    Written("08-promo-lumelia", "fr-promo-energy", 0, november(5)),
    Written("09-promo-mobile", "fr-promo-mobile", 1, november(6)),
    Written("10-order-receipt", "en-order", 1, november(6)),
    Written("11-commande-payee", "fr-shop-receipt", 0, november(7)),
    Written("12-colis-expedie", "fr-shipping", 0, november(8)),
    Written("14-arnaque-iban", "fr-fraud-iban", 0, november(9)),
    Written("16-portail-mobile", "fr-mobile-portal", 1, november(10)),
    Written("17-internet-preleve", "fr-internet-debit", 2, november(10)),
    Written("19-amie-partage", "fr-personal-share", 0, november(11)),
    Written("20-code-securite", "fr-code", 0, november(12)),
    Written("21-impots-portail", "fr-tax-notice", 0, november(12)),
    Written("22-newsletter-charity", "en-newsletter", 0, november(13)),
    Written("23-us-utility-body", "en-us-utility", 0, november(13)),
    Written("25-prelevement-assurance", "fr-insurance-debit", 1, november(16)),
    Written("26-abonnement-recu", "fr-stream-receipt", 0, november(16)),
)

ENCLOSED = (
    Enclosed(
        "01-lumelia-facture",
        "fr-energy-sidebar-debit",
        0,
        november(2),
        "energy",
        "Votre facture Lumélia est disponible",
        "Bonjour,\n\nVotre facture d'électricité est en pièce jointe. Elle sera prélevée automatiquement, vous n'avez rien à faire.\n\n| Montant | {amount}\n| Facture | {number}\n\nVotre conseiller Lumélia",
    ),
    Enclosed(
        "02-eau-facture",
        "fr-water-left",
        1,
        november(2),
        "water",
        "Votre facture d'eau",
        "Bonjour,\n\nVeuillez trouver ci-joint votre facture d'eau n° {number}.\n\nMerci de votre confiance.",
    ),
    Enclosed(
        "03-avis-loyer",
        "fr-rent-notice",
        0,
        november(3),
        "rent",
        "Avis d'échéance",
        "Bonjour,\n\nVotre avis d'échéance est joint à ce message.\n\nCabinet Morvan",
    ),
    Enclosed(
        "04-avis-assurance",
        "fr-insurance-yearly",
        0,
        november(3),
        "insurance",
        "Votre avis d'échéance auto",
        "Chère sociétaire,\n\nVotre contrat se renouvelle bientôt : l'avis d'échéance est en pièce jointe. Le montant de {amount} est à régler avant le {due}.\n\nMutalia",
    ),
    Enclosed(
        "06-water-bill",
        "en-water-slip",
        0,
        november(4),
        "water",
        "Your water bill is attached",
        "Hello,\n\nPlease find your bill attached. You can pay online, by phone or by transfer.\n\nTeesdale Water",
    ),
    Enclosed(
        "07-invoice-design",
        "en-sole-trader",
        0,
        november(5),
        "other",
        "Invoice {number}",
        "Hi Alice,\n\nInvoice attached, 30 days as usual. Thanks!\n\nPriya",
    ),
    Enclosed(
        "15-echeancier",
        "fr-energy-schedule",
        1,
        november(9),
        "energy",
        "Votre échéancier",
        "Bonjour,\n\nVous trouverez en pièce jointe votre nouvel échéancier de prélèvements.\n\nVoltaria",
    ),
    Enclosed(
        "18-avoir",
        "fr-credit-note",
        1,
        november(11),
        "shopping",
        "Votre avoir",
        "Bonjour,\n\nVotre avoir est en pièce jointe, la somme vous est remboursée.\n\nPapeterie Bellefeuille",
    ),
)

REMINDER = Enclosed(
    "24-eau-relance",
    "fr-water-left",
    1,
    november(30),
    "water",
    "Rappel : facture n° {number} à régler",
    "Bonjour,\n\nSauf erreur de notre part, votre facture n° {number} d'un montant de {amount}, à régler avant le {due}, reste impayée. Si vous venez de la régler, ne tenez pas compte de ce message.\n\nEaux du Val d'Orbe",
)
