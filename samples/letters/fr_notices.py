# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails that are no bills: deliveries, codes, changes, statements."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-shipping",
        "shop",
        "shopping",
        "other",
        "Votre colis est en route",
        """Bonne nouvelle {name} !

Votre commande n° {order} a été expédiée. Le transporteur Colis Éclair vous livrera le {soon}.

Numéro de suivi : 6A{customer}

[Suivre mon colis]

Votre facture est disponible dans votre compte, rubrique « Mes commandes ».""",
    ),
    Template(
        "fr-delivered",
        "shop",
        "shopping",
        "other",
        "Colis remis au point relais",
        """Bonjour,

Votre colis de la commande {order} vous attend au point relais LE FOURNIL DE LILI jusqu'au {soon}. Munissez-vous d'une pièce d'identité et du code {customer}.

{firm}""",
    ),
    Template(
        "fr-code",
        "bank",
        "bank",
        "other",
        "Votre code de sécurité",
        """Votre code de confirmation est : 481 273

Il est valable 10 minutes. Vous l'avez demandé pour valider un paiement de {price} chez {firm}. Si vous n'êtes pas à l'origine de cette demande, appelez-nous immédiatement.

Ne communiquez jamais ce code.""",
        shape="plain",
    ),
    Template(
        "fr-password",
        "telecom",
        "telecom",
        "other",
        "Réinitialisation de votre mot de passe",
        """Bonjour,

Vous avez demandé à réinitialiser le mot de passe de votre espace client {firm}. Ce lien est valable une heure.

[Choisir un nouveau mot de passe]

Vous n'êtes pas à l'origine de cette demande ? Ignorez ce message, vos factures et vos données restent en sécurité.""",
    ),
    Template(
        "fr-contract-change",
        "telecom",
        "telecom",
        "other",
        "Évolution de nos conditions générales",
        """Bonjour {name},

À compter du {due}, nos conditions générales évoluent : nouveaux délais de paiement, modalités de contestation des factures, frais de rejet portés à {price}. Vous pouvez résilier sans frais dans les quatre mois.

Le document complet est disponible sur {site}/cgv.

{legal}""",
    ),
    Template(
        "fr-meter-reading",
        "water",
        "water",
        "other",
        "Transmettez votre relevé de compteur avant le {due}",
        """Bonjour {name},

Pour établir une facture au plus juste, nous avons besoin de l'index de votre compteur d'eau. Transmettez-le avant le {due} sur votre espace client.

Sans relevé de votre part, votre prochaine facture sera estimée.

[Transmettre mon relevé]""",
    ),
    Template(
        "fr-works",
        "energy",
        "energy",
        "other",
        "Coupure programmée le {soon}",
        """Madame, Monsieur,

Pour améliorer la qualité du réseau, nous réaliserons des travaux le {soon} entre 9 h et 12 h dans votre rue. L'alimentation électrique sera interrompue. Cette coupure n'a pas d'effet sur votre facture.

Merci de votre compréhension,
{firm}""",
    ),
    Template(
        "fr-quote",
        "trades",
        "other",
        "other",
        "Devis n° {number}",
        """Bonjour Madame,

Suite à ma visite, voici le devis pour le remplacement de la chaudière : {price2} HT la pose, matériel en sus, soit un total TTC de 4 812,50 €. Un acompte de 30 % sera demandé à la commande, le solde à la fin du chantier.

Le devis est valable jusqu'au {due}. Bon pour accord à me retourner signé.

Cordialement,
{firm}""",
        who="human",
        shape="plain",
    ),
    Template(
        "fr-account-statement",
        "bank",
        "bank",
        "other",
        "Votre relevé de compte est disponible",
        """Bonjour,

Votre relevé de compte du mois {ofmonth} est disponible dans votre espace, rubrique e-documents. Solde au {issued} : {price2}.

{firm}

Banque agréée. Message automatique.""",
    ),
    Template(
        "fr-transfer-received",
        "bank",
        "bank",
        "other",
        "Vous avez reçu un virement",
        """Bonjour {name},

Un virement de {price2} de M. MARCHETTI BOB, motif « part facture EDF », a été crédité sur votre compte le {issued}.

L'application {firm}""",
        shape="plain",
    ),
    Template(
        "fr-payslip",
        "supplier",
        "other",
        "other",
        "Votre bulletin de paie {ofmonth}",
        """Bonjour,

Votre bulletin de paie a été déposé dans votre coffre-fort numérique. Net payé en euros : 1 894,12 €, viré le {soon}.

Le service du personnel, {legal}""",
        who="human",
    ),
    Template(
        "fr-reimbursement",
        "mutual",
        "health",
        "other",
        "Vous avez un nouveau remboursement",
        """Bonjour {name},

Un remboursement de {price} vous a été versé le {issued} pour vos soins du {before}. Le détail est consultable sur votre compte.

Part Assurance maladie : {price2}. Reste à votre charge : 2,00 €.

{firm}""",
    ),
    Template(
        "fr-appointment",
        "health",
        "health",
        "other",
        "Rappel de votre rendez-vous",
        """Bonjour,

Nous vous rappelons votre rendez-vous le {soon} à 10 h 15. Merci de vous munir de votre carte Vitale et de prévoir le règlement de la consultation ({price}) par carte bancaire ou chèque.

Le secrétariat, {firm}""",
        who="human",
    ),
)
