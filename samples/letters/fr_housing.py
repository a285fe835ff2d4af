# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails about bills: rent, insurance, taxes."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-rent-notice",
        "rent",
        "rent",
        "to_pay",
        "Avis d'échéance - loyer {ofmonth}",
        """Bonjour,

Veuillez trouver ci-joint votre avis d'échéance pour le loyer et les charges.

Montant à régler : {amount}
Date d'exigibilité : {due}
Référence locataire : {reference}

Vous pouvez payer par virement (IBAN {iban}) ou par carte bancaire sur votre espace locataire. Votre quittance vous sera adressée après encaissement.

Cordialement,
Le service gestion locative
{firm}""",
        "transfer",
        pdf=True,
        between=(450, 1100),
        who="human",
    ),
    Template(
        "fr-rent-owner",
        "freelance",
        "rent",
        "to_pay",
        "loyer",
        """Bonjour Alice,

Petit mot pour vous rappeler que le loyer {ofmonth} ({amount} charges comprises) est à me virer avant le {due} comme d'habitude. J'ai changé de banque, mon RIB n'a pas changé depuis janvier : {iban}.

Je passe samedi pour le compteur d'eau si ça vous va.

Bonne soirée""",
        "transfer",
        shape="plain",
        who="human",
        between=(450, 900),
        variants=2,
    ),
    Template(
        "fr-rent-receipt",
        "rent",
        "rent",
        "receipt",
        "Votre quittance de loyer",
        """Bonjour {name},

Nous accusons réception de votre règlement de {amount} et vous adressons ci-joint votre quittance de loyer pour la période {ofmonth}.

Ce document est à conserver trois ans.

{firm}""",
        None,
        pdf=True,
        between=(450, 1100),
    ),
    Template(
        "fr-condo",
        "agency",
        "rent",
        "to_pay",
        "Appel de fonds du trimestre - Résidence Les Jardins d'Armor",
        """Madame, Monsieur le copropriétaire,

L'appel de provisions pour le trimestre est disponible en pièce jointe. Le montant de votre quote-part s'élève à {amount}, exigible le {due}.

Merci d'effectuer votre virement sur le compte du syndicat des copropriétaires : {iban}

Votre gestionnaire,
{firm}""",
        "transfer",
        pdf=True,
        who="human",
        between=(120, 700),
    ),
    Template(
        "fr-insurance-notice",
        "insurance",
        "insurance",
        "to_pay",
        "Votre avis d'échéance {year}",
        """Chère sociétaire, cher sociétaire,

Votre contrat habitation se renouvelle prochainement. Vous trouverez ci-joint votre avis d'échéance.

| Cotisation annuelle TTC | {amount}
| À régler avant le | {due}
| N° de sociétaire | {customer}

Réglez en ligne en deux minutes, ou optez pour le prélèvement mensuel sans frais.

[Régler ma cotisation]

Mutuellement vôtre,
{firm}""",
        "portal",
        pdf=True,
        between=(120, 800),
    ),
    Template(
        "fr-insurance-debit",
        "insurance",
        "insurance",
        "to_be_debited",
        "Information : prélèvement de votre cotisation",
        """Bonjour {name},

Votre prochaine cotisation d'assurance automobile, soit {amount}, sera prélevée le {due} sur votre compte {mine}.

Aucune action de votre part n'est nécessaire. Pensez simplement à approvisionner votre compte.

Votre conseiller {firm}""",
        "direct_debit",
    ),
    Template(
        "fr-insurance-schedule",
        "insurance",
        "insurance",
        "schedule",
        "Votre échéancier de cotisations",
        """Madame, Monsieur,

Vous avez choisi de régler votre assurance en plusieurs fois. Voici le calendrier de vos prélèvements :

| {due} | {amount}
| puis le 8 de chaque mois, onze fois | {amount}

Cet échéancier vaut avis de paiement. Il est également disponible dans votre espace personnel.

{legal}""",
        "direct_debit",
    ),
    Template(
        "fr-tax-notice",
        "tax",
        "tax",
        "on_portal",
        "Votre avis d'impôt est disponible",
        """Bonjour,

Un nouveau document est disponible dans votre espace particulier : votre avis de taxe foncière {year}.

Pour le consulter et payer en ligne, connectez-vous avec votre numéro fiscal, rubrique « Documents ».

Par mesure de sécurité, ce message ne contient aucun lien. Nous ne vous demanderons jamais votre numéro de carte bancaire par courriel.

La direction générale des Finances publiques""",
        "portal",
        shape="plain",
    ),
    Template(
        "fr-tax-due",
        "tax",
        "tax",
        "to_pay",
        "Rappel : date limite de paiement de votre taxe foncière",
        """Bonjour,

Vous n'êtes pas mensualisé. La date limite de paiement de votre taxe foncière est fixée au {due}. Montant à payer : {amount}. Référence de l'avis : {number}.

Vous pouvez payer directement en ligne, avec l'application mobile ou par smartphone en flashant le code figurant sur votre avis.

Les Finances publiques""",
        "portal",
        between=(400, 1600),
    ),
    Template(
        "fr-tax-debit",
        "tax",
        "tax",
        "to_be_debited",
        "Prélèvement à l'échéance de votre impôt",
        """Bonjour,

Vous avez adhéré au prélèvement à l'échéance pour le paiement de votre impôt sur les revenus.

La somme de {amount} sera prélevée le {due} sur votre compte bancaire {mine}.

Pour modifier vos coordonnées bancaires, rendez-vous dans votre espace, rubrique « Gérer mon prélèvement à la source ».

Finances publiques""",
        "direct_debit",
        between=(200, 1900),
    ),
)
