# ruff: noqa: E501 (prose: one line is one paragraph)
"""French mails that are no bills: promotions and newsletters of companies that bill."""

from samples.letters.template import Template

TEXTS = (
    Template(
        "fr-promo-energy",
        "energy",
        "energy",
        "other",
        "Payez votre facture moins cher avec {firm}",
        """Et si votre prochaine facture baissait de 12 % ?

Avec l'offre Prix Fixe 3 ans, votre électricité passe à {price} par mois en moyenne, contre {price2} au tarif réglementé. Offre valable jusqu'au {due}.

[J'en profite]

* Estimation pour un client en base 6 kVA consommant 2 400 kWh par an. Voir conditions sur {site}.

Vous recevez ce message parce que vous êtes client de {firm}. Se désinscrire.""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-promo-mobile",
        "telecom",
        "telecom",
        "other",
        "Dernières heures : 100 Go à {price}/mois",
        """SÉRIE LIMITÉE

100 Go en 5G, appels illimités : {price} par mois pendant 12 mois, puis {price2}. Sans engagement. Jusqu'au {due} seulement.

[Je souscris]

Parrainez un ami et recevez chacun {price} de remise sur votre facture.

Pour ne plus recevoir nos offres, cliquez ici.""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-promo-shop",
        "shop",
        "shopping",
        "other",
        "-30 % sur tout l'outillage jusqu'à dimanche",
        """Les prix fondent !

| Perceuse-visseuse 18 V | {price}
| Scie sauteuse | {price2}
| Établi pliant | {price}

Livraison offerte dès 50 €. Paiement en 3 fois sans frais, première échéance dans 30 jours.

[Voir toutes les offres]

Conditions : offre non cumulable, dans la limite des stocks, jusqu'au {due}.""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-promo-insurance",
        "insurance",
        "insurance",
        "other",
        "Votre devis d'assurance auto vous attend",
        """Bonjour {name},

Vous avez commencé un devis sur notre site. Bonne nouvelle : votre tarif de {price2} par an est garanti jusqu'au {due}.

Comparez : garanties tous risques, véhicule de prêt, et deux mois offerts la première année.

[Reprendre mon devis]

{firm}""",
        who="promo",
    ),
    Template(
        "fr-newsletter-town",
        "town",
        "other",
        "other",
        "La lettre de {firm} - {month}",
        """Au sommaire ce mois-ci

Budget : 1 240 000 € pour la rénovation de l'école. La facture énergétique de la commune a baissé de 18 % l'an passé.

Agenda : marché de Noël, réunion publique sur la taxe foncière le {due} à 20 h, salle des fêtes.

Pratique : payez la cantine en ligne, le guichet sera fermé le lundi matin.

Bonne lecture, le maire""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-newsletter-bank",
        "bank",
        "bank",
        "other",
        "3 astuces pour alléger vos factures d'énergie",
        """Vos factures pèsent sur votre budget ?

Nos experts partagent trois astuces : suivre sa consommation, renégocier ses contrats, lisser ses échéances. Un prêt travaux à partir de {price} par mois peut aussi financer votre isolation.

[Lire l'article]

Un crédit vous engage et doit être remboursé. {legal}.""",
        who="promo",
        shape="html",
    ),
    Template(
        "fr-survey",
        "energy",
        "energy",
        "other",
        "Que pensez-vous de votre dernière facture ?",
        """Bonjour {name},

Vous avez récemment consulté votre facture sur l'application {firm}. Sur une échelle de 0 à 10, était-elle facile à comprendre ?

[Je donne mon avis]

Cela vous prendra deux minutes. Merci !""",
        who="promo",
    ),
)
