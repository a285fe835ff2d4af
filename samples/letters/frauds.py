# ruff: noqa: E501 (prose: one line is one paragraph)
"""Phishing bills: look-alike domains, changed bank details, urgency, refunds that ask for a card."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-fraud-iban",
        "energy",
        "energy",
        "phishing",
        "Changement de nos coordonnées bancaires - facture {number}",
        """Cher client,

Suite à un audit, notre compte bancaire habituel est clôturé. Nous vous prions de régler votre facture de {amount} sur notre nouveau compte :

IBAN : {otheriban}

Merci d'effectuer un virement instantané aujourd'hui et de ne plus utiliser l'ancien compte.

Service comptabilité {firm}""",
        who="fraud",
    ),
    Template(
        "fr-fraud-cut",
        "energy",
        "energy",
        "phishing",
        "URGENT : coupure de votre électricité sous 24 heures",
        """Cher(e) client(e),

Malgré nos relances, votre facture de {amount} reste impayé. Votre compteur sera coupé dans les 24h !!!

[Régler immédiatement]

Cliquez sur le lien et saisissez votre carte bancaire pour évité la coupure.

{firm} Service Client""",
        who="fraud",
        shape="html",
    ),
    Template(
        "fr-fraud-refund",
        "tax",
        "tax",
        "phishing",
        "Vous avez droit à un remboursement de {amount}",
        """Cher contribuable,

Après les derniers calculs de votre impôt, nous avons déterminé que vous êtes éligible à un remboursement de {amount}. Veuillez remplir le formulaire avec votre carte bancaire avant le {due}.

[Accéder au formulaire]

Direction des Finances Publiques""",
        who="fraud",
        shape="html",
    ),
    Template(
        "fr-fraud-parcel",
        "shop",
        "shopping",
        "phishing",
        "Votre colis est en attente : 1,99 € de frais",
        """Bonjour,

Votre colis n° {order} n'a pas pu être livré car les frais de douane n'ont pas été réglés. Payez 1,99 € pour reprogrammer la livraison.

[Payer les frais]

Sans action sous 48 h le colis sera retourné.""",
        who="fraud",
        shape="html",
    ),
    Template(
        "fr-fraud-phone",
        "telecom",
        "telecom",
        "phishing",
        "Votre facture n'a pas pu être prélevée",
        """Bonjour,

Suite à un incident, le prélèvement de votre facture de {amount} a échoué. Afin d'éviter la suspension de votre ligne, mettez à jour vos informations de paiement.

[Mettre à jour mes informations]

L'équipe {firm}""",
        who="fraud",
        shape="html",
    ),
    Template(
        "fr-fraud-pdf",
        "water",
        "water",
        "phishing",
        "Facture {number} - règlement sous 24h",
        """Bonjour

ci joint votre facture du montant {amount} a regler par virement sous 24h sur le compte indiqué {otheriban} sans quoi une majoration de 10% sera appliqué.

Cordialement service facturation""",
        who="fraud",
        shape="plain",
    ),
    Template(
        "fr-fraud-fine",
        "town",
        "transport",
        "phishing",
        "Amende impayée - dernier rappel",
        """Madame, Monsieur,

Vous avez une contravention impayée de 35,00 €. Elle passera à 135,00 € demain. Réglez dès maintenant en ligne sur notre plateforme sécurisée.

[Payer mon amende]""",
        who="fraud",
        shape="html",
    ),
    Template(
        "en-fraud-iban",
        "freelance",
        "other",
        "phishing",
        "Updated bank details for invoice {number}",
        """Dear Sir/Madam,

Kindly note our bank account is under audit. Please make payment of {amount} for invoice {number} to the new account below today and send the confirmation.

{otheriban}

Regards,
Accounts {firm}""",
        who="fraud",
        country="GB",
    ),
    Template(
        "en-fraud-suspend",
        "stream",
        "subscription",
        "phishing",
        "Your account has been suspended",
        """Dear customer,

We could not process your last payment of {amount}. Update your billing information within 24 hours or your account will be closed.

[Update payment now]""",
        who="fraud",
        country="GB",
        shape="html",
    ),
    Template(
        "en-fraud-renew",
        "hosting",
        "subscription",
        "phishing",
        "Thank you for your purchase #{number}",
        """Hello,

Your subscription to PC Shield Total has been renewed. {amount} will be deducted from your account within 24 hours. If you did not authorise this, call our billing department immediately on +1 (888) 555-0142 to cancel.

Billing team""",
        who="fraud",
        country="US",
    ),
    Template(
        "de-fraud",
        "telecom",
        "telecom",
        "phishing",
        "Letzte Mahnung: Sperrung Ihres Anschlusses",
        """Sehr geehrter Kunde,

Ihre Rechnung über {amount} ist nicht bezahlt. Ihr Anschluss wird heute gesperrt. Bezahlen Sie sofort über den Link.

[Jetzt bezahlen]

{firm} Inkasso""",
        who="fraud",
        country="DE",
        shape="html",
    ),
)
