# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails about bills: shops, subscriptions, schema.org."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-shop-receipt",
        "shop",
        "shopping",
        "receipt",
        "Confirmation de votre commande n° {order}",
        """Merci pour votre commande, {name} !

Nous avons bien reçu votre paiement et préparons votre colis.

| Perceuse-visseuse 18 V | {price}
| Livraison en point relais | offerte
| Total payé par carte bancaire | {amount}

Livraison estimée : {soon}. Votre facture sera jointe au colis.

[Suivre ma commande]

L'équipe {firm}""",
        "card",
    ),
    Template(
        "fr-shop-invoice",
        "shop",
        "shopping",
        "receipt",
        "Votre facture pour la commande {order}",
        """Bonjour,

Vous trouverez en pièce jointe la facture acquittée n° {number} correspondant à votre commande. Montant réglé : {amount}.

Conservez-la : elle vous sera utile pour la garantie.

À bientôt sur {site}""",
        "card",
        pdf=True,
    ),
    Template(
        "fr-shop-refund",
        "shop",
        "shopping",
        "credit_note",
        "Votre avoir {number}",
        """Bonjour {name},

Nous avons bien reçu votre retour. Veuillez trouver ci-joint l'avoir n° {number} d'un montant de {amount}, remboursé ce jour sur la carte utilisée lors de l'achat. Le délai d'affichage sur votre compte dépend de votre banque.

Le service après-vente {firm}""",
        None,
        pdf=True,
    ),
    Template(
        "fr-stream-receipt",
        "stream",
        "subscription",
        "receipt",
        "Reçu de votre abonnement {firm}",
        """Merci ! Votre paiement a été accepté.

| Abonnement Premium, {month} | {amount}
| Moyen de paiement | Visa •••• 4412
| N° de reçu | {number}

Votre abonnement se renouvelle automatiquement chaque mois. Vous pouvez l'annuler à tout moment dans les réglages de votre compte.""",
        "card",
        between=(5, 20),
    ),
    Template(
        "fr-stream-upcoming",
        "stream",
        "subscription",
        "to_be_debited",
        "Votre abonnement sera renouvelé le {due}",
        """Bonjour {name},

Votre abonnement annuel {firm} arrive à son terme. Sauf résiliation de votre part, il sera renouvelé automatiquement et {amount} seront débités de votre carte se terminant par 4412 le {due}.

[Gérer mon abonnement]

À bientôt sur {firm}""",
        "card",
        between=(20, 120),
    ),
    Template(
        "fr-hosting-renew",
        "hosting",
        "subscription",
        "to_pay",
        "Renouvellement de vos services : facture {number}",
        """Cher client,

Les services suivants arrivent à expiration le {due} :

| roussel-menuiserie.example (domaine) | {price}
| Hébergement Perso | inclus
| Total TTC à régler | {amount}

Sans paiement avant cette date, vos services seront suspendus puis supprimés.

[Renouveler et payer]

{legal} - TVA incluse""",
        "card",
        shape="html",
    ),
    Template(
        "fr-press-renew",
        "press",
        "subscription",
        "to_be_debited",
        "Votre abonnement au journal : avis de prélèvement",
        """Chère abonnée, cher abonné,

Nous vous informons que votre abonnement trimestriel, d'un montant de {amount}, fera l'objet d'un prélèvement le {due}.

Numéro d'abonné : {customer}

Votre journal continue de vous accompagner chaque matin, sur papier et sur tous vos écrans.

Le service abonnements""",
        "direct_debit",
    ),
    Template(
        "fr-schemaorg",
        "energy",
        "energy",
        "to_pay",
        "Facture {number}",
        """Votre facture est arrivée

Montant : {amount}

À payer avant le {due}

Compte client {customer}

[Payer en ligne]""",
        "portal",
        shape="jsonld",
    ),
    Template(
        "fr-schemaorg-attr",
        "water",
        "water",
        "to_pay",
        "Votre facture d'eau {ofmonth}",
        """Bonjour,

Votre facture d'eau de {amount} est à régler au plus tard le {due}. Votre numéro de contrat est le {customer}.

[Régler ma facture]

Merci, {firm}""",
        "portal",
        shape="microdata",
    ),
)
