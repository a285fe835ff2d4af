# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails where words alone mislead: bills with leaflets, half-bills, near-bills."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-energy-terms",
        "energy",
        "energy",
        "to_pay",
        "Facture du {issued}",
        """Bonjour,

Deux documents sont joints : votre facture n° {number} et nos nouvelles conditions générales de vente.

Le montant de {amount} est attendu pour le {due} au plus tard. Vous réglez habituellement par chèque : pensez à joindre le talon.

{firm}""",
        "cheque",
        pdf=True,
        terms=True,
    ),
    Template(
        "fr-internet-terms",
        "telecom",
        "telecom",
        "to_be_debited",
        "Votre facture et vos nouvelles conditions",
        """Bonjour {name},

Voici votre facture {ofmonth}. Elle sera prélevée le {due}, pour un montant de {amount}.

Nous joignons la brochure tarifaire applicable au mois prochain.

Le service abonnés {firm}""",
        "direct_debit",
        pdf=True,
        terms=True,
    ),
    Template(
        "fr-contract-welcome",
        "energy",
        "energy",
        "other",
        "Bienvenue chez {firm}",
        """Bonjour {name},

Votre contrat d'électricité prend effet le {soon}. Vous trouverez ci-joint vos conditions générales et particulières. Votre première facture vous parviendra dans deux mois ; votre mensualité estimée est de {price}.

Vous disposez d'un délai de rétractation de 14 jours.

L'équipe {firm}""",
        terms=True,
    ),
    Template(
        "fr-insurance-attestation",
        "insurance",
        "insurance",
        "other",
        "Votre attestation d'assurance",
        """Chère sociétaire,

Comme demandé, vous trouverez votre attestation d'assurance habitation valable jusqu'au {due}. Elle est à remettre à votre propriétaire.

Votre cotisation est à jour.

{firm}""",
        terms=True,
    ),
    Template(
        "fr-estimate-next",
        "energy",
        "energy",
        "other",
        "Votre bilan de consommation {ofmonth}",
        """Bonjour {name},

Ce mois-ci vous avez consommé pour environ {price2} d'électricité, soit 8 % de moins que l'an dernier. Ceci n'est pas une facture : votre facture réelle sera établie après le prochain relevé.

[Voir mon suivi]

{firm}""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-tax-declare",
        "tax",
        "tax",
        "other",
        "La déclaration de revenus est ouverte",
        """Bonjour,

Vous pouvez dès à présent déclarer vos revenus en ligne, et ce jusqu'au {due}. Si vous devez payer un complément d'impôt, votre avis vous indiquera le montant et la date en septembre. Aucun paiement n'est à effectuer à ce jour.

Les Finances publiques""",
        shape="plain",
    ),
    Template(
        "fr-card-expiring",
        "stream",
        "subscription",
        "other",
        "Votre carte bancaire arrive à expiration",
        """Bonjour {name},

La carte enregistrée pour votre abonnement {firm} expire le mois prochain. Mettez-la à jour pour continuer à profiter de vos programmes.

[Mettre à jour ma carte]""",
    ),
    Template(
        "fr-payment-plan",
        "recovery",
        "other",
        "schedule",
        "Accord pour un règlement en trois fois",
        """Madame,

Suite à votre appel, nous acceptons un règlement échelonné de votre dette :

| {due} | {amount}
| un mois plus tard | {amount}
| deux mois plus tard | {amount}

Chaque versement est à effectuer par virement sur le compte {iban}, référence {reference}. En cas de retard l'accord est caduc.

{legal}""",
        "transfer",
        who="human",
    ),
)
