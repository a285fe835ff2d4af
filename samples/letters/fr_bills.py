"""French mails about bills: energy, water, telecom, subscriptions, shops."""

from samples.letters.template import Template as T

TEXTS = (
    T("fr-energy-debit", "energy", "energy", "to_be_debited", "Votre facture {firm} du {issued} est disponible", """Bonjour {name},

Votre facture d'électricité n° {number} vient d'être émise.

| Montant TTC | {amount}
| Date de prélèvement | {due}
| Référence client | {customer}

Vous êtes mensualisé ou prélevé : vous n'avez aucune démarche à effectuer. La somme sera débitée automatiquement de votre compte bancaire {mine}.

[Consulter ma facture]

Baisser le chauffage d'un degré, c'est 7 % d'économies sur votre consommation.

À bientôt,
Votre conseiller {firm}""", "direct_debit", True),
    T("fr-energy-pay", "energy", "energy", "to_pay", "{firm} : votre facture de {amount} à régler avant le {due}", """Bonjour,

Vous trouverez en pièce jointe votre facture de gaz n° {number} du {issued}.

Montant à payer : {amount}
Date limite de paiement : {due}

Pour régler, c'est simple : par carte bancaire depuis votre espace client, par virement sur le compte {iban} en rappelant votre référence {reference}, ou par TIP SEPA à renvoyer par courrier.

Un doute, une difficulté de paiement ? Nos conseillers sont là pour en parler avec vous.

Cordialement,
Le service client {firm}""", "transfer", True),
    T("fr-energy-schedule", "energy", "energy", "schedule", "Votre nouvel échéancier de paiement", """Bonjour {name},

Suite au relevé de votre compteur, nous avons recalculé vos mensualités. Votre échéancier pour l'année à venir :

| Premier prélèvement le {due} | {amount}
| Puis le 5 de chaque mois pendant dix mois | {amount}

Ces montants seront prélevés sur votre compte {mine}. Votre facture de régularisation vous parviendra dans un an.

Vous souhaitez modifier le montant de vos mensualités ? Rendez-vous dans votre espace client, rubrique « Mon échéancier ».

L'équipe {firm}""", "direct_debit"),
    T("fr-energy-credit", "energy", "energy", "credit_note", "Bonne nouvelle : {firm} vous rembourse {amount}", """Bonjour {name},

Votre consommation réelle a été inférieure à nos estimations. Après régularisation, votre compte présente un solde en votre faveur de {amount}.

Vous n'avez rien à payer : cette somme vous sera remboursée par virement sous quinze jours sur le compte habituel {mine}.

Le détail figure sur la facture n° {number} du {issued}, disponible dans votre espace client.

Votre service client"""),
    T("fr-water-portal", "water", "water", "on_portal", "Votre e-facture d'eau est arrivée", """Madame, Monsieur,

Votre nouvelle facture d'eau est à votre disposition dans votre espace client. Nous vous invitons à vous connecter avec votre identifiant {customer} pour la consulter, la télécharger et la régler.

[Accéder à mon espace client]

Conformément à votre choix, vous ne recevez plus de facture papier.

Ceci est un message automatique, merci de ne pas y répondre.

{legal}""", "portal"),
    T("fr-water-portal-amount", "water", "water", "on_portal", "Facture d'eau n° {number}", """Bonjour,

Votre facture de {amount} est consultable en ligne sur {site}. Elle est à régler avant le {due}, directement depuis l'agence en ligne, par carte bancaire.

Référence du contrat : {customer}

Bien à vous,
L'agence en ligne {firm}""", "portal"),
    T("fr-water-town", "town", "water", "to_pay", "Avis des sommes à payer - service de l'eau", """Madame, Monsieur,

Veuillez trouver ci-joint l'avis des sommes à payer n° {number} relatif à votre consommation d'eau potable et à l'assainissement du premier semestre.

Somme due : {amount}
À acquitter avant le {due}

Vous pouvez payer en ligne sur le site de la commune {site}, par chèque à l'ordre du Trésor public, ou par virement : {iban}.

Le régisseur""", "transfer", True, who="human"),
    T("fr-internet-debit", "telecom", "telecom", "to_be_debited", "Votre facture Internet du mois {ofmonth}", """Bonjour,

Votre facture n°{number} d'un montant de {amount} TTC est disponible dans votre Espace Abonné et jointe à ce message.

Le prélèvement interviendra à compter du {due} sur le compte que vous nous avez indiqué.

Identifiant : {customer}

L'équipe {firm} vous remercie de votre confiance.

Pour toute question : Espace Abonné, rubrique Assistance. Merci de ne pas répondre à ce message.""", "direct_debit", True),
    T("fr-mobile-html", "telecom", "telecom", "to_be_debited", "{name}, votre facture mobile est prête : {amount}", """Votre facture mobile est prête

Bonjour {name},

| Total à payer | {amount}
| Prélevé le | {due}
| N° de facture | {number}
| N° client | {customer}

Vous avez dépassé votre forfait ce mois-ci ? Découvrez nos forfaits 200 Go à partir de {price} par mois, sans engagement.

[Voir le détail de ma facture]

À très vite, toute l'équipe {firm}""", "direct_debit", shape="html"),
    T("fr-mobile-portal", "telecom", "telecom", "on_portal", "Nouvelle facture disponible", """Bonjour {name},

Une nouvelle facture est disponible sur votre espace client {firm}.

Connectez-vous à l'application ou sur {site} pour la consulter et la payer.

Service Clients {firm}""", "portal"),
    T("fr-internet-failed", "telecom", "telecom", "reminder", "Important : votre prélèvement a été rejeté", """Bonjour {name},

Votre banque a rejeté le prélèvement de votre facture n° {number} du {before}. À ce jour, il reste à régler la somme de {amount}.

Merci de régulariser votre situation avant le {due} par carte bancaire depuis votre espace abonné ou au 32 00. Sans paiement de votre part, votre ligne pourra être limitée.

Des frais de rejet de 7,50 € pourront vous être facturés sur la prochaine facture.

Le service recouvrement {firm}""", "card"),
    T("fr-reminder-soft", "energy", "energy", "reminder", "Rappel : votre facture n° {number} arrive à échéance", """Bonjour,

Avez-vous oublié quelque chose ? Sauf erreur de notre part, votre facture n° {number} d'un montant de {amount}, à régler avant le {due}, n'a pas encore été payée.

Si vous l'avez réglée ces derniers jours, merci de ne pas tenir compte de ce message.

[Payer ma facture]

{firm}, à vos côtés"""),
    T("fr-reminder-hard", "recovery", "other", "reminder", "Dernier avis avant poursuites - dossier {customer}", """Madame, Monsieur,

Mandatés par notre client, nous vous avons adressé plusieurs courriers restés sans réponse concernant la facture {number}.

À défaut de règlement de la somme de {amount} avant le {due}, nous serons contraints d'engager une procédure judiciaire, dont les frais resteront à votre charge.

Règlement par virement : IBAN {iban}, en rappelant le numéro de dossier {reference}.

{legal}
Service contentieux""", "transfer", who="human"),
    T("fr-relance-artisan", "trades", "other", "reminder", "Relance facture {number}", """Bonjour Mme Roussel,

En faisant mes comptes, je vois que la facture {number} du {before} pour le remplacement du chauffe-eau n'est pas encore réglée ({amount}). Pourriez-vous faire le nécessaire d'ici le {due} ?

Je vous remets mon RIB : {iban}

Merci et bonne journée
{firm}""", "transfer", shape="plain", who="human"),
    T("fr-artisan-bill", "trades", "other", "to_pay", "Facture travaux salle de bain", """Bonjour,

Comme convenu, voici la facture pour les travaux de la semaine dernière. Le solde est de {amount}, acompte déduit. Vous pouvez me régler par chèque ou par virement quand vous voulez d'ici la fin du mois.

Si vous êtes contente du travail, un petit avis sur Internet me ferait plaisir !

Cordialement,
{firm}""", "cheque", True, shape="plain", who="human", between=(180, 2400)),
    T("fr-freelance-bill", "freelance", "other", "to_pay", "Facture {number} - {month}", """Bonjour,

Vous trouverez ci-joint ma facture {number} d'un montant de {amount} net (TVA non applicable, art. 293 B du CGI).

Échéance : {due}
IBAN : {iban}

Je reste à votre disposition pour toute question. Merci encore pour votre confiance !

{firm}
{site}""", "transfer", True, who="human", between=(300, 4000), days=30),
    T("fr-shop-receipt", "shop", "shopping", "receipt", "Confirmation de votre commande n° {order}", """Merci pour votre commande, {name} !

Nous avons bien reçu votre paiement et préparons votre colis.

| Perceuse-visseuse 18 V | {price}
| Livraison en point relais | offerte
| Total payé par carte bancaire | {amount}

Livraison estimée : {soon}. Votre facture sera jointe au colis.

[Suivre ma commande]

L'équipe {firm}""", "card"),
    T("fr-shop-invoice", "shop", "shopping", "receipt", "Votre facture pour la commande {order}", """Bonjour,

Vous trouverez en pièce jointe la facture acquittée n° {number} correspondant à votre commande. Montant réglé : {amount}.

Conservez-la : elle vous sera utile pour la garantie.

À bientôt sur {site}""", "card", True),
    T("fr-shop-refund", "shop", "shopping", "credit_note", "Votre avoir {number}", """Bonjour {name},

Nous avons bien reçu votre retour. Veuillez trouver ci-joint l'avoir n° {number} d'un montant de {amount}, remboursé ce jour sur la carte utilisée lors de l'achat. Le délai d'affichage sur votre compte dépend de votre banque.

Le service après-vente {firm}""", None, True),
    T("fr-stream-receipt", "stream", "subscription", "receipt", "Reçu de votre abonnement {firm}", """Merci ! Votre paiement a été accepté.

| Abonnement Premium, {month} | {amount}
| Moyen de paiement | Visa •••• 4412
| N° de reçu | {number}

Votre abonnement se renouvelle automatiquement chaque mois. Vous pouvez l'annuler à tout moment dans les réglages de votre compte.""", "card", between=(5, 20)),
    T("fr-stream-upcoming", "stream", "subscription", "to_be_debited", "Votre abonnement sera renouvelé le {due}", """Bonjour {name},

Votre abonnement annuel {firm} arrive à son terme. Sauf résiliation de votre part, il sera renouvelé automatiquement et {amount} seront débités de votre carte se terminant par 4412 le {due}.

[Gérer mon abonnement]

À bientôt sur {firm}""", "card", between=(20, 120)),
    T("fr-hosting-renew", "hosting", "subscription", "to_pay", "Renouvellement de vos services : facture {number}", """Cher client,

Les services suivants arrivent à expiration le {due} :

| roussel-menuiserie.example (domaine) | {price}
| Hébergement Perso | inclus
| Total TTC à régler | {amount}

Sans paiement avant cette date, vos services seront suspendus puis supprimés.

[Renouveler et payer]

{legal} - TVA incluse""", "card", shape="html"),
    T("fr-press-renew", "press", "subscription", "to_be_debited", "Votre abonnement au journal : avis de prélèvement", """Chère abonnée, cher abonné,

Nous vous informons que votre abonnement trimestriel, d'un montant de {amount}, fera l'objet d'un prélèvement le {due}.

Numéro d'abonné : {customer}

Votre journal continue de vous accompagner chaque matin, sur papier et sur tous vos écrans.

Le service abonnements""", "direct_debit"),
    T("fr-schemaorg", "energy", "energy", "to_pay", "Facture {number}", """Votre facture est arrivée

Montant : {amount}

À payer avant le {due}

Compte client {customer}

[Payer en ligne]""", "portal", shape="jsonld"),
    T("fr-schemaorg-attr", "water", "water", "to_pay", "Votre facture d'eau {ofmonth}", """Bonjour,

Votre facture d'eau de {amount} est à régler au plus tard le {due}. Votre numéro de contrat est le {customer}.

[Régler ma facture]

Merci, {firm}""", "portal", shape="microdata"),
)
