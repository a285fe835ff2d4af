# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails that are no bills: friends, clubs, jobs; and a payment seen."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-personal-share",
        "shop",
        "other",
        "other",
        "la facture d'électricité",
        """Salut Alice,

J'ai payé la facture d'électricité hier, {price2} pour les deux mois. Tu me dois donc la moitié, tu peux me faire un virement quand tu veux, pas d'urgence.

Et pour samedi, on se retrouve à 19 h chez Nadia ?

Bises""",
        who="person",
        shape="plain",
        variants=4,
    ),
    Template(
        "fr-personal-story",
        "shop",
        "other",
        "other",
        "Re: vacances",
        """Coucou,

La location coûte {price2} la semaine, il faut verser des arrhes avant le {due}. Sinon ici tout va bien, la facture du garage m'a fait mal mais la voiture roule !

On en reparle ce soir ?

Léa""",
        who="person",
        shape="plain",
        variants=4,
    ),
    Template(
        "fr-personal-question",
        "shop",
        "other",
        "other",
        "question impôts",
        """Hello,

Tu sais si la date limite de paiement de la taxe foncière c'est bien mi-octobre ? J'ai reçu l'avis mais je ne retrouve plus le papier. Et toi tu payes combien à peu près ? Nous c'est {price2}.

Merci, à +""",
        who="person",
        shape="plain",
        variants=3,
    ),
    Template(
        "fr-association-minutes",
        "club",
        "other",
        "other",
        "Compte rendu de l'assemblée générale",
        """Chers adhérents,

Vous trouverez ci-dessous le compte rendu. Le trésorier présente les comptes : recettes 14 210 €, dépenses 13 980 €, dont une facture de chauffage de 2 300 €. La cotisation reste fixée à {price2} ; elle sera appelée en septembre.

Prochaine réunion le {due}.

Le secrétaire""",
        who="human",
    ),
    Template(
        "fr-social",
        "stream",
        "other",
        "other",
        "Léa Fontaine a commenté votre publication",
        """Léa Fontaine a commenté : « Quelle facture ! Chez nous aussi, {price2} ce mois-ci… »

[Voir le commentaire]

Vous recevez cet e-mail car les notifications sont activées.""",
        who="promo",
        shape="html",
        variants=2,
    ),
    Template(
        "fr-job",
        "hosting",
        "other",
        "other",
        "Offre d'emploi : chargé de facturation H/F",
        """Bonjour,

Nous recherchons un(e) chargé(e) de facturation et de recouvrement : émission des factures, relances clients, suivi des échéances. CDI, 2 150 € brut par mois, poste à pourvoir le {due}.

Envoyez votre CV à rh@{site}.

{firm}""",
        who="promo",
        variants=2,
    ),
    Template(
        "fr-charity-ask",
        "charity",
        "charity",
        "other",
        "Cet hiver, {price} peuvent tout changer",
        """Chère Alice,

Quand la facture de chauffage arrive, des familles doivent choisir entre manger et se chauffer. Avec {price} par mois, soit 8,50 € après réduction d'impôt, vous leur offrez un hiver plus doux. Faites un don avant le {due}.

[Je donne]

{legal}""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-mandate",
        "energy",
        "energy",
        "other",
        "Confirmation de votre mandat de prélèvement",
        """Bonjour {name},

Nous avons bien enregistré vos nouvelles coordonnées bancaires {mine}. Le prélèvement sera effectif pour votre prochaine facture. Le montant et la date vous seront annoncés sur celle-ci.

{firm}""",
    ),
    Template(
        "fr-payment-seen",
        "telecom",
        "telecom",
        "receipt",
        "Nous avons bien reçu votre paiement",
        """Bonjour {name},

Nous vous confirmons la réception de votre règlement de {amount} pour la facture n° {number}. Votre compte est à jour, vous n'avez plus rien à payer.

Merci !
{firm}""",
        "card",
    ),
)
