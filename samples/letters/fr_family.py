# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails about bills: health, school, clubs, transport, charity, bank."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-mutual-notice",
        "mutual",
        "health",
        "schedule",
        "Votre appel de cotisations {year}",
        """Chère adhérente,

Votre échéancier de cotisations santé pour l'année est arrivé. Vos cotisations seront prélevées le 12 de chaque mois, à compter du {due}, pour un montant mensuel de {amount}.

Votre carte de tiers payant est jointe à votre appel de cotisations, à télécharger dans votre espace adhérent.

N° d'adhérent : {customer}

{firm}""",
        "direct_debit",
        between=(35, 160),
    ),
    Template(
        "fr-hospital",
        "health",
        "health",
        "to_pay",
        "Facture {number} - reste à charge",
        """Madame,

Suite à votre venue du {before}, il reste à votre charge, après intervention de l'Assurance maladie et de votre mutuelle, la somme de {amount}.

Nous vous remercions de nous adresser votre règlement avant le {due}, par chèque à l'ordre de la clinique ou en ligne sur {site}/payer avec la référence {reference}.

Le bureau des entrées""",
        "cheque",
        who="human",
    ),
    Template(
        "fr-canteen",
        "town",
        "education",
        "to_pay",
        "Portail Famille : facture de restauration scolaire",
        """Bonjour,

La facture n° {number} du mois {ofmonth} est disponible sur votre Portail Famille et jointe à ce message.

Montant : {amount}
À régler avant le : {due}

Rappel : toute facture impayée à cette date est transmise au Trésor public.

Direction de l'éducation - {firm}""",
        "portal",
        pdf=True,
        between=(20, 160),
    ),
    Template(
        "fr-school",
        "school",
        "education",
        "schedule",
        "Contribution des familles : échéancier",
        """Chers parents,

Vous trouverez ci-dessous l'échéancier de la contribution des familles et de la demi-pension pour l'année scolaire :

| 1er versement le {due} | {amount}
| puis neuf versements le 10 du mois | {amount}

Les familles ayant choisi le prélèvement n'ont rien à faire. Les autres voudront bien remettre leurs chèques à l'accueil.

L'économe""",
        None,
        who="human",
        between=(80, 300),
    ),
    Template(
        "fr-club",
        "club",
        "other",
        "to_pay",
        "Cotisation saison {year}",
        """Bonjour à toutes et tous,

La reprise approche ! Merci de régler votre cotisation de {amount} avant le {due}, par chèque à l'ordre du club ou par virement sur le compte {iban} en précisant votre nom.

N'oubliez pas le certificat médical et la photo d'identité.

Sportivement,
le bureau du {firm}""",
        "transfer",
        shape="plain",
        who="human",
        between=(60, 250),
    ),
    Template(
        "fr-toll",
        "transport",
        "transport",
        "to_be_debited",
        "Votre facture de télépéage",
        """Bonjour {name},

Votre facture n° {number} est en ligne : {amount} seront prélevés aux environs du {due}.

| Trajets du mois | 14
| Frais de gestion | 2,50 €

[Voir mes trajets]

Bonne route avec {firm}""",
        "direct_debit",
    ),
    Template(
        "fr-transport-pass",
        "transport",
        "transport",
        "receipt",
        "Justificatif d'achat - abonnement mensuel",
        """Bonjour,

Votre paiement par carte bancaire de {amount} a bien été enregistré le {issued}. Votre abonnement est chargé sur votre carte.

Justificatif n° {number}, à présenter à votre employeur pour la prise en charge de 50 %.

{firm}""",
        "card",
        between=(20, 90),
    ),
    Template(
        "fr-charity-receipt",
        "charity",
        "charity",
        "receipt",
        "Merci pour votre don - votre reçu fiscal",
        """Chère Alice,

Nous avons bien reçu votre don de {amount} et vous en remercions chaleureusement. Vous trouverez votre reçu fiscal n° {number} en pièce jointe : il vous permet de déduire 66 % de cette somme de votre impôt.

Grâce à vous, trois familles ont retrouvé un toit cet hiver.

Toute l'équipe de {firm}""",
        "card",
        pdf=True,
    ),
    Template(
        "fr-bank-fees",
        "bank",
        "bank",
        "to_be_debited",
        "Vos frais bancaires du mois",
        """Bonjour,

Conformément à la réglementation, nous vous informons que des frais d'un montant de {amount} seront débités de votre compte {mine} le {due} au titre de : cotisation carte et tenue de compte.

Votre relevé de frais est disponible dans votre espace, rubrique e-documents.

{firm}""",
        "direct_debit",
        between=(3, 60),
    ),
    Template(
        "fr-parking-fine",
        "town",
        "transport",
        "to_pay",
        "Forfait de post-stationnement n° {number}",
        """Madame, Monsieur,

Un avis de paiement a été émis pour le stationnement de votre véhicule le {before}. Le montant dû est de {amount}, à régler avant le {due}. Au-delà, il sera majoré.

Payez en ligne sur {site}, rubrique stationnement, ou par courrier avec le talon joint.

Service du stationnement payant - {firm}""",
        "portal",
        between=(17, 60),
        variants=2,
    ),
)
