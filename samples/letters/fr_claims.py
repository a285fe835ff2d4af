# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails about bills: reminders, craftsmen."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-mobile-html",
        "telecom",
        "telecom",
        "to_be_debited",
        "{name}, votre facture mobile est prête : {amount}",
        """Votre facture mobile est prête

Bonjour {name},

| Total à payer | {amount}
| Prélevé le | {due}
| N° de facture | {number}
| N° client | {customer}

Vous avez dépassé votre forfait ce mois-ci ? Découvrez nos forfaits 200 Go à partir de {price} par mois, sans engagement.

[Voir le détail de ma facture]

À très vite, toute l'équipe {firm}""",
        "direct_debit",
        shape="html",
    ),
    Template(
        "fr-mobile-portal",
        "telecom",
        "telecom",
        "on_portal",
        "Nouvelle facture disponible",
        """Bonjour {name},

Une nouvelle facture est disponible sur votre espace client {firm}.

Connectez-vous à l'application ou sur {site} pour la consulter et la payer.

Service Clients {firm}""",
        "portal",
    ),
    Template(
        "fr-internet-failed",
        "telecom",
        "telecom",
        "reminder",
        "Important : votre prélèvement a été rejeté",
        """Bonjour {name},

Votre banque a rejeté le prélèvement de votre facture n° {number} du {before}. À ce jour, il reste à régler la somme de {amount}.

Merci de régulariser votre situation avant le {due} par carte bancaire depuis votre espace abonné ou au 32 00. Sans paiement de votre part, votre ligne pourra être limitée.

Des frais de rejet de 7,50 € pourront vous être facturés sur la prochaine facture.

Le service recouvrement {firm}""",
        "card",
    ),
    Template(
        "fr-reminder-soft",
        "energy",
        "energy",
        "reminder",
        "Rappel : votre facture n° {number} arrive à échéance",
        """Bonjour,

Avez-vous oublié quelque chose ? Sauf erreur de notre part, votre facture n° {number} d'un montant de {amount}, à régler avant le {due}, n'a pas encore été payée.

Si vous l'avez réglée ces derniers jours, merci de ne pas tenir compte de ce message.

[Payer ma facture]

{firm}, à vos côtés""",
    ),
    Template(
        "fr-reminder-hard",
        "recovery",
        "other",
        "reminder",
        "Dernier avis avant poursuites - dossier {customer}",
        """Madame, Monsieur,

Mandatés par notre client, nous vous avons adressé plusieurs courriers restés sans réponse concernant la facture {number}.

À défaut de règlement de la somme de {amount} avant le {due}, nous serons contraints d'engager une procédure judiciaire, dont les frais resteront à votre charge.

Règlement par virement : IBAN {iban}, en rappelant le numéro de dossier {reference}.

{legal}
Service contentieux""",
        "transfer",
        who="human",
    ),
    Template(
        "fr-relance-artisan",
        "trades",
        "other",
        "reminder",
        "Relance facture {number}",
        """Bonjour Mme Roussel,

En faisant mes comptes, je vois que la facture {number} du {before} pour le remplacement du chauffe-eau n'est pas encore réglée ({amount}). Pourriez-vous faire le nécessaire d'ici le {due} ?

Je vous remets mon RIB : {iban}

Merci et bonne journée
{firm}""",
        "transfer",
        shape="plain",
        who="human",
    ),
    Template(
        "fr-artisan-bill",
        "trades",
        "other",
        "to_pay",
        "Facture travaux salle de bain",
        """Bonjour,

Comme convenu, voici la facture pour les travaux de la semaine dernière. Le solde est de {amount}, acompte déduit. Vous pouvez me régler par chèque ou par virement quand vous voulez d'ici la fin du mois.

Si vous êtes contente du travail, un petit avis sur Internet me ferait plaisir !

Cordialement,
{firm}""",
        "cheque",
        pdf=True,
        shape="plain",
        who="human",
        between=(180, 2400),
    ),
    Template(
        "fr-freelance-bill",
        "freelance",
        "other",
        "to_pay",
        "Facture {number} - {month}",
        """Bonjour,

Vous trouverez ci-joint ma facture {number} d'un montant de {amount} net (TVA non applicable, art. 293 B du CGI).

Échéance : {due}
IBAN : {iban}

Je reste à votre disposition pour toute question. Merci encore pour votre confiance !

{firm}
{site}""",
        "transfer",
        pdf=True,
        who="human",
        between=(300, 4000),
        days=30,
    ),
)
