"""French mails that are no bills, many of them from companies that also send bills."""

from samples.letters.template import Template as T

TEXTS = (
    T("fr-promo-energy", "energy", "energy", "other", "Payez votre facture moins cher avec {firm}", """Et si votre prochaine facture baissait de 12 % ?

Avec l'offre Prix Fixe 3 ans, votre électricité passe à {price} par mois en moyenne, contre {price2} au tarif réglementé. Offre valable jusqu'au {due}.

[J'en profite]

* Estimation pour un client en base 6 kVA consommant 2 400 kWh par an. Voir conditions sur {site}.

Vous recevez ce message parce que vous êtes client de {firm}. Se désinscrire.""", who="promo", shape="html"),
    T("fr-promo-mobile", "telecom", "telecom", "other", "Dernières heures : 100 Go à {price}/mois", """SÉRIE LIMITÉE

100 Go en 5G, appels illimités : {price} par mois pendant 12 mois, puis {price2}. Sans engagement. Jusqu'au {due} seulement.

[Je souscris]

Parrainez un ami et recevez chacun {price} de remise sur votre facture.

Pour ne plus recevoir nos offres, cliquez ici.""", who="promo", shape="html"),
    T("fr-promo-shop", "shop", "shopping", "other", "-30 % sur tout l'outillage jusqu'à dimanche", """Les prix fondent !

| Perceuse-visseuse 18 V | {price}
| Scie sauteuse | {price2}
| Établi pliant | {price}

Livraison offerte dès 50 €. Paiement en 3 fois sans frais, première échéance dans 30 jours.

[Voir toutes les offres]

Conditions : offre non cumulable, dans la limite des stocks, jusqu'au {due}.""", who="promo", shape="html"),
    T("fr-promo-insurance", "insurance", "insurance", "other", "Votre devis d'assurance auto vous attend", """Bonjour {name},

Vous avez commencé un devis sur notre site. Bonne nouvelle : votre tarif de {price2} par an est garanti jusqu'au {due}.

Comparez : garanties tous risques, véhicule de prêt, et deux mois offerts la première année.

[Reprendre mon devis]

{firm}""", who="promo"),
    T("fr-newsletter-town", "town", "other", "other", "La lettre de {firm} - {month}", """Au sommaire ce mois-ci

Budget : 1 240 000 € pour la rénovation de l'école. La facture énergétique de la commune a baissé de 18 % l'an passé.

Agenda : marché de Noël, réunion publique sur la taxe foncière le {due} à 20 h, salle des fêtes.

Pratique : payez la cantine en ligne, le guichet sera fermé le lundi matin.

Bonne lecture, le maire""", who="promo", shape="html"),
    T("fr-newsletter-bank", "bank", "bank", "other", "3 astuces pour alléger vos factures d'énergie", """Vos factures pèsent sur votre budget ?

Nos experts partagent trois astuces : suivre sa consommation, renégocier ses contrats, lisser ses échéances. Un prêt travaux à partir de {price} par mois peut aussi financer votre isolation.

[Lire l'article]

Un crédit vous engage et doit être remboursé. {legal}.""", who="promo", shape="html"),
    T("fr-survey", "energy", "energy", "other", "Que pensez-vous de votre dernière facture ?", """Bonjour {name},

Vous avez récemment consulté votre facture sur l'application {firm}. Sur une échelle de 0 à 10, était-elle facile à comprendre ?

[Je donne mon avis]

Cela vous prendra deux minutes. Merci !""", who="promo"),
    T("fr-shipping", "shop", "shopping", "other", "Votre colis est en route", """Bonne nouvelle {name} !

Votre commande n° {order} a été expédiée. Le transporteur Colis Éclair vous livrera le {soon}.

Numéro de suivi : 6A{customer}

[Suivre mon colis]

Votre facture est disponible dans votre compte, rubrique « Mes commandes ».""",),
    T("fr-delivered", "shop", "shopping", "other", "Colis remis au point relais", """Bonjour,

Votre colis de la commande {order} vous attend au point relais LE FOURNIL DE LILI jusqu'au {soon}. Munissez-vous d'une pièce d'identité et du code {customer}.

{firm}"""),
    T("fr-code", "bank", "bank", "other", "Votre code de sécurité", """Votre code de confirmation est : 481 273

Il est valable 10 minutes. Vous l'avez demandé pour valider un paiement de {price} chez {firm}. Si vous n'êtes pas à l'origine de cette demande, appelez-nous immédiatement.

Ne communiquez jamais ce code.""", shape="plain"),
    T("fr-password", "telecom", "telecom", "other", "Réinitialisation de votre mot de passe", """Bonjour,

Vous avez demandé à réinitialiser le mot de passe de votre espace client {firm}. Ce lien est valable une heure.

[Choisir un nouveau mot de passe]

Vous n'êtes pas à l'origine de cette demande ? Ignorez ce message, vos factures et vos données restent en sécurité.""",),
    T("fr-contract-change", "telecom", "telecom", "other", "Évolution de nos conditions générales", """Bonjour {name},

À compter du {due}, nos conditions générales évoluent : nouveaux délais de paiement, modalités de contestation des factures, frais de rejet portés à {price}. Vous pouvez résilier sans frais dans les quatre mois.

Le document complet est disponible sur {site}/cgv.

{legal}"""),
    T("fr-meter-reading", "water", "water", "other", "Transmettez votre relevé de compteur avant le {due}", """Bonjour {name},

Pour établir une facture au plus juste, nous avons besoin de l'index de votre compteur d'eau. Transmettez-le avant le {due} sur votre espace client.

Sans relevé de votre part, votre prochaine facture sera estimée.

[Transmettre mon relevé]"""),
    T("fr-works", "energy", "energy", "other", "Coupure programmée le {soon}", """Madame, Monsieur,

Pour améliorer la qualité du réseau, nous réaliserons des travaux le {soon} entre 9 h et 12 h dans votre rue. L'alimentation électrique sera interrompue. Cette coupure n'a pas d'effet sur votre facture.

Merci de votre compréhension,
{firm}"""),
    T("fr-quote", "trades", "other", "other", "Devis n° {number}", """Bonjour Madame,

Suite à ma visite, voici le devis pour le remplacement de la chaudière : {price2} HT la pose, matériel en sus, soit un total TTC de 4 812,50 €. Un acompte de 30 % sera demandé à la commande, le solde à la fin du chantier.

Le devis est valable jusqu'au {due}. Bon pour accord à me retourner signé.

Cordialement,
{firm}""", who="human", shape="plain"),
    T("fr-account-statement", "bank", "bank", "other", "Votre relevé de compte est disponible", """Bonjour,

Votre relevé de compte du mois {ofmonth} est disponible dans votre espace, rubrique e-documents. Solde au {issued} : {price2}.

{firm}

Banque agréée. Message automatique."""),
    T("fr-transfer-received", "bank", "bank", "other", "Vous avez reçu un virement", """Bonjour {name},

Un virement de {price2} de M. MARCHETTI BOB, motif « part facture EDF », a été crédité sur votre compte le {issued}.

L'application {firm}""", shape="plain"),
    T("fr-payslip", "supplier", "other", "other", "Votre bulletin de paie {ofmonth}", """Bonjour,

Votre bulletin de paie a été déposé dans votre coffre-fort numérique. Net payé en euros : 1 894,12 €, viré le {soon}.

Le service du personnel, {legal}""", who="human"),
    T("fr-reimbursement", "mutual", "health", "other", "Vous avez un nouveau remboursement", """Bonjour {name},

Un remboursement de {price} vous a été versé le {issued} pour vos soins du {before}. Le détail est consultable sur votre compte.

Part Assurance maladie : {price2}. Reste à votre charge : 2,00 €.

{firm}"""),
    T("fr-appointment", "health", "health", "other", "Rappel de votre rendez-vous", """Bonjour,

Nous vous rappelons votre rendez-vous le {soon} à 10 h 15. Merci de vous munir de votre carte Vitale et de prévoir le règlement de la consultation ({price}) par carte bancaire ou chèque.

Le secrétariat, {firm}""", who="human"),
    T("fr-personal-share", "shop", "other", "other", "la facture d'électricité", """Salut Alice,

J'ai payé la facture d'électricité hier, {price2} pour les deux mois. Tu me dois donc la moitié, tu peux me faire un virement quand tu veux, pas d'urgence.

Et pour samedi, on se retrouve à 19 h chez Nadia ?

Bises""", who="person", shape="plain", variants=4),
    T("fr-personal-story", "shop", "other", "other", "Re: vacances", """Coucou,

La location coûte {price2} la semaine, il faut verser des arrhes avant le {due}. Sinon ici tout va bien, la facture du garage m'a fait mal mais la voiture roule !

On en reparle ce soir ?

Léa""", who="person", shape="plain", variants=4),
    T("fr-personal-question", "shop", "other", "other", "question impôts", """Hello,

Tu sais si la date limite de paiement de la taxe foncière c'est bien mi-octobre ? J'ai reçu l'avis mais je ne retrouve plus le papier. Et toi tu payes combien à peu près ? Nous c'est {price2}.

Merci, à +""", who="person", shape="plain", variants=3),
    T("fr-association-minutes", "club", "other", "other", "Compte rendu de l'assemblée générale", """Chers adhérents,

Vous trouverez ci-dessous le compte rendu. Le trésorier présente les comptes : recettes 14 210 €, dépenses 13 980 €, dont une facture de chauffage de 2 300 €. La cotisation reste fixée à {price2} ; elle sera appelée en septembre.

Prochaine réunion le {due}.

Le secrétaire""", who="human"),
    T("fr-social", "stream", "other", "other", "Léa Fontaine a commenté votre publication", """Léa Fontaine a commenté : « Quelle facture ! Chez nous aussi, {price2} ce mois-ci… »

[Voir le commentaire]

Vous recevez cet e-mail car les notifications sont activées.""", who="promo", shape="html", variants=2),
    T("fr-job", "hosting", "other", "other", "Offre d'emploi : chargé de facturation H/F", """Bonjour,

Nous recherchons un(e) chargé(e) de facturation et de recouvrement : émission des factures, relances clients, suivi des échéances. CDI, 2 150 € brut par mois, poste à pourvoir le {due}.

Envoyez votre CV à rh@{site}.

{firm}""", who="promo", variants=2),
    T("fr-charity-ask", "charity", "charity", "other", "Cet hiver, {price} peuvent tout changer", """Chère Alice,

Quand la facture de chauffage arrive, des familles doivent choisir entre manger et se chauffer. Avec {price} par mois, soit 8,50 € après réduction d'impôt, vous leur offrez un hiver plus doux. Faites un don avant le {due}.

[Je donne]

{legal}""", who="promo", shape="html"),
    T("fr-mandate", "energy", "energy", "other", "Confirmation de votre mandat de prélèvement", """Bonjour {name},

Nous avons bien enregistré vos nouvelles coordonnées bancaires {mine}. Le prélèvement sera effectif pour votre prochaine facture. Le montant et la date vous seront annoncés sur celle-ci.

{firm}"""),
    T("fr-payment-seen", "telecom", "telecom", "receipt", "Nous avons bien reçu votre paiement", """Bonjour {name},

Nous vous confirmons la réception de votre règlement de {amount} pour la facture n° {number}. Votre compte est à jour, vous n'avez plus rien à payer.

Merci !
{firm}""", "card"),
)
