# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails about bills: energy, water, telecom."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-energy-debit",
        "energy",
        "energy",
        "to_be_debited",
        "Votre facture {firm} du {issued} est disponible",
        """Bonjour {name},

Votre facture d'électricité n° {number} vient d'être émise.

| Montant TTC | {amount}
| Date de prélèvement | {due}
| Référence client | {customer}

Vous êtes mensualisé ou prélevé : vous n'avez aucune démarche à effectuer. La somme sera débitée automatiquement de votre compte bancaire {mine}.

[Consulter ma facture]

Baisser le chauffage d'un degré, c'est 7 % d'économies sur votre consommation.

À bientôt,
Votre conseiller {firm}""",
        "direct_debit",
        pdf=True,
    ),
    Template(
        "fr-energy-pay",
        "energy",
        "energy",
        "to_pay",
        "{firm} : votre facture de {amount} à régler avant le {due}",
        """Bonjour,

Vous trouverez en pièce jointe votre facture de gaz n° {number} du {issued}.

Montant à payer : {amount}
Date limite de paiement : {due}

Pour régler, c'est simple : par carte bancaire depuis votre espace client, par virement sur le compte {iban} en rappelant votre référence {reference}, ou par TIP SEPA à renvoyer par courrier.

Un doute, une difficulté de paiement ? Nos conseillers sont là pour en parler avec vous.

Cordialement,
Le service client {firm}""",
        "transfer",
        pdf=True,
    ),
    Template(
        "fr-energy-schedule",
        "energy",
        "energy",
        "schedule",
        "Votre nouvel échéancier de paiement",
        """Bonjour {name},

Suite au relevé de votre compteur, nous avons recalculé vos mensualités. Votre échéancier pour l'année à venir :

| Premier prélèvement le {due} | {amount}
| Puis le 5 de chaque mois pendant dix mois | {amount}

Ces montants seront prélevés sur votre compte {mine}. Votre facture de régularisation vous parviendra dans un an.

Vous souhaitez modifier le montant de vos mensualités ? Rendez-vous dans votre espace client, rubrique « Mon échéancier ».

L'équipe {firm}""",
        "direct_debit",
    ),
    Template(
        "fr-energy-credit",
        "energy",
        "energy",
        "credit_note",
        "Bonne nouvelle : {firm} vous rembourse {amount}",
        """Bonjour {name},

Votre consommation réelle a été inférieure à nos estimations. Après régularisation, votre compte présente un solde en votre faveur de {amount}.

Vous n'avez rien à payer : cette somme vous sera remboursée par virement sous quinze jours sur le compte habituel {mine}.

Le détail figure sur la facture n° {number} du {issued}, disponible dans votre espace client.

Votre service client""",
    ),
    Template(
        "fr-water-portal",
        "water",
        "water",
        "on_portal",
        "Votre e-facture d'eau est arrivée",
        """Madame, Monsieur,

Votre nouvelle facture d'eau est à votre disposition dans votre espace client. Nous vous invitons à vous connecter avec votre identifiant {customer} pour la consulter, la télécharger et la régler.

[Accéder à mon espace client]

Conformément à votre choix, vous ne recevez plus de facture papier.

Ceci est un message automatique, merci de ne pas y répondre.

{legal}""",
        "portal",
    ),
    Template(
        "fr-water-portal-amount",
        "water",
        "water",
        "on_portal",
        "Facture d'eau n° {number}",
        """Bonjour,

Votre facture de {amount} est consultable en ligne sur {site}. Elle est à régler avant le {due}, directement depuis l'agence en ligne, par carte bancaire.

Référence du contrat : {customer}

Bien à vous,
L'agence en ligne {firm}""",
        "portal",
    ),
    Template(
        "fr-water-town",
        "town",
        "water",
        "to_pay",
        "Avis des sommes à payer - service de l'eau",
        """Madame, Monsieur,

Veuillez trouver ci-joint l'avis des sommes à payer n° {number} relatif à votre consommation d'eau potable et à l'assainissement du premier semestre.

Somme due : {amount}
À acquitter avant le {due}

Vous pouvez payer en ligne sur le site de la commune {site}, par chèque à l'ordre du Trésor public, ou par virement : {iban}.

Le régisseur""",
        "transfer",
        pdf=True,
        who="human",
    ),
    Template(
        "fr-internet-debit",
        "telecom",
        "telecom",
        "to_be_debited",
        "Votre facture Internet du mois {ofmonth}",
        """Bonjour,

Votre facture n°{number} d'un montant de {amount} TTC est disponible dans votre Espace Abonné et jointe à ce message.

Le prélèvement interviendra à compter du {due} sur le compte que vous nous avez indiqué.

Identifiant : {customer}

L'équipe {firm} vous remercie de votre confiance.

Pour toute question : Espace Abonné, rubrique Assistance. Merci de ne pas répondre à ce message.""",
        "direct_debit",
        pdf=True,
    ),
)
