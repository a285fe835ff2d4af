"""French mails about bills: rent, insurance, taxes, health, school, clubs, transport, charity."""

from samples.letters.template import Template as T

TEXTS = (
    T("fr-rent-notice", "rent", "rent", "to_pay", "Avis d'échéance - loyer {ofmonth}", """Bonjour,

Veuillez trouver ci-joint votre avis d'échéance pour le loyer et les charges.

Montant à régler : {amount}
Date d'exigibilité : {due}
Référence locataire : {reference}

Vous pouvez payer par virement (IBAN {iban}) ou par carte bancaire sur votre espace locataire. Votre quittance vous sera adressée après encaissement.

Cordialement,
Le service gestion locative
{firm}""", "transfer", True, between=(450, 1100), who="human"),
    T("fr-rent-owner", "freelance", "rent", "to_pay", "loyer", """Bonjour Alice,

Petit mot pour vous rappeler que le loyer {ofmonth} ({amount} charges comprises) est à me virer avant le {due} comme d'habitude. J'ai changé de banque, mon RIB n'a pas changé depuis janvier : {iban}.

Je passe samedi pour le compteur d'eau si ça vous va.

Bonne soirée""", "transfer", shape="plain", who="human", between=(450, 900), variants=2),
    T("fr-rent-receipt", "rent", "rent", "receipt", "Votre quittance de loyer", """Bonjour {name},

Nous accusons réception de votre règlement de {amount} et vous adressons ci-joint votre quittance de loyer pour la période {ofmonth}.

Ce document est à conserver trois ans.

{firm}""", None, True, between=(450, 1100)),
    T("fr-condo", "agency", "rent", "to_pay", "Appel de fonds du trimestre - Résidence Les Jardins d'Armor", """Madame, Monsieur le copropriétaire,

L'appel de provisions pour le trimestre est disponible en pièce jointe. Le montant de votre quote-part s'élève à {amount}, exigible le {due}.

Merci d'effectuer votre virement sur le compte du syndicat des copropriétaires : {iban}

Votre gestionnaire,
{firm}""", "transfer", True, who="human", between=(120, 700)),
    T("fr-insurance-notice", "insurance", "insurance", "to_pay", "Votre avis d'échéance {year}", """Chère sociétaire, cher sociétaire,

Votre contrat habitation se renouvelle prochainement. Vous trouverez ci-joint votre avis d'échéance.

| Cotisation annuelle TTC | {amount}
| À régler avant le | {due}
| N° de sociétaire | {customer}

Réglez en ligne en deux minutes, ou optez pour le prélèvement mensuel sans frais.

[Régler ma cotisation]

Mutuellement vôtre,
{firm}""", "portal", True, between=(120, 800)),
    T("fr-insurance-debit", "insurance", "insurance", "to_be_debited", "Information : prélèvement de votre cotisation", """Bonjour {name},

Votre prochaine cotisation d'assurance automobile, soit {amount}, sera prélevée le {due} sur votre compte {mine}.

Aucune action de votre part n'est nécessaire. Pensez simplement à approvisionner votre compte.

Votre conseiller {firm}""", "direct_debit"),
    T("fr-insurance-schedule", "insurance", "insurance", "schedule", "Votre échéancier de cotisations", """Madame, Monsieur,

Vous avez choisi de régler votre assurance en plusieurs fois. Voici le calendrier de vos prélèvements :

| {due} | {amount}
| puis le 8 de chaque mois, onze fois | {amount}

Cet échéancier vaut avis de paiement. Il est également disponible dans votre espace personnel.

{legal}""", "direct_debit"),
    T("fr-tax-notice", "tax", "tax", "on_portal", "Votre avis d'impôt est disponible", """Bonjour,

Un nouveau document est disponible dans votre espace particulier : votre avis de taxe foncière {year}.

Pour le consulter et payer en ligne, connectez-vous avec votre numéro fiscal, rubrique « Documents ».

Par mesure de sécurité, ce message ne contient aucun lien. Nous ne vous demanderons jamais votre numéro de carte bancaire par courriel.

La direction générale des Finances publiques""", "portal", shape="plain"),
    T("fr-tax-due", "tax", "tax", "to_pay", "Rappel : date limite de paiement de votre taxe foncière", """Bonjour,

Vous n'êtes pas mensualisé. La date limite de paiement de votre taxe foncière est fixée au {due}. Montant à payer : {amount}. Référence de l'avis : {number}.

Vous pouvez payer directement en ligne, avec l'application mobile ou par smartphone en flashant le code figurant sur votre avis.

Les Finances publiques""", "portal", between=(400, 1600)),
    T("fr-tax-debit", "tax", "tax", "to_be_debited", "Prélèvement à l'échéance de votre impôt", """Bonjour,

Vous avez adhéré au prélèvement à l'échéance pour le paiement de votre impôt sur les revenus.

La somme de {amount} sera prélevée le {due} sur votre compte bancaire {mine}.

Pour modifier vos coordonnées bancaires, rendez-vous dans votre espace, rubrique « Gérer mon prélèvement à la source ».

Finances publiques""", "direct_debit", between=(200, 1900)),
    T("fr-mutual-notice", "mutual", "health", "schedule", "Votre appel de cotisations {year}", """Chère adhérente,

Votre échéancier de cotisations santé pour l'année est arrivé. Vos cotisations seront prélevées le 12 de chaque mois, à compter du {due}, pour un montant mensuel de {amount}.

Votre carte de tiers payant est jointe à votre appel de cotisations, à télécharger dans votre espace adhérent.

N° d'adhérent : {customer}

{firm}""", "direct_debit", between=(35, 160)),
    T("fr-hospital", "health", "health", "to_pay", "Facture {number} - reste à charge", """Madame,

Suite à votre venue du {before}, il reste à votre charge, après intervention de l'Assurance maladie et de votre mutuelle, la somme de {amount}.

Nous vous remercions de nous adresser votre règlement avant le {due}, par chèque à l'ordre de la clinique ou en ligne sur {site}/payer avec la référence {reference}.

Le bureau des entrées""", "cheque", who="human"),
    T("fr-canteen", "town", "education", "to_pay", "Portail Famille : facture de restauration scolaire", """Bonjour,

La facture n° {number} du mois {ofmonth} est disponible sur votre Portail Famille et jointe à ce message.

Montant : {amount}
À régler avant le : {due}

Rappel : toute facture impayée à cette date est transmise au Trésor public.

Direction de l'éducation - {firm}""", "portal", True, between=(20, 160)),
    T("fr-school", "school", "education", "schedule", "Contribution des familles : échéancier", """Chers parents,

Vous trouverez ci-dessous l'échéancier de la contribution des familles et de la demi-pension pour l'année scolaire :

| 1er versement le {due} | {amount}
| puis neuf versements le 10 du mois | {amount}

Les familles ayant choisi le prélèvement n'ont rien à faire. Les autres voudront bien remettre leurs chèques à l'accueil.

L'économe""", None, who="human", between=(80, 300)),
    T("fr-club", "club", "other", "to_pay", "Cotisation saison {year}", """Bonjour à toutes et tous,

La reprise approche ! Merci de régler votre cotisation de {amount} avant le {due}, par chèque à l'ordre du club ou par virement sur le compte {iban} en précisant votre nom.

N'oubliez pas le certificat médical et la photo d'identité.

Sportivement,
le bureau du {firm}""", "transfer", shape="plain", who="human", between=(60, 250)),
    T("fr-toll", "transport", "transport", "to_be_debited", "Votre facture de télépéage", """Bonjour {name},

Votre facture n° {number} est en ligne : {amount} seront prélevés aux environs du {due}.

| Trajets du mois | 14
| Frais de gestion | 2,50 €

[Voir mes trajets]

Bonne route avec {firm}""", "direct_debit"),
    T("fr-transport-pass", "transport", "transport", "receipt", "Justificatif d'achat - abonnement mensuel", """Bonjour,

Votre paiement par carte bancaire de {amount} a bien été enregistré le {issued}. Votre abonnement est chargé sur votre carte.

Justificatif n° {number}, à présenter à votre employeur pour la prise en charge de 50 %.

{firm}""", "card", between=(20, 90)),
    T("fr-charity-receipt", "charity", "charity", "receipt", "Merci pour votre don - votre reçu fiscal", """Chère Alice,

Nous avons bien reçu votre don de {amount} et vous en remercions chaleureusement. Vous trouverez votre reçu fiscal n° {number} en pièce jointe : il vous permet de déduire 66 % de cette somme de votre impôt.

Grâce à vous, trois familles ont retrouvé un toit cet hiver.

Toute l'équipe de {firm}""", "card", True),
    T("fr-bank-fees", "bank", "bank", "to_be_debited", "Vos frais bancaires du mois", """Bonjour,

Conformément à la réglementation, nous vous informons que des frais d'un montant de {amount} seront débités de votre compte {mine} le {due} au titre de : cotisation carte et tenue de compte.

Votre relevé de frais est disponible dans votre espace, rubrique e-documents.

{firm}""", "direct_debit", between=(3, 60)),
    T("fr-parking-fine", "town", "transport", "to_pay", "Forfait de post-stationnement n° {number}", """Madame, Monsieur,

Un avis de paiement a été émis pour le stationnement de votre véhicule le {before}. Le montant dû est de {amount}, à régler avant le {due}. Au-delà, il sera majoré.

Payez en ligne sur {site}, rubrique stationnement, ou par courrier avec le talon joint.

Service du stationnement payant - {firm}""", "portal", between=(17, 60), variants=2),
)
