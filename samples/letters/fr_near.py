# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails at the edge: debts between people, notices, receipts, reminders."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-nanny",
        "freelance",
        "education",
        "to_pay",
        "mes heures {ofmonth}",
        """Bonjour Alice,

Ce mois-ci j'ai fait 38 heures avec Malo, ça fait {amount} avec les repas. Vous pouvez me régler en chèque ou par virement comme le mois dernier, avant le {due} si possible car je pars en vacances.

Merci et à lundi !""",
        "transfer",
        shape="plain",
        who="human",
        between=(200, 600),
    ),
    Template(
        "fr-neighbour-work",
        "trades",
        "other",
        "to_pay",
        "Re: Re: clôture",
        """Bonsoir,

La clôture est posée, je vous joins la note comme promis. On avait dit {amount} tout compris, moins rien puisque vous n'avez pas versé d'arrhes. Pas de date précise mais avant la fin de l'année ça m'arrangerait.

Bonne soirée
{firm}

> Le {before}, vous avez écrit :
> Bonjour, quand pouvez-vous passer pour la clôture ?
> Le devis de 1 450,00 € me convient.""",
        "cheque",
        pdf=True,
        shape="plain",
        who="human",
        between=(200, 1400),
    ),
    Template(
        "fr-debit-notice-short",
        "mutual",
        "health",
        "to_be_debited",
        "Prélèvement du {due}",
        """Prélèvement à venir : {amount} le {due}. Contrat {customer}. Détails dans l'application {firm}.""",
        "direct_debit",
        shape="plain",
    ),
    Template(
        "fr-rent-increase",
        "rent",
        "rent",
        "other",
        "Révision annuelle de votre loyer",
        """Madame, Monsieur,

Conformément à votre bail et à l'indice de référence des loyers, votre loyer sera porté de {price2} à compter du {due} à un nouveau montant qui figurera sur votre prochain avis d'échéance. Vous n'avez pas de démarche à effectuer.

{firm}""",
        who="human",
    ),
    Template(
        "fr-online-copy",
        "water",
        "water",
        "receipt",
        "Confirmation de votre paiement en ligne",
        """Bonjour,

Nous confirmons votre paiement par carte bancaire.

| Facture | {number}
| Montant réglé | {amount}
| Date du paiement | {issued}
| N° d'autorisation | 448120

Ce courriel vaut justificatif. Votre compte est soldé.

{firm}""",
        "card",
    ),
    Template(
        "fr-portal-health",
        "health",
        "health",
        "on_portal",
        "Un nouveau document vous attend",
        """Bonjour {name},

Votre facture de soins est déposée dans votre espace patient. Connectez-vous à {site} pour la télécharger et régler votre reste à charge.

Le service des admissions""",
        "portal",
    ),
    Template(
        "fr-reminder-second",
        "water",
        "water",
        "reminder",
        "2e rappel - facture d'eau impayée",
        """Madame, Monsieur,

Malgré notre premier rappel du {before}, la facture n° {number} demeure impayée. Le montant dû, majoré de 12 € de frais, s'élève désormais à {amount}.

Merci de régler sans délai, et au plus tard le {due}, pour éviter la transmission à un huissier.

IBAN {iban} - référence {reference}

{legal}""",
        "transfer",
    ),
    Template(
        "fr-wedding-pot",
        "stream",
        "other",
        "other",
        "Léa vous invite à participer à une cagnotte",
        """Léa a créé une cagnotte pour l'anniversaire de Nadia. 12 participants, {price2} collectés. Participez avant le {due} !

[Participer]""",
        who="promo",
        shape="html",
        variants=2,
    ),
)
